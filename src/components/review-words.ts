import { useI18n } from 'vue-i18n';
import type { Place } from '@/domain/published-document';
import type {
  ColumnReading,
  Correction,
  DocumentReading,
  RowReading,
  TableReading,
  Unread,
} from '@/domain/reading/reading';
import {
  IDENTITY_FIELDS,
  lookReasons,
  missingIdentity,
  type LookReason,
} from '@/domain/reading/review-summary';
import { useColumnNames } from './source-names';

const PLACE_PARTS = ['page', 'sheet', 'table', 'row', 'column'] as const;
const LEVELS = ['total', 'class', 'section', 'item'] as const;

/** What is read and doubted, in the words of the screen. */
export function useReviewWords() {
  const { t, te } = useI18n();
  const { meaning, tableTitle, statementName } = useColumnNames();

  /** Where something stands, the largest part first; empty where the file says nothing of it. */
  const placeWords = (where: Place | null): string =>
    PLACE_PARTS.flatMap((part) => {
      const n = where?.[part];
      return n === undefined ? [] : [t(`review.place.${part}`, { n })];
    }).reduce((a, b) => (a === '' ? b : t('review.place.join', { a, b })), '');

  /** Page or sheet alone. */
  const pageWords = ({ page, sheet, table }: Place): string => {
    if (page !== undefined) return t('review.place.page', { n: page });
    if (sheet !== undefined) return t('review.place.sheet', { n: sheet });
    return table === undefined ? '' : t('review.place.table', { n: table });
  };

  /** Names of what a document does not say of itself, or not clearly. */
  function concerned(reading: DocumentReading, reason: LookReason): string {
    const { identity } = reading;
    const doubtful = IDENTITY_FIELDS.filter((field) => identity[field]?.doubtful);
    const fields = reason === 'identity_missing' ? missingIdentity(reading) : doubtful;
    return fields.map((field) => t(`review.field.${field}`)).join(t('review.screen.and'));
  }

  const lookWords = (reading: DocumentReading): readonly { reason: LookReason; text: string }[] =>
    lookReasons(reading).map(({ reason, count }) => {
      const fields = concerned(reading, reason);
      return { reason, text: t(`review.look.${reason}`, { n: count, fields }, count) };
    });

  const columnHead = ({ header, colNo }: Pick<ColumnReading, 'header' | 'colNo'>): string =>
    header === '' ? t('review.tables.unnamed', { n: colNo }) : header.replaceAll('/', ' / ');

  /** What a column was taken for. */
  function columnWords({
    role,
    side,
    meaning: amount,
  }: Omit<ColumnReading, 'colNo' | 'header'>): string {
    const name = t(`review.role.${role ?? 'none'}`);
    const words = role === 'amount' && amount ? meaning(amount) : name;
    return side === null ? words : `${t(`source.side.${side}`)} · ${words}`;
  }

  const tableName = ({ tableId, title }: Pick<TableReading, 'tableId' | 'title'>): string =>
    tableTitle({ table_id: tableId, title });

  const levelWords = ({ level, isTotal, classification }: RowReading): string => {
    const name = LEVELS[level];
    const codes = classification === 'function' || classification === 'economic' || level === 0;
    if (isTotal && level === 0) return t('review.level.total');
    return codes && name ? t(`review.level.${name}`) : t(`review.classification.${classification}`);
  };

  const unreadWords = ({ reason, amounts }: Unread): string =>
    t('review.tables.unread', { reason: t(`review.unread.${reason}`), n: amounts }, amounts);

  /** What a correction is of. */
  function correctionName(correction: Correction): string {
    switch (correction.field) {
      case 'fiscal_year':
        return t('review.field.fiscalYear');
      case 'cell':
      case 'table':
      case 'unit':
      case 'column':
        return `${t(`review.corrections.${correction.field}`)} · ${placeWords(correction.where)}`;
      default:
        return t(`review.field.${correction.field}`);
    }
  }

  /** One side of a correction. */
  function correctionValue(correction: Correction, side: 'found' | 'given'): string {
    if (correction.field === 'column') {
      const column = correction[side];
      return column === null ? t('review.corrections.nothing') : columnWords(column);
    }
    const value = correction[side];
    if (value === null || value === '') return t('review.corrections.nothing');
    for (const known of ['source.tableName', 'frame.stage', 'frame.scope', 'data.frame.unitName']) {
      if (correction.field !== 'cell' && te(`${known}.${value}`)) return t(`${known}.${value}`);
    }
    return value;
  }

  return {
    placeWords,
    pageWords,
    lookWords,
    columnHead,
    columnWords,
    tableName,
    levelWords,
    unreadWords,
    correctionName,
    correctionValue,
    meaning,
    statementName,
  };
}
