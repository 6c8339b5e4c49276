/** Characters of the fonts Wingdings and Symbol that tick or leave boxes, by their code. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0xf0fc, '√'],
  [0xf0fe, '☑'],
  [0xf052, '☑'],
  [0xf0a8, '□'],
  [0xf06f, '□'],
  [0xf0b7, '·'],
]);

/** A character of a symbol font; one that is not known stands as U+FFFD. */
export const symbolText = (code: number): string => SYMBOLS.get(code) ?? '\uFFFD';
