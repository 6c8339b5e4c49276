import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untilDone } from '@/db/slices';
import {
  indexNames,
  likeGroups,
  likenessOf,
  likeOne,
  type NamedProject,
} from '@/domain/project-likeness';

const named = (...names: readonly (readonly [name: string, owner: string])[]): NamedProject[] =>
  names.map(([name, owner], place) => ({ key: `k${place}`, name, owner }));
const indexOf = (names: readonly NamedProject[]) => untilDone(indexNames(names));

const anyNames = fc
  .array(
    fc.tuple(
      fc.string({ unit: fc.constantFrom(...'政务服务热线运维平台信用体系') }),
      fc.constantFrom('a', 'b', 'c'),
    ),
    {
      minLength: 2,
      maxLength: 30,
    },
  )
  .map((list) => named(...list));

describe('likeness of names', () => {
  const index = indexOf(
    named(
      ['政务服务便民热线运行管理', 'a'],
      ['便民热线平台运营', 'b'],
      ['政务服务大厅', 'b'],
      ['社会信用体系建设', 'c'],
    ),
  );

  test('says what is shared, longest first', () => {
    expect(likenessOf(index, 0, 1)).toMatchObject({ shared: ['便民热线'] });
    expect(likenessOf(index, 0, 3)).toEqual({ similarity: 0, shared: [] });
  });

  test('a pair that fewer names have weighs more', () => {
    expect(index.weight('热线')).toBeCloseTo(Math.log(1 + 4 / 2));
    expect(index.weight('信用')).toBeGreaterThan(index.weight('热线'));
  });

  test('is the shared weight over the geometric mean of both', () => {
    const pairs = ['便民', '民热', '热线'].reduce((sum, pair) => sum + index.weight(pair), 0);
    const [a = 0, b = 0] = index.shared.map(({ sum }) => sum);
    expect(likenessOf(index, 0, 1).similarity).toBeCloseTo(pairs / Math.sqrt(a * b), 10);
  });

  test('lies between 0 and 1, is the same both ways, and 1 for the same name', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const all = indexOf(names);
        fc.pre(all.shared.length > 1);
        const there = likenessOf(all, 0, 1).similarity;
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(likenessOf(all, 1, 0).similarity).toBeCloseTo(there, 10);
        const hasPairs = (names[0]?.name.length ?? 0) > 1;
        expect(likenessOf(all, 0, 0).similarity).toBeCloseTo(hasPairs ? 1 : 0, 10);
      }),
    );
  });

  test('a higher threshold never brings more', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const all = indexOf(names);
        const low = untilDone(likeOne(all, 'k0', 0.3)).map(({ key }) => key);
        const high = untilDone(likeOne(all, 'k0', 0.6)).map(({ key }) => key);
        expect(low).toEqual(expect.arrayContaining(high));
        expect(low[0]).toBe('k0');
      }),
    );
  });
});

describe('groups of like names', () => {
  test('need several owners, hold every name once, and each is like its core', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const index = indexOf(names);
        const groups = untilDone(likeGroups(index, 0.5, 99));
        const members = groups.flatMap((group) => group.members.map(({ key }) => key));
        expect(new Set(members).size).toBe(members.length);
        for (const group of groups) {
          const owners = group.members.map(
            ({ key }) => names.find((one) => one.key === key)?.owner,
          );
          expect(new Set(owners).size).toBe(group.owners);
          expect(group.owners).toBeGreaterThan(1);
          expect(group.members[0]?.key).toBe(group.core);
          for (const { similarity } of group.members)
            expect(similarity).toBeGreaterThanOrEqual(0.5);
        }
      }),
    );
  });

  test('the same name of one owner alone is no group', () => {
    const index = indexOf(named(['日常保障运行', 'a'], ['日常保障运行', 'a']));
    expect(untilDone(likeGroups(index, 0.5, 9))).toEqual([]);
  });

  test('a name that hundreds bear is compared once, and all of them are its group', () => {
    const names = Array.from({ length: 3_000 }, (_, i): NamedProject => ({
      key: `k${i}`,
      name: i % 3 ? '综合业务管理' : '社会信用体系',
      owner: `o${i % 700}`,
    }));
    const index = indexOf(names);
    expect(index.shared).toHaveLength(2);
    const groups = untilDone(likeGroups(index, 0.5, 9));
    expect(groups.map(({ members, owners }) => [members.length, owners])).toEqual([
      [1_000, 700],
      [2_000, 700],
    ]);
    expect(untilDone(likeOne(index, 'k3', 1))).toHaveLength(1_000);
  });

  test('thousands of names are compared in slices, none of them long', () => {
    const words = ['热线', '平台', '运维', '信用', '大厅', '采购', '评审', '外网', '数据', '物业'];
    const names = Array.from({ length: 4_000 }, (_, i): NamedProject => {
      const of = (step: number) => words[Math.floor(i / step) % words.length] ?? '';
      return { key: `k${i}`, name: `${of(1)}${of(7)}${of(70)}服务`, owner: `o${i % 300}` };
    });
    const work = likeGroups(indexOf(names), 0.6, 12);
    let longest = 0;
    for (;;) {
      const from = performance.now();
      const { done, value } = work.next();
      longest = Math.max(longest, performance.now() - from);
      if (!done) continue;
      expect((value ?? []).length).toBe(12);
      break;
    }
    expect(longest).toBeLessThan(100);
  });
});
