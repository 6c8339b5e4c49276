import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { untilDone } from '@/db/slices';
import {
  editedMatches,
  formatGroupEdits,
  parseGroupEdits,
  parseProjectGroup,
  withGroupEdit,
  withoutMembership,
  type GroupEdit,
} from '@/domain/project-group';
import { readWords, wordIn } from '@/domain/project-kinds';
import { kindCounts, matchesOf, preparePool } from '@/domain/project-matching';

const read = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(`data/${name}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  '220622': ['靖宇县', '靖宇县'],
  '222400': ['延边朝鲜族自治州', '延边州'],
};
const organizations = new Map(read('organization').map((row) => [row.org_id, row]));
const documents = new Map(read('document').map((row) => [row.doc_id, row]));
const pool = untilDone(
  preparePool(
    read('project').map((row) => {
      const organization = organizations.get(documents.get(row.doc_id)?.org_id)!;
      const [place, place_short] = PLACES[organization.jurisdiction_code ?? '']!;
      return {
        doc_id: row.doc_id!,
        project_id: row.project_id!,
        level2: row.level2!,
        org_name: row.org_name!,
        org_id: organization.org_id!,
        organization: organization.name!,
        place,
        place_short,
      };
    }),
  ),
);
const printed = (keys: readonly { key: string }[]): (string | undefined)[] =>
  keys.map(({ key }) => pool.names.find((one) => one.key === key)?.printed);
const match = (text: string, threshold = 0.45) =>
  untilDone(matchesOf(pool, parseProjectGroup(text)!, threshold));

describe('the two bundled budgets', () => {
  test('have these kinds in common', () => {
    const shared = kindCounts(pool).filter(({ organizations: count }) => count > 1);
    expect(shared.map(({ kind }) => kind)).toEqual(['operation', 'staff', 'review', 'openness']);
  });

  test('people that are paid stand side by side, with the word that says so', () => {
    const { found } = match('kind:staff');
    expect(printed(found)).toEqual([
      '购买服务22人工资及管理费（编外长聘支出）',
      '州本级政务服务中心综合窗口运行管理费',
    ]);
    expect(found.map(({ reason }) => reason)).toEqual([
      { why: 'word', word: '编外' },
      { why: 'word', word: '窗口' },
    ]);
  });

  test('a lower threshold brings like names near a kind, which are no members yet', () => {
    const { found, near } = match('kind:network', 0.3);
    expect(printed(near)).toEqual(['社会信用体系建设购买第三方服务经费']);
    expect(match('kind:network', 0.9)).toEqual({ found, near: [] });
  });

  test('names like one project: itself first, the most alike next, the others near', () => {
    const core = pool.names.find(({ printed: name }) => name.includes('热线受理'))!.key;
    const { found } = match(`like:${core}`, 0.4);
    expect(found[0]).toMatchObject({ key: core, similarity: 1, reason: { why: 'core' } });
    expect(printed(found.slice(1))).toEqual(['延边州12345政务服务便民热线运行管理费项目']);
    expect(found[1]?.shared[0]).toBe('12345政务服务便民热线');
    const { found: fewer, near } = match(`like:${core}`, 1);
    expect(fewer).toHaveLength(1);
    expect(printed(near)).toContain('延边州12345政务服务便民热线运行管理费项目');
  });

  test('own words; a project that is not there has none like it', () => {
    expect(printed(match('words:外网 信用').found)).toHaveLength(3);
    expect(match('words:没有这个词').found).toEqual([]);
    expect(match('like:nobody/p99').found).toEqual([]);
  });
});

describe('words', () => {
  test('joined by + are all wanted', () => {
    expect(wordIn('系统技术支持', ['系统+技术支持'])).toBe('系统+技术支持');
    expect(wordIn('技术支持', ['系统+技术支持', '+'])).toBeNull();
    expect(wordIn('12345 app', ['APP'])).toBe('APP');
  });
  test('are divided by blanks, commas and the like', () => {
    expect(readWords(' 热线，12345、 热线 ;')).toEqual(['热线', '12345']);
  });
});

describe('changes of the reader', () => {
  const edit = (act: GroupEdit['act'], project = 'd/p', value = ''): GroupEdit => ({
    group: 'kind:hotline',
    act,
    project,
    value,
  });
  const found = [{ key: 'd/p', reason: { why: 'core' as const }, similarity: 1, shared: [] }];

  test('put in, take out, take back', () => {
    const out = withGroupEdit([], edit('out'));
    expect(editedMatches(found, out, 'kind:hotline')).toMatchObject({ matches: [], out: found });
    expect(editedMatches(found, out, 'kind:credit')).toMatchObject({ matches: found, out: [] });
    expect(withGroupEdit(out, edit('in'))).toEqual([edit('in')]);
    expect(withoutMembership(out, 'kind:hotline', 'd/p')).toEqual([]);
    const added = withGroupEdit([], edit('in', 'd/q'));
    expect(editedMatches(found, added, 'kind:hotline').matches.map(({ key }) => key)).toEqual([
      'd/p',
      'd/q',
    ]);
  });

  test('an empty name takes the name back; one quantity is used for a project', () => {
    const named = withGroupEdit([], edit('name', '', '我的组'));
    expect(withGroupEdit(named, edit('name', '', ''))).toEqual([]);
    const used = withGroupEdit(withGroupEdit([], edit('use', 'd/p', '1')), edit('use', 'd/p', '2'));
    expect(used).toEqual([edit('use', 'd/p', '2')]);
  });

  test('are read from the address, wrong ones left out', () => {
    const edits = [edit('out'), edit('name', '', '热线，全省:比较')];
    expect(parseGroupEdits(formatGroupEdits(edits))).toEqual(edits);
    expect(parseGroupEdits('kind%3Ahotline:spoil:d%2Fp:,kind%3Anone:out:d%2Fp:')).toEqual([]);
  });
});
