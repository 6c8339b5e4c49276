import { groupBy } from '@/domain/group';
import type { Codes } from './codes';
import type { LedgerRow } from './ledger';
import type { AmountRow } from './printed';
import type { Money } from './totals';

const CLASS_DIGITS = 3;

/** A node of 类, 款, 项 with the ledger rows below it. */
interface Node {
  code: string;
  rows: readonly LedgerRow[];
  children: readonly Node[];
}

function nodesOf(rows: readonly LedgerRow[], digits: number): Node[] {
  const groups = groupBy(rows, ({ code }) => code.slice(0, digits));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => {
      const longer = own.filter((row) => row.code.length > digits);
      return { code, rows: own, children: longer.length > 0 ? nodesOf(longer, digits + 2) : [] };
    });
}

const amountsOf = (rows: readonly LedgerRow[], money: readonly Money[]): number[] =>
  money.map((of) => rows.reduce((sum, row) => sum + of(row), 0));

/**
 * A table by functional class: 合计, and below it 类, 款 and 项 with their amounts, one for each kind of money.
 * @param onlyTotal stops after 合计
 */
export function functionalRows(
  all: readonly LedgerRow[],
  money: readonly Money[],
  codes: Codes,
  onlyTotal: boolean,
): AmountRow[] {
  const side = 'expenditure';
  const rows: AmountRow[] = [
    {
      no: 1,
      parent: null,
      side,
      classification: 'summary',
      code: null,
      label: '合计',
      level: 0,
      isTotal: true,
      amounts: amountsOf(all, money),
    },
  ];
  if (onlyTotal) return rows;
  const add = (node: Node, parent: number): void => {
    const no = rows.length + 1;
    rows.push({
      no,
      parent,
      side,
      classification: 'function',
      code: node.code,
      label: codes.nameOf('function', node.code),
      level: 1 + (node.code.length - CLASS_DIGITS) / 2,
      isTotal: node.children.length > 0,
      amounts: amountsOf(node.rows, money),
    });
    for (const child of node.children) add(child, no);
  };
  for (const node of nodesOf(all, CLASS_DIGITS)) add(node, 1);
  return rows;
}

/** Functional classes (类) with an amount each of some money, in the order of their codes; those without are left out. */
export const classTotals = (
  rows: readonly LedgerRow[],
  money: readonly Money[],
): { code: string; amounts: number[] }[] =>
  nodesOf(rows, CLASS_DIGITS)
    .map(({ code, rows: own }) => ({ code, amounts: amountsOf(own, money) }))
    .filter(({ amounts }) => amounts[0] !== 0);
