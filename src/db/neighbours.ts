import { decodeBase64 } from './payload';

/** A data package in a file beside the page, or why it could not be read. */
export type NeighbourPackage =
  | { name: string; bytes: Uint8Array }
  | { name: string; error: string };

interface QueuedPackage {
  name: string;
  zip: string;
}

declare global {
  var tongchiPackageFiles: string[] | undefined;
  var tongchiPackages: QueuedPackage[] | undefined;
}

const FOLDER = 'data/';

/**
 * Reads the packages listed in `data/index.js` beside the page, in order. They are classic scripts because nothing
 * else loads from `file://`. Without that file there are none; a listed file that is missing or broken becomes an
 * entry with its error. Never rejects.
 */
export async function neighbourPackages(): Promise<NeighbourPackage[]> {
  globalThis.tongchiPackageFiles = undefined;
  await runScript('index.js').catch(() => undefined);
  const packages: NeighbourPackage[] = [];
  for (const file of globalThis.tongchiPackageFiles ?? []) packages.push(await readNeighbour(file));
  return packages;
}

async function readNeighbour(file: string): Promise<NeighbourPackage> {
  try {
    globalThis.tongchiPackages = [];
    await runScript(file);
    const entry = globalThis.tongchiPackages[0];
    if (!entry) throw new Error('it holds no data package: make it again');
    return { name: entry.name, bytes: decodeBase64(entry.zip) };
  } catch (error) {
    return { name: file, error: `${FOLDER}${file}: ${(error as Error).message}` };
  } finally {
    globalThis.tongchiPackages = undefined;
  }
}

function runScript(file: string): Promise<void> {
  const script = document.createElement('script');
  script.src = FOLDER + file.split('/').map(encodeURIComponent).join('/');
  return new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () =>
      reject(
        new Error('listed in data/index.js but not there: copy it, or remove it from the list'),
      ),
    );
    document.head.append(script);
  }).finally(() => script.remove());
}
