import { startEngineWorker } from './engine-worker';
import { gunzip, takePayload } from './payload';

/**
 * First script of the one-file build, ahead of the app's: the engine unpacks and compiles in its worker
 * while the app is still being read. `engineAssets` takes the worker from here.
 */
globalThis.tongchiEngineWorker = startInlinedEngine();
globalThis.tongchiEngineWorker.catch(() => undefined);

async function startInlinedEngine(): Promise<Worker> {
  const source = await gunzip(takePayload('duckdbWorker'));
  return startEngineWorker(source, takePayload('duckdbWasm').buffer);
}
