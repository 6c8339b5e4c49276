import type { StagingTools } from '@/db/loading/import-steps';
import type { Job } from './jobs';
import { reader } from './reader';

/** What taking tables into the engine needs, as part of a job. */
export function stagingTools({ signal, tell }: Job): StagingTools {
  let taken = 0;
  return {
    signal,
    repair: (table) => reader.repair(table, { signal }),
    onRecords: (records) => tell({ phase: 'taking', records: (taken += records) }),
  };
}
