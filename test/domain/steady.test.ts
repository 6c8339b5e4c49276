import { expect, test } from 'vitest';
import { sameItems, withFormer } from '@/domain/steady';

test('a list of the same items stays the former one', () => {
  const [a, b] = [{}, {}];
  const former = [a, b];
  expect(sameItems(former, [a, b])).toBe(former);
  for (const other of [[b, a], [a], [a, b, a], [a, {}]]) {
    expect(sameItems(former, other)).toBe(other);
  }
  expect(sameItems(undefined, former)).toBe(former);
});

test('of a record that changes what says the same stays', () => {
  const former = { orgs: ['a'], group: { kind: 'none' }, metric: 'total' };
  expect(withFormer(former, structuredClone(former))).toBe(former);
  const next = withFormer(former, { ...structuredClone(former), metric: 'basic' });
  expect(next).toEqual({ ...former, metric: 'basic' });
  expect(next.orgs).toBe(former.orgs);
  expect(next.group).toBe(former.group);
  expect(withFormer(undefined, former)).toBe(former);
});
