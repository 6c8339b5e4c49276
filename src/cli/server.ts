import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface ServeOptions {
  /** Folder to serve. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** Path under which the folder appears, with slashes at both ends. */
  base?: string;
}

export interface RunningServer {
  /** Address of the folder, ending in a slash. */
  url: string;
  close(): Promise<void>;
}

/** Cross-origin isolation lets DuckDB use threads; `nosniff` keeps types as declared. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves a built folder on this machine only, `.gz` files in place of what they were made from.
 * Rejects when the port is taken, with what to do about it.
 */
export async function serveFolder({
  folder,
  port,
  base = '/',
}: ServeOptions): Promise<RunningServer> {
  const files = sirv(folder, { gzip: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    if (!stripBase(request, base)) return answerMissing(response);
    files(request, response, () => answerMissing(response));
  });
  await listen(server, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}${encodeURI(base)}`,
    close: () => closeServer(server),
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const hashed = path.startsWith('/assets/');
  response.setHeader('Cache-Control', hashed ? 'max-age=31536000, immutable' : 'no-cache');
}

function stripBase(request: IncomingMessage, base: string): boolean {
  const prefix = encodeURI(base);
  if (!request.url?.startsWith(prefix)) return false;
  request.url = `/${request.url.slice(prefix.length)}`;
  return true;
}

function answerMissing(response: ServerResponse): void {
  response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/plain' }).end('Not found\n');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  const message = `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}`;
  return new Error(message, { cause: error });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
