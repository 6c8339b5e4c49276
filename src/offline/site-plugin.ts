import { gzipSync } from 'node:zlib';
import type { Connect, Plugin } from 'vite';
import { type RuntimeAsset, RUNTIME_ASSETS } from './assets.ts';
import { withPolicy } from './csp.ts';
import { neighbourIndex } from './neighbour-format.ts';

const VIRTUAL = 'virtual:tongchi-assets';
const DEV_PREFIX = '/@tongchi/';
const MIME: Record<string, string> = {
  wasm: 'application/wasm',
  js: 'text/javascript',
  zip: 'application/zip',
};
/** Compressing smaller files is not worth a second file. */
const COMPRESS_FROM_BYTES = 10_000;

/** Ships the runtime assets as hashed files beside the site, and serves them in development. */
export function sitePlugin(): Plugin {
  const references = new Map<string, string>();
  let root = '.';
  let building = false;
  return {
    name: 'tongchi:site',
    configResolved(config) {
      root = config.root;
      building = config.command === 'build';
    },
    buildStart() {
      if (!building) return;
      for (const asset of RUNTIME_ASSETS) {
        const file = { type: 'asset', name: asset.fileName, source: asset.read(root) } as const;
        references.set(asset.id, this.emitFile(file));
      }
      const index = neighbourIndex([]);
      this.emitFile({ type: 'asset', fileName: 'data/index.js', source: index });
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load: (id) => (id === `\0${VIRTUAL}` ? addressModule(building, references) : null),
    configureServer: (server) => void server.middlewares.use(devAssets(() => root)),
    transformIndexHtml: {
      order: 'post',
      handler: (html) => (building ? withPolicy(withFileRedirect(html), 'site') : html),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          const source = file.type === 'asset' ? file.source : file.code;
          if (!/\.(wasm|js|css)$/.test(file.fileName) || source.length < COMPRESS_FROM_BYTES) {
            continue;
          }
          const packed = gzipSync(source, { level: 9 });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: packed });
        }
      },
    },
  };
}

/** Module scripts do not load from `file://`: whoever opens the site's page there is led to the one file beside it. */
function withFileRedirect(html: string): string {
  const script = `if(location.protocol==='file:')location.replace('tongchi.html'+location.hash)`;
  return html.replace('<title>', `<script>${script}</script><title>`);
}

function addressModule(building: boolean, references: ReadonlyMap<string, string>): string {
  const address = (asset: RuntimeAsset): string =>
    building
      ? `import.meta.ROLLUP_FILE_URL_${references.get(asset.id)}`
      : `new URL(${JSON.stringify(DEV_PREFIX + asset.fileName)}, location.href).href`;
  const lines = RUNTIME_ASSETS.map((asset) => `  ${asset.id}: () => ${address(asset)},`);
  return `export const addresses = {\n${lines.join('\n')}\n};\n`;
}

function devAssets(root: () => string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path.endsWith('/data/index.js')) return sendScript(response, neighbourIndex([]));
    const asset = RUNTIME_ASSETS.find(({ fileName }) => path === DEV_PREFIX + fileName);
    if (!asset) return next();
    response.setHeader('Content-Type', MIME[asset.fileName.split('.').at(-1)!]!);
    response.end(asset.read(root()));
  };
}

function sendScript(response: Parameters<Connect.NextHandleFunction>[1], text: string): void {
  response.setHeader('Content-Type', MIME.js!);
  response.end(text);
}
