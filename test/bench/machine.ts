import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type BrowserName, findProgram } from '../helpers/find-program';

/** What a figure depends on besides the app. */
export interface Machine {
  cpu: string;
  cores: number;
  /** Whole GB. */
  memory: number;
  node: string;
  chromium: string;
  firefox: string;
  duckdbWasm: string;
  duckdbNative: string;
}

/** This computer and the programs that take part in a bench. */
export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
  chromium: browserVersion('chromium'),
  firefox: browserVersion('firefox'),
  duckdbWasm: packageVersion('@duckdb/duckdb-wasm'),
  duckdbNative: packageVersion('@duckdb/node-api'),
});

function browserVersion(name: BrowserName): string {
  try {
    return execFileSync(findProgram(name), ['--version'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return 'none';
  }
}

function packageVersion(name: string): string {
  const text = readFileSync(`node_modules/${name}/package.json`, 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
