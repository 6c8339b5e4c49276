import { groupBy } from '@/domain/group';
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
import {
  amountNear,
  bestOf,
  each,
  isAmount,
  statementTerm,
  type AmountStatement,
} from './text-figures';
import { changeOf, comparePercent, type Worked } from './text-percent';
import { printedTerms } from './text-tables';

type ChangeShare = CheckedStatement & { value: string };

const isChangeShare = (statement: CheckedStatement): statement is ChangeShare =>
  statement.id.endsWith('_change_share') && statement.value !== null;
const isChange = (statement: CheckedStatement): statement is AmountStatement =>
  statement.id.endsWith('_change') && isAmount(statement);

/** The amount that a change is of. */
function changedId({ id, basis }: CheckedStatement): string {
  const plain = id.replace(/_change(?:_share)?$/u, '');
  if (plain === 'total') return basis === 'current' ? 'current' : 'total';
  return plain === 'outsourcing' ? 'outsourcing_total' : plain;
}

/** This year's amount of what changed: that of the text, else what a table prints. */
function amountTerms(
  document: CheckedDocument,
  statement: CheckedStatement,
): readonly Term[] | null {
  const { subject } = statement;
  const id = changedId(statement);
  const stated = amountNear(document, statement, { id, subject });
  if (stated) return [statementTerm(stated, document)];
  return id === 'function_amount'
    ? null
    : (printedTerms(document, { id, subject, basis: null })[0] ?? null);
}

/** The change in money that a change in percent goes with: the nearest before it of the same year. */
function changeOfShare(
  { statements }: CheckedDocument,
  share: ChangeShare,
): AmountStatement | null {
  const id = share.id.replace(/_share$/u, '');
  const near = statements
    .filter(isChange)
    .filter(
      (other) =>
        other.id === id &&
        other.subject === share.subject &&
        other.section === share.section &&
        other.comparedYear === share.comparedYear,
    );
  return near.findLast(({ no }) => no < share.no) ?? near[0] ?? null;
}

function workedOut(document: CheckedDocument, share: ChangeShare): Worked | null {
  const change = changeOfShare(document, share);
  const amount = change ? amountTerms(document, change) : null;
  return change && amount ? changeOf(statementTerm(change, document), amount) : null;
}

const isNothing = ({ value }: ChangeShare): boolean => /^-?0*(?:\.0*)?$/u.test(value);

function checkChangeShare(share: ChangeShare, document: CheckedDocument): Outcome | null {
  const worked = workedOut(document, share);
  if (!worked)
    return unchecked(note('change_without_amounts', { statement: share.id }), [
      statementCell(share),
    ]);
  const found = comparePercent(share, worked);
  if (!found) return null;
  const isOpposite =
    worked.exact.top !== 0n && share.value.startsWith('-') !== worked.exact.top < 0n;
  return isOpposite && found.status === 'fail'
    ? { ...found, notes: [...found.notes, note('opposite_direction')] }
    : found;
}

/** No percentage can be given of nothing. */
function checkBase(share: ChangeShare, document: CheckedDocument): Compared | null {
  const worked = workedOut(document, share);
  if (!worked) return null;
  const isFine = worked.exact.base !== 0n || isNothing(share);
  return {
    status: isFine ? 'pass' : 'fail',
    unit: 'percent',
    left: { value: share.value, cells: [statementCell(share)] },
    right: { value: null, cells: worked.cells },
    difference: null,
    notes: isFine ? [] : [note('no_base')],
  };
}

/** Changes that make up another, since their amounts do. */
const CHANGE_PARTS: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['three_public_change', ['abroad_change', 'reception_change', 'vehicle_total_change']],
  [
    'three_public_change',
    ['abroad_change', 'reception_change', 'vehicle_running_change', 'vehicle_purchase_change'],
  ],
  ['vehicle_total_change', ['vehicle_running_change', 'vehicle_purchase_change']],
];

function checkParts(document: CheckedDocument): Compared[] {
  const changes = groupBy(
    document.statements.filter(isChange),
    ({ basis, comparedYear }) => `${basis ?? ''}/${comparedYear ?? ''}`,
  );
  return [...changes.values()].flatMap((own) => {
    const one = (id: string): AmountStatement | null => {
      const found = own.filter((change) => change.id === id);
      return new Set(found.map(({ fen }) => fen)).size === 1 ? (found[0] ?? null) : null;
    };
    return CHANGE_PARTS.flatMap(([whole, parts]) => {
      const left = one(whole);
      const right = parts.map(one);
      if (!left || right.some((part) => part === null)) return [];
      const terms = right.flatMap((part) => (part ? [statementTerm(part, document)] : []));
      return [compareAmounts([statementTerm(left, document)], terms)];
    });
  });
}

/** Bases of comparison that last year's budget prints; a change without one may be of what was spent. */
const OF_BUDGET: ReadonlySet<string> = new Set(['budget', 'total', 'current']);

/** A change against the difference between this year's budget and that of the year before. */
function checkLastYear(
  change: AmountStatement,
  document: CheckedDocument,
  lastYear: CheckedDocument,
): Outcome | null {
  const isOfLast = change.comparedYear === lastYear.year && OF_BUDGET.has(change.basis ?? '');
  if (!isOfLast) return null;
  const id = changedId(change);
  const now = amountTerms(document, change);
  const stated = amountNear(lastYear, { ...change, no: 0 }, { id, subject: change.subject });
  const before = stated
    ? [[statementTerm(stated, lastYear)]]
    : printedTerms(lastYear, { id, subject: change.subject, basis: null });
  if (!now || before.length === 0) return null;
  return bestOf(
    before.map((terms) =>
      compareAmounts(
        [statementTerm(change, document)],
        [...now, ...terms.map((term) => less({ ...term, cell: ofDocument(lastYear, term.cell) }))],
      ),
    ),
  );
}

/** Changes against the year before. */
export const CHANGE_RULES: readonly Rule[] = [
  {
    id: 'text_change_share',
    family: 'text',
    severity: 'warning',
    name: { zh: '增减百分比 = 增减额 ÷ 上年数', en: 'change in percent = change ÷ last year' },
    about: {
      zh: '上年数由本年数减去增减额得出，再重算百分比，方向（增加、减少）一并核对。四舍五入后与印出的相同即为通过；金额的取整能够解释的记为取整；印出的恰好是截去尾数、没有进位的，仍记为不符。没有印出增减额的不能核对。',
      en: 'Last year’s amount is this year’s less the change; the percentage is worked out from it, with its direction. It passes if it rounds to what is printed; what rounding of the amounts can explain is rounding; one that was cut off rather than rounded differs. Where the change in money is not stated it cannot be checked.',
    },
    left: { zh: '印出的百分比', en: 'the printed percentage' },
    right: { zh: '按金额重算', en: 'worked out from the amounts' },
    needs: ['statement'],
    check: (document) =>
      each(document.statements, (statement) =>
        isChangeShare(statement) ? checkChangeShare(statement, document) : null,
      ),
  },
  {
    id: 'text_change_base',
    family: 'text',
    severity: 'note',
    name: { zh: '上年为零时没有百分比', en: 'no percentage of nothing' },
    about: {
      zh: '由本年数和增减额推出上年数为零的，增减不能用百分比表示；印 0% 而金额没有变化的除外。',
      en: 'Where this year’s amount and the change leave nothing for last year, no percentage can be given; 0 % for no change is let pass.',
    },
    left: { zh: '印出的百分比', en: 'the printed percentage' },
    right: { zh: '没有基数', en: 'nothing to base it on' },
    needs: ['statement'],
    check: (document) =>
      each(document.statements, (statement) =>
        isChangeShare(statement) ? checkBase(statement, document) : null,
      ),
  },
  {
    id: 'text_change_parts',
    family: 'text',
    severity: 'warning',
    name: {
      zh: '“三公”经费的增减 = 各项增减之和',
      en: 'change of “three public” = its parts’ changes',
    },
    about: {
      zh: '“三公”经费、公务用车费的增减额等于其各项增减额之和；只在各项都与同一年的同一口径比较、并且都印出时核对。',
      en: 'The change of the “three public” expenses, and of the vehicles among them, is the sum of the changes of its parts, where all are stated against the same year and basis.',
    },
    left: { zh: '合计的增减', en: 'change of the whole' },
    right: { zh: '各项增减之和', en: 'sum of the changes' },
    needs: ['statement'],
    check: checkParts,
  },
  {
    id: 'text_change_last_year',
    family: 'text',
    severity: 'note',
    name: { zh: '增减额 = 本年预算 − 上年预算', en: 'change = this budget − last year’s' },
    about: {
      zh: '与上年预算比较的增减额，等于本年数减去上一年那份预算里的同一个数；上一年的预算要已加载。口径调整过的年份可能不同，所以只作提示。',
      en: 'A change against last year’s budget is this year’s figure less the same figure of last year’s document, which must be loaded. Budgets restated since may differ, so it is a note.',
    },
    left: { zh: '印出的增减额', en: 'the printed change' },
    right: { zh: '两年相减', en: 'this year less last year' },
    needs: ['statement', 'last_year'],
    check: (document, { lastYear }) =>
      lastYear
        ? each(document.statements, (statement) =>
            isChange(statement) ? checkLastYear(statement, document, lastYear) : null,
          )
        : [],
  },
  {
    id: 'text_compared_year',
    family: 'text',
    severity: 'warning',
    name: { zh: '比较的是上一年', en: 'compared with the year before' },
    about: {
      zh: '说明里的增减都与本年度的上一年比较；年份没有更新的说法会与此不符。',
      en: 'Changes in the text are against the year before the fiscal year; a sentence left over from another year is not.',
    },
    left: { zh: '文字里的年份', en: 'year in the text' },
    right: { zh: '上一年', en: 'the year before' },
    needs: ['statement'],
    check: (document) =>
      each(document.statements, (statement): Compared | null =>
        statement.comparedYear === null
          ? null
          : {
              status: statement.comparedYear === document.year - 1 ? 'pass' : 'fail',
              unit: 'text',
              left: { value: String(statement.comparedYear), cells: [statementCell(statement)] },
              right: { value: String(document.year - 1), cells: [] },
              difference: null,
              notes: [],
            },
      ),
  },
];
