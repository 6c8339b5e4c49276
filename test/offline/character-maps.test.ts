import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CMAP_NAMES, CMAPS_OF_COLLECTION } from '@/offline/character-map-names';
import { characterMaps } from '@/offline/character-maps';
import { cmapInNode } from '@/importers/pdf/cmap-node';

const sizes = async (names: readonly string[]): Promise<number> => {
  const packed = await Promise.all(names.map(cmapInNode));
  return packed.reduce((sum, { length }) => sum + length, 0);
};

describe('CMaps that go with the app', () => {
  test.each([
    ['GB1', 195],
    ['CNS1', 41],
    ['Korea1', 80],
    ['Japan1', 41],
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

  test('all of them are packed, each under its name', async () => {
    const packed = unzipSync(characterMaps());
    expect(Object.keys(packed).toSorted()).toEqual(CMAP_NAMES.toSorted());
    expect(packed['GBK-EUC-H']).toEqual(await cmapInNode('GBK-EUC-H'));
  });

  test('a name that leads out of the folder is refused', async () => {
    await expect(cmapInNode('../package')).rejects.toThrow(/no name of a CMap/);
  });
});
