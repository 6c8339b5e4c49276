import type { SplitRow } from '@/charts/project-bars';
import type { Format } from '@/domain/format';
import type { ProjectRow } from '@/domain/project-list';
import type { MarkSeverity } from '@/domain/quality-mark';
import type { Translate } from '@/domain/translate';

/** How projects are named, coloured and marked. */
export interface ProjectBarWords {
  t: Translate;
  format: Format;
  /** The organization stands before the name of the project. */
  named?: boolean;
  nameOf: (row: ProjectRow) => string;
  slotOf: (row: ProjectRow) => number | null;
  markOf: (row: ProjectRow) => { severity: MarkSeverity | null; lines: readonly string[] };
}

/** Share in words of what is carried over. */
export const carriedWords = (share: number, { t, format }: Pick<ProjectBarWords, 't' | 'format'>) =>
  t('projects.chart.carried', { share: format.ratio(share) });

/** Yuan with the name of the unit shown. */
export const inUnit = (
  yuan: number,
  { t, format }: Pick<ProjectBarWords, 't' | 'format'>,
): string => t(`structure.amountIn.${format.unit}`, { amount: format.amount(yuan) });

/** An amount on an axis. */
export const amountTick = (yuan: number, format: Format): string =>
  format.amount(yuan).replace(/\.0+$/, '');

/** A project as a bar of its amount, what is carried over paler at the end. */
export function projectBar(row: ProjectRow, words: ProjectBarWords): SplitRow {
  const { t, format, named, nameOf, slotOf, markOf } = words;
  const mark = markOf(row);
  const share = row.carryover_share;
  const carried = row.total === null || share === null ? 0 : Math.min(1, Math.max(0, share));
  const hasBar = row.total !== null && row.total >= 0;
  const text =
    row.total === null
      ? t(row.row_no === null ? 'projects.cell.notPrinted' : 'projects.cell.blank')
      : format.amount(row.total);
  const carriedText = share !== null && share !== 0 ? carriedWords(share, words) : '';
  return {
    origin: { doc: row.doc_id, metric: 'project' },
    label: named ? `${nameOf(row)} ${row.level2}` : row.level2,
    solid: hasBar ? (row.total ?? 0) * (1 - carried) : null,
    pale: hasBar ? (row.total ?? 0) * carried : 0,
    text: [text, carriedText].filter(Boolean).join(' · '),
    tip: [
      row.level2,
      nameOf(row),
      ...(row.total === null ? [text] : [inUnit(row.total, words)]),
      ...(carriedText ? [carriedText] : []),
      ...mark.lines,
    ],
    slot: slotOf(row),
    marked: mark.severity,
  };
}
