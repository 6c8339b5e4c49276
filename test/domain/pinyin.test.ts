import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { pinyinPattern } from '@/domain/pinyin';
import { PINYIN_SYLLABLES } from '@/domain/pinyin-syllables';

const readings = new Map<string, string[]>();
for (const [, syllable = '', characters = ''] of PINYIN_SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g)) {
  for (const character of characters) {
    readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
}

const finds = (term: string, name: string): boolean => {
  const pattern = pinyinPattern(term);
  return pattern !== null && new RegExp(pattern, 'u').test(name);
};

/** The same question answered letter by letter along the name. */
function sounds(letters: string, name: string, isInside = false): boolean {
  if (letters === '') return isInside;
  const [first = '', ...others] = [...name];
  if (first === '') return false;
  const rest = others.join('');
  const goesOn = (readings.get(first) ?? []).some((syllable) => {
    if (syllable.startsWith(letters)) return true;
    const parts = [syllable, syllable.charAt(0), /^[zcs]h/.exec(syllable)?.[0] ?? ''].filter(
      Boolean,
    );
    return parts.some(
      (part) => letters.startsWith(part) && sounds(letters.slice(part.length), rest, true),
    );
  });
  return goesOn || (!isInside && sounds(letters, rest));
}

const character = fc.constantFrom(...readings.keys());
/** A name with one reading of each of its characters. */
const read = fc
  .array(
    character.chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...readings.get(one)!))),
    { minLength: 1, maxLength: 8 },
  )
  .map((pairs) => ({
    name: pairs.map(([one]) => one).join(''),
    syllables: pairs.map(([, syllable]) => syllable),
  }));

describe('names by their sound', () => {
  const NAME = '靖宇县政务服务和数字化建设管理局';

  test.each([
    'jingyu',
    'jy',
    'jyx',
    'jingyuxian',
    'jingyx',
    'jyxian',
    'jingy',
    'zw',
    'zhengwu',
    'zhw',
  ])('%s finds 靖宇县政务…', (term) => expect(finds(term, NAME)).toBe(true));

  test('an unfinished last syllable is enough, one in the middle is not', () => {
    expect(finds('jingyuxia', NAME)).toBe(true);
    expect(finds('jiyu', NAME)).toBe(false);
  });

  test('letters that divide in two ways find both', () => {
    expect(finds('xian', '西安市')).toBe(true);
    expect(finds('xian', '靖宇县')).toBe(true);
    expect(finds("xi'an", '西安市')).toBe(true);
    expect(finds("xi'an", '靖宇县')).toBe(false);
    expect(finds('fangan', '方案')).toBe(true);
    expect(finds('fangan', '反感')).toBe(true);
  });

  test('a character with several sounds is found by each', () => {
    expect(finds('changchun', '长春市')).toBe(true);
    expect(finds('zhangzi', '长子县')).toBe(true);
    expect(finds('chongqing', '重庆市')).toBe(true);
    expect(finds('yinhang', '银行')).toBe(true);
  });

  test('tones, capitals and ü are understood', () => {
    expect(finds('JǏNGYǓ', '井宇')).toBe(true);
    expect(finds('lüliang', '吕梁市')).toBe(true);
    expect(finds('lvliang', '吕梁市')).toBe(true);
  });

  test('Chinese and letters mix', () => {
    expect(finds('靖yu', NAME)).toBe(true);
    expect(finds('靖宇zw', '靖宇政务')).toBe(true);
  });

  test('what has no letters, or letters that are no syllables, has no pattern', () => {
    expect(pinyinPattern('靖宇')).toBeNull();
    expect(pinyinPattern('')).toBeNull();
    expect(pinyinPattern('iii')).toBeNull();
    expect(pinyinPattern('j'.repeat(60))).toBeNull();
  });

  test('signs stand for themselves', () => {
    expect(finds('(bj', '财政局(本级)')).toBe(true);
    expect(finds('[bj', '财政局(本级)')).toBe(false);
  });
});

describe('of any name', () => {
  test('the whole sound and the initials find it', () => {
    fc.assert(
      fc.property(read, ({ name, syllables }) => {
        expect(finds(syllables.join(''), name)).toBe(true);
        expect(finds(syllables.map((syllable) => syllable.charAt(0)).join(''), name)).toBe(true);
        expect(finds(syllables.join("'"), name)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('so does the sound as a dictionary gives it', () => {
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 5 }), (characters) => {
        const name = characters.join('');
        const sound = pinyin(name, { toneType: 'none', type: 'array', v: true });
        if (sound.some((syllable) => !/^[a-z]+$/.test(syllable))) return;
        expect(finds(sound.join(''), name)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('a pattern finds exactly what the sounds of the characters allow', () => {
    const letters = fc
      .tuple(read, fc.nat({ max: 12 }), fc.nat({ max: 4 }))
      .map(([{ syllables }, length, from]) => syllables.join('').slice(from, from + length + 1));
    fc.assert(
      fc.property(read, letters, ({ name }, term) => {
        expect(finds(term, name)).toBe(sounds(term, name));
      }),
      { numRuns: 500 },
    );
  });
});
