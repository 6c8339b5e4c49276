import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { ask } from '@/db/engine';
import { JINGYU, sourceBudgets, YANBIAN } from '../helpers/engine';

const TRUTH = '../shared/corpus/rebuilt/truth';

interface Fact {
  table_id: string;
  row: string;
  col: string;
  text_as_published: string;
}

interface Cell {
  place: string;
  printed: string;
}

const cells = async (doc: string): Promise<Map<string, string>> => {
  const rows = await ask<Cell>(await sourceBudgets(), {
    sql: `
    SELECT CONCAT(table_id, ' ', row_no, ' ', col_no) AS place, printed FROM line
    WHERE doc_id = ? AND printed IS NOT NULL
    UNION ALL
    SELECT CONCAT('performance ', i.row_no, ' ', c.col_no), CASE c.role
      WHEN 'weight' THEN CAST(CAST(i.weight AS INTEGER) AS VARCHAR) ELSE i.org_label END
    FROM indicator i JOIN printed_column c ON c.doc_id = i.doc_id AND c.table_id = 'performance'
      AND c.role IN ('weight', 'org_name')
    WHERE i.doc_id = ?`,
    params: [doc, doc],
  });
  return new Map(rows.map(({ place, printed }) => [place, printed]));
};

describe.skipIf(!existsSync(TRUTH))('the transcription of', () => {
  test.each([
    ['jingyu_2026', JINGYU, 247],
    ['yanbian_2026', YANBIAN, 1202],
  ])('%s has every printed figure in its cell', async (name, doc, count) => {
    const text = readFileSync(`${TRUTH}/${name}.facts.csv`, 'utf8').replace(/^\uFEFF/, '');
    const facts = Papa.parse<Fact>(text, { header: true, skipEmptyLines: true }).data;
    expect(facts).toHaveLength(count);
    const found = await cells(doc);
    const wrong = facts.filter(({ table_id, row, col, text_as_published }) => {
      const place = `${table_id} ${Number(row) + 1} ${Number(col) + 1}`;
      return found.get(place) !== text_as_published.trim();
    });
    expect(wrong).toEqual([]);
  });
});

test('every amount is its printed text in the unit of its table', async () => {
  const rows = await ask(await sourceBudgets(), {
    sql: `
    SELECT l.* FROM line l
    JOIN printed_table t ON t.doc_id = l.doc_id AND t.table_id = l.table_id
    WHERE (l.amount IS NULL) <> (l.printed IS NULL)
      OR (t.printed_unit = '万元' AND l.amount <> CAST(l.printed AS DECIMAL(18,6)) * 10000)
      OR t.printed_unit <> '万元'`,
  });
  expect(rows).toEqual([]);
});
