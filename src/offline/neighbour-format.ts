/** Name of the global list of files in `data/index.js`, and of the queue that each file pushes to. */
const INDEX = 'tongchiPackageFiles';
const QUEUE = 'tongchiPackages';

/** Text of `data/index.js`: the neighbour files, one a line, so that it can be edited by hand. */
export function neighbourIndex(fileNames: readonly string[]): string {
  const lines = fileNames.map((name) => `  ${JSON.stringify(name)},\n`).join('');
  return `globalThis.${INDEX} = [\n${lines}];\n`;
}

/** The file names in the text of a `data/index.js`. Throws when it is not one. */
export function parseNeighbourIndex(text: string): string[] {
  const list = new RegExp(`^globalThis\\.${INDEX} = (\\[[^\\]]*\\]);\\s*$`).exec(text)?.[1];
  if (list === undefined) throw new Error(`it does not read "globalThis.${INDEX} = [...];"`);
  return JSON.parse(list.replace(/,\s*\]$/, ']')) as string[];
}

/** Text of a neighbour file: a classic script, because that is all that loads from `file://`. */
export function neighbourScript(name: string, zip: Uint8Array): string {
  const entry = `{ name: ${JSON.stringify(name)}, zip: "${Buffer.from(zip).toString('base64')}" }`;
  return `(globalThis.${QUEUE} ??= []).push(${entry});\n`;
}
