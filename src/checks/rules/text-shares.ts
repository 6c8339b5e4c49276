import { Decimal } from 'decimal.js';
import { groupBy } from '@/domain/group';
import type { CheckedDocument, CheckedStatement } from '../checked-document';
import { compareAmounts, note, statementCell, unchecked, type Term } from '../compare';
import type { Compared, Note, Outcome, Rule } from '../rule';
import {
  amountNear,
  amountsInSection,
  bestOf,
  each,
  isAmount,
  percentDecimals,
  statementTerm,
} from './text-figures';
import { comparePercent, partOf } from './text-percent';
import { printedTerms } from './text-tables';

type Share = CheckedStatement & { value: string };

const isShare = (statement: CheckedStatement): statement is Share =>
  statement.id.endsWith('_share') &&
  !statement.id.endsWith('_change_share') &&
  statement.value !== null;

const partId = ({ id }: Share): string =>
  id === 'function_share' ? 'function_amount' : id.replace(/_share$/u, '');

/** What a share of everything is a share of, by the beginning of its part. */
const TOTALS: readonly (readonly [part: RegExp, wholes: readonly string[]])[] = [
  [/^(?:income_|carryover)/u, ['income_total', 'income_current', 'total']],
  [
    /^appropriation_/u,
    [
      'appropriation_total',
      'expenditure_appropriation',
      'income_appropriation',
      'expenditure_total',
    ],
  ],
  [/^procurement_/u, ['procurement_total']],
  [/./u, ['expenditure_total', 'expenditure_current', 'total']],
];

/** What else a share can be of, by the basis it states. */
const WHOLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['current', ['income_current', 'current']],
  ['carryover', ['income_carryover', 'carryover']],
  ['basic', ['basic_total', 'general_public_basic', 'appropriation_basic', 'basic']],
  ['three_public', ['three_public']],
  ['general_public', ['general_public_total']],
  ['gov_fund', ['gov_fund_total']],
  ['state_capital', ['state_capital_total']],
  ['appropriation', ['appropriation_total', 'expenditure_appropriation']],
]);

function wholeIds(share: Share): readonly string[] {
  const part = partId(share);
  const ids =
    share.basis === 'total'
      ? (TOTALS.find(([shape]) => shape.test(part))?.[1] ?? [])
      : (WHOLES.get(share.basis ?? '') ?? []);
  return ids.filter((id) => id !== part);
}

/** The amount that a share is of: that of the text, else what a table prints. */
function partTerms(share: Share, document: CheckedDocument): readonly Term[] | null {
  const id = partId(share);
  const stated = amountNear(document, share, { id, subject: share.subject });
  if (stated) return [statementTerm(stated, document)];
  return printedTerms(document, { id, subject: share.subject, basis: share.basis })[0] ?? null;
}

/** What a share may be a share of: what its section states, else the text anywhere, else what tables print. */
function wholeTerms(share: Share, document: CheckedDocument): readonly (readonly Term[])[] {
  const ids = wholeIds(share);
  const near = amountsInSection(document, share, ids);
  const stated =
    near.length > 0
      ? near
      : document.statements.filter(isAmount).filter(({ id }) => ids.includes(id));
  if (stated.length > 0) return stated.map((statement) => [statementTerm(statement, document)]);
  return ids.flatMap((id) => printedTerms(document, { id, subject: null, basis: null }));
}

/** Shares of one whole that a section states, each once. */
function together(share: Share, { statements }: CheckedDocument): Share[] {
  const own = statements
    .filter(isShare)
    .filter(({ section, basis }) => section === share.section && basis === share.basis);
  return [...groupBy(own, ({ id, subject }) => `${id}/${subject ?? ''}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}

const total = (shares: readonly Share[]): Decimal =>
  shares.reduce((all, { value }) => all.plus(value), new Decimal(0));

/** A share that differs by less than its last digit, so that all of them make 100 %. */
function adjusted(share: Share, found: Compared, document: CheckedDocument): Compared {
  const unit = new Decimal(10).pow(-percentDecimals(share));
  const isNear = new Decimal(found.difference ?? 0).abs().lessThan(unit);
  return found.status === 'fail' && isNear && total(together(share, document)).equals(100)
    ? { ...found, status: 'rounding', notes: [note('share_adjusted')] }
    : found;
}

const lacking = (share: Share): Note => note('share_without_amounts', { statement: share.id });

function checkShare(share: Share, document: CheckedDocument): Outcome {
  const part = partTerms(share, document);
  const found = part
    ? wholeTerms(share, document).flatMap(
        (whole) => comparePercent(share, partOf(part, whole)) ?? [],
      )
    : [];
  const best = bestOf(found);
  return best ? adjusted(share, best, document) : unchecked(lacking(share), [statementCell(share)]);
}

/** Shares whose parts make up their whole, so that they should make 100 %. */
function checkTogether(shares: readonly Share[], document: CheckedDocument): Compared[] {
  const [first] = shares;
  if (!first || shares.length < 2) return [];
  const parts = shares.map((share) => partTerms(share, document));
  if (parts.some((part) => part === null)) return [];
  const made = parts.flatMap((part) => part ?? []);
  const isWhole = wholeTerms(first, document).some(
    (whole) => compareAmounts(whole, made).difference === '0.00',
  );
  if (!isWhole) return [];
  const decimals = Math.max(...shares.map(percentDecimals));
  const slack = shares.reduce(
    (all, share) => all.plus(new Decimal(10).pow(-percentDecimals(share)).div(2)),
    new Decimal(0),
  );
  const difference = total(shares).minus(100);
  return [
    {
      status: difference.isZero()
        ? 'pass'
        : difference.abs().lessThanOrEqualTo(slack)
          ? 'rounding'
          : 'fail',
      unit: 'percent',
      left: { value: total(shares).toFixed(decimals), cells: shares.map(statementCell) },
      right: { value: '100', cells: [] },
      difference: difference.toFixed(decimals),
      notes: [],
    },
  ];
}

/** Percentages of a whole. */
export const SHARE_RULES: readonly Rule[] = [
  {
    id: 'text_share',
    family: 'text',
    severity: 'warning',
    name: { zh: '占比 = 部分 ÷ 整体', en: 'share = part ÷ whole' },
    about: {
      zh: '按文字里印出的金额重新计算每个占比，文字没有印的用表格里的；整体是句子所说的那一个（总收入、本年收入、上年结转、基本支出等）。重算结果四舍五入到印出的位数相同即为通过；金额本身的取整能够解释的，记为取整；多列两位小数给出重算的结果。',
      en: 'Every share is worked out again from the amounts of the text, or of the tables where the text states none, of the whole that the sentence names (all income, this year’s, carried over, basic expenditure, …). It passes if it rounds to what is printed; a difference that rounding of the amounts can explain is rounding. The recomputed share is given with two more decimals.',
    },
    left: { zh: '印出的占比', en: 'the printed share' },
    right: { zh: '按金额重算', en: 'worked out from the amounts' },
    needs: ['statement'],
    check: (document) =>
      each(document.statements, (statement) =>
        isShare(statement) ? checkShare(statement, document) : null,
      ),
  },
  {
    id: 'text_shares_make_whole',
    family: 'text',
    severity: 'warning',
    name: { zh: '各项占比之和 = 100%', en: 'shares make 100 %' },
    about: {
      zh: '同一段里同一整体的各个占比相加；只在各项金额加起来正好是整体时核对。每个占比允许末位半个单位的取整误差。',
      en: 'Shares of one whole within a section are added up, where their amounts make up the whole. Each may be rounded by half its last printed decimal.',
    },
    left: { zh: '各项占比之和', en: 'sum of the shares' },
    right: { zh: '100%', en: '100 %' },
    needs: ['statement'],
    check: (document) => {
      const shares = document.statements.filter(isShare);
      const groups = groupBy(shares, ({ section, basis }) => `${section ?? ''}/${basis ?? ''}`);
      return [...groups.values()].flatMap(([first]) =>
        first ? checkTogether(together(first, document), document) : [],
      );
    },
  },
];
