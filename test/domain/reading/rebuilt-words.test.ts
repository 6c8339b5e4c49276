import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { PublishedDocument } from '@/domain/published-document';
import { readBudget } from '@/domain/reading/read-budget';
import { rebuiltDocument } from '../../helpers/rebuilt-document';
import { corpusFile, hasCorpus, readCorpus } from '../../importers/pdf/corpus';
import { cmapInNode } from '@/importers/pdf/cmap-node';
import { readPublished } from '@/importers/documents/read-published';

type Row = Record<string, string>;
const rowsOf = (table: string, docId: string): Row[] =>
  Papa.parse<Row>(readFileSync(`data/${table}.csv`, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data.filter((row) => row['doc_id'] === docId);

/** Columns of the dataset and the fields of a reading that they are made of. */
const COLUMNS = {
  statement: [
    ['statement_id', 'statementId'],
    ['subject', 'subject'],
    ['amount', 'amount'],
    ['value', 'value'],
    ['value_unit', 'valueUnit'],
    ['compared_year', 'comparedYear'],
    ['basis', 'basis'],
  ],
  project: [
    ['project_id', 'projectId'],
    ['level1', 'level1'],
    ['level2', 'level2'],
    ['category', 'category'],
    ['org_name', 'orgName'],
    ['row_no', 'rowNo'],
  ],
  indicator: [
    ['project_id', 'projectId'],
    ['project_label', 'projectLabel'],
    ['row_no', 'rowNo'],
    ['level1', 'level1'],
    ['level2', 'level2'],
    ['level3', 'level3'],
    ['operator', 'operator'],
    ['target', 'target'],
    ['target_unit', 'targetUnit'],
    ['printed', 'printed'],
    ['weight', 'weight'],
  ],
  outsourcing: [
    ['project_id', 'projectId'],
    ['row_no', 'rowNo'],
    ['label', 'label'],
    ['amount', 'amount'],
    ['is_service_purchase', 'isServicePurchase'],
    ['is_procurement', 'isProcurement'],
  ],
  headcount: [
    ['kind', 'kind'],
    ['people', 'people'],
    ['as_of', 'asOf'],
    ['project_id', 'projectId'],
  ],
} as const;

const bare = (text: string): string => text.replaceAll(/[\s\u3000]+/gu, '');
const LISTS = {
  statement: 'statements',
  project: 'projects',
  indicator: 'indicators',
  outsourcing: 'outsourcing',
  headcount: 'headcounts',
} as const;

/** The budget as its transcription has it, or as a file of a format. */
async function read(name: 'jingyu' | 'yanbian', form: string): Promise<PublishedDocument> {
  if (form === 'transcription') return rebuiltDocument(name);
  const path = `rebuilt/${name}_2026.${form}`;
  return form === 'pdf' ? readCorpus(path) : readPublished(corpusFile(path), { cmap: cmapInNode });
}

describe.skipIf(!hasCorpus).each([
  ['jingyu', '220622-government-services-2026-budget'],
  ['yanbian', '222400-government-services-2026-budget'],
] as const)('%s', (name, docId) => {
  test.each(['transcription', 'docx', 'pdf', 'html'])('from its %s', async (form) => {
    const reading = readBudget(await read(name, form), { places: null });
    for (const table of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
      const columns = COLUMNS[table];
      const found = (reading[LISTS[table]] as readonly object[]).map((one) =>
        columns
          .map(([, field]) => bare(String(new Map(Object.entries(one)).get(field) ?? '')))
          .join(' | '),
      );
      const expected = rowsOf(table, docId).map((row) =>
        columns.map(([column]) => bare(row[column] ?? '')).join(' | '),
      );
      expect(found.toSorted(), table).toEqual(expected.toSorted());
    }
  });
});
