import { describe } from 'vitest';
import { testOutcomes } from './outcomes';
import { OFFICE_OUTCOMES } from './outcomes-office';
import { hasTorture } from './torture';

describe.skipIf(!hasTorture)('files of the torture set: office', () => {
  testOutcomes('office', OFFICE_OUTCOMES);
});
