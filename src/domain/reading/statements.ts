import { Decimal } from 'decimal.js';
import type { PublishedDocument } from '@/domain/published-document';
import { passagesOf } from './narrative';
import { foldText } from './narrative-text';
import type { DocumentIdentity, StatementReading } from './reading';
import { frameOfHeadings, type Frame } from './statement-frames';
import { PassageReader, type Draft } from './statement-passage';

const OWN_LEVEL = /\(?(?:部门|机关)?本级\)?$/;

const sameThing = (a: StatementReading): string =>
  [a.statementId, a.subject, a.basis, a.section].join('\u0000');
const valueOf = ({ amount, value }: StatementReading): string => `${amount}/${value}`;

const withoutPlace = ({ from: _from, ...statement }: Draft): StatementReading => statement;

/** Yuan in the units of the narrative by those of the next: a slip of the unit makes one amount another. */
const SLIPS = [1_000, 10_000, 100_000_000];

/** Leaves out an amount that is stated elsewhere with the same digits in a larger unit: the unit is a slip. */
function withoutSlips(drafts: readonly Draft[]): Draft[] {
  const thing = ({ statementId, subject, basis }: Draft): string =>
    [statementId, subject, basis].join('\u0000');
  const known = new Set(drafts.map((draft) => `${thing(draft)}/${draft.amount}`));
  return drafts.filter(
    (draft) =>
      draft.amount === null ||
      new Decimal(draft.amount).isZero() ||
      !SLIPS.some((times) =>
        known.has(`${thing(draft)}/${new Decimal(draft.amount ?? 0).times(times).toFixed(2)}`),
      ),
  );
}

/** Leaves out what a section states twice with two values: one of them is not what it seems. */
function withoutConflicts(drafts: readonly Draft[]): StatementReading[] {
  const values = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const known = values.get(sameThing(draft)) ?? new Set<string>();
    values.set(sameThing(draft), known.add(valueOf(draft)));
  }
  return drafts.filter((draft) => values.get(sameThing(draft))?.size === 1).map(withoutPlace);
}

/**
 * The figures that the text of a document states, in the order they stand: amounts in exact yuan, a decrease negative,
 * percentages and counts as printed. A sentence that can be read in two ways gives none.
 */
export function readStatements(
  document: PublishedDocument,
  identity: DocumentIdentity,
): StatementReading[] {
  const known = {
    fiscalYear: identity.fiscalYear?.value ?? null,
    organization: identity.organization
      ? foldText(identity.organization.value).text.replace(OWN_LEVEL, '')
      : null,
    isFinal: identity.stage?.value === 'final',
  };
  const drafts: Draft[] = [];
  let section = '';
  let passedOn: Frame | null = null;
  for (const passage of passagesOf(document)) {
    const here = passage.headings.join('\u0000');
    if (here !== section) passedOn = null;
    section = here;
    const home = frameOfHeadings(passage.headings);
    if (home === 'none') continue;
    const reader: PassageReader = new PassageReader(passage, passedOn ?? home, known);
    reader.read();
    reader.readCounts();
    passedOn = reader.passedOn ?? passedOn;
    drafts.push(...reader.drafts.toSorted((a, b) => a.from - b.from));
  }
  return withoutConflicts(withoutSlips(drafts));
}
