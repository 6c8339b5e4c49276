import { Decimal } from 'decimal.js';
import type { Format } from './format';
import type { Reason } from './missing';
import { groupThousands } from './money';
import type { DocumentInfo } from './organization';
import type { HeadcountKind } from './vocabulary';

const MILLION = 1_000_000;

/** A metric of a document: its value in the metric's own unit, or the reason why there is none. */
export interface FigureRow {
  doc_id: string;
  metric_id: string;
  value: number | null;
  reason: Reason | null;
  /** What the figure rests on where that differs between documents: a headcount, the base of a change. */
  basis: string | null;
}

/** The headcount under a document's per-staff figures. */
export interface StaffRow {
  people: number;
  kind: HeadcountKind;
  as_of: string | null;
  source: string;
  supplied_by: 'document' | 'user';
}

/** People whose pay is a project of the document. */
export interface ContractedRow {
  doc_id: string;
  kind: HeadcountKind;
  people: number;
}

/** A functional class of a document as its best table prints it; `total` in yuan, null where blank. */
export interface ClassRow {
  doc_id: string;
  table_id: string;
  row_no: number;
  class_code: string | null;
  label: string;
  name: string | null;
  name_en: string | null;
  total: number | null;
}

/** One of the largest projects of a document; `total` in yuan, `share` of all its projects as a fraction. */
export interface ProjectRow {
  doc_id: string;
  row_no: number;
  name: string;
  total: number;
  share: number | null;
}

/** Everything the overview shows of one organization. */
export interface OrgColumn {
  doc: string;
  org: string;
  /** Short label, different for each column. */
  label: string;
  /** Colour slot. */
  slot: number;
  info: DocumentInfo;
  figures: ReadonlyMap<string, FigureRow>;
  staff: StaffRow | null;
  /** Kinds of people whose pay is a project, most numerous first. */
  contracted: readonly ContractedRow[];
}

/** Value of a metric in a column, null if it has none. */
export const valueOf = (column: Pick<OrgColumn, 'figures'>, metric: string): number | null =>
  column.figures.get(metric)?.value ?? null;

/** A class name without its numbering (一、, （二）) and without a closing 支出. */
export const bareClassName = (label: string): string =>
  label.replace(/^[（(]?[一二三四五六七八九十百\d]+[、．.）)]\s*/, '').replace(/支出$/, '');

/** Yuan as said in a sentence: in the chosen unit in Chinese, in yuan or million yuan in English. */
export function spokenMoney(format: Format, yuan: number): string {
  if (format.language === 'zh') return `${format.amount(yuan)} ${format.unitName}`;
  const amount = new Decimal(yuan);
  return amount.abs().gte(MILLION)
    ? `CNY ${groupThousands(amount.div(MILLION), 2)} million`
    : `CNY ${groupThousands(amount, 0)}`;
}
