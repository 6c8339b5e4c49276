import type { DocumentReading, LineReading, TableReading } from './reading';

/** What a reading holds, in counts. */
export interface ReadingSummary {
  tables: number;
  /** Numbers that are printed, zeros included. */
  amounts: number;
  /** Cells of amounts with a doubt. */
  doubts: number;
  /** Tables, columns, rows and cells not understood, and the amounts in them. */
  unread: number;
  unreadAmounts: number;
  /** Sums that the tables should keep, and those of them that come out, rounding included. */
  equations: number;
  closing: number;
}

export const IDENTITY_FIELDS = [
  'organization',
  'jurisdiction',
  'fiscalYear',
  'stage',
  'scope',
] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** Why a person should look at a reading before it is loaded. */
export const LOOK_REASONS = [
  'no_tables',
  'identity_missing',
  'identity_doubtful',
  'doubts',
  'sums_differ',
  'unread_amounts',
] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

export const isDoubtful = ({ doubts }: LineReading): boolean => doubts.length > 0;

const isDifferent = ({ outcome }: TableReading['equations'][number]): boolean =>
  outcome === 'differs';

/** Counts of one table. */
export function summarizeTable({ lines, equations, unread }: TableReading): ReadingSummary {
  const differing = equations.filter(isDifferent).length;
  return {
    tables: 1,
    amounts: lines.filter(({ amount }) => amount !== null).length,
    doubts: lines.filter(isDoubtful).length,
    unread: unread.length,
    unreadAmounts: unread.reduce((sum, { amounts }) => sum + amounts, 0),
    equations: equations.length,
    closing: equations.length - differing,
  };
}

function add(a: ReadingSummary, b: ReadingSummary): ReadingSummary {
  return {
    tables: a.tables + b.tables,
    amounts: a.amounts + b.amounts,
    doubts: a.doubts + b.doubts,
    unread: a.unread + b.unread,
    unreadAmounts: a.unreadAmounts + b.unreadAmounts,
    equations: a.equations + b.equations,
    closing: a.closing + b.closing,
  };
}

const summaries = new WeakMap<DocumentReading, ReadingSummary>();

/** Counts of a whole document, worked out once: a queue asks for thousands of them again and again. */
export function summarize(reading: DocumentReading): ReadingSummary {
  const known = summaries.get(reading);
  if (known) return known;
  const outside: ReadingSummary = {
    tables: 0,
    amounts: 0,
    doubts: 0,
    unread: reading.unread.length,
    unreadAmounts: reading.unread.reduce((sum, { amounts }) => sum + amounts, 0),
    equations: 0,
    closing: 0,
  };
  const summary = reading.tables.map(summarizeTable).reduce(add, outside);
  summaries.set(reading, summary);
  return summary;
}

/** What a document does not say of itself, without which it cannot be loaded. */
export const missingIdentity = ({ identity }: DocumentReading): readonly IdentityField[] =>
  IDENTITY_FIELDS.filter((field) => identity[field] === null);

/** Why a reading should be looked at, each reason with how many things it concerns; none if it is fine. */
export function lookReasons(
  reading: DocumentReading,
): readonly { reason: LookReason; count: number }[] {
  const { tables, doubts, equations, closing, unreadAmounts } = summarize(reading);
  const { identity } = reading;
  const counts: Readonly<Record<LookReason, number>> = {
    no_tables: tables === 0 ? 1 : 0,
    identity_missing: missingIdentity(reading).length,
    identity_doubtful: IDENTITY_FIELDS.filter((field) => identity[field]?.doubtful).length,
    doubts,
    sums_differ: equations - closing,
    unread_amounts: unreadAmounts,
  };
  return LOOK_REASONS.filter((reason) => counts[reason] > 0).map((reason) => ({
    reason,
    count: counts[reason],
  }));
}

export const needsLook = (reading: DocumentReading): boolean => lookReasons(reading).length > 0;

/** Whether there is something to load, and it is known whose it is. */
export const isLoadable = (reading: DocumentReading): boolean =>
  hasBudget(reading) && missingIdentity(reading).length === 0;

/** Something of a budget was read: tables, or figures of the text, as some publish them in files of their own. */
export const hasBudget = ({ tables, statements, issues }: DocumentReading): boolean =>
  tables.length + statements.length > 0 && issues.every(({ code }) => code !== 'not_a_budget');
