/**
 * Characters that mean the same in figures and in words, as pairs to be replaced one by one. Both languages can do
 * that: `foldCharacters` here, `translate` in SQL.
 */
export type CharacterFold = readonly [from: string, to: string];

const codePoints = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** Full-width forms of ASCII (U+FF01–FF5E) to ASCII: （１２） to (12). */
const FULL_WIDTH: readonly CharacterFold[] = codePoints(0xff01, 0xff5e).map((wide) => [
  wide,
  String.fromCodePoint(wide.charCodeAt(0) - 0xfee0),
]);
const SMALL_LETTERS: readonly CharacterFold[] = codePoints(0x41, 0x5a).flatMap((letter) => [
  [letter, letter.toLowerCase()],
  [String.fromCodePoint(letter.charCodeAt(0) + 0xfee0), letter.toLowerCase()],
]);
/** All blanks of Unicode, line ends and tabs; the ASCII space is what the others become. */
const BLANKS: readonly string[] = [
  ...'\t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000',
  ...codePoints(0x2000, 0x200a),
];
const INVISIBLE: readonly string[] = [...'\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff'];

const to = (target: string, characters: Iterable<string>): CharacterFold[] =>
  [...characters].map((character) => [character, target]);

/** Full-width to ASCII, capitals to small letters, any blank to a space, invisible characters away. */
export const PLAIN_FOLDS: readonly CharacterFold[] = [
  ...SMALL_LETTERS,
  ...FULL_WIDTH.filter(([wide]) => !/[Ａ-Ｚ]/.test(wide)),
  ...to(' ', BLANKS),
  ...to('', INVISIBLE),
];

/**
 * For figures also: every minus to `-`, every apostrophe to `'`, the yuan sign to `¥`. △ and ▲ before an amount are
 * minus signs of East Asian accounts (Japanese statements print △100 for −100, and spreadsheets offer it as a format).
 */
export const FIGURE_FOLDS: readonly CharacterFold[] = [
  ...PLAIN_FOLDS,
  ...to('-', '−﹣‐‑–△▲'),
  ...to("'", '’‘ʼ′'),
  ...to(',', '﹐'),
  ...to('¥', '￥'),
];

/** For words also: blanks and quotation marks away (“三公” is 三公); text in brackets stays, in ASCII brackets. */
export const WORD_FOLDS: readonly CharacterFold[] = [
  ...PLAIN_FOLDS.filter(([, target]) => target !== ' ' && target !== '"' && target !== "'"),
  ...to('', [' ', ...BLANKS, ...'"\'＂＇“”‘’「」『』《》']),
  ...to('-', '−﹣‐‑–—―─'),
  ...to('、', '､'),
];

/** Replaces each character that has a fold, once. */
export function folder(folds: readonly CharacterFold[]): (text: string) => string {
  const targets = new Map(folds);
  const any = new RegExp(
    `[${[...targets.keys()].map((c) => c.replace(/[\\\]^-]/, '\\$&')).join('')}]`,
    'gu',
  );
  return (text) => text.replace(any, (character) => targets.get(character) ?? '');
}
