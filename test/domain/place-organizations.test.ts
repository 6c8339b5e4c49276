import { describe, expect, test } from 'vitest';
import { untilDone } from '@/db/slices';
import {
  matchingOrganizations,
  scopeOfName,
  type KnownOrganization,
} from '@/domain/place-matching';
import { found, frame, index, match, matchOne, type Given } from '../helpers/found-organizations';

describe('organizations', () => {
  const loaded: KnownOrganization[] = [
    {
      org_id: '220622-government-services',
      name: '靖宇县政务服务和数字化建设管理局',
      short_name: '政务服务和数字化局',
      jurisdiction_code: '220622',
      scope: 'department',
    },
    {
      org_id: '222400-government-services',
      name: '延边朝鲜族自治州政务服务和数字化建设管理局（本级）',
      short_name: '政务服务和数字化局',
      jurisdiction_code: '222400',
      scope: 'unit',
    },
  ];
  const idOf = (organization: string, over: Given = {}) => {
    const { orgId, known } = matchOne({ organization }, { known: loaded, ...over });
    return [orgId, known];
  };

  test.each([
    ['靖宇县政务服务和数字化建设管理局', '220622-government-services'],
    ['吉林省靖宇县政务服务和数字化建设管理局', '220622-government-services'],
    ['靖宇县政务服务和数字化局', '220622-government-services'],
    ['延边州政务服务和数字化建设管理局', '222400-government-services'],
    ['延边州政务服务和数字化建设管理局(本级)', '222400-government-services'],
  ])('%s is loaded already', (name, id) => expect(idOf(name)).toEqual([id, true]));

  test('a name without its place is known where the table says the place', () => {
    const given = { frame: { place: '220622' } };
    expect(idOf('政务服务和数字化建设管理局', given)).toEqual(['220622-government-services', true]);
    expect(idOf('县政务服务和数字化建设管理局', given)).toEqual([
      '220622-government-services',
      true,
    ]);
    expect(idOf('财政局', given)).toEqual(['220622-财政局', false]);
  });

  test('the same name elsewhere is another organization', () => {
    expect(idOf('抚松县政务服务和数字化建设管理局')).toEqual([
      '220621-抚松县政务服务和数字化建设管理局',
      false,
    ]);
  });

  test('names of one organization get one id, department and own level two, codes their own', () => {
    const ids = match([
      { organization: '靖宇县财政局' },
      { organization: '吉林省靖宇县财政局' },
      { organization: '靖宇县财政局（本级）' },
      { organization: '靖宇县教育局', organizationCode: '201001' },
      { organization: '靖宇县教育局', organizationCode: '201002' },
    ]).map(({ orgId }) => orgId);
    expect(ids).toEqual([
      '220622-靖宇县财政局',
      '220622-靖宇县财政局',
      '220622-靖宇县财政局-本级',
      '220622-201001',
      '220622-201002',
    ]);
  });

  test('a department and its own level with the same name are not both the one that is loaded', () => {
    const [department, unit] = match(
      [
        { organization: '延边州政务服务和数字化建设管理局' },
        { organization: '延边州政务服务和数字化建设管理局（本级）' },
      ],
      { known: loaded },
    );
    expect([department?.known, unit?.known]).toEqual([false, true]);
    expect(department?.orgId).not.toBe(unit?.orgId);
  });

  test('an id of odd characters is safe, and not given twice', () => {
    const ids = match([
      { organization: '靖宇县<b>局</b>', organizationCode: '1/2' },
      { organization: '靖宇县局', organizationCode: '1\\2' },
      { organization: "靖宇县'); DROP TABLE x" },
    ]).map(({ orgId }) => orgId);
    expect(ids).toEqual(['220622-1-2', '220622-1-2', '220622-靖宇县-droptablex']);
  });

  test.each([
    '合计',
    '总计',
    '全县合计',
    '行政单位小计',
    '合计：',
    'Total',
    'Grand total',
    '全县',
    '汇总',
  ])('%s is a sum, not an organization', (organization) => {
    const { orgId, doubt, jurisdictionCode } = matchOne({ organization, placeCode: '220622' });
    expect([orgId, doubt, jurisdictionCode]).toEqual([null, null, null]);
  });

  test('without a name the table has it, or there is none', () => {
    expect(
      matchOne({ organization: null }, { frame: { organization: '靖宇县财政局' } }),
    ).toMatchObject({
      name: '靖宇县财政局',
      jurisdictionCode: '220622',
    });
    expect(matchOne({ organization: null, placeCode: '220622' })).toMatchObject({
      orgId: null,
      doubt: null,
    });
  });

  test('200,000 of them take about a second', () => {
    const counties = [...index.byCode.values()].filter(({ level }) => level === 'county');
    const all = Array.from({ length: 200_000 }, (_, i) => {
      const { path } = counties[i % counties.length]!;
      return found({
        organization: `${path.replaceAll(' ', '')}第${i}局`,
        placeName: i % 2 ? path : null,
      });
    });
    const start = performance.now();
    const matches = untilDone(matchingOrganizations(all, [frame()], index, [], {}));
    expect(performance.now() - start).toBeLessThan(8000);
    expect(matches.every(({ orgId }) => orgId !== null)).toBe(true);
    expect(new Set(matches.map(({ orgId }) => orgId)).size).toBe(200_000);
  });
});

test('the scope a name states', () => {
  const names = [
    '靖宇县财政局（本级）',
    '延边州教育局本级',
    '靖宇县人民法院(机关)',
    '靖宇县财政局',
  ];
  expect(names.map(scopeOfName)).toEqual(['unit', 'unit', 'unit', null]);
});
