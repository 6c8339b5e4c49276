import type { DuplicateChoice, DuplicateDocument } from '@/domain/duplicates';
import type { ImportDraft, LoadProgress } from '@/domain/import-draft';
import type { ImportGroup, PlaceCandidate, RejectedRecord } from '@/domain/mapping';
import type { StoredDataset } from '@/domain/stored-dataset';
import type { StorageProblem } from '@/storage/storage';

/** Where the user's datasets are kept, and how much room they take there, in bytes. */
export interface StorageState {
  kind: 'opfs' | 'indexeddb' | 'memory';
  /** Why not all of them are kept over the end of the page; null while all is well. */
  problem: Pick<StorageProblem, 'code' | 'detail'> | null;
  used: number;
  /** Null where the browser does not say. */
  quota: number | null;
}

/** A dataset the user loaded. */
export interface KeptDataset extends StoredDataset {
  /** It will be there at the next start; else it is gone with the page. */
  kept: boolean;
}

/** A file as the user handed it over: its name with folders, and its bytes, not read yet. */
export interface UserFile {
  path: string;
  blob: Blob;
}

/** What bringing files in asks of the store; the screens know no more of it than this. */
export interface ImportingApi {
  /** Null when nothing runs. */
  progress: LoadProgress | null;
  cancel(): void;
  /** Groups waiting for their mapping. */
  drafts: readonly ImportDraft[];
  /** Replaces a draft's group (a corrected mapping, header, frame); the preview is worked out again. */
  changeDraft(id: string, group: ImportGroup): void;
  /** Settles a text in doubt: the six-digit code, or empty to leave its records out. */
  answerPlace(id: string, text: string, code: string): void;
  skipDraft(id: string, skipped: boolean): void;
  /** Loads all drafts that are not skipped and remembers their mapping. */
  loadDrafts(): Promise<void>;
  discardDrafts(): void;
  /** Documents that are loaded already, while the app asks what to do with them. */
  duplicates: readonly DuplicateDocument[] | null;
  /** Null gives the loading up. */
  answerDuplicates(choice: DuplicateChoice | null): void;
  /** All rejected records of a draft, or of the last loading. */
  rejectedRecords(draftId?: string): Promise<readonly RejectedRecord[]>;
  /** What the user loaded, kept or in memory only. */
  stored: readonly KeptDataset[];
  storage: StorageState;
  forget(id: string): Promise<void>;
  /** Ids of the documents that were loaded at once; tables that wait for a mapping become drafts. */
  openUserFiles(files: readonly UserFile[]): Promise<readonly string[]>;
  /** The same for an address of the page's own origin. */
  openAddress(address: string): Promise<readonly string[]>;
  /** The same for pasted cells; the ending of the name says what the text is. */
  openText(name: string, text: string): Promise<readonly string[]>;
  /** Places that a text may mean. */
  findPlaces(text: string): readonly PlaceCandidate[];
}
