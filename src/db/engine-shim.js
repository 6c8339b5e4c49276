/*
 * Runs in the worker before DuckDB's own source, in one script with it. DuckDB fetches and compiles its wasm only
 * when told to, and waits for ever when that fails. Here compiling starts as soon as the bytes (or their address)
 * arrive by message, DuckDB is given the finished module, and a failure becomes the answer to its request.
 */
{
  const WASM_URL = 'tongchi:duckdb.wasm';
  const fetchOutside = self.fetch.bind(self);
  let request = null;
  let arrived;
  const compiled = new Promise((resolve) => (arrived = resolve)).then(compile);
  compiled.catch(reportFailure);

  self.addEventListener('message', (event) => {
    if (event.data?.tongchiWasm) {
      event.stopImmediatePropagation();
      arrived(event.data.tongchiWasm);
    } else if (event.data?.type === 'INSTANTIATE') {
      request = event.data.messageId;
      compiled.catch(reportFailure);
    }
  });

  self.fetch = (input, options) =>
    (input.url ?? String(input)) === WASM_URL
      ? Promise.resolve(new Response(new Blob()))
      : fetchOutside(input, options);

  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };

  async function compile(source) {
    return WebAssembly.compileStreaming(
      typeof source === 'string' ? await download(source) : unpack(source),
    );
  }

  function unpack(gzipped) {
    const plain = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'));
    return asWasm(plain);
  }

  async function download(url) {
    const response = await fetchOutside(url);
    if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
    const typed = response.headers.get('content-type') === 'application/wasm';
    return typed ? response : asWasm(response.body);
  }

  function asWasm(body) {
    return new Response(body, { headers: { 'content-type': 'application/wasm' } });
  }

  function reportFailure(error) {
    if (request === null) return;
    const message = `DuckDB could not be compiled: ${error.message}. Reload, or use a newer browser.`;
    const data = { name: error.name, message, stack: error.stack };
    self.postMessage({ messageId: -1, requestId: request, type: 'ERROR', data });
    request = null;
  }
}
