import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveFolder } from './server';

const DEFAULT_PORT = 4173;
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

try {
  if (!existsSync(`${DIST}/index.html`)) {
    throw new Error(`${DIST} holds no built site: run npm run build first`);
  }
  const { url } = await serveFolder({ folder: DIST, port: portFrom(process.env.PORT) });
  process.stdout.write(`同尺 Tongchi: ${url}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`PORT is "${text}": give a number from 0 to 65535`);
}
