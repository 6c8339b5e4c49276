import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const FOLDER = 'test/golden';

/**
 * Compares a text with the file `test/golden/<name>`. A missing one is written, except in CI where it fails;
 * `UPDATE_GOLDEN=1` writes all anew.
 */
export function expectGoldenText(name: string, text: string): void {
  const path = join(FOLDER, name);
  const missing = !existsSync(path);
  if (missing && process.env.CI) throw new Error(`golden file is missing: ${path}`);
  if (missing || process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text, `${path} differs; UPDATE_GOLDEN=1 writes it anew`).toBe(readFileSync(path, 'utf8'));
}
