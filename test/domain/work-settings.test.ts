import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMutes, parseMutes } from '@/domain/mute';
import { formatHeadcounts, parseHeadcounts } from '@/domain/supplied-headcount';
import { joinedSetting, WORK_SETTING_NAMES } from '@/domain/work-settings';

const headcount = (org: string, people: number) =>
  ({ org, people, kind: 'actual', asOf: '2026-01-01', source: '年报' }) as const;
const mutes = (...reasons: [key: string, reason: string][]) =>
  formatMutes(new Map(reasons.map(([key, reason]) => [key, { reason, on: '2026-11-23' }])));

describe('what is kept and what arrives become one', () => {
  test('headcounts: one of each organization, the own one first', () => {
    const own = formatHeadcounts([headcount('a', 1), headcount('b', 2)]);
    const arriving = formatHeadcounts([headcount('b', 9), headcount('c', 3)]);
    const people = parseHeadcounts(joinedSetting('headcounts', own, arriving)).map(
      ({ org, people }) => [org, people],
    );
    expect(Object.fromEntries(people)).toEqual({ a: 1, b: 2, c: 3 });
  });

  test('mutes: one of each finding, with the own reason', () => {
    const own = mutes(['d\tone', 'mine'], ['d\ttwo', 'mine']);
    const joined = parseMutes(
      joinedSetting('mutes', own, mutes(['d\ttwo', 'theirs'], ['e\tx', 'theirs'])),
    );
    expect([...joined].map(([key, { reason }]) => [key, reason]).toSorted()).toEqual([
      ['d\tone', 'mine'],
      ['d\ttwo', 'mine'],
      ['e\tx', 'theirs'],
    ]);
  });

  test('lists, mappings, organizations: none is lost, none twice', () => {
    const lists = joinedSetting(
      'lists',
      JSON.stringify([{ name: 'x', orgs: ['a'] }]),
      JSON.stringify([
        { name: 'x', orgs: ['b'] },
        { name: 'y', orgs: ['c'] },
      ]),
    );
    expect(JSON.parse(lists)).toEqual([
      { name: 'y', orgs: ['c'] },
      { name: 'x', orgs: ['a'] },
    ]);
    expect(joinedSetting('mappings', '[["s",1]]', '[["s",2],["t",3]]')).toBe('[["t",3],["s",1]]');
    expect(joinedSetting('mappings', '[["s",1],["s",2]]', '[{},["t"],7]')).toBe('[["s",2]]');
    expect(joinedSetting('pinned', '["a","b"]', '["b","c"]')).toBe('["a","b","c"]');
  });

  test('one thing alone: the own one, if there is one', () => {
    expect(joinedSetting('prices', '["mine"]', '["theirs"]')).toBe('["mine"]');
    for (const nothing of ['', 'null', '[]']) {
      expect(joinedSetting('prices', nothing, '["theirs"]')).toBe('["theirs"]');
    }
    expect(joinedSetting('metrics of a later version', 'mine', 'theirs')).toBe('mine');
  });

  test('joining again changes nothing, whatever the texts are', () => {
    const name = fc.constantFrom('a', 'b');
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant('[]'),
      fc
        .array(fc.oneof(fc.object(), fc.tuple(name, fc.json()), name))
        .map((list) => JSON.stringify(list)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...WORK_SETTING_NAMES), text, text, (setting, own, arriving) => {
        const once = joinedSetting(setting, own, arriving);
        expect(joinedSetting(setting, once, arriving)).toBe(once);
      }),
      { numRuns: 1000, examples: [['mappings', '', '[{}]']] },
    );
  });
});
