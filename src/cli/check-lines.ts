import type { DocumentChecks, Check } from '@/checks/check-document';
import type { CheckedDocument } from '@/checks/checked-document';
import type { CellRef, CheckedSide, Compared, ValueUnit, Words } from '@/checks/rule';
import { noteWords } from '@/checks/notes';
import { NO_PLACE, placeOf, plainName, type CheckPlace } from './check-places';

/** One side of a check as it is told; `value` is an exact decimal, or a text. */
export interface ToldSide extends CheckPlace {
  value: string | null;
}

/** A rule at one place, as the command line tells it. */
export interface ToldCheck {
  doc_id: string;
  rule_id: string;
  status: Check['outcome']['status'];
  message: string;
  left: ToldSide;
  right: ToldSide;
  family: string;
  severity: string;
  unit: ValueUnit | null;
  difference: string | null;
  /** What this check may have in common with other failing ones: a suggestion. */
  cause: ToldCause | null;
}

export interface ToldCause extends CheckPlace {
  /** From 1 within its document. */
  no: number;
  kind: string;
  printed: string | null;
  suggested: string | null;
  /** Failing checks that it would explain. */
  checks: number;
}

const UNIT_WORDS: Readonly<Record<ValueUnit, string>> = {
  yuan: ' yuan',
  percent: ' %',
  count: '',
  weight: '',
  text: '',
};

const shown = (value: string | null, unit: ValueUnit): string => {
  if (value === null) return 'nothing';
  return unit === 'text' ? `“${value}”` : value + UNIT_WORDS[unit];
};

/** The first of the cells, and how many more there are. */
function placeOfCells(cells: readonly CellRef[], place: (cell: CellRef) => CheckPlace): CheckPlace {
  const [first, ...rest] = cells;
  if (!first) return NO_PLACE;
  const found = place(first);
  const more = rest.length > 0 ? ` + ${rest.length} more` : '';
  return { ...found, label: found.label === null ? null : found.label + more };
}

function messageOf({ rule, outcome }: Check, what: (words: Words) => string): string {
  const notes = outcome.notes.map((one) => noteWords(one, 'en', plainName)).join('; ');
  if (outcome.status === 'unchecked') return `${what(rule.name)}: could not be checked: ${notes}`;
  const { left, right, unit, difference } = outcome;
  const sides = `${what(rule.left)} ${shown(left.value, unit)}, ${what(rule.right)} ${shown(right.value, unit)}`;
  const apart =
    difference === null || /^-?0(?:\.0*)?$/.test(difference)
      ? ''
      : `, difference ${shown(difference, unit)}`;
  return `${what(rule.name)}: ${sides}${apart}${notes && ` (${notes})`}`;
}

/** What checks found in a document, in the order of the rules; `others` are documents it may be compared with. */
export function toldChecks(
  { document, checks, causes }: DocumentChecks,
  others: ReadonlyMap<string, CheckedDocument>,
): ToldCheck[] {
  const place = (cell: CellRef): CheckPlace => placeOf(cell, document, others);
  const told = causes.map(
    ({ kind, cell, printed, suggested, checks: explained }, i): ToldCause => ({
      no: i + 1,
      kind,
      ...(cell ? place(cell) : NO_PLACE),
      printed,
      suggested,
      checks: explained.length,
    }),
  );
  const causeOf = new Map(
    causes.flatMap(({ checks: explained }, i) => explained.map((at) => [at, told[i]] as const)),
  );
  const side = ({ value, cells }: CheckedSide): ToldSide => ({
    ...placeOfCells(cells, place),
    value,
  });
  const sides = (outcome: Compared): Pick<ToldCheck, 'left' | 'right' | 'unit' | 'difference'> => ({
    left: side(outcome.left),
    right: side(outcome.right),
    unit: outcome.unit,
    difference: outcome.difference,
  });
  return checks.map((check, at): ToldCheck => {
    const { rule, outcome } = check;
    return {
      doc_id: document.id,
      rule_id: rule.id,
      status: outcome.status,
      message: messageOf(check, ({ en }) => en),
      family: rule.family,
      severity: rule.severity,
      cause: causeOf.get(at) ?? null,
      ...(outcome.status === 'unchecked'
        ? {
            left: side({ value: null, cells: outcome.cells }),
            right: { ...NO_PLACE, value: null },
            unit: null,
            difference: null,
          }
        : sides(outcome)),
    };
  });
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A decimal as a JSON number that keeps every digit; null for what is none. */
const jsonNumber = (value: string | null): string =>
  value !== null && NUMBER.test(value) ? value : 'null';

function jsonSide({ value, label, where, doc_id }: ToldSide, unit: ValueUnit | null): string {
  const amount = unit === 'text' ? 'null' : jsonNumber(value);
  const text = amount === 'null' ? value : null;
  return `{"label":${JSON.stringify(label)},"amount":${amount},"where":${JSON.stringify(where)},"text":${JSON.stringify(text)},"doc_id":${JSON.stringify(doc_id)}}`;
}

/** A check as a line of JSON. */
export function jsonLine(told: ToldCheck): string {
  const { doc_id, rule_id, status, message, left, right, family, severity, unit } = told;
  const head = JSON.stringify({ doc_id, rule_id, status, message });
  const rest = JSON.stringify({ family, severity, unit });
  return `${head.slice(0, -1)},"left":${jsonSide(left, unit)},"right":${jsonSide(right, unit)},${rest.slice(1, -1)},"difference":${unit === 'text' ? 'null' : jsonNumber(told.difference)},"cause":${JSON.stringify(told.cause)}}`;
}

const ORDER = ['fail', 'rounding', 'unchecked', 'pass'] as const;
const SEVERITIES = ['error', 'warning', 'note'];
const TOLD_WORDS = { fail: 'FAIL', rounding: 'rounding', unchecked: 'unchecked', pass: 'pass' };

function sideWords(name: string, { label, where, doc_id }: ToldSide): string[] {
  if (label === null && where === null) return [];
  const places = Object.entries(where ?? {}).flatMap(([part, value]) =>
    value === null ? [] : [`${part} ${value}`],
  );
  const at = places.length > 0 ? ` (${places.join(', ')})` : '';
  return [`    ${name}: ${label ?? ''}${at}${doc_id ? ` in ${doc_id}` : ''}`];
}

/** What was found in a document as text to be read: a summary, then all that did not pass, failures first. */
export function readableLines(
  { organization, year, stage, id }: CheckedDocument,
  told: readonly ToldCheck[],
): string[] {
  const count = (status: ToldCheck['status']): number =>
    told.filter((one) => one.status === status).length;
  const rank = ({ status, severity }: ToldCheck): number =>
    ORDER.indexOf(status) * SEVERITIES.length + SEVERITIES.indexOf(severity);
  const open = told.filter(({ status }) => status !== 'pass').toSorted((a, b) => rank(a) - rank(b));
  return [
    `${organization} ${year} ${stage} (${id})`,
    `${count('fail')} failed, ${count('rounding')} differ by rounding, ${count('unchecked')} could not be checked, ${count('pass')} passed`,
    ...open.flatMap(({ status, severity, rule_id, message, left, right, cause }) => [
      `  ${TOLD_WORDS[status]}${status === 'fail' ? ` (${severity})` : ''} ${rule_id}: ${message}`,
      ...(status === 'unchecked' ? [] : [...sideWords('left', left), ...sideWords('right', right)]),
      ...(cause ? causeWords(cause) : []),
    ]),
    '',
  ];
}

function causeWords({ no, kind, label, printed, suggested, checks }: ToldCause): string[] {
  if (checks < 2 && suggested === null) return [];
  const would =
    suggested === null ? '' : `: ${printed ?? 'nothing'} is printed, ${suggested} would fit`;
  const what = { cell: 'a cell', unit: 'a unit' }[kind] ?? 'one thing';
  return [
    `    perhaps ${what} behind ${checks} of these (no. ${no})${label ? `: ${label}` : ''}${would}`,
  ];
}
