import { PINYIN_SYLLABLES } from './pinyin-syllables';

/** Letters of one term that are looked at; a longer term finds nothing by its sound. */
const LONGEST = 48;
/**
 * Ways to divide the letters between two sure borders, as many as the whole pattern has room for; of more, those with
 * the fewest characters are kept. An engine that reads much longer patterns takes seconds instead of milliseconds.
 */
const WAYS = [8, 4, 2, 1];
const LONGEST_PATTERN = 12_000;
const BLENDS = ['zh', 'ch', 'sh'];

/** Characters by syllable. */
const bySyllable: ReadonlyMap<string, string> = new Map(
  [...PINYIN_SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g)].map(([, syllable = '', characters = '']) => [
    syllable,
    characters,
  ]),
);

const classes = new Map<string, string>();

/** The characters whose sound begins with these letters, as a class; empty where there are none. */
function beginning(letters: string): string {
  let known = classes.get(letters);
  if (known === undefined) {
    const found = [...bySyllable].filter(([syllable]) => syllable.startsWith(letters));
    const characters = new Set(found.flatMap(([, all]) => [...all]));
    known = characters.size > 0 ? `[${[...characters].toSorted().join('')}]` : '';
    classes.set(letters, known);
  }
  return known;
}

/** The characters that letters in the middle of a term may stand for: a whole syllable, or what one begins with. */
function whole(letters: string): string {
  if (letters.length === 1 || BLENDS.includes(letters)) return beginning(letters);
  const characters = bySyllable.get(letters);
  return characters ? `[${characters}]` : '';
}

const LONGEST_SYLLABLE = Math.max(...[...bySyllable.keys()].map((syllable) => syllable.length));

/** One way to divide letters, as a pattern, and how many characters it stands for. */
interface Way {
  pattern: string;
  count: number;
}

/** Ways to divide the letters of a piece, the fewest characters first. In the last piece a syllable may be unfinished. */
function waysOf(piece: string, isLast: boolean, most: number): readonly Way[] {
  const from: (readonly Way[])[] = [];
  from[piece.length] = [{ pattern: '', count: 0 }];
  for (let start = piece.length - 1; start >= 0; start -= 1) {
    const ways: Way[] = [];
    for (let end = start + 1; end <= Math.min(piece.length, start + LONGEST_SYLLABLE); end += 1) {
      const letters = piece.slice(start, end);
      const first = isLast && end === piece.length ? beginning(letters) : whole(letters);
      const rest = first === '' ? [] : (from[end] ?? []);
      ways.push(...rest.map((way) => ({ pattern: first + way.pattern, count: way.count + 1 })));
    }
    from[start] = ways.toSorted((a, b) => a.count - b.count).slice(0, most);
  }
  return from[0] ?? [];
}

/** Letters at whose left a syllable always ends: all but those that may continue one. */
const BORDER = /(?<!^)(?=[bcdfjklmpqstwxyz])/;

function patternOfLetters(letters: string, isLast: boolean, most: number): string | null {
  const pieces = letters.split(BORDER);
  const patterns = pieces.map((piece, i) => {
    const ways = waysOf(piece, isLast && i === pieces.length - 1, most);
    if (ways.length < 2) return ways[0]?.pattern ?? null;
    return `(?:${ways.map(({ pattern }) => pattern).join('|')})`;
  });
  return patterns.includes(null) ? null : patterns.join('');
}

/** A text as a pattern that stands for itself. */
export const escapePattern = (text: string): string =>
  text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Letters as they are looked up: without tones, ü as v. */
const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replaceAll(/\p{Mark}/gu, '')
    .normalize('NFC');

/**
 * A regular expression, in what RE2 and JavaScript share, for names that a term stands for by their sound: `jingyu`,
 * `jyx`, `jingyx` and `靖yu` all for 靖宇县…. Each syllable or initial is a class of characters; an apostrophe parts
 * syllables, and the last one may be unfinished. Null for a term without letters, too long, or whose letters divide into no
 * syllables.
 */
export function pinyinPattern(term: string): string | null {
  const plain = plainLetters(term);
  if (plain.length > LONGEST || !/[a-z]/.test(plain)) return null;
  const runs = plain.match(/[a-z]+|[^a-z'’]+/g) ?? [];
  const withWays = (most: number): string | null => {
    const patterns = runs.map((run, i) =>
      /^[a-z]/.test(run) ? patternOfLetters(run, i === runs.length - 1, most) : escapePattern(run),
    );
    return patterns.includes(null) ? null : patterns.join('');
  };
  for (const most of WAYS) {
    const pattern = withWays(most);
    if (pattern === null || pattern.length <= LONGEST_PATTERN) return pattern;
  }
  return null;
}
