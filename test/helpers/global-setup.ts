import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../src/cli/server';
import { buildIfNeeded, DIST, SINGLE_FILE } from './build';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site under a sub-path with a space. */
    siteUrl: string;
    /** The one file, copied with its `data/` to a folder with a Chinese name. */
    fileUrl: string;
    /** That folder. */
    stick: string;
  }
}

/** Builds, serves the site, and lays out a USB stick; undone after the last test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildIfNeeded();
  const server = await serveFolder({ folder: DIST, port: 0, base: '/some/sub path/' });
  const folder = mkdtempSync(join(tmpdir(), 'tongchi-e2e-'));
  const stick = layOutStick(folder);
  project.provide('siteUrl', server.url);
  project.provide('fileUrl', pathToFileURL(join(stick, 'tongchi.html')).href);
  project.provide('stick', stick);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

function layOutStick(folder: string): string {
  const stick = join(folder, '同尺 U盘');
  mkdirSync(stick);
  copyFileSync(join(DIST, 'index.html'), join(stick, 'index.html'));
  copyFileSync(SINGLE_FILE, join(stick, 'tongchi.html'));
  cpSync(join(DIST, 'data'), join(stick, 'data'), { recursive: true });
  return stick;
}
