import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toYuan, readNumber } from '@/domain/number-forms';
import type { Grid } from '@/domain/published-document';
import { readHeadcounts } from '@/domain/reading/headcounts';
import { readIndicators } from '@/domain/reading/indicators';
import { readOutsourcing } from '@/domain/reading/outsourcing';
import { readProjects } from '@/domain/reading/projects';
import type { LineReading, RowReading, TableReading } from '@/domain/reading/reading';
import { foundValue, identityOf } from '../../helpers/hand-reading';
import { tableReading } from './tables-by-hand';
import { hasTruth, truthDocument } from './truth-document';

type Row = Record<string, string>;
const rowsOf = (table: string, docId: string): Row[] =>
  Papa.parse<Row>(readFileSync(`data/${table}.csv`, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data.filter((row) => row['doc_id'] === docId);

/** Rows and amounts of a table, as far as the readings of projects and tasks ask for them. */
function withLines(
  table: TableReading,
  amountColumn: number,
  isSum: (texts: string[]) => boolean,
): TableReading {
  const rows: RowReading[] = [];
  const lines: LineReading[] = [];
  for (let rowNo = 1; rowNo <= table.table.rows - table.headerRows; rowNo++) {
    const cells = table.table.cells.filter(({ row }) => row === table.headerRows + rowNo - 1);
    const texts = cells.toSorted((a, b) => a.column - b.column).map(({ text }) => text.trim());
    const row: RowReading = {
      rowNo,
      side: 'expenditure',
      classification: 'project',
      code: null,
      label: texts.find((text) => text !== '')?.replaceAll(/\s+/g, '') ?? '',
      level: 3,
      parentRowNo: null,
      isTotal: isSum(texts),
    };
    rows.push(row);
    cells
      .filter(({ column }) => column >= amountColumn)
      .forEach(({ column, text, where }) => {
        const { value } = readNumber(text);
        const amount = value === null ? null : (toYuan(value, '万元')?.yuan ?? null);
        const state = amount === null ? 'blank' : 'number';
        lines.push({
          row,
          colNo: column + 1,
          amount,
          state,
          printed: text,
          where,
          doubts: [],
          fund: column === amountColumn ? 'all' : 'general_public',
          vintage: 'total',
          nature: 'total',
        });
      });
  }
  return { ...table, rows, lines };
}

function tablesOf(
  doc: 'jingyu_2026' | 'yanbian_2026',
  headers: { project: number },
): TableReading[] {
  const grids = truthDocument(doc).blocks.filter((block): block is Grid => block.kind === 'grid');
  const [project, outsourcing, performance] = grids.slice(9);
  const amountAt = 4;
  return [
    withLines(tableReading('project', project!, headers.project), amountAt, () => false),
    withLines(tableReading('outsourcing', outsourcing!, 2), 2, ([name = '']) =>
      /局(?:（?本级）?)?$/.test(name),
    ),
    tableReading('performance', performance!, 1),
  ];
}

describe.skipIf(!hasTruth).each([
  ['jingyu_2026', '220622-government-services-2026-budget', 3],
  ['yanbian_2026', '222400-government-services-2026-budget', 2],
] as const)('%s', (doc, docId, project) => {
  const tables = hasTruth ? tablesOf(doc, { project }) : [];
  const projects = readProjects(tables);
  const indicators = readIndicators(tables, projects);

  test('its projects', () => {
    expect(
      projects.map((one) =>
        [one.projectId, one.level1, one.level2, one.category, one.orgName, one.rowNo].join(' | '),
      ),
    ).toEqual(
      rowsOf('project', docId).map((row) =>
        [
          row['project_id'],
          row['level1'],
          row['level2'],
          row['category'],
          row['org_name'],
          row['row_no'],
        ].join(' | '),
      ),
    );
  });

  test('its targets', () => {
    const names = [
      'projectId',
      'projectLabel',
      'orgLabel',
      'rowNo',
      'level1',
      'level2',
      'level3',
      'operator',
      'target',
      'targetUnit',
      'printed',
      'weight',
    ] as const;
    const columns = [
      'project_id',
      'project_label',
      'org_label',
      'row_no',
      'level1',
      'level2',
      'level3',
      'operator',
      'target',
      'target_unit',
      'printed',
      'weight',
    ];
    expect(indicators.map((one) => names.map((name) => one[name] ?? '').join(' | '))).toEqual(
      rowsOf('indicator', docId).map((row) => columns.map((name) => row[name]).join(' | ')),
    );
  });

  test('its entrusted tasks', () => {
    expect(
      readOutsourcing(tables, projects).map((one) =>
        [
          one.projectId,
          one.rowNo,
          one.label,
          one.amount,
          one.isServicePurchase,
          one.isProcurement,
        ].join(' | '),
      ),
    ).toEqual(
      rowsOf('outsourcing', docId).map((row) =>
        [
          row['project_id'],
          row['row_no'],
          row['label'],
          row['amount'],
          row['is_service_purchase'],
          row['is_procurement'],
        ].join(' | '),
      ),
    );
  });

  test('its numbers of people', () => {
    const publishedOn = doc === 'yanbian_2026' ? foundValue('2026-02-13') : null;
    const found = readHeadcounts(
      truthDocument(doc),
      identityOf({ publishedOn }),
      tables,
      indicators,
      projects,
    );
    expect(
      found
        .map(({ asOf, kind, people, projectId }) => [asOf, kind, people, projectId].join(' | '))
        .toSorted(),
    ).toEqual(
      rowsOf('headcount', docId)
        .map((row) => [row['as_of'], row['kind'], row['people'], row['project_id']].join(' | '))
        .toSorted(),
    );
  });
});
