import { version } from '../../package.json';
import { startEngineWorker } from './engine-worker';
import { gunzip, readPayload } from './payload';

/**
 * Only script that the one-file build carries unpacked: the engine unpacks and compiles in its worker while the app
 * is unpacked and read here. `engineAssets` takes the worker from here.
 */
const worker = startInlinedEngine();
globalThis.tongchiEngineWorker = worker;
const app = startApp();
app.catch(() => undefined);

/** Stands at once, and hands over to what the app puts in its place. */
window.tongchi = {
  version,
  ready: app.then(() => window.tongchi.ready),
  async query(sql) {
    await app;
    return window.tongchi.query(sql);
  },
};
window.tongchi.ready.catch(() => undefined);

async function startInlinedEngine(): Promise<Worker> {
  const source = await gunzip(readPayload('duckdbWorker'));
  return startEngineWorker(source, readPayload('duckdbWasm').buffer);
}

/**
 * The engine gets its bytes first, as the app keeps this thread busy; the app tells of an engine that fails. Rejects
 * when the app cannot be unpacked, which the page then says.
 */
async function startApp(): Promise<void> {
  try {
    const [code] = await Promise.all([
      gunzip(readPayload('app-script')),
      worker.catch(() => undefined),
    ]);
    const script = document.createElement('script');
    script.textContent = new TextDecoder().decode(code);
    document.body.append(script);
  } catch (error) {
    document.getElementById('app')!.textContent =
      `文件已损坏，请重新复制。The file is damaged: copy it again. (${String(error)})`;
    throw error;
  }
}
