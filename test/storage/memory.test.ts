import { expect, test } from 'vitest';
import { MemoryBackend } from '@/storage/memory';
import { datasetStorage } from '@/storage/storage';
import { CONTRACT, runContract } from './contract';

test.each(CONTRACT.map(({ name, expected }, index) => ({ name, expected, index })))(
  'memory $name',
  async ({ expected, index }) => {
    expect(await runContract(datasetStorage(new MemoryBackend()), index)).toEqual(expected);
  },
);
