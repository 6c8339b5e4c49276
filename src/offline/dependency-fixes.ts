import type { Plugin } from 'vite';

interface Fix {
  file: RegExp;
  find: string;
  replace: string;
}

/** Places in dependencies that would evaluate text as code or fetch by themselves. */
const FIXES: readonly Fix[] = [
  {
    // Its bytes always come from `parquetWasm()`; the default would make a second copy.
    file: /parquet-wasm\/esm\/parquet_wasm\.js$/,
    find: "new URL('parquet_wasm_bg.wasm', import.meta.url)",
    replace: 'undefined',
  },
  {
    file: /apache-arrow\/builder\/valid\.mjs$/,
    find: 'return new Function(`x`, `${fnBody}\\nreturn true;`);',
    replace: 'return (x) => !nullValues.some((each) => Object.is(each, x) || each === x);',
  },
];

/**
 * Rewrites the few lines of dependencies that the page's policy forbids.
 * The build stops when such a line has changed, so that an update cannot bring it back unseen.
 */
export function dependencyFixes(): Plugin {
  return {
    name: 'tongchi:dependency-fixes',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      const fix = FIXES.find(({ file }) => file.test(id.split('?')[0]!.replaceAll('\\', '/')));
      if (!fix) return null;
      if (!code.includes(fix.find)) {
        this.error(`${id} no longer holds ${fix.find}: review the fix in dependency-fixes.ts`);
      }
      return { code: code.replaceAll(fix.find, fix.replace), map: null };
    },
  };
}
