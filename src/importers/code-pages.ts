import { set_cptable } from '@e965/xlsx';

/** Windows and Macintosh code pages of old workbooks by their labels in the Encoding Standard. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  ...Array.from({ length: 9 }, (_, i) => [1250 + i, `windows-${1250 + i}`] as const),
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10003, 'euc-kr'],
  [10007, 'x-mac-cyrillic'],
  [10008, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** Code pages that the Encoding Standard lacks (437, 850 …) are Western. */
const labelOf = (codePage: number | string): string =>
  LABELS.get(Number(codePage)) ?? 'windows-1252';

let given = false;

/** Lets the workbook reader use the decoders of the browser instead of half a megabyte of tables. */
export function useCodePages(): void {
  if (given) return;
  given = true;
  set_cptable({
    utils: {
      decode: (codePage: number | string, data: string | number[] | Uint8Array) =>
        new TextDecoder(labelOf(codePage)).decode(
          typeof data === 'string'
            ? Uint8Array.from(data, (character) => character.charCodeAt(0))
            : Uint8Array.from(data),
        ),
    },
  });
}
