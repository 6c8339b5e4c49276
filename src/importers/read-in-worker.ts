import { proxy, transfer, wrap, type Remote } from 'comlink';
import { InputError } from '@/domain/issue';
import type { InputFile } from './archive';
import type { PackageInput } from './package-reader';
import type { PackageWorker } from './package-worker';
import Worker from './package-worker?worker&inline';

let remote: Remote<PackageWorker> | null = null;

/**
 * Reads a package away from the main thread; the files' bytes move there and are gone here.
 * @throws InputError as readPackage does.
 */
export async function readPackageInWorker(
  files: readonly InputFile[],
  wasm: () => Promise<Uint8Array>,
): Promise<PackageInput> {
  remote ??= wrap<PackageWorker>(new Worker());
  const buffers = [...new Set(files.map(({ bytes }) => bytes.buffer as ArrayBuffer))];
  const answer = await remote.read(transfer([...files], buffers), proxy(wasm));
  if ('issues' in answer) throw new InputError(answer.issues);
  return answer.read;
}
