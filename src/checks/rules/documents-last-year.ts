import type { CheckedDocument, CheckedStatement } from '../checked-document';
import {
  compareAmounts,
  less,
  note,
  ofDocument,
  statementCell,
  unchecked,
  type Term,
} from '../compare';
import type { Compared, Outcome, Rule } from '../rule';
import { amountNear, bestOf, each, isAmount, statementTerm } from './text-figures';
import { printedTerms } from './text-tables';

const CHANGE = /_change$/;

type Figure = Pick<CheckedStatement, 'id' | 'basis' | 'subject'>;

/** What a document prints of a figure, in its text and in its tables. */
function readingsOf(document: CheckedDocument, figure: Figure): Term[][] {
  const stated = document.statements
    .filter(isAmount)
    .filter(
      ({ id, basis, subject }) =>
        id === figure.id && subject === figure.subject && basis === figure.basis,
    )
    .map((statement) => [statementTerm(statement, document)]);
  return [...printedTerms(document, figure), ...stated];
}

const elsewhere = (document: CheckedDocument, terms: readonly Term[]): Term[] =>
  terms.map((term) => ({ ...term, cell: ofDocument(document, term.cell) }));

/** The figure of this year that a change is of: the one near it in the text, else what the tables print. */
function thisYear(
  document: CheckedDocument,
  change: CheckedStatement,
): { figure: Figure; readings: Term[][] } {
  const id = change.id.replace(CHANGE, '');
  const own = amountNear(document, change, { id, subject: change.subject });
  const figure = { id, basis: own?.basis ?? null, subject: change.subject };
  return {
    figure,
    readings: own ? [[statementTerm(own, document)]] : printedTerms(document, figure),
  };
}

/** A change, looked at with the budget of the year that it is measured from. */
function changeOutcome(
  change: CheckedStatement & { fen: bigint },
  document: CheckedDocument,
  lastYear: CheckedDocument,
): Outcome | null {
  if (change.comparedYear !== null && change.comparedYear !== lastYear.year) return null;
  const seen = [statementCell(change)];
  if (change.basis === 'executed' && lastYear.stage !== 'final')
    return unchecked(note('compared_with_executed', { statement: change.id }), seen);
  const { figure, readings } = thisYear(document, change);
  const before = readingsOf(lastYear, figure).map((terms) => elsewhere(lastYear, terms));
  if (readings.length === 0 || before.length === 0)
    return unchecked(note('last_year_not_printed', { statement: figure.id }), seen);
  const by = less(statementTerm(change, document));
  const found = bestOf(
    readings.flatMap((own) => before.map((terms) => compareAmounts([...own, by], terms))),
  );
  const isSaid = change.basis === 'budget' || lastYear.stage === 'final';
  return found?.status === 'fail' && !isSaid
    ? unchecked(note('base_not_said', { statement: change.id }), seen)
    : found;
}

/** This year's figure less the change that the text states is what last year's document prints. */
const CHANGE_RULE: Rule = {
  id: 'change_from_last_year',
  family: 'documents',
  severity: 'warning',
  name: {
    zh: '本年数 − 增减额 = 上年文件所印数',
    en: 'this year − change = what last year’s document prints',
  },
  about: {
    zh: '文字中每个“比上年预算增加（减少）”的金额，用本年数减去它，与同一部门上年公布的预算所印的同一数字比较；各按所印到的最后一位允许取整误差。与上年执行数相比的，或没有写明与上年的什么数相比而又对不上的，记为没有核对；预算与决算从不相比。上年的预算中途调整过，或口径改变，也会使两者不等。',
    en: 'For every change from last year’s budget that the text states, this year’s figure less the change is compared with the same figure in the same organization’s budget of the year before; each may be rounded to its last printed decimal. Changes from the executed figure, and those that do not say from which figure and do not fit, are not checked; budgets are never compared with final accounts. A budget adjusted during the year, or a change of definition, also makes the two differ.',
  },
  left: { zh: '本年数 − 增减额', en: 'this year less the change' },
  right: { zh: '上年文件所印数', en: 'printed in last year’s document' },
  needs: ['last_year', 'statement'],
  check: (document, { lastYear }) =>
    lastYear
      ? each(document.statements, (statement) =>
          CHANGE.test(statement.id) && isAmount(statement)
            ? changeOutcome(statement, document, lastYear)
            : null,
        )
      : [],
};

/** All combinations of two figures, the best of them; null where one of them is not printed. */
function bestPair(
  left: readonly Term[][],
  right: readonly Term[][],
  options: { atMost?: boolean } = {},
): Compared | null {
  return bestOf(left.flatMap((own) => right.map((other) => compareAmounts(own, other, options))));
}

const figureOf = (id: string): Figure => ({ id, basis: null, subject: null });

/** Money left over at the end of a year is what the next year begins with. */
const CARRIED_RULE: Rule = {
  id: 'carried_over_from_last_year',
  family: 'documents',
  severity: 'warning',
  name: {
    zh: '年初结转和结余 = 上年决算的年末结转和结余',
    en: 'brought forward = carried forward in last year’s final account',
  },
  about: {
    zh: '只核对决算：本年决算表的年初（上年）结转和结余，与同一部门上年决算的年末结转和结余（结转下年）比较，单位先换算成元，允许取整误差。会计调整会使两者不等。预算不作此核对，因为编预算时上年尚未结束。',
    en: 'Final accounts only: what is brought forward is compared with what the final account of the year before carries forward, in yuan, with rounding. Adjustments of the accounts make them differ. Budgets are not checked, since they are drawn up before the year ends.',
  },
  left: { zh: '年初结转和结余', en: 'brought forward' },
  right: { zh: '上年决算的年末结转和结余', en: 'carried forward last year' },
  needs: ['last_year'],
  check(document, { lastYear }) {
    if (!lastYear) return [];
    if (document.stage !== 'final') return [unchecked(note('only_final_accounts'))];
    const found = bestPair(
      printedTerms(document, figureOf('carryover')),
      printedTerms(lastYear, figureOf('expenditure_carried')).map((terms) =>
        elsewhere(lastYear, terms),
      ),
    );
    return found ? [found] : [];
  },
};

/** More than a whole year's money is not carried over. */
const LIMIT_RULE: Rule = {
  id: 'carryover_within_last_year',
  family: 'documents',
  severity: 'note',
  name: {
    zh: '上年结转 ≤ 上年预算总计',
    en: 'carry-over ≤ last year’s total',
  },
  about: {
    zh: '本年收支总表的上年结转不应超过同一部门上年公布的预算总计，单位先换算成元。上年执行中追加了很多资金时可以超过，所以只作提示。',
    en: 'The money carried over should not be more than the total of the same organization’s budget of the year before. It can be more where much was added during that year, so this is a hint only.',
  },
  left: { zh: '上年结转', en: 'carry-over' },
  right: { zh: '上年预算总计', en: 'last year’s total' },
  needs: ['last_year', 'balance'],
  check(document, { lastYear }) {
    if (!lastYear) return [];
    const found = bestPair(
      printedTerms(document, figureOf('carryover')),
      printedTerms(lastYear, figureOf('total')).map((terms) => elsewhere(lastYear, terms)),
      { atMost: true },
    );
    return found ? [found] : [];
  },
};

export const LAST_YEAR_RULES: readonly Rule[] = [CHANGE_RULE, CARRIED_RULE, LIMIT_RULE];
