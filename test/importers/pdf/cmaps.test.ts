import { describe, expect, test } from 'vitest';
import { CMAP_NAMES, CMAPS_OF_COLLECTION } from '@/importers/pdf/cmap-names';
import { cmapInNode } from '@/importers/pdf/cmap-node';

const sizes = async (names: readonly string[]): Promise<number> => {
  const packed = await Promise.all(names.map(cmapInNode));
  return packed.reduce((sum, { length }) => sum + length, 0);
};

describe('CMaps that go with the app', () => {
  test.each([
    ['GB1', 195],
    ['CNS1', 142],
    ['Korea1', 80],
    ['Japan1', 107],
  ] as const)('%s takes about %i KB', async (collection, kilobytes) => {
    const bytes = await sizes(CMAPS_OF_COLLECTION[collection]);
    expect(Math.abs(bytes / 1000 - kilobytes)).toBeLessThan(4);
  });

  test('each for writing downwards comes with the one it builds on', () => {
    const names = new Set(CMAP_NAMES);
    const missing = CMAP_NAMES.filter((name) => /(?:^|-)V$/.test(name)).filter(
      (name) => !names.has(name.replace(/V$/, 'H')),
    );
    expect(missing).toEqual([]);
    expect(names.size).toBe(CMAP_NAMES.length);
  });

  test('a name that leads out of the folder is refused', async () => {
    await expect(cmapInNode('../package')).rejects.toThrow(/no name of a CMap/);
  });
});
