import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const DIST = join(process.cwd(), 'dist');
export const SINGLE_FILE = join(DIST, 'tongchi.html');

const SOURCES = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the app, unless `dist/` is newer than everything it is made from. */
export function buildIfNeeded(): void {
  if (existsSync(SINGLE_FILE) && newest(SOURCES) < statSync(SINGLE_FILE).mtimeMs) return;
  execFileSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.flatMap(filesUnder).map((path) => statSync(path).mtimeMs));
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
}
