const NAMES = ['8', '16', 'U8', 'U16', '32', 'U32', 'F32', 'F64'].map((type) => `HEAP${type}`);
const VIEWS = 'function updateMemoryViews(){';

/**
 * The threaded engine's worker, with views of its memory that are never stale. Its bindings keep the views made when
 * they last grew the memory themselves; when another thread grows it, copying in or out of the new part fails with
 * “offset is out of bounds”. Each use of a view now looks first whether the memory has grown.
 * Throws when the script is not the one this was written for.
 */
export function withLiveViews(script: string): string {
  if (!script.includes(VIEWS) || !NAMES.every((name) => script.includes(`Module.${name}=`))) {
    throw new Error('the threaded worker of DuckDB has changed: review src/offline/live-views.ts');
  }
  const views = NAMES.map(
    (name) =>
      `${name}:{get(){wasmMemory.buffer!==${name}.buffer&&updateMemoryViews();return ${name}},set(){}}`,
  );
  return script.replace(VIEWS, `Object.defineProperties(Module,{${views.join(',')}});${VIEWS}`);
}
