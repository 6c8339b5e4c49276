/**
 * Makes src/domain/pinyin-syllables.ts: the characters of each syllable without tones, from the npm package pinyin-pro.
 * Run it again with `npx tsx src/cli/make-pinyin.ts`.
 *
 * - The characters are those of GB/T 2312 and of the names of places in data/jurisdiction.csv.
 * - A character stands under every syllable it can be read as, and under the one it has in the name of a place.
 * - ü is written v.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin, polyphonic } from 'pinyin-pro';
import { groupBy } from '@/domain/group';

const PLACES = 'data/jurisdiction.csv';
const OUTPUT = 'src/domain/pinyin-syllables.ts';
const HAN = /\p{Script=Han}/u;
const SYLLABLE = /^[a-z]+$/;
const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;
/** First and last bytes of the rows of characters in GB/T 2312. */
const ROWS = [0xb0, 0xf7] as const;
const CELLS = [0xa1, 0xfe] as const;

const range = ([first, last]: readonly [number, number]): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

const decoder = new TextDecoder('gbk');
const standard = range(ROWS).flatMap((row) =>
  range(CELLS).map((cell) => decoder.decode(Uint8Array.of(row, cell))),
);
const names = readFileSync(PLACES, 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split(',').slice(1, 3));

const readings = new Set<string>();
const read = (character: string, syllables: readonly string[]): void => {
  if (!HAN.test(character)) return;
  for (const syllable of syllables) {
    if (SYLLABLE.test(syllable)) readings.add(`${syllable} ${character}`);
  }
};
for (const character of new Set([...standard, ...names.join('')])) {
  read(character, polyphonic(character, OPTIONS).flat());
}
for (const name of names) {
  const syllables = pinyin(name, OPTIONS);
  [...name].forEach((character, i) => read(character, [syllables[i] ?? '']));
}

const bySyllable = groupBy([...readings].toSorted(), (reading) => reading.split(' ')[0] ?? '');
const lines = groupBy(
  [...bySyllable].map(
    ([syllable, pairs]) => syllable + pairs.map((pair) => pair.slice(syllable.length + 1)).join(''),
  ),
  (text) => text.charAt(0),
);
writeFileSync(
  OUTPUT,
  `/** Characters by syllable without tones (ü is v), made by src/cli/make-pinyin.ts: \`a阿啊…ai哀…\`. */
export const PINYIN_SYLLABLES = [
${[...lines.values()].map((texts) => `  '${texts.join('')}',`).join('\n')}
].join('');
`,
);
