import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const MAX_BYTES = 64 * 1024 ** 2;
const made = new Map<string, Buffer>();

/**
 * A worker as one classic script, made once per build from its entry (path below the root). Shipped beside the app
 * rather than inside its script, so that the page does not have to read it before the first screen.
 */
export function workerScript(root: string, entry: string): Uint8Array {
  const known = made.get(entry);
  if (known) return known;
  const script = execFileSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'src/offline/worker-script-main.ts'), join(root, entry)],
    { cwd: root, maxBuffer: MAX_BYTES, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  made.set(entry, script);
  return script;
}
