import type { DatasetStorage, StoredFile } from '@/storage/storage';
import { sampleDataset, sampleFile, sampleGroup } from './samples';

interface ContractCase {
  name: string;
  /** Gets a storage without datasets; gives what it saw, as JSON can say it. */
  run(storage: DatasetStorage): Promise<unknown>;
  expected: unknown;
}

const MEGABYTE = 1024 * 1024;
const NAMES = ['预算 2026/收支总表.xlsx', '../../etc/passwd', '__proto__', 'a|b\u0000?*.csv', ''];

/** What every storage has to do, wherever its bytes lie. */
export const CONTRACT: readonly ContractCase[] = [
  {
    name: 'is empty at first',
    run: async (storage) => [
      await storage.list(),
      await storage.problems(),
      (await storage.usage()).used,
    ],
    expected: [[], [], 0],
  },
  {
    name: 'gives back every byte, whatever the files are called',
    run: async (storage) => {
      const files = NAMES.map((path, index) => sampleFile(path, index * 1.5 * MEGABYTE, index + 1));
      await storage.save(sampleDataset('one', files), files);
      const back = await storage.files('one');
      return [back.map(({ path }) => path), await sameBytes(files, back)];
    },
    expected: [NAMES, true],
  },
  {
    name: 'gives back every word of a dataset',
    run: async (storage) => {
      const dataset = sampleDataset('one', [], {
        recipe: { kind: 'tables', duplicates: 'replace', groups: [sampleGroup] },
        records: { loaded: 12, rejected: 3 },
      });
      await storage.save(dataset, []);
      const [back] = await storage.list();
      return [same(back, dataset), JSON.stringify(back).includes('"__proto__":"220622"')];
    },
    expected: [true, true],
  },
  {
    name: 'lists the oldest first and counts all bytes',
    run: async (storage) => {
      const files = [sampleFile('a', 1000), sampleFile('b', 234)];
      for (const [id, day] of [['x', 2] as const, ['y', 3] as const, ['z', 1] as const]) {
        await storage.save(
          sampleDataset(id, files, { loadedAt: `2026-03-0${day}T00:00:00Z` }),
          files,
        );
      }
      return [await ids(storage), (await storage.usage()).used];
    },
    expected: [['z', 'x', 'y'], 3 * 1234],
  },
  {
    name: 'tells every byte once',
    run: async (storage) => {
      const files = [sampleFile('a', 20 * MEGABYTE), sampleFile('b', 5)];
      let bytes = 0;
      await storage.save(sampleDataset('one', files), files, (more) => (bytes += more));
      return bytes;
    },
    expected: 20 * MEGABYTE + 5,
  },
  {
    name: 'forgets, twice if asked',
    run: async (storage) => {
      const files = [sampleFile('a', 10)];
      await storage.save(sampleDataset('one', files), files);
      await storage.save(sampleDataset('two', files), files);
      await storage.remove('one');
      await storage.remove('one');
      return [await ids(storage), await refusal(storage.files('one'))];
    },
    expected: [['two'], 'StorageError unreadable'],
  },
  {
    name: 'keeps nothing of a saving that was called off',
    run: async (storage) => {
      const files = [sampleFile('a', 10), sampleFile('b', 20 * MEGABYTE)];
      const saved = refusal(
        storage.save(sampleDataset('one', files), files, undefined, AbortSignal.abort()),
      );
      return [await saved, await ids(storage)];
    },
    expected: ['AbortError', []],
  },
  {
    name: 'keeps all or nothing of a saving that is called off on its way',
    run: async (storage) => {
      const files = [sampleFile('a', 10), sampleFile('b', 20 * MEGABYTE)];
      const seen = [];
      for (const wait of [0, 2, 5, 10, 20, 40]) {
        const controller = new AbortController();
        const saved = refusal(
          storage.save(sampleDataset('one', files), files, undefined, controller.signal),
        );
        setTimeout(() => controller.abort(), wait);
        const whole = (await saved) === 'nothing refused';
        seen.push(whole || (await saved), (await ids(storage)).length === Number(whole));
        await storage.remove('one');
      }
      return seen.filter((one) => one !== true && one !== 'AbortError');
    },
    expected: [],
  },
  {
    name: 'keeps a dataset as it is when another comes under its id',
    run: async (storage) => {
      const files = [sampleFile('a', 10)];
      const others = [sampleFile('b', 20)];
      await storage.save(sampleDataset('one', files), files);
      const refused = await refusal(storage.save(sampleDataset('one', others), others));
      return [refused, await sameBytes(files, await storage.files('one'))];
    },
    expected: ['Error', true],
  },
  {
    name: 'takes no dataset it could not give back',
    run: async (storage) => {
      const files = [sampleFile('a', 10)];
      const refused = [
        await refusal(storage.save(sampleDataset('one', files), [])),
        await refusal(storage.save(sampleDataset('one', files), [sampleFile('a', 11)])),
        await refusal(storage.save(sampleDataset('../one', files), files)),
        await refusal(storage.save(sampleDataset('one', files, { name: 1 as never }), files)),
      ];
      return [refused, await ids(storage)];
    },
    expected: [['Error', 'StorageError unreadable', 'Error', 'Error'], []],
  },
];

/** Runs a case of the contract after forgetting everything. */
export async function runContract(storage: DatasetStorage, index: number): Promise<unknown> {
  for (const id of await ids(storage)) await storage.remove(id);
  return CONTRACT[index]!.run(storage);
}

const ids = async (storage: DatasetStorage): Promise<string[]> =>
  (await storage.list()).map(({ id }) => id);

/** Name, and code if there is one, of what a promise rejects with. */
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'nothing refused',
    ({ name, code }) => (name === 'StorageError' ? `${name} ${code}` : name),
  );

async function sameBytes(a: readonly StoredFile[], b: readonly StoredFile[]): Promise<boolean> {
  const bytes = await Promise.all(
    [...a, ...b].map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())),
  );
  return a.every((_, index) => {
    const left = bytes[index]!;
    const right = bytes[index + a.length]!;
    return left.length === right.length && left.every((byte, at) => byte === right[at]);
  });
}

/** Equal but for the order of keys. */
const same = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))
      : part,
  );
