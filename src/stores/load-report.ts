import type { Issue } from '@/domain/issue';

export type LoadState = 'idle' | 'working' | 'done' | 'failed';

/** Result of the last files the user opened, said on the screen until it is closed. */
export interface LoadReport {
  state: LoadState;
  /** Name of the package or file. */
  name: string;
  /** Ids of the documents loaded. */
  loaded: readonly string[];
  /** Records of free-form tables; null for packages. */
  records: { loaded: number; rejected: number } | null;
  issues: readonly Issue[];
}

export const IDLE: LoadReport = { state: 'idle', name: '', loaded: [], records: null, issues: [] };
