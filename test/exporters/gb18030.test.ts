import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '@/exporters/gb18030';

const decode = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);
const hex = (text: string): string => Buffer.from(gb18030(text)).toString('hex');

describe('GB18030', () => {
  it('writes the codes of the standard', () => {
    expect(hex('A中€')).toBe('41d6d0a2e3');
    expect(hex('㐀')).toBe('8139ee39');
    expect(hex('\u0080')).toBe('81308130');
    expect(hex('😀')).toBe('9439fc36');
    expect(hex('\u{10FFFF}')).toBe('e3329a35');
    expect(hex('\uFFFD')).toBe('8431a437');
  });

  it('gives back every character there is, or says that it has no code', () => {
    const without: { character: string; message: string }[] = [];
    const block = 0x400;
    for (let start = 0; start < 0x110000; start += block) {
      const characters = Array.from({ length: block }, (_, i) => start + i)
        .filter((point) => point < 0xd800 || point >= 0xe000)
        .map((point) => String.fromCodePoint(point))
        .filter((character) => {
          try {
            return gb18030(character).length > 0;
          } catch (error) {
            without.push({ character, message: (error as Error).message });
            return false;
          }
        });
      expect(decode(gb18030(characters.join('')))).toBe(characters.join(''));
    }
    expect(without.every(({ character }) => /[\uE000-\uF8FF]/.test(character))).toBe(true);
    expect(without.every(({ message }) => message.includes('has no code in GB18030'))).toBe(true);
    expect(without.length).toBeLessThan(40);
  });

  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const plain = [...text].filter((one) => !/[\uE000-\uF8FF]/.test(one)).join('');
        expect(decode(gb18030(plain))).toBe(plain.toWellFormed());
      }),
      { numRuns: 40 },
    );
  });

  it('writes half of a pair as the replacement character', () => {
    expect(decode(gb18030('a\uD800b'))).toBe('a\uFFFDb');
  });
});
