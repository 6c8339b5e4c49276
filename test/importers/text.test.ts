import { describe, expect, test } from 'vitest';
import { readText } from '@/importers/text';
import { inGb18030, inUtf16, inUtf8 } from './bytes';

const CHINESE = '单位名称,预算金额,备注\n靖宇县政务服务局,123.45,工资福利支出\n';
const read = async (bytes: Uint8Array) => {
  const { encoding, blob, invalid } = await readText(new Blob([bytes as BlobPart]));
  return { encoding, text: await blob.text(), invalid };
};
const cut = (bytes: Uint8Array, at: number) =>
  Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]);

describe('encodings by content', () => {
  test.each([
    ['ASCII', inUtf8('a,b\n'), 'utf-8', 'a,b\n'],
    ['UTF-8', inUtf8(CHINESE), 'utf-8', CHINESE],
    ['UTF-16', inUtf16(`\uFEFF${CHINESE}`), 'utf-16le', CHINESE],
    ['UTF-16 big-endian', inUtf16(`\uFEFF${CHINESE}`, true), 'utf-16be', CHINESE],
    ['UTF-16 without a mark', inUtf16(CHINESE), 'utf-16le', CHINESE],
    ['GB18030', inGb18030(CHINESE), 'gb18030', CHINESE],
    ['GBK beyond GB2312', inGb18030('朱镕基,旻\n'), 'gb18030', '朱镕基,旻\n'],
    [
      'four bytes of GB18030',
      Uint8Array.of(0x82, 0x30, 0x81, 0x30, 0x2c, 0xb0, 0xa1),
      'gb18030',
      '\u2E8A,啊'.replace(
        '\u2E8A',
        new TextDecoder('gb18030').decode(Uint8Array.of(0x82, 0x30, 0x81, 0x30)),
      ),
    ],
    [
      'Big5',
      Uint8Array.from([
        0xb9, 0x77, 0xba, 0xe2, 0x2c, 0xaa, 0xf7, 0xc3, 0x42, 0x0a, 0xa4, 0x40, 0xaf, 0xeb, 0x2c,
        0xa4, 0xbd, 0xb0, 0xc8, 0x0a, 0xa4, 0x48, 0xad, 0xfb,
      ]),
      'big5',
      '預算,金額\n一般,公務\n人員',
    ],
    [
      'Western',
      Uint8Array.from([
        ...inUtf8('Ville,Co'),
        0xfb,
        ...inUtf8('t\nOrl'),
        0xe9,
        ...inUtf8('ans,5\n'),
      ]),
      'windows-1252',
      'Ville,Coût\nOrléans,5\n',
    ],
  ])('%s', async (_, bytes, encoding, text) => {
    expect(await read(bytes)).toEqual({ encoding, text, invalid: false });
  });

  test('UTF-8 passes as the very blob, its mark included', async () => {
    const blob = new Blob([`\uFEFF${CHINESE}`]);
    expect((await readText(blob)).blob).toBe(blob);
  });

  test('UTF-8 with a lost byte stays UTF-8, GB18030 with one stays GB18030', async () => {
    const utf8 = await read(cut(inUtf8(CHINESE.repeat(3)), 1));
    expect(utf8).toMatchObject({ encoding: 'utf-8', invalid: true });
    const gb18030 = await read(Uint8Array.from([...inGb18030(CHINESE.repeat(3)), 0xff, 0x0a]));
    expect(gb18030).toMatchObject({ encoding: 'gb18030', invalid: true });
    expect(gb18030.text.startsWith(CHINESE)).toBe(true);
  });

  test('a character over the edge of two pieces stays whole', async () => {
    const text = `${'x'.repeat(4 * 1024 * 1024 - 1)}预算,靖宇县政务服务局\n`;
    for (const bytes of [inUtf8(text), inGb18030(text)]) {
      const read = await readText(new Blob([bytes]));
      expect(await read.blob.text()).toBe(text);
    }
  });
});

describe('line ends', () => {
  const scan = async (text: string) => {
    const { ends, blank, blankAtEnd, nul, long } = (await readText(new Blob([text]))).lines;
    return { ends: [...ends].toSorted(), blank, blankAtEnd, nul, long };
  };
  const plain = { ends: ['\n'], blank: false, blankAtEnd: false, nul: false, long: false };

  test.each([
    ['a\nb\n', plain],
    ['a\r\nb\r\n', { ...plain, ends: ['\r\n'] }],
    ['a\rb\r', { ...plain, ends: ['\r'] }],
    ['a\nb\r\nc', { ...plain, ends: ['\n', '\r\n'] }],
    ['a\r\nb\rc', { ...plain, ends: ['\r', '\r\n'] }],
    ['a\n\nb', { ...plain, blank: true }],
    ['a\r\n\r\nb', { ...plain, ends: ['\r\n'], blank: true }],
    ['\na', { ...plain, blank: true }],
    ['\r\na', { ...plain, ends: ['\r\n'], blank: true }],
    ['a\n\n\n', { ...plain, blankAtEnd: true }],
    ['a\0\n', { ...plain, nul: true }],
    ['x'.repeat(1_000_001) + '\n', { ...plain, long: true }],
    ['x\n'.repeat(1_000_000), plain],
  ])('%#', async (text, expected) => {
    expect(await scan(text)).toEqual(expected);
  });

  test.each([-1, 0, 1])('an end over the edge of two pieces, %i', async (shift) => {
    const piece = 4 * 1024 * 1024;
    const before = 'ab\r\n'.repeat((piece - 8) / 4) + 'x'.repeat(7 + shift);
    expect(await scan(`${before}\r\nc\r\n`)).toMatchObject({ ends: ['\r\n'], blank: false });
    expect(await scan(`${before}\r\n\r\nc\r\n`)).toMatchObject({ ends: ['\r\n'], blank: true });
  });
});
