import { statSync } from 'node:fs';
import { buildIfNeeded, SINGLE_FILE } from '../helpers/build';
import type { BenchEntry } from './entry';

const LIMIT = 16 * 1024 * 1024;

export const singleFileSize: BenchEntry = {
  id: 'single-file-size',
  what: 'size of dist/tongchi.html ÷ 16 MB',
  goal: 1,
  async run() {
    buildIfNeeded();
    const { size } = statSync(SINGLE_FILE);
    return [{ ratio: size / LIMIT, detail: `${(size / 1024 / 1024).toFixed(2)} MB ÷ 16 MB` }];
  },
};
