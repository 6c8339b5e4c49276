import { describe } from 'vitest';
import { testOutcomes } from './outcomes';
import { CSV_OUTCOMES } from './outcomes-csv';
import { hasTorture } from './torture';

describe.skipIf(!hasTorture)('files of the torture set: csv', () => {
  testOutcomes('csv', CSV_OUTCOMES);
});
