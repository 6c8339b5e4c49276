import { groupBy } from '@/domain/group';
import type { TableId } from '@/domain/vocabulary';
import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineTerm, note, unchecked } from '../compare';
import type { CheckContext, Outcome, Rule } from '../rule';
import { PUBLIC_ITEMS, publicLine } from './between-economic';
import { amountsOf, type MeaningKey, type Quantity } from './quantities';
import { spendingOf } from './spending';
import { linesByRow } from './table-shape';

/** A table whose rows say an economic item, each amount once. */
interface Itemized {
  total: Quantity;
  /** What rows come to whose code begins so; null where none does. */
  within(code: string): Quantity | null;
  codes: readonly string[];
}

/** Amounts of the rows that no other row divides, by the code of their economic item; those of rows without are `''`. */
function linesByItem(table: CheckedTable): Map<string, CheckedLine[]> {
  const parents = new Set(table.rows.map(({ parentRowNo, side }) => `${side}/${parentRowNo}`));
  const leaves = [...linesByRow(table)].filter(
    ([{ rowNo, side, isTotal }]) => !isTotal && !parents.has(`${side}/${rowNo}`),
  );
  const coded = leaves.flatMap(([row, lines]) => {
    const code = row.classification === 'economic' ? row.code : row.economicCode;
    return lines.map((line) => ({ code: code ?? '', line }));
  });
  return new Map(
    [...groupBy(coded, ({ code }) => code)].map(([code, own]) => [
      code,
      own.map(({ line }) => line),
    ]),
  );
}

/** The table by economic item; a note where its items do not come to its total, so that some are missing or repeated. */
function itemized(
  document: CheckedDocument,
  { dictionary }: CheckContext,
  id: TableId,
  meanings: readonly MeaningKey[],
): Itemized | 'items_not_all' | null {
  const table = document.tables.get(id);
  const totals = spendingOf(document, id, dictionary)?.totals[0];
  if (!table || !totals) return null;
  const byItem = linesByItem(table);
  byItem.delete('');
  const amountIn = (lines: readonly CheckedLine[], meaning: MeaningKey) =>
    amountsOf(lines, table)?.get(meaning) ?? null;
  for (const meaning of meanings) {
    const total = totals.get(meaning);
    const all = amountIn([...byItem.values()].flat(), meaning);
    if (!total?.isPrinted || !all) continue;
    if (compareAmounts(all.terms, total.terms).status === 'fail') return 'items_not_all';
    const codes = [...byItem.keys()];
    const within = (start: string): Quantity | null =>
      amountIn(
        codes.flatMap((code) => (code.startsWith(start) ? (byItem.get(code) ?? []) : [])),
        meaning,
      );
    return { total, within, codes };
  }
  return null;
}

/** Both tables by item; what to say where one of them cannot be read so; null where one prints no items. */
function bothItemized(
  left: Itemized | 'items_not_all' | null,
  right: Itemized | 'items_not_all' | null,
  names: readonly [TableId, TableId],
): readonly [Itemized, Itemized] | Outcome | null {
  if (left === null || right === null) return null;
  if (typeof left === 'string') return unchecked(note(left, { table: names[0] }));
  if (typeof right === 'string') return unchecked(note(right, { table: names[1] }));
  return [left, right];
}

function basicItems(document: CheckedDocument, context: CheckContext): readonly Outcome[] {
  const found = bothItemized(
    itemized(document, context, 'basic', ['general_public/total/basic']),
    itemized(document, context, 'expenditure', ['general_public/total/basic', 'all/total/basic']),
    ['basic', 'expenditure'],
  );
  if (found === null) return [];
  if ('status' in found) return [found];
  const [basic, expenditure] = found;
  const isAll = compareAmounts(basic.total.terms, expenditure.total.terms).status !== 'fail';
  return basic.codes.flatMap((code) => {
    const [mine, theirs] = [basic.within(code), expenditure.within(code)];
    return mine && theirs ? [compareAmounts(mine.terms, theirs.terms, { atMost: !isAll })] : [];
  });
}

function publicItems(document: CheckedDocument, context: CheckContext): readonly Outcome[] {
  const three = document.tables.get('three_public');
  const expenditure = itemized(document, context, 'expenditure', ['all/total/total']);
  if (!three || expenditure === null) return [];
  if (typeof expenditure === 'string')
    return [unchecked(note(expenditure, { table: 'expenditure' }))];
  return PUBLIC_ITEMS.flatMap((item) => {
    const line = publicLine(three, item);
    const whole = item.codes.flatMap((code) => expenditure.within(code)?.terms ?? []);
    return line?.fen && whole.length > 0
      ? [compareAmounts([lineTerm(line, three)], whole, { atMost: true })]
      : [];
  });
}

/** Economic items where the expenditure table prints them beside the functional ones. */
export const ITEM_RULES: readonly Rule[] = [
  {
    id: 'basic_items_in_expenditure',
    family: 'between',
    severity: 'error',
    name: {
      zh: '基本支出表经济科目 = 支出总表同一经济科目的基本支出',
      en: 'economic item of the basic table = the same item in the expenditure table',
    },
    about: {
      zh: '支出总表每一行并列功能科目和部门经济科目的，同一经济科目各行的基本支出之和，应等于基本支出表该科目的金额；两表合计不等（还有其他资金）的，后者不大于前者。各经济科目之和等于本表合计才核对，允许取整误差。',
      en: 'Where each row of the expenditure table prints an economic item beside the functional one, the basic expenditure of all rows of an item equals its amount in the basic table; where the totals of the tables differ, since there is other money, the basic table is not more. Compared only where the items of each table come to its total, with rounding.',
    },
    left: { zh: '基本支出表的经济科目', en: 'item of the basic table' },
    right: { zh: '支出总表同一经济科目', en: 'the same item of the expenditure table' },
    needs: ['basic', 'expenditure'],
    check: basicItems,
  },
  {
    id: 'three_public_within_items',
    family: 'between',
    severity: 'error',
    name: {
      zh: '“三公”经费 ≤ 支出总表同一经济科目',
      en: 'three public expenses ≤ the same items of the expenditure table',
    },
    about: {
      zh: '支出总表每一行并列部门经济科目的，因公出国（境）费用、公务接待费、公务用车购置、公务用车运行维护费各行之和，不小于“三公”经费表的同一项。各经济科目之和等于支出总表合计才核对，允许取整误差。',
      en: 'Where each row of the expenditure table prints an economic item, the rows of travel abroad, reception, purchase and upkeep of vehicles come to no less than the same item of the three public expenses. Compared only where its items come to its total, with rounding.',
    },
    left: { zh: '“三公”经费', en: 'three public expenses' },
    right: { zh: '支出总表同一经济科目', en: 'the same items of the expenditure table' },
    needs: ['three_public', 'expenditure'],
    check: publicItems,
  },
];
