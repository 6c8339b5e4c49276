import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { buildPlaceIndex } from '@/domain/place-index';
import type { DocumentKey } from '@/domain/reading/package-rows';
import { reasonOf } from '@/importers/refuse';
import { convertFile, type ConvertError } from './convert-file';
import { keepResult, readHead, resultPath } from './convert-store';
import type { FileTask } from './convert-tasks';
import { readPlaces } from './places';

/** What a worker answers of a file: where its result is kept, and what the rest of the work needs of it. */
export interface WorkerAnswer {
  path: string;
  error: ConvertError | null;
  key: DocumentKey | null;
}

const { results } = workerData as { results: string };
const places = buildPlaceIndex(readPlaces());

async function convert({ file, from }: FileTask): Promise<WorkerAnswer> {
  const bytes = 'bytes' in from ? from.bytes : await readFile(from.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = resultPath(results, sha256, file);
  const kept = readHead(path);
  if (kept) return { path, error: kept.error, key: kept.key };
  const result = await convertFile({ file, bytes, sha256 }, places);
  keepResult(path, result);
  return { path, error: result.error, key: result.key };
}

parentPort?.on('message', (task: FileTask) => {
  void convert(task)
    .catch((error: unknown) => ({ failed: 'crash', reason: reasonOf(error) }))
    .then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');
