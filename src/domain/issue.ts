/** One thing wrong with an input: where, what was found, what to do. */
export interface Issue {
  code: IssueCode;
  /** File it concerns, as the user named it. */
  file?: string;
  table?: string;
  /** Data row from 1, the header not counted. */
  row?: number;
  column?: string;
  found?: string;
  /** How many records or cells it concerns, where it stands for several. */
  count?: number;
  /** File, place, what was found and what to do, in English; screens have their own words for each code. */
  message: string;
}

export const ISSUE_CODES = [
  'not_a_package',
  'unreadable_file',
  'engine_failed',
  'out_of_memory',
  'not_reachable',
  'mapping_needed',
  'rejected_records',
  'empty_file',
  'unsupported_format',
  'password_protected',
  'damaged_file',
  'repaired_file',
  'scanned_document',
  'garbled_text',
  'unread_pages',
  'recognised_text',
  'too_large',
  'too_many_columns',
  'cell_too_large',
  'no_table',
  'links_only',
  'linked_files',
  'cut_off',
  'unread_objects',
  'misnamed_file',
  'duplicate_column',
  'ragged_records',
  'broken_quotes',
  'invalid_characters',
  'hidden_rows',
  'error_cells',
  'missing_table',
  'missing_file',
  'wrong_hash',
  'unused_file',
  'given_up',
  'unknown_column',
  'missing_column',
  'missing_value',
  'wrong_type',
  'wrong_value',
  'duplicate_key',
  'broken_reference',
  'unit_mismatch',
  'state_mismatch',
  'already_loaded',
  'not_a_budget',
  'identity_missing',
  'differing_document',
  'other_version',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** Issues that are told but do not keep an input out. */
const WARNINGS: ReadonlySet<IssueCode> = new Set([
  'unused_file',
  'given_up',
  'unknown_column',
  'rejected_records',
  'linked_files',
  'cut_off',
  'unread_objects',
  'misnamed_file',
  'repaired_file',
  'unread_pages',
  'recognised_text',
  'ragged_records',
  'broken_quotes',
  'invalid_characters',
  'hidden_rows',
  'error_cells',
]);
export const isWarning = ({ code }: Issue): boolean => WARNINGS.has(code);

/** An input that could not be loaded; nothing of it was kept. */
export class InputError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join('\n'));
    this.name = 'InputError';
  }
}
