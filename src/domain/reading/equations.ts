import { Decimal } from 'decimal.js';
import { YUAN_PER_UNIT } from '@/domain/money';
import { readNumber } from '@/domain/number-forms';
import type { Fund, Nature, Vintage } from '@/domain/vocabulary';
import type { Equation, LineReading, PrintedUnit } from './reading';

/** What is known of a table beside its lines. */
export interface EquationContext {
  unit: PrintedUnit;
  /** Rows whose parts are not all printed: their parts are not summed. */
  partial: ReadonlySet<number>;
  /** Columns of amounts were left out, so that sums across the columns need not come out. */
  columnsLeftOut: boolean;
}

type Kind = Equation['kind'];

const NATURE_PARTS: readonly Nature[] = [
  'basic',
  'project',
  'business',
  'to_superior',
  'to_subordinate',
];
const BASIC_PARTS: readonly Nature[] = ['personnel', 'operating'];
const APPROPRIATION_PARTS: readonly Fund[] = ['general_public', 'gov_fund', 'state_capital'];
const INSTITUTION_PARTS: readonly Fund[] = [
  'institution_business',
  'institution_operation',
  'superior_subsidy',
  'subordinate_payment',
  'other_income',
];

const MAX_DECIMALS = 6;

/** Decimals the amounts of a table are printed with. */
function printedDecimals(lines: readonly LineReading[]): number {
  let most = 0;
  for (const { printed, state } of lines) {
    if (state !== 'number') continue;
    const value = readNumber(printed).value ?? '';
    const digits = /\.(\d+)\D*$/.exec(printed.replace(/\s/gu, ''))?.[1]?.length ?? 0;
    most = Math.max(most, Math.min(digits, MAX_DECIMALS), value.split('.')[1]?.length ?? 0);
  }
  return Math.min(most, MAX_DECIMALS);
}

/** What one printed amount may be rounded by, in yuan. */
export const roundedBy = (lines: readonly LineReading[], unit: PrintedUnit): Decimal =>
  new Decimal(10).pow(-printedDecimals(lines)).times(YUAN_PER_UNIT[unit]).div(2);

const isPrinted = ({ state }: LineReading): boolean => state === 'number' || state === 'zero';

/** An equation of printed amounts; null where its left side, or all its parts, are not printed. */
function equation(
  kind: Kind,
  left: LineReading | undefined,
  all: readonly (LineReading | undefined)[],
  half: Decimal,
): Equation | null {
  const parts = all.filter((part) => part !== undefined);
  if (!left || !isPrinted(left) || !parts.some(isPrinted)) return null;
  if (parts.some(({ state }) => state === 'unreadable')) return null;
  const sum = parts.reduce((total, { amount }) => total.plus(amount ?? 0), new Decimal(0));
  const difference = new Decimal(left.amount ?? 0).minus(sum);
  const printed = parts.filter(isPrinted).length;
  const slack = half.times(printed + 1);
  const outcome = difference.isZero()
    ? 'closes'
    : difference.abs().lte(slack)
      ? 'rounding'
      : 'differs';
  return { kind, left, parts, difference: difference.toFixed(2), outcome };
}

const rowKey = ({ row }: LineReading): string => `${row.side ?? ''}/${row.rowNo}`;

function groups<Key>(
  lines: readonly LineReading[],
  keyOf: (line: LineReading) => Key,
): Map<Key, LineReading[]> {
  const found = new Map<Key, LineReading[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = found.get(key);
    if (group) group.push(line);
    else found.set(key, [line]);
  }
  return found;
}

/** The amount of a row by its meaning. */
const finder =
  (row: readonly LineReading[]) =>
  (fund: Fund, vintage: Vintage, nature: Nature): LineReading | undefined =>
    row.find((line) => line.fund === fund && line.vintage === vintage && line.nature === nature);

type Find = ReturnType<typeof finder>;

type Parts = readonly LineReading[];

/** The funds that make up all money in a row: the widest that are printed. */
function fundParts(of: Find, vintage: Vintage, nature: Nature): Parts {
  const one = (fund: Fund): Parts => ofFund(of, vintage, nature, [fund]);
  return [
    ...ofFund(of, vintage, nature, ['appropriation'], APPROPRIATION_PARTS),
    ...one('non_appropriation'),
    ...one('fiscal_account'),
    ...ofFund(of, vintage, nature, ['institution'], INSTITUTION_PARTS),
  ];
}

/**
 * Amounts of funds, or of their parts where they are not printed; for all years together this year's and those carried
 * over where their sum is not printed.
 */
function ofFund(
  find: Find,
  vintage: Vintage,
  nature: Nature,
  funds: readonly Fund[],
  parts: readonly Fund[] = [],
): Parts {
  const printed = (list: readonly Fund[], at: Vintage): LineReading[] =>
    list.map((fund) => find(fund, at, nature)).filter((line) => line !== undefined);
  const whole = printed(funds, vintage);
  if (whole.length > 0) return whole;
  if (vintage !== 'total') return printed(parts, vintage);
  const all = parts.length > 0 ? parts : funds;
  const summed = printed(parts, 'total');
  const left = all.filter((fund) => !summed.some((line) => line.fund === fund));
  const apart = (['current', 'carryover'] as const).flatMap((at) => {
    const own = printed(funds, at);
    return own.length > 0 ? own : printed(left, at);
  });
  return [...summed, ...apart];
}

function acrossRow(row: readonly LineReading[], half: Decimal): (Equation | null)[] {
  if (row.length < 2 || !row.some(({ state }) => state === 'number')) return [];
  const find: Find = finder(row);
  const found: (Equation | null)[] = [];
  const vintages = new Set(row.map(({ vintage }) => vintage));
  const natures = new Set(row.map(({ nature }) => nature));
  const funds = new Set(row.map(({ fund }) => fund));
  if (vintages.size > 1)
    for (const fund of funds)
      for (const nature of natures) {
        const [current, carried] = [find(fund, 'current', nature), find(fund, 'carryover', nature)];
        if (current && carried)
          found.push(equation('vintages', find(fund, 'total', nature), [current, carried], half));
      }
  if (natures.size > 1)
    for (const fund of funds)
      for (const vintage of vintages) {
        const of = (nature: Nature) => find(fund, vintage, nature);
        const [basic, project] = [of('basic'), of('project')];
        const parts = basic
          ? NATURE_PARTS.map(of)
          : [...BASIC_PARTS.map(of), ...NATURE_PARTS.slice(1).map(of)];
        const isWhole = project && (basic ?? (of('personnel') && of('operating')));
        if (isWhole) found.push(equation('natures', of('total'), parts, half));
        if (of('personnel') && of('operating'))
          found.push(equation('natures', basic, BASIC_PARTS.map(of), half));
      }
  if (funds.size > 1)
    for (const nature of natures)
      for (const vintage of vintages) found.push(...acrossFunds(find, vintage, nature, half));
  return found;
}

function acrossFunds(
  find: Find,
  vintage: Vintage,
  nature: Nature,
  half: Decimal,
): (Equation | null)[] {
  const whole = (fund: Fund): LineReading | undefined => find(fund, vintage, nature);
  const sumOf = (left: LineReading | undefined, parts: () => Parts): Equation | null => {
    const made = left && isPrinted(left) ? parts() : [];
    return made.length > 1 ? equation('funds', left, made, half) : null;
  };
  return [
    sumOf(whole('all'), () => allParts(find, vintage, nature)),
    sumOf(whole('appropriation'), () => ofFund(find, vintage, nature, [], APPROPRIATION_PARTS)),
    sumOf(whole('institution'), () => ofFund(find, vintage, nature, [], INSTITUTION_PARTS)),
  ];
}

/** What makes up all money of a row, the one column of carried-over money included where no fund says its own. */
function allParts(find: Find, vintage: Vintage, nature: Nature): Parts {
  const parts = fundParts(find, vintage, nature);
  const carried = vintage === 'total' ? find('all', 'carryover', nature) : undefined;
  const lacks =
    carried &&
    parts.every(({ fund, vintage: own }) => own === 'current' || fund === 'non_appropriation');
  return lacks ? [...parts, carried] : parts;
}

const meaningKey = ({ fund, vintage, nature }: LineReading): string =>
  `${fund}/${vintage}/${nature}`;

/** Parents and their children: in the same column, or where each row has a column of its own, of the same meaning. */
function downColumns(
  lines: readonly LineReading[],
  partial: ReadonlySet<number>,
  half: Decimal,
): (Equation | null)[] {
  const byColumn = new Map(lines.map((line) => [`${rowKey(line)}/${line.colNo}`, line]));
  const byMeaning = new Map(lines.map((line) => [`${rowKey(line)}/${meaningKey(line)}`, line]));
  const parts = new Map<LineReading, LineReading[]>();
  for (const line of lines) {
    const { parentRowNo, side } = line.row;
    if (parentRowNo === null || partial.has(parentRowNo)) continue;
    const above = `${side ?? ''}/${parentRowNo}/`;
    const parent = byColumn.get(above + line.colNo) ?? byMeaning.get(above + meaningKey(line));
    if (!parent) continue;
    const before = parts.get(parent);
    if (before) before.push(line);
    else parts.set(parent, [line]);
  }
  return [...parts].map(([parent, children]) => equation('children', parent, children, half));
}

/** The sum of “三公” with meetings and training. */
function withMeetings(lines: readonly LineReading[], half: Decimal): (Equation | null)[] {
  if (!lines.some(({ row }) => row.classification === 'three_public')) return [];
  const whole = lines.filter(({ row }) => row.isTotal && row.level === 0);
  const more = lines.filter(
    ({ row }) => row.parentRowNo === null && /会议费|培训费/.test(row.label),
  );
  const wider = lines.filter(
    ({ row }) => row.classification === 'summary' && row.level === 1 && row.parentRowNo === null,
  );
  return wider.map((left) => {
    const parts = [...whole, ...more].filter((line) => meaningKey(line) === meaningKey(left));
    return more.length > 0 && parts.length > 1 ? equation('children', left, parts, half) : null;
  });
}

/** Income and expenditure of a balance table. */
function betweenSides(lines: readonly LineReading[], half: Decimal): (Equation | null)[] {
  const whole = lines.filter(
    ({ row }) => row.level === 0 && row.isTotal && row.parentRowNo === null,
  );
  const [income, expenditure] = ['income', 'expenditure'].map((side) =>
    whole.filter(({ row }) => row.side === side),
  );
  return (income ?? []).map((left) =>
    equation(
      'sides',
      left,
      [
        expenditure?.find(
          ({ fund, vintage, nature }) =>
            fund === left.fund && vintage === left.vintage && nature === left.nature,
        ),
      ],
      half,
    ),
  );
}

/**
 * The sums a table should keep, each with its outcome: total = this year's + carried over, total = basic + project + …,
 * funds, parents and children, income = expenditure. Blank parts count as nothing; a sum whose whole, or all of whose
 * parts, are blank is none.
 */
export function equationsOf(lines: readonly LineReading[], context: EquationContext): Equation[] {
  const half = roundedBy(lines, context.unit);
  const rows = [...groups(lines, rowKey).values()];
  const across = rows.flatMap((row) => acrossRow(row, half));
  const kept = context.columnsLeftOut
    ? across.filter((found) => found?.outcome !== 'differs')
    : across;
  const all = [
    ...kept,
    ...downColumns(lines, context.partial, half),
    ...withMeetings(lines, half),
    ...betweenSides(lines, half),
  ];
  return all.filter((found) => found !== null);
}
