import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageOfReadings } from '@/domain/reading/package-of-readings';
import type { DocumentReading } from '@/domain/reading/reading';
import { summarize } from '@/domain/reading/review-summary';
import {
  CORPUS,
  hasCorpus,
  places,
  printTable,
  readCorpus,
  type ReadDocument,
} from './read-corpus';

interface Fact {
  table_id: string;
  /** From 0, header rows not counted. */
  row: string;
  col: string;
  row_label: string;
  column_path: string;
  number: string;
}

const BUDGETS = {
  jingyu_2026: ['靖宇县政务服务和数字化建设管理局', '220622', 'department'],
  yanbian_2026: ['延边朝鲜族自治州政务服务和数字化建设管理局（本级）', '222400', 'unit'],
} as const;
type Budget = keyof typeof BUDGETS;

const FORMATS = ['pdf', 'docx', 'doc', 'html', 'xlsx', 'xls'];
const VARIANTS: Readonly<Record<string, Budget>> = {
  ...Object.fromEntries(
    (['jingyu_2026', 'yanbian_2026'] as const).flatMap((budget) =>
      FORMATS.map((format) => [`${budget}.${format}`, budget]),
    ),
  ),
  'a_yanbian_yuan.xlsx': 'yanbian_2026',
  'd_jingyu_balance_two_tables.docx': 'jingyu_2026',
  'e_jingyu_gb18030.html': 'jingyu_2026',
};
const REFUSALS = {
  'g_jingyu_scanned.pdf': 'scanned_document',
  'h_jingyu_password.xlsx': 'password_protected',
  'h_yanbian_truncated.pdf': 'damaged_file',
};

const factsOf = (budget: Budget): Fact[] =>
  Papa.parse<Fact>(
    readFileSync(`${CORPUS}/rebuilt/truth/${budget}.facts.csv`, 'utf8').replace(/^\uFEFF/, ''),
    { header: true, skipEmptyLines: true },
  ).data;

const bare = (text: string): string => text.replace(/\s/g, '');
const yuan = (wanyuan: string): string => (Number(wanyuan) * 10_000).toFixed(2);
const isWeight = ({ table_id, column_path }: Fact): boolean =>
  table_id === 'performance' && column_path.startsWith('权重');
/** A number of a project that stands under the units' names. */
const isIdentifier = ({ table_id, column_path }: Fact): boolean =>
  table_id === 'performance' && column_path === '单位名称';

/** What one form of a budget prints otherwise than its transcription. */
interface Form {
  /** Its tables whose rows are counted otherwise: halves one after the other, cells cut by pages. */
  otherRows: readonly string[];
}
const formOf = (file: string): Form => ({
  otherRows: [
    ...(file.startsWith('d_') ? ['balance'] : []),
    ...(/^yanbian_2026\.(pdf|docx?)$/.test(file) ? ['performance'] : []),
  ],
});

const described = (
  { otherRows }: Form,
  table: string,
  [row, col]: readonly [number, number],
  [label, header, amount]: readonly [string, string, string],
): string => {
  const place = otherRows.includes(table) ? `…/${col}` : `${row}/${col}`;
  const name = table === 'performance' ? '' : bare(label.split('|')[0] ?? '');
  return `${table} ${place} ${name} | ${bare(header)} = ${amount}`;
};

/** Each amount as table, row, column, what its row and column say, and yuan. */
const amountsOf = ({ tables }: DocumentReading, form: Form): string[] =>
  tables.flatMap(({ tableId, lines, columns }) =>
    lines.flatMap(({ row, colNo, amount }) => {
      if (amount === null) return [];
      const header = columns.find((column) => column.colNo === colNo)?.header ?? '';
      const label = `${row.code ?? ''}${row.label}`;
      return [described(form, tableId, [row.rowNo, colNo], [label, header, amount])];
    }),
  );

const truthOf = (budget: Budget, form: Form): string[] =>
  factsOf(budget)
    .filter((fact) => !isWeight(fact) && !isIdentifier(fact))
    .map(({ table_id, row, col, row_label, column_path, number }) =>
      described(
        form,
        table_id,
        [Number(row) + 1, Number(col) + 1],
        [row_label, column_path, yuan(number)],
      ),
    );

describe.skipIf(!hasCorpus)('the two source budgets in every format (../shared/corpus)', () => {
  const read = new Map<string, ReadDocument>();
  beforeAll(async () => {
    for (const file of [...Object.keys(VARIANTS), ...Object.keys(REFUSALS)]) {
      read.set(file, await readCorpus('rebuilt', file));
    }
  }, 120_000);

  const readingOf = (file: string): DocumentReading => {
    const reading = read.get(file)?.reading;
    if (!reading) throw new Error(`${file} was refused: ${read.get(file)?.refused}`);
    return reading;
  };

  afterAll(() =>
    printTable([
      ['file', 'refused', 'organization', 'tables', 'amounts', 'truth', 'doubts', 'unread', 'sums'],
      ...[...read.values()].map(({ file, reading, refused }) => {
        const counts = reading && summarize(reading);
        const budget = VARIANTS[file];
        return [
          file,
          refused ?? '',
          reading?.identity.organization?.value ?? '',
          counts?.tables ?? '',
          counts?.amounts ?? '',
          budget ? truthOf(budget, formOf(file)).length : '',
          counts?.doubts ?? '',
          counts ? `${counts.unread}/${counts.unreadAmounts}` : '',
          counts ? `${counts.closing}/${counts.equations}` : '',
        ];
      }),
    ]),
  );

  describe.each(Object.entries(VARIANTS))('%s', (file, budget) => {
    test('every amount stands in its table, row and column, and no other', () => {
      const form = formOf(file);
      const found = amountsOf(readingOf(file), form);
      expect(found.toSorted()).toEqual(truthOf(budget, form).toSorted());
    });

    test('every weight stands with its target', () => {
      const weights = factsOf(budget).filter(isWeight);
      const found = readingOf(file).indicators.map(({ rowNo, weight }) => `${rowNo} ${weight}`);
      expect(found).toEqual(weights.map(({ row, number }) => `${Number(row) + 1} ${number}`));
    });

    test('whose budget it is', () => {
      const { identity } = readingOf(file);
      const [organization, code, scope] = BUDGETS[budget];
      expect({
        organization: identity.organization?.value,
        code: identity.jurisdiction?.value,
        year: identity.fiscalYear?.value,
        stage: identity.stage?.value,
        scope: identity.scope?.value,
      }).toEqual({ organization, code, year: 2026, stage: 'budget', scope });
    });
  });

  test.each(Object.keys(BUDGETS))('%s: its formats together print each project once', (budget) => {
    const files = FORMATS.map((format) => `${budget}.${format}`);
    const readings = files.map((file) => ({
      reading: readingOf(file),
      source: { file, sha256: file },
    }));
    const { rows, outcomes } = packageOfReadings(readings, { places });
    expect(new Set(outcomes.map(({ docId }) => docId)).size).toBe(1);
    const inTable = rows.project.map(({ row_no }) => row_no);
    expect(inTable.length).toBeGreaterThan(1);
    expect(new Set(inTable).size).toBe(inTable.length);
  });

  test.each(Object.entries(REFUSALS))('%s is refused: %s', (file, code) => {
    expect(read.get(file)).toMatchObject({ reading: null, refused: code });
  });
});

test.runIf(!hasCorpus)('without ../shared/corpus the documents are not measured', () => {
  expect(hasCorpus).toBe(false);
});
