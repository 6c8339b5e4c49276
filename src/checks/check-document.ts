import type { CheckedDocument } from './checked-document';
import { findCauses, type Cause } from './causes';
import { note, unchecked } from './compare';
import type { CheckContext, Need, Note, Outcome, Rule } from './rule';
import { RULES } from './rules';

/** What a rule found at one place of a document. */
export interface Check {
  rule: Rule;
  outcome: Outcome;
}

/** All checks of one document, and what the failing ones may have in common. */
export interface DocumentChecks {
  document: CheckedDocument;
  checks: readonly Check[];
  causes: readonly Cause[];
}

const hasRows: Readonly<
  Partial<Record<Need, (document: CheckedDocument, context: CheckContext) => boolean>>
> = {
  statement: ({ statements }) => statements.length > 0,
  project_list: ({ projects }) => projects.length > 0,
  indicator: ({ indicators }) => indicators.length > 0,
  entrusted: ({ tasks }) => tasks.length > 0,
  last_year: (_, { lastYear }) => lastYear !== null,
  units: (_, { units }) => units.length > 0,
};

function missing(rule: Rule, document: CheckedDocument, context: CheckContext): Note[] {
  return rule.needs.flatMap((need) => {
    const has = hasRows[need];
    if (has) return has(document, context) ? [] : [note(`no_${need}`)];
    const table = document.tables.get(need as never);
    return table && table.lines.length > 0 ? [] : [note('no_table', { table: need })];
  });
}

function outcomes(
  rule: Rule,
  document: CheckedDocument,
  context: CheckContext,
): readonly Outcome[] {
  const [first, ...rest] = missing(rule, document, context);
  if (first) return [unchecked([first, ...rest])];
  const found = rule.check(document, context);
  return found.length > 0 ? found : [unchecked(note('nothing_to_compare'))];
}

/** Runs every rule on a document. Each rule gives at least one outcome: what could not be checked says so. */
export function checkDocument(
  document: CheckedDocument,
  context: CheckContext,
  rules: readonly Rule[] = RULES,
): DocumentChecks {
  const checks = rules.flatMap((rule) =>
    outcomes(rule, document, context).map((outcome) => ({ rule, outcome })),
  );
  return { document, checks, causes: findCauses(document, checks) };
}
