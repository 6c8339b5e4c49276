import { describe, expect, test } from 'vitest';
import { countWords, groupWords, membersWords } from '@/domain/group-words';
import { EVERYONE, NO_GROUP, type Group, type Population } from '@/domain/population';

const nameOf = (code: string) => (code === '220000' ? '吉林省' : undefined);
const PEERS: Group = { kind: 'peers', by: 'sector' };
const counties: Population = {
  ...EVERYONE,
  scope: 'department',
  level: 'county',
  sector: 'government_services',
};

describe('words of a group', () => {
  test('say place, level and sector', () => {
    expect(groupWords(PEERS, counties, 'zh', nameOf)).toBe('县级 · 政务服务');
    expect(groupWords(PEERS, { ...counties, within: '220000' }, 'zh', nameOf)).toBe(
      '吉林省 · 县级 · 政务服务',
    );
    expect(groupWords(PEERS, counties, 'en', nameOf)).toBe('county level · Government services');
  });

  test('a place no list names stays a code, a sector of a dataset its own name', () => {
    const own = { ...EVERYONE, within: '990000', sector: '粮储' };
    expect(groupWords(PEERS, own, 'zh', nameOf)).toBe('990000 · 粮储');
  });

  test('everybody, nobody, those of like size, a list', () => {
    const list: Group = { kind: 'list', name: '长白山', orgs: ['a'] };
    expect(groupWords(PEERS, EVERYONE, 'zh', nameOf)).toBe('全部');
    expect(groupWords(NO_GROUP, null, 'zh', nameOf)).toBe('');
    expect(groupWords(PEERS, { ...EVERYONE, sizeLike: 'd' }, 'zh', nameOf)).toBe(
      '总额为其 1/2 至 2 倍',
    );
    expect(groupWords(list, { ...EVERYONE, orgs: ['a'] }, 'zh', nameOf)).toBe('长白山');
    expect(groupWords({ ...list, name: ' ' }, { ...EVERYONE, orgs: ['a'] }, 'en', nameOf)).toBe(
      'unnamed list',
    );
  });

  test('count departments, units, or both', () => {
    expect(countWords('63', 'department', 'zh')).toBe('63 个部门');
    expect(countWords('1', 'unit', 'en')).toBe('1 single unit');
    expect(countWords('2,400', null, 'en')).toBe('2,400 organizations');
  });

  test('name the members in a sentence', () => {
    const within = { ...counties, within: '220000' };
    expect(membersWords(PEERS, within, 'zh', nameOf)).toBe('吉林省县级政务服务部门');
    expect(membersWords(PEERS, within, 'en', nameOf)).toBe(
      'county-level departments (Government services) in 吉林省',
    );
    const like = { ...EVERYONE, scope: 'department', level: 'county', sizeLike: 'd' } as const;
    expect(membersWords(PEERS, like, 'zh', nameOf)).toBe('规模相近的县级部门');
    expect(membersWords({ kind: 'list', name: '东部', orgs: [] }, EVERYONE, 'zh', nameOf)).toBe(
      '“东部”中的机构',
    );
  });
});
