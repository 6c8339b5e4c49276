import type { OPERATORS } from './vocabulary';

export type Operator = (typeof OPERATORS)[number];

export const OPERATOR_SIGNS: Readonly<Record<Operator, string>> = {
  '<=': '≤',
  '<': '<',
  '=': '',
  '>': '>',
  '>=': '≥',
};

export const TARGET_TYPES = [
  'quantity',
  'quality',
  'time',
  'cost',
  'benefit',
  'satisfaction',
  'other',
] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** Words of the printed types; a second-level word says more than a first-level one. */
const TYPE_WORDS: readonly (readonly [RegExp, TargetType])[] = [
  [/满意/, 'satisfaction'],
  [/成本/, 'cost'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|进度/, 'time'],
  [/效益|影响/, 'benefit'],
];

/** Type of a performance target by the words printed for its first and second level. */
export function targetType(level1: string | null, level2: string | null): TargetType {
  for (const text of [level2, level1]) {
    const known = TYPE_WORDS.find(([words]) => text !== null && words.test(text));
    if (known) return known[1];
  }
  return 'other';
}

/** A performance target of a project as printed. */
export interface ProjectTarget {
  doc_id: string;
  project_id: string | null;
  row_no: number;
  level1: string | null;
  level2: string | null;
  level3: string;
  explanation: string | null;
  operator: Operator | null;
  target: number | null;
  target_unit: string | null;
  printed: string | null;
  weight: number | null;
}

/** People that a project pays, as its document states them. */
export interface ProjectPeople {
  doc_id: string;
  project_id: string;
  kind: 'contracted' | 'window';
  people: number;
  source: string;
}

/** How many targets of a type an organization's document prints, with a number to reach or without. */
export interface TargetCount {
  doc_id: string;
  type: TargetType;
  measurable: number;
  others: number;
}

/** Counts by printed words of the types. */
export interface TargetCountRow {
  doc_id: string;
  level1: string | null;
  level2: string | null;
  targets: number;
  measurable: number;
}

/** Counts by type, one for each type of each document; types that none of them has are left out. */
export function countTargets(
  rows: readonly TargetCountRow[],
  docs: readonly string[],
): TargetCount[] {
  const counts = new Map<string, TargetCount>();
  for (const row of rows) {
    const type = targetType(row.level1, row.level2);
    const key = `${row.doc_id}\t${type}`;
    const { measurable, others } = counts.get(key) ?? { measurable: 0, others: 0 };
    counts.set(key, {
      doc_id: row.doc_id,
      type,
      measurable: measurable + row.measurable,
      others: others + row.targets - row.measurable,
    });
  }
  const printed = docs.filter((doc) => rows.some(({ doc_id }) => doc_id === doc));
  return TARGET_TYPES.filter((type) =>
    [...counts.values()].some((one) => one.type === type),
  ).flatMap((type) =>
    printed.map(
      (doc_id) => counts.get(`${doc_id}\t${type}`) ?? { doc_id, type, measurable: 0, others: 0 },
    ),
  );
}
