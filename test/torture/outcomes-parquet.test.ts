import { describe } from 'vitest';
import { testOutcomes } from './outcomes';
import { PARQUET_OUTCOMES } from './outcomes-parquet';
import { hasTorture } from './torture';

describe.skipIf(!hasTorture)('files of the torture set: parquet', () => {
  testOutcomes('parquet', PARQUET_OUTCOMES);
});
