import { isWarning, type Issue } from '@/domain/issue';
import { givenUp, issuesOf } from './import-issues';
import { isCancel } from './jobs';

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

/** State after files were opened: tables may wait without anything to report. */
export function stateOf(loaded: readonly string[], issues: readonly Issue[]): LoadState {
  if (loaded.length > 0) return 'done';
  return issues.some((issue) => !isWarning(issue)) ? 'failed' : 'idle';
}

/** Of what was loaded before a loading failed or was cancelled: it stays, and why the rest is not there is said. */
export function endedEarly(
  soFar: Pick<LoadReport, 'name' | 'loaded' | 'issues'>,
  error: unknown,
): LoadReport {
  const { name, loaded, issues } = soFar;
  const reasons = isCancel(error) ? [givenUp(name)] : issuesOf(name, error);
  return { ...IDLE, state: 'done', name, loaded, issues: [...reasons, ...issues] };
}
