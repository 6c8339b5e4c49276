import { groupBy } from '@/domain/group';
import { fenOf, YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import type { CheckedDocument, CheckedStatement } from '../checked-document';
import { statementCell, type Term } from '../compare';
import type { Compared, Outcome } from '../rule';

const AMOUNT = /\d(?:[\d,，]*\d)?(?:\.(\d+))?(亿元|万元|千元|元|万)/gu;
const PERCENT = /\d(?:\.(\d+))?[%％]/u;
const MAX_DECIMALS = 6;

const plain = (printed: string): string => printed.normalize('NFKC').replace(/\s/gu, '');

interface PrintedAmount {
  unit: PrintedUnit;
  decimals: number;
}

/** Unit and decimals of the last amount in printed words; null where they hold none: 与上年持平. */
function printedAmount(printed: string): PrintedAmount | null {
  const found = [...plain(printed).matchAll(AMOUNT)].at(-1);
  if (!found) return null;
  const unit = found[2] === '万' ? '万元' : (found[2] as PrintedUnit);
  return { unit, decimals: Math.min(found[1]?.length ?? 0, MAX_DECIMALS) };
}

/** What is worked out of the statements of a document, kept as long as they are. */
function once<Value>(work: (document: CheckedDocument) => Value) {
  const known = new WeakMap<CheckedDocument['statements'], Value>();
  return (document: CheckedDocument): Value => {
    const before = known.get(document.statements);
    if (before !== undefined) return before;
    const value = work(document);
    known.set(document.statements, value);
    return value;
  };
}

const stepOf = (unit: PrintedUnit, decimals: number): bigint => {
  const step = (BigInt(YUAN_PER_UNIT[unit]) * 100n) / 10n ** BigInt(decimals);
  return step > 1n ? step : 1n;
};

const nearKey = (section: string | null, unit: PrintedUnit): string => `${unit}/${section ?? ''}`;

/** Most decimals that the amounts of each section are printed with in each unit. */
const sectionDecimals = once(({ statements }) => {
  const most = new Map<string, number>();
  for (const { section, printed } of statements) {
    const amount = printedAmount(printed);
    if (!amount) continue;
    const key = nearKey(section, amount.unit);
    most.set(key, Math.max(most.get(key) ?? 0, amount.decimals));
  }
  return most;
});

/** The last printed decimal of an amount of the text in fen. A zero is taken to be as exact as its neighbours. */
function statementStep(statement: CheckedStatement, document: CheckedDocument): bigint {
  const own = printedAmount(statement.printed);
  if (!own) return 1n;
  if (statement.fen !== 0n) return stepOf(own.unit, own.decimals);
  const near = sectionDecimals(document).get(nearKey(statement.section, own.unit)) ?? 0;
  return stepOf(own.unit, Math.max(own.decimals, near));
}

/** A figure of the text that is an amount of money. */
export type AmountStatement = CheckedStatement & { fen: bigint };

export const isAmount = (statement: CheckedStatement): statement is AmountStatement =>
  statement.fen !== null;

/** An amount of the text as a term; rounded by half its last printed decimal. */
export const statementTerm = (statement: AmountStatement, document: CheckedDocument): Term => ({
  fen: statement.fen,
  step: statementStep(statement, document),
  cell: statementCell(statement),
});

/** Decimals that a percentage is printed with. */
export function percentDecimals({ printed, value }: CheckedStatement): number {
  const found = PERCENT.exec(plain(printed));
  const own = value?.split('.')[1]?.length ?? 0;
  return Math.min(Math.max(found?.[1]?.length ?? 0, own), MAX_DECIMALS);
}

const amountsById = once(({ statements }) =>
  groupBy(statements.filter(isAmount), ({ id, subject }) => `${id}/${subject ?? ''}`),
);

/**
 * The amount of the text that belongs to a statement: the nearest one before it in its section, else the nearest before
 * it, else the first of the document. Null where none is stated.
 */
export function amountNear(
  document: CheckedDocument,
  { no, section }: Pick<CheckedStatement, 'no' | 'section'>,
  { id, subject }: Pick<CheckedStatement, 'id' | 'subject'>,
): AmountStatement | null {
  const fitting = amountsById(document).get(`${id}/${subject ?? ''}`) ?? [];
  const before = fitting.filter((other) => other.no < no);
  const inSection = before.findLast((other) => other.section === section);
  return inSection ?? before.at(-1) ?? fitting[0] ?? null;
}

/** Amounts of the text with one of these identifiers in the section of a statement, in the order they stand. */
export const amountsInSection = (
  { statements }: CheckedDocument,
  { section }: CheckedStatement,
  ids: readonly string[],
): AmountStatement[] =>
  statements
    .filter(isAmount)
    .filter((other) => other.section === section && ids.includes(other.id));

const RANK = { pass: 0, rounding: 1, fail: 2 } as const;

/** Of several readings of one figure the one that comes out best; the first of equals. */
export function bestOf(outcomes: readonly Compared[]): Compared | null {
  let best: Compared | null = null;
  for (const outcome of outcomes)
    if (!best || RANK[outcome.status] < RANK[best.status]) best = outcome;
  return best;
}

/** Runs over statements and keeps what could be said of each. */
export const each = (
  statements: readonly CheckedStatement[],
  look: (statement: CheckedStatement) => Outcome | readonly Outcome[] | null,
): Outcome[] => statements.flatMap((statement) => look(statement) ?? []);

/** A count as it is printed in the value of a statement; null where it is none. */
export const countOf = ({ value }: CheckedStatement): bigint | null =>
  value !== null && /^\d{1,12}$/.test(value) ? fenOf(value) / 100n : null;
