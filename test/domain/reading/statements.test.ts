import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { DocumentIdentity, StatementReading } from '@/domain/reading/reading';
import { readStatements } from '@/domain/reading/statements';
import { foundValue, identityOf } from '../../helpers/hand-reading';
import { hasTruth, truthDocument } from './truth-document';

interface Row {
  doc_id: string;
  statement_id: string;
  subject: string;
  amount: string;
  value: string;
  value_unit: string;
  compared_year: string;
  basis: string;
}
const rows = Papa.parse<Row>(readFileSync('data/statement.csv', 'utf8').replace(/^\ufeff/, ''), {
  header: true,
  skipEmptyLines: true,
}).data;

const expected = (docId: string): string[] =>
  rows
    .filter((row) => row.doc_id === docId)
    .map((row) =>
      [
        row.statement_id,
        row.subject,
        row.amount,
        row.value,
        row.value_unit,
        row.compared_year,
        row.basis,
      ].join(' | '),
    );
const shown = (one: StatementReading): string =>
  [one.statementId, one.subject, one.amount, one.value, one.valueUnit, one.comparedYear, one.basis]
    .map((part) => part ?? '')
    .join(' | ');

const identity = (organization: string): DocumentIdentity =>
  identityOf({ organization: foundValue(organization) });

describe.skipIf(!hasTruth)('the source budgets, from their transcription', () => {
  test.each([
    ['jingyu_2026', '220622-government-services-2026-budget', '靖宇县政务服务和数字化建设管理局'],
    [
      'yanbian_2026',
      '222400-government-services-2026-budget',
      '延边朝鲜族自治州政务服务和数字化建设管理局（本级）',
    ],
  ] as const)('%s states what the data package has', (doc, docId, organization) => {
    const found = readStatements(truthDocument(doc), identity(organization)).map(shown);
    expect(found).toEqual(expected(docId));
  });
});
