import type { ImportFieldId } from './import-fields';
import type { PrintedUnit } from './money';
import type { RawTable } from './raw-table';
import type { Scope, Stage, TableId } from './vocabulary';

/**
 * What is said of one raw table outside its records: in titles, in its sheet's or file's name. Each value was found
 * there (`evidence` has the words it was read from) or chosen by the user (then without evidence).
 */
export interface TableFrame {
  /** Header records, from and to, counted from 1; data follow. Null where the format names its columns. */
  header: { from: number; to: number } | null;
  unit: PrintedUnit | null;
  year: number | null;
  stage: Stage | null;
  scope: Scope | null;
  /** Organization of the whole table, as found. */
  organization: string | null;
  /** Six-digit code of the place of the whole table. */
  place: string | null;
  evidence: Readonly<Partial<Record<FrameValue, string>>>;
}
export type FrameValue = 'unit' | 'year' | 'stage' | 'scope' | 'organization' | 'place';

/** What a column holds. */
export interface ColumnMeaning {
  /** Null: the column is left aside. */
  field: ImportFieldId | null;
  /** Year of the column's amounts where the header says one; else the record's or the table's. */
  year: number | null;
  /** Unit of the column's amounts where the header says one; else the record's or the table's. */
  unit: PrintedUnit | null;
  /** How sure the proposal is: `sure` by an exact synonym, `likely` by a part of one, `chosen` by the user. */
  certainty: 'sure' | 'likely' | 'chosen' | 'none';
}

/** How records of like tables become amounts of the data package. */
export interface Mapping {
  columns: readonly ColumnMeaning[];
  /** Standard table that classified records belong to. */
  table: TableId;
  /** A comma before the last digits is a decimal mark in this file. */
  decimalComma: boolean;
}

/** Raw tables of like columns, loaded as one. `order[i]` gives for each column of the group its column in table i. */
export interface ImportGroup {
  id: string;
  /** Header text per column: the header records joined from the top, by `/`. */
  headers: readonly string[];
  tables: readonly RawTable[];
  order: readonly (readonly number[])[];
  frames: readonly TableFrame[];
  mapping: Mapping;
}

/** An organization as records name it: the distinct values of the columns that say so, and how many records have them. */
export interface FoundOrganization {
  /** Place of the table in its group. */
  table: number;
  organization: string | null;
  organizationCode: string | null;
  placeCode: string | null;
  placeName: string | null;
  records: number;
}

/** A place that a text may mean. */
export interface PlaceCandidate {
  code: string;
  /** Full name with the places above: 吉林省 白山市 靖宇县. */
  path: string;
}

/** What an organization as found stands for in the data package. */
export interface OrganizationMatch {
  found: FoundOrganization;
  /** Null: no place could be settled, its records are not loaded. */
  jurisdictionCode: string | null;
  /** Null together with the place. */
  orgId: string | null;
  name: string;
  /** The same organization is loaded already. */
  known: boolean;
  /** Text the user is asked about, and the places it may mean (none: search by hand); null if there is no doubt. */
  doubt: { text: string; candidates: readonly PlaceCandidate[] } | null;
}

/** Answers of the user on texts in doubt: the six-digit code, or empty to leave its records out. */
export type PlaceAnswers = Readonly<Record<string, string>>;

/** Why a record was not loaded. */
export const REJECT_REASONS = [
  'empty',
  'repeated_header',
  'no_organization',
  'sum_of_organizations',
  'place_unknown',
  'year_unknown',
  'stage_unknown',
  'unit_unknown',
  'measure_unknown',
  'fund_unknown',
  'code_incomplete',
  'repeated_record',
  'no_amount',
  'document_skipped',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** A record that was not loaded: its place, what stands there, and why. */
export interface RejectedRecord {
  file: string;
  sheet: string | null;
  /** Counted from 1 as the file has it. */
  record: number;
  /** Header of the column that decided, if one did. */
  column: string | null;
  /** Text of that column, else the record's cells joined. */
  text: string;
  reason: RejectReason;
}

/** `records` = `loaded` + `rejected`, always. Header and titles are no records. */
export interface ImportCounts {
  records: number;
  loaded: number;
  rejected: number;
  /** Amounts and headcounts kept. */
  amounts: number;
  /** Cells that hold something else than an amount; kept as unreadable, with their text. */
  unreadable: number;
  /** Amounts with more than two decimals of a yuan, rounded half up; their text is kept. */
  rounded: number;
}
