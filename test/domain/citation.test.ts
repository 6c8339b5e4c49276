import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex, bibtexText, gbt7714, type Cited } from '@/domain/citation';

const CITED: Cited = {
  id: '220622-财政局-2026-budget',
  title: '靖宇县财政局{2026}年预算 & 100%_#1~^\\$',
  authors: ['靖宇县财政局'],
  year: 2026,
  date: '2026-02-13',
  version: null,
  place: 'a_b.pdf',
  sha256: null,
};

/** How deep braces are nested at each place, as BibTeX counts them: escaped ones too. */
function depths(text: string): number[] {
  let depth = 0;
  return [...text].map((one) => (depth += one === '{' ? 1 : one === '}' ? -1 : 0));
}

describe('BibTeX', () => {
  test('escapes what TeX would act on, and keeps Chinese as it is', () => {
    expect(bibtex([CITED])).toBe(
      [
        '@misc{220622-2026-budget,',
        '  title = {{靖宇县财政局\\textbraceleft{}2026\\textbraceright{}年预算 \\& 100\\%\\_\\#1\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\$}},',
        '  author = {{靖宇县财政局}},',
        '  year = {2026},',
        '  date = {2026-02-13},',
        '  howpublished = {a\\_b.pdf},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('any text stays one line whose braces close', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = bibtexText(text);
        expect(escaped).not.toMatch(/[\n\r]/);
        const nested = depths(escaped);
        expect(nested.every((depth) => depth >= 0) && (nested.at(-1) ?? 0) === 0).toBe(true);
      }),
    );
  });

  test('names three of many authors, and gives each entry a key of its own', () => {
    const text = bibtex([
      { ...CITED, authors: ['甲', '乙', '丙', '丁'], id: '甲' },
      { ...CITED, id: '乙' },
      { ...CITED, authors: [], year: null, date: null, place: null, id: '丙' },
    ]);
    expect(text).toContain('author = {{甲} and {乙} and {丙} and others}');
    expect(text.match(/@misc\{[^,]+/g)).toEqual([
      '@misc{dataset',
      '@misc{dataset-2',
      '@misc{dataset-3',
    ]);
    expect(text.split('@misc{dataset-3').at(-1)).not.toMatch(/author|year|date/);
  });
});

describe('GB/T 7714', () => {
  test('a dataset', () => {
    const cited = { ...CITED, title: '两县 2026 年部门预算数据集', version: '2026.11.23' };
    expect(gbt7714({ ...cited, place: 'x.zip' }, 'DS/OL', '2026-12-01')).toBe(
      '靖宇县财政局. 两县 2026 年部门预算数据集: 2026.11.23[DS/OL]. (2026-02-13)[2026-12-01]. x.zip.',
    );
  });

  test('many authors, no date, no place', () => {
    const cited = { ...CITED, title: '预算', authors: ['甲', '乙', '丙', '丁'], date: null };
    expect(gbt7714({ ...cited, place: null }, 'EB/OL', '2026-12-01')).toBe(
      '甲, 乙, 丙, 等. 预算[EB/OL]. [2026-12-01].',
    );
  });
});
