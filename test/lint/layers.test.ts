import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** What each layer must not import, one planted line each. */
const FORBIDDEN: Record<string, readonly string[]> = {
  'src/domain/planted.ts': ['vue', 'node:fs', 'fflate', '@/db/engine', '../db/engine'],
  'src/charts/planted.ts': [
    '../db/engine',
    'vue',
    'pinia',
    '@/db/engine',
    '@/stores/settings',
    '@/i18n/en',
  ],
  'src/importers/planted.ts': ['@/db/engine', '@/checks/index', 'apache-arrow', 'node:fs'],
  'src/storage/planted.ts': ['@/db/engine', '@/importers/index', 'vue', 'papaparse'],
  'src/checks/planted.ts': ['@/importers/index', '@duckdb/duckdb-wasm', 'vue'],
  'src/db/planted.ts': ['@/importers/index', '@/stores/settings', 'vue', 'echarts/core'],
  'src/i18n/planted.ts': ['@/stores/settings', '@/views/CompareView.vue'],
  'src/stores/planted.ts': ['@/views/CompareView.vue', 'apache-arrow', '@/App.vue'],
  'src/composables/planted.ts': ['@/components/DataTable.vue', '@duckdb/duckdb-wasm'],
  'src/components/Planted.vue': ['@/stores/settings', '@/db/engine', 'vue-echarts', '@/charts/bar'],
  'src/components/BaseChart.vue': ['@/charts/bar', 'echarts/core', '@/stores/settings'],
  'src/views/Planted.vue': ['@/db/engine', '@/importers/index', 'vue-echarts', 'echarts/core'],
  'src/cli/planted.ts': ['vue', '@/stores/settings', '@duckdb/duckdb-wasm'],
  'src/offline/planted.ts': ['@/db/engine', 'vue'],
  'src/App.vue': ['@duckdb/duckdb-wasm', 'vue-echarts'],
};

/** What each layer is there to import. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/domain/fine.ts': ['decimal.js', '@/domain/money', './money'],
  'src/charts/fine.ts': ['echarts/core', '@/domain/money', './theme'],
  'src/importers/fine.ts': ['parquet-wasm', 'papaparse', 'fflate', '@/domain/money'],
  'src/storage/fine.ts': ['idb-keyval', '@/domain/money'],
  'src/db/fine.ts': ['@duckdb/duckdb-wasm', 'apache-arrow', '@/domain/money'],
  'src/db/loading/fine.ts': ['../engine', '@/domain/money'],
  'src/stores/fine.ts': [
    '@/storage/index',
    'vue',
    'pinia',
    '@/db/engine',
    '@/importers/index',
    '@/checks/index',
  ],
  'src/components/Fine.vue': ['vue', 'reka-ui', '@/domain/money', '@/i18n/en', './DataTable.vue'],
  'src/views/Fine.vue': ['@/stores/settings', '@/charts/bar', '@/db/queries/compare', '@/i18n/en'],
  'src/offline/fine.ts': ['node:zlib', '../domain/page-text.ts', './csp.ts'],
  'src/cli/fine.ts': ['node:fs', '@/importers/index', '@/db/engine', '@/offline/package'],
};

const folder = mkdtempSync(join(tmpdir(), 'tongchi-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each layer imports only what it may', () => {
  plant(FORBIDDEN);
  plant(ALLOWED);
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
  expect(caught().toSorted()).toEqual(places(FORBIDDEN).toSorted());
});

function plant(files: Record<string, readonly string[]>): void {
  for (const [file, imports] of Object.entries(files)) {
    const lines = imports.map((name, i) => `import { n${i} } from '${name}';`);
    const uses = `export const used = [${imports.map((_, i) => `n${i}`).join(', ')}];`;
    const code = [...lines, uses].join('\n');
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file.endsWith('.vue') ? asScript(lines) : code);
  }
}

function asScript(lines: readonly string[]): string {
  return `<script setup lang="ts">${lines.join('\n')}\n</script>\n<template><p /></template>\n`;
}

function places(files: Record<string, readonly string[]>): string[] {
  return Object.entries(files).flatMap(([file, names]) => names.map((name) => `${file} ${name}`));
}

function caught(): string[] {
  const report = /^([^:]+):\d+:\d+: '([^']+)' import is restricted/;
  return oxlint().flatMap((line) => {
    const found = report.exec(line);
    return found ? [`${found[1]} ${found[2]}`] : [];
  });
}

function oxlint(): string[] {
  const program = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
  try {
    execFileSync(process.execPath, [program, '--format=unix'], { cwd: folder, encoding: 'utf8' });
    return [];
  } catch (error) {
    return (error as { stdout: string }).stdout.split('\n');
  }
}
