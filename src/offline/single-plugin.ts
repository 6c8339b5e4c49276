import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { type AssetId, runtimeAsset } from './assets.ts';
import { assembleSingleFile, type Payload } from './single-file.ts';

/** Needed before the first screen, and after it. */
const EARLY: readonly AssetId[] = ['duckdbWorker', 'duckdbWasm', 'bundledData'];
const LATE: readonly AssetId[] = ['checkWorker', 'importWorker', 'characterMaps', 'parquetWasm'];

/** Turns the finished bundle (one classic script, one style sheet) into one HTML file. */
export function singlePlugin(fileName: string): Plugin {
  let root = '.';
  return {
    name: 'tongchi:single',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === 'virtual:tongchi-assets' ? `\0${id}` : null),
    load: (id) => (id === '\0virtual:tongchi-assets' ? 'export const addresses = {};' : null),
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const { script, style } = takeBundle(bundle);
        const html = assembleSingleFile({
          template: readFileSync(join(root, 'index.html'), 'utf8'),
          icon: readFileSync(join(root, 'public/icon.svg'), 'utf8'),
          boot: await buildBoot(root),
          script,
          style,
          early: payloads(EARLY, root),
          late: payloads(LATE, root),
        });
        this.emitFile({ type: 'asset', fileName, source: html });
      },
    },
  };
}

/** Empties the bundle; a second script or a stray asset could not be reached from one file. */
function takeBundle(bundle: Rolldown.OutputBundle): { script: string; style: string } {
  const scripts: string[] = [];
  const styles: string[] = [];
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk') scripts.push(file.code);
    else if (name.endsWith('.css')) styles.push(String(file.source));
    else throw new Error(`${name} would be left outside the single file: inline it or drop it`);
    delete bundle[name];
  }
  const [script] = scripts;
  if (scripts.length !== 1 || script === undefined) {
    throw new Error(`The single file needs exactly one script, the bundle has ${scripts.length}`);
  }
  return { script, style: styles.join('\n') };
}

function payloads(ids: readonly AssetId[], root: string): Payload[] {
  return ids.map((id) => ({ id, bytes: runtimeAsset(id).read(root) }));
}

async function buildBoot(root: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      copyPublicDir: false,
      rolldownOptions: { input: join(root, 'src/db/boot.ts'), output: { format: 'iife' } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output[0].code;
}
