import { expect, test } from 'vitest';
import { runtimeAsset } from '@/offline/assets';
import { withoutUnusedExports } from '@/offline/engine-wasm';

/** A module that imports `env.kept`, and exports one function under three names. */
const MODULE = Buffer.concat([
  Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0),
  Uint8Array.of(1, 4, 1, 0x60, 0, 0),
  section(2, [1, ...named('env'), ...named('kept'), 0, 0]),
  Uint8Array.of(3, 2, 1, 0),
  section(7, [3, ...['kept', 'said', '_Zx'].flatMap((name) => [...named(name), 0, 1])]),
  Uint8Array.of(10, 4, 1, 2, 0, 11),
]);

function section(id: number, body: readonly number[]): Uint8Array {
  return Uint8Array.of(id, body.length, ...body);
}

function named(name: string): number[] {
  return [name.length, ...Buffer.from(name)];
}

const exportsOf = (bytes: Uint8Array): string[] =>
  WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(bytes))).map(
    ({ name }) => name,
  );

test('exports stay that the script names or the module imports', () => {
  expect(exportsOf(MODULE)).toEqual(['kept', 'said', '_Zx']);
  expect(exportsOf(withoutUnusedExports(MODULE, 'exports.said()'))).toEqual(['kept', 'said']);
});

test('a name is a whole word of the script', () => {
  expect(exportsOf(withoutUnusedExports(MODULE, 'unsaid(_Zxy)'))).toEqual(['kept']);
});

test('what is no whole wasm module is refused', () => {
  expect(() => withoutUnusedExports(Buffer.from('<html>'), '')).toThrow('no wasm module');
  expect(() => withoutUnusedExports(MODULE.subarray(0, 30), '')).toThrow('ends too early');
});

test('the shipped engine keeps what its worker calls, and little else', () => {
  const names = exportsOf(runtimeAsset('duckdbWasm').read('.'));
  expect(names).toEqual(expect.arrayContaining(['main', 'malloc', 'duckdb_web_query_run_buffer']));
  expect(names.length).toBeGreaterThan(100);
  expect(names.length).toBeLessThan(1000);
});
