import { groupBy } from '@/domain/group';
import { FUNDS_OF_APPROPRIATION, FUNDS_OF_INSTITUTION } from '@/domain/meanings-within';
import { YUAN_PER_UNIT, absolute, fenOf, yuanOf, type PrintedUnit } from '@/domain/money';
import { readNumber } from '@/domain/number-forms';
import {
  FUNDS,
  NATURES,
  VINTAGES,
  type CellState,
  type Fund,
  type Nature,
  type Vintage,
} from '@/domain/vocabulary';
import type { AmountMeaning, EquationOf, RowReading } from './reading';

/** What an equation has to know of a printed amount. */
export interface EquationLine extends AmountMeaning {
  row: Pick<
    RowReading,
    'rowNo' | 'side' | 'classification' | 'label' | 'level' | 'parentRowNo' | 'isTotal' | 'partial'
  >;
  colNo: number;
  /** Exact yuan; null unless a number is printed. */
  amount: string | null;
  /** The same in whole fen, where it is known already. */
  fen?: bigint | null;
  state: CellState;
  printed: string;
}

/** What is known of a table beside its lines. */
export interface EquationContext {
  unit: PrintedUnit;
  /** Columns of amounts were left out, so that sums across the columns need not come out. */
  columnsLeftOut: boolean;
}

type Kind = EquationOf<EquationLine>['kind'];

const NATURE_PARTS: readonly Nature[] = [
  'basic',
  'project',
  'business',
  'to_superior',
  'to_subordinate',
];
const BASIC_PARTS: readonly Nature[] = ['personnel', 'operating'];

const MAX_DECIMALS = 6;
/** Most amounts; that they need no closer reading spares a tenth of the time of all checks. */
const PLAIN_AMOUNT = /^-?\d[\d,]*(?:\.(\d+))?$/;

/** Decimals that an amount is printed with, those of its value if there are more. */
function decimalsOf(printed: string): number {
  const plain = PLAIN_AMOUNT.exec(printed);
  if (plain) return Math.min(plain[1]?.length ?? 0, MAX_DECIMALS);
  const value = readNumber(printed).value ?? '';
  const digits = /\.(\d+)\D*$/.exec(printed.replace(/\s/gu, ''))?.[1]?.length ?? 0;
  return Math.max(Math.min(digits, MAX_DECIMALS), value.split('.')[1]?.length ?? 0);
}

/** Decimals the amounts of a table are printed with. */
function printedDecimals(lines: readonly EquationLine[]): number {
  let most = 0;
  for (const { printed, state } of lines) {
    if (state === 'number') most = Math.max(most, decimalsOf(printed));
  }
  return Math.min(most, MAX_DECIMALS);
}

/** The last printed decimal of a table's amounts in fen, a fen at least: an amount may be rounded by half of it. */
export function printedStep(lines: readonly EquationLine[], unit: PrintedUnit): bigint {
  const step = BigInt(YUAN_PER_UNIT[unit] * 100) / 10n ** BigInt(printedDecimals(lines));
  return step > 1n ? step : 1n;
}

/** A number or a zero stands there. */
export const isPrinted = ({ state }: Pick<EquationLine, 'state'>): boolean =>
  state === 'number' || state === 'zero';

const fenIn = ({ fen, amount }: EquationLine): bigint => fen ?? fenOf(amount ?? '0');

/** An equation of printed amounts; null where its left side, or all its parts, are not printed. */
function equation<Line extends EquationLine>(
  kind: Kind,
  left: Line | undefined,
  all: readonly (Line | undefined)[],
  step: bigint,
): EquationOf<Line> | null {
  const parts = all.filter((part) => part !== undefined);
  if (!left || !isPrinted(left) || !parts.some(isPrinted)) return null;
  if (parts.some(({ state }) => state === 'unreadable')) return null;
  const sum = parts.reduce((total, part) => total + fenIn(part), 0n);
  const difference = fenIn(left) - sum;
  const slack = step * BigInt(parts.filter(isPrinted).length + 1);
  const twice = 2n * absolute(difference);
  const outcome = difference === 0n ? 'closes' : twice <= slack ? 'rounding' : 'differs';
  return { kind, left, parts, difference: yuanOf(difference), outcome };
}

const rowKey = ({ row }: EquationLine): string => `${row.side ?? ''}/${row.rowNo}`;

type Find<Line> = (fund: Fund, vintage: Vintage, nature: Nature) => Line | undefined;

/** The amount of a row by its meaning. */
const finder =
  <Line extends EquationLine>(row: readonly Line[]): Find<Line> =>
  (fund, vintage, nature) =>
    row.find((line) => line.fund === fund && line.vintage === vintage && line.nature === nature);

/** The funds that make up all money in a row: the widest that are printed. */
function fundParts<Line extends EquationLine>(
  of: Find<Line>,
  vintage: Vintage,
  nature: Nature,
): readonly Line[] {
  const one = (fund: Fund): readonly Line[] => ofFund(of, vintage, nature, [fund]);
  return [
    ...ofFund(of, vintage, nature, ['appropriation'], FUNDS_OF_APPROPRIATION),
    ...one('non_appropriation'),
    ...one('fiscal_account'),
    ...ofFund(of, vintage, nature, ['institution'], FUNDS_OF_INSTITUTION),
  ];
}

/**
 * Amounts of funds, or of their parts where they are not printed; for all years together this year's and those carried
 * over where their sum is not printed.
 */
function ofFund<Line extends EquationLine>(
  find: Find<Line>,
  vintage: Vintage,
  nature: Nature,
  funds: readonly Fund[],
  parts: readonly Fund[] = [],
): readonly Line[] {
  const printed = (list: readonly Fund[], at: Vintage): Line[] =>
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

function acrossRow<Line extends EquationLine>(
  row: readonly Line[],
  step: bigint,
): (EquationOf<Line> | null)[] {
  if (row.length < 2 || !row.some(({ state }) => state === 'number')) return [];
  const find: Find<Line> = finder(row);
  const found: (EquationOf<Line> | null)[] = [];
  const vintages = new Set(row.map(({ vintage }) => vintage));
  const natures = new Set(row.map(({ nature }) => nature));
  const funds = new Set(row.map(({ fund }) => fund));
  if (vintages.size > 1)
    for (const fund of funds)
      for (const nature of natures) {
        const [current, carried] = [find(fund, 'current', nature), find(fund, 'carryover', nature)];
        if (current && carried)
          found.push(equation('vintages', find(fund, 'total', nature), [current, carried], step));
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
        if (isWhole) found.push(equation('natures', of('total'), parts, step));
        if (of('personnel') && of('operating'))
          found.push(equation('natures', basic, BASIC_PARTS.map(of), step));
      }
  if (funds.size > 1)
    for (const nature of natures)
      for (const vintage of vintages) found.push(...acrossFunds(find, vintage, nature, step));
  return found;
}

function acrossFunds<Line extends EquationLine>(
  find: Find<Line>,
  vintage: Vintage,
  nature: Nature,
  step: bigint,
): (EquationOf<Line> | null)[] {
  const whole = (fund: Fund): Line | undefined => find(fund, vintage, nature);
  const sumOf = (left: Line | undefined, parts: () => readonly Line[]): EquationOf<Line> | null => {
    const made = left && isPrinted(left) ? parts() : [];
    return made.length > 1 ? equation('funds', left, made, step) : null;
  };
  return [
    sumOf(whole('all'), () => allParts(find, vintage, nature)),
    sumOf(whole('appropriation'), () => ofFund(find, vintage, nature, [], FUNDS_OF_APPROPRIATION)),
    sumOf(whole('institution'), () => ofFund(find, vintage, nature, [], FUNDS_OF_INSTITUTION)),
  ];
}

/** What makes up all money of a row, the one column of carried-over money included where no fund says its own. */
function allParts<Line extends EquationLine>(
  find: Find<Line>,
  vintage: Vintage,
  nature: Nature,
): readonly Line[] {
  const parts = fundParts(find, vintage, nature);
  const carried = vintage === 'total' ? find('all', 'carryover', nature) : undefined;
  const lacks =
    carried &&
    parts.every(({ fund, vintage: own }) => own === 'current' || fund === 'non_appropriation');
  return lacks ? [...parts, carried] : parts;
}

export type MeaningKey = `${Fund}/${Vintage}/${Nature}`;

/** Made once: joining them for each amount takes a tenth of the time of all checks. */
const MEANING_KEYS = new Map(
  FUNDS.map((fund) => [
    fund,
    new Map(
      VINTAGES.map((vintage) => [
        vintage,
        new Map(NATURES.map((nature) => [nature, `${fund}/${vintage}/${nature}` as const])),
      ]),
    ),
  ]),
);

/** Fund, vintage and nature of an amount as one word. */
export const meaningKey = ({ fund, vintage, nature }: AmountMeaning): MeaningKey =>
  MEANING_KEYS.get(fund)?.get(vintage)?.get(nature) ?? `${fund}/${vintage}/${nature}`;

/** Parents and their children: in the same column, or where each row has a column of its own, of the same meaning. */
function downColumns<Line extends EquationLine>(
  lines: readonly Line[],
  byRow: ReadonlyMap<string, readonly Line[]>,
  step: bigint,
): (EquationOf<Line> | null)[] {
  const parts = new Map<Line, Line[]>();
  for (const line of lines) {
    const { parentRowNo, side } = line.row;
    if (parentRowNo === null) continue;
    const above = byRow.get(`${side ?? ''}/${parentRowNo}`) ?? [];
    const parent =
      above.findLast(({ colNo }) => colNo === line.colNo) ??
      above.findLast((one) => meaningKey(one) === meaningKey(line));
    if (!parent || parent.row.partial) continue;
    const before = parts.get(parent);
    if (before) before.push(line);
    else parts.set(parent, [line]);
  }
  return [...parts].map(([parent, children]) => equation('children', parent, children, step));
}

/** The sum of “三公” with meetings and training. */
function withMeetings<Line extends EquationLine>(
  lines: readonly Line[],
  step: bigint,
): (EquationOf<Line> | null)[] {
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
    return more.length > 0 && parts.length > 1 ? equation('children', left, parts, step) : null;
  });
}

/** Income and expenditure of a balance table. */
function betweenSides<Line extends EquationLine>(
  lines: readonly Line[],
  step: bigint,
): (EquationOf<Line> | null)[] {
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
      step,
    ),
  );
}

/**
 * The sums a table should keep, each with its outcome: total = this year's + carried over, total = basic + project + …,
 * funds, parents and children, income = expenditure. Blank parts count as nothing; a sum whose whole, or all of whose
 * parts, are blank is none.
 */
export function equationsOf<Line extends EquationLine>(
  lines: readonly Line[],
  context: EquationContext,
): EquationOf<Line>[] {
  const step = printedStep(lines, context.unit);
  const byRow = groupBy(lines, rowKey);
  const across = [...byRow.values()].flatMap((row) => acrossRow(row, step));
  const kept = context.columnsLeftOut
    ? across.filter((found) => found?.outcome !== 'differs')
    : across;
  const all = [
    ...kept,
    ...downColumns(lines, byRow, step),
    ...withMeetings(lines, step),
    ...betweenSides(lines, step),
  ];
  return all.filter((found) => found !== null);
}
