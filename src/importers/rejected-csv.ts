import Papa from 'papaparse';
import type { RejectedRecord, RejectReason } from '@/domain/mapping';

/** Words of the head and of the reasons, in the language of the reader. */
export interface RejectedCsvWords {
  file: string;
  sheet: string;
  record: string;
  column: string;
  text: string;
  reason: string;
  reasons: Readonly<Record<RejectReason, string>>;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Records that were not loaded as CSV in UTF-8 with a byte order mark, one row each. A text that a spreadsheet program
 * would run as a formula gets an apostrophe before it.
 */
export function rejectedCsv(
  records: readonly RejectedRecord[],
  { reasons, ...heads }: RejectedCsvWords,
): string {
  const { file, sheet, record, column, text, reason } = heads;
  const rows = records.map((rejected) => [
    rejected.file,
    rejected.sheet ?? '',
    String(rejected.record),
    rejected.column ?? '',
    rejected.text,
    reasons[rejected.reason],
  ]);
  const csv = Papa.unparse([[file, sheet, record, column, text, reason], ...rows], {
    escapeFormulae: true,
  });
  return BYTE_ORDER_MARK + csv;
}
