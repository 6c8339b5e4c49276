import type { LocalEngine } from '@/db/duckdb';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import type { StageInput } from '@/db/loading/stage';
import type { Scope } from '@/domain/vocabulary';

/** One budget in yuan; what is left out is not printed. */
export interface MadeBudget {
  total: number | null;
  project?: number;
  people?: number;
  /** Functional classes below the total, by code. */
  classes?: Readonly<Record<string, number | null>>;
}

export interface MadeOrganization {
  id: string;
  name: string;
  place: string;
  scope?: Scope;
  years: Readonly<Record<number, MadeBudget>>;
  /** Years with a second document of the same stage. */
  twice?: readonly number[];
}

const PLACES = [
  ['220000', '吉林省', 'province', ''],
  ['220600', '白山市', 'prefecture', '220000'],
  ['220621', '抚松县', 'county', '220600'],
  ['220622', '靖宇县', 'county', '220600'],
  ['222400', '延边朝鲜族自治州', 'prefecture', '220000'],
  ['222401', '延吉市', 'county', '222400'],
] as const;

/** Ten organizations over three years: gaps, a zero total, a total that is blank, a unit beside departments. */
export const MADE: readonly MadeOrganization[] = [
  {
    id: 'a',
    name: '靖宇县财政局',
    place: '220622',
    years: {
      2024: { total: 1000 },
      2025: { total: 1200, project: 300 },
      2026: { total: 1500, project: 750, people: 10 },
    },
  },
  {
    id: 'b',
    name: '抚松县财政局',
    place: '220621',
    years: { 2024: { total: 2000 }, 2026: { total: 2600, project: 520, people: 20 } },
  },
  {
    id: 'c',
    name: '延吉市财政局',
    place: '222401',
    years: { 2025: { total: 0 }, 2026: { total: 3000, project: 0 } },
  },
  {
    id: 'd',
    name: '延边朝鲜族自治州财政局',
    place: '222400',
    years: { 2025: { total: 9000 }, 2026: { total: 8100, project: 900, people: 30 } },
  },
  {
    id: 'e',
    name: '靖宇县教育局',
    place: '220622',
    years: { 2025: { total: 20_000 }, 2026: { total: 26_000, project: 2600 } },
  },
  { id: 'f', name: '抚松县教育局', place: '220621', years: { 2026: { total: null, project: 10 } } },
  {
    id: 'g',
    name: '靖宇县财政局（本级）',
    place: '220622',
    scope: 'unit',
    years: { 2025: { total: 800 }, 2026: { total: 900 } },
  },
  {
    id: 'h',
    name: '延吉市教育局',
    place: '222401',
    years: {
      2024: { total: 26_000 },
      2025: { total: 26_000 },
      2026: { total: 26_000, project: 13_000 },
    },
  },
  {
    id: 'i',
    name: '抚松县审计局',
    place: '220621',
    years: { 2026: { total: 1400, project: 140 } },
  },
  {
    id: 'j',
    name: '延吉市审计局',
    place: '222401',
    years: { 2026: { total: 1450, project: 145 } },
  },
];

const csv = (
  table: StageInput['table'],
  rows: readonly (readonly (string | number)[])[],
): StageInput => ({
  table,
  file: `${table}.csv`,
  format: 'csv',
  bytes: new TextEncoder().encode(`${rows.map((row) => row.join(',')).join('\n')}\n`),
});

/** Id of the made document of an organization and year. */
export const madeDoc = (org: string, year: number): string => `${org}-${year}`;

function linesOf(doc: string, { total, project, classes = {} }: MadeBudget): (string | number)[][] {
  const cell = (
    row: number,
    code: string,
    nature: string,
    column: number,
    amount?: number | null,
  ) =>
    amount === undefined
      ? []
      : [
          [
            doc,
            'expenditure',
            row,
            column,
            code ? 1 : '',
            'expenditure',
            'function',
            code,
            code || '合计',
            code ? 1 : 0,
            code ? 'false' : 'true',
            'all',
            'total',
            nature,
            amount ?? '',
            amount === null ? 'blank' : amount === 0 ? 'zero' : 'number',
            amount ?? '',
          ],
        ];
  return [
    ...cell(1, '', 'total', 3, total),
    ...cell(1, '', 'project', 5, project),
    ...Object.entries(classes).flatMap(([code, amount], i) =>
      cell(i + 2, code, 'total', 3, amount),
    ),
  ];
}

/** The package of these organizations' budgets, file by file. */
export function madePackage(made: readonly MadeOrganization[] = MADE): StageInput[] {
  const budgets = made.flatMap((org) =>
    Object.entries(org.years).map(([year, budget]) => ({
      org,
      year: Number(year),
      budget,
      doc: madeDoc(org.id, Number(year)),
    })),
  );
  return [
    csv('jurisdiction', [
      ['code', 'name', 'level', 'parent_code'],
      ...PLACES.map(([code, name, level, parent]) => [code, name, level, parent]),
    ]),
    csv('organization', [
      ['org_id', 'name', 'jurisdiction_code', 'scope'],
      ...made.map(({ id, name, place, scope }) => [id, name, place, scope ?? 'department']),
    ]),
    csv('document', [
      ['doc_id', 'org_id', 'fiscal_year', 'stage', 'printed_unit'],
      ...budgets.map(({ org, year, doc }) => [doc, org.id, year, 'budget', '元']),
      ...made.flatMap(({ id, twice = [] }) =>
        twice.map((year) => [`${madeDoc(id, year)}-again`, id, year, 'budget', '元']),
      ),
    ]),
    csv('line', [
      [
        'doc_id',
        'table_id',
        'row_no',
        'col_no',
        'parent_row_no',
        'side',
        'classification',
        'code',
        'label',
        'level',
        'is_total',
        'fund',
        'vintage',
        'nature',
        'amount',
        'state',
        'printed',
      ],
      ...budgets.flatMap(({ doc, budget }) => linesOf(doc, budget)),
    ]),
    csv('headcount', [
      ['org_id', 'doc_id', 'as_of', 'kind', 'people', 'source'],
      ...budgets.flatMap(({ org, doc, year, budget: { people } }) =>
        people === undefined ? [] : [[org.id, doc, `${year}-01-01`, 'actual', people, 'made']],
      ),
    ]),
  ];
}

/** An engine of its own with these organizations' budgets. */
export async function severalYears(made: readonly MadeOrganization[] = MADE): Promise<LocalEngine> {
  const engine = await openEngineInNode();
  await loadPackage(engine, madePackage(made));
  return engine;
}
