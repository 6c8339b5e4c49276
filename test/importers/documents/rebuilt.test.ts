import { afterAll, describe, expect, test } from 'vitest';
import { bestAgreement, gridsOf, hasCorpus, readDocument, REBUILT, truthOf } from './truth';

/** File, the budget it shows, and whether it prints one table page by page. */
const FILES = [
  ['jingyu_2026.docx', 'jingyu_2026', true],
  ['jingyu_2026.doc', 'jingyu_2026', true],
  ['jingyu_2026.html', 'jingyu_2026', false],
  ['e_jingyu_gb18030.html', 'jingyu_2026', false],
  ['jingyu_2026.xlsx', 'jingyu_2026', false],
  ['jingyu_2026.xls', 'jingyu_2026', false],
  ['yanbian_2026.docx', 'yanbian_2026', true],
  ['yanbian_2026.doc', 'yanbian_2026', true],
  ['yanbian_2026.html', 'yanbian_2026', false],
  ['yanbian_2026.xlsx', 'yanbian_2026', false],
  ['yanbian_2026.xls', 'yanbian_2026', false],
] as const;

describe.skipIf(!hasCorpus)('rebuilt documents', () => {
  const figures: string[] = [];
  afterAll(() =>
    process.stdout.write(`${['file  tables  cells equal  spans equal', ...figures].join('\n')}\n`),
  );

  test.each(FILES)('%s shows every cell of every table', async (file, doc, paged) => {
    const document = await readDocument(`${REBUILT}/${file}`);
    const grids = gridsOf(document);
    const { tables } = truthOf(doc, paged);
    const found = tables.map((table) => bestAgreement(grids, table));
    const sum = (of: (each: (typeof found)[number]) => number) =>
      found.reduce((all, each) => all + of(each), 0);
    figures.push(
      `${file}  ${tables.length}  ${sum(({ equal }) => equal)}/${sum(({ cells }) => cells)}  ${sum(({ equalSpans }) => equalSpans)}/${sum(({ spans }) => spans)}`,
    );
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
  });

  test('d_jingyu_balance_two_tables.docx shows the two halves of one table as two', async () => {
    const grids = gridsOf(await readDocument(`${REBUILT}/d_jingyu_balance_two_tables.docx`));
    const [balance, ...others] = truthOf('jingyu_2026', true).tables;
    /** Rows that the half has text in. */
    const half = (from: number, to: number) => {
      const cells = balance!.cells.map((each) => each.slice(from, to));
      const last = cells.findLastIndex((each) => each.some((cell) => cell && cell.text !== ''));
      return { ...balance!, cells: cells.slice(0, last + 1) };
    };
    const found = [half(0, 4), ...others].map((table) => bestAgreement(grids, table));
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
    const texts = grids[1]!.cells.map(({ text }) => text);
    const wanted = half(4, 8)
      .cells.flat()
      .flatMap((cell) => (cell?.text ? [cell.text] : []));
    expect(texts.filter((text) => text !== '')).toEqual(wanted);
  });
});
