import type {
  ImportCounts,
  ImportGroup,
  OrganizationMatch,
  PlaceAnswers,
  RejectedRecord,
} from './mapping';
import type { CELL_STATES } from './vocabulary';

/** A cell as a mapping reads it. */
export interface PreviewCell {
  /** Column of the group, from 0. */
  column: number;
  printed: string | null;
  /** Yuan, or people, exact; null unless a number is there. */
  amount: string | null;
  state: (typeof CELL_STATES)[number];
}

/** A record as a mapping reads it. */
export interface PreviewRecord {
  /** Place of its table in the group, and its number in that table as the file counts. */
  table: number;
  record: number;
  organization: string | null;
  place: string | null;
  year: number | null;
  stage: string | null;
  code: string | null;
  label: string | null;
  cells: readonly PreviewCell[];
}

/** What a mapping would load, before anything is loaded. */
export interface MappingPreview {
  counts: ImportCounts;
  /** The first records that would be loaded. */
  records: readonly PreviewRecord[];
  /** The first records that would not. */
  rejected: readonly RejectedRecord[];
}

/** A group of tables that waits for its mapping to be confirmed. */
export interface ImportDraft {
  group: ImportGroup;
  /** The saved mapping of an earlier file of this shape was taken. */
  remembered: boolean;
  matches: readonly OrganizationMatch[];
  answers: PlaceAnswers;
  /** Null while it is worked out. */
  preview: MappingPreview | null;
  /** What keeps it from being loaded. */
  obstacles: readonly ImportObstacle[];
  /** The user does not want these tables. */
  skipped: boolean;
}

export const IMPORT_OBSTACLES = [
  'no_amount_column',
  'no_organization',
  'no_place',
  'no_year',
  'no_unit',
  'same_meaning_twice',
  'places_in_doubt',
  'nothing_to_load',
] as const;
export type ImportObstacle = (typeof IMPORT_OBSTACLES)[number];

/** How far a loading has come. */
export interface LoadProgress {
  phase: 'reading' | 'taking' | 'checking' | 'deriving' | 'keeping';
  bytes: number;
  totalBytes: number;
  /** Null while not known. */
  records: number | null;
}
