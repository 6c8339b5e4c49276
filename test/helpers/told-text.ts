import { Decimal } from 'decimal.js';
import type { PackageRow } from '@/domain/reading/package-row';
import { smallDocument, type SmallDocument } from './small-document';

/**
 * A figure of a text: identifier, what is printed of it (with its unit: 12.34万元, 5.6%, 3个), and what else its row
 * says. Its amount or value is read from what is printed.
 */
export type Said = readonly [id: string, printed: string, more?: PackageRow];

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** A decrease is printed in words: 减少 and 下降 make it negative. */
function figure(printed: string): PackageRow {
  const [, number = '', unit = ''] =
    /(\d[\d,.]*)(亿元|万元|元|%|个|名|辆|家)?$/.exec(printed) ?? [];
  const plain = number.replaceAll(',', '');
  const signed = /减少|下降/.test(printed) ? `-${plain}` : plain;
  const times = YUAN[unit];
  if (times) return { amount: new Decimal(signed).times(times).toFixed(2), value: null };
  return number === ''
    ? { amount: '0.00', value: null }
    : { amount: null, value: new Decimal(signed).toString(), value_unit: unit };
}

/** Rows of figures of a text, in one section unless they say another. */
export const said = (...list: readonly Said[]): PackageRow[] =>
  list.map(([statement_id, printed, more = {}], i) => ({
    statement_no: i + 1,
    statement_id,
    subject: null,
    compared_year: null,
    basis: null,
    section: '预算说明',
    printed,
    ...figure(printed),
    ...more,
  }));

/** A small document with a text. */
export const withText = (
  list: readonly Said[],
  { tables = {}, more = {}, ...rest }: Partial<SmallDocument> = {},
) => smallDocument({ tables, more: { ...more, statement: said(...list) }, ...rest });
