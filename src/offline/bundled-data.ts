import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const MAX_BYTES = 256 * 1024 ** 2;
let made: Buffer | undefined;

/**
 * The package in `data/` as tables of the engine, made once per build by the command line's own code.
 * Throws when the package is not sound, with what is wrong in it.
 */
export function bundledData(root: string): Uint8Array {
  made ??= execFileSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'src/cli/bundle-main.ts'), join(root, 'data')],
    { cwd: root, maxBuffer: MAX_BYTES, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return made;
}
