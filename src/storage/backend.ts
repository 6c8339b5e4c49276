/**
 * A place that holds datasets as numbered blobs and a manifest text. Ids are safe as names of folders.
 * A dataset without a manifest does not exist.
 */
export interface Backend {
  readonly kind: 'opfs' | 'indexeddb' | 'memory';
  /** Ids of all datasets, and perhaps of some that are being written. */
  ids(): Promise<string[]>;
  /** Null: there is no such dataset. */
  manifest(id: string): Promise<string | null>;
  /** Writes everything or, when it rejects, nothing. */
  write(id: string, content: BackendContent, options: WriteOptions): Promise<void>;
  /** The first `count` blobs; rejects when one is missing. */
  blobs(id: string, count: number): Promise<Blob[]>;
  remove(id: string): Promise<void>;
}

export interface BackendContent {
  blobs: readonly Blob[];
  manifest: string;
}

export interface WriteOptions {
  /** Called with the bytes written since the last call. */
  onBytes?: ((bytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * `blocked`: the browser does not let the page store. `full`: no room is left. `unreadable`: a stored dataset, or a file
 * to be stored, cannot be read.
 */
export type StorageProblemCode = 'blocked' | 'full' | 'unreadable';

/** Storing, reading or removing did not work; what was stored before is as it was. */
export class StorageError extends Error {
  constructor(
    readonly code: StorageProblemCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'StorageError';
  }
}

const CODES: ReadonlyMap<string, StorageProblemCode> = new Map([
  ['QuotaExceededError', 'full'],
  ['NS_ERROR_FILE_NO_DEVICE_SPACE', 'full'],
  ['NotFoundError', 'unreadable'],
  ['NotReadableError', 'unreadable'],
]);

/** What the browser threw, in the words of this folder. */
export function storageError(error: unknown, doing: string): StorageError {
  if (error instanceof StorageError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new StorageError(CODES.get(name) ?? 'blocked', `${doing}: ${name}, ${message}`, error);
}
