import { describe, expect, test } from 'vitest';
import { dateIn, readHeadcounts } from '@/domain/reading/headcounts';
import type { IndicatorReading, ProjectReading } from '@/domain/reading/reading';
import { foundValue } from '../../helpers/hand-reading';
import { budgetOf, documentOf } from './wordings';

const read = (...lines: string[]): string[] =>
  readHeadcounts(documentOf(['# 二、机构设置', ...lines]), budgetOf(2026), [], [], []).map(
    ({ kind, people, asOf }) => [kind, people, asOf].filter((part) => part !== null).join(' '),
  );

describe('in the text', () => {
  test.each([
    [
      '核定编制30名，其中行政编制12名、事业编制18名。',
      ['authorized 30', 'authorized_admin 12', 'authorized_institution 18'],
    ],
    ['行政编制十二名，工勤人员编制2名。', ['authorized_admin 12']],
    ['截至2025年12月31日，在职人员28人，离退休人员9人。', ['actual 28 2025-12-31']],
    [
      '截止2024年2月底，实有人员20人，平均实有人数19人。',
      ['actual 20 2024-02-29', 'average 19 2024-02-29'],
    ],
    ['截至上年底，实有15人。', ['actual 15 2025-12-31']],
    ['实有人员31人，其中：在职人员19人，离退休人员12人。', ['actual 19']],
    ['编外人员3人，政务大厅窗口人员6名。', ['contracted 3', 'window 6']],
    ['离休人员1人，退休人员9人，遗属2人。', []],
    ['培训在职人员300人次。', []],
    ['实有人员10人。实有人员12人。', []],
    ['车辆编制8辆。', []],
  ] as const)('%s', (line, expected) => expect(read(line)).toEqual(expected));

  test('the date stands in the sentence that announces them', () => {
    expect(read('截止2025年10月，基本情况如下：', '实有5人。')).toEqual(['actual 5 2025-10-31']);
  });

  test('posts hold for the day of publication where nothing else is said', () => {
    const identity = budgetOf(2026, { publishedOn: foundValue('2026-02-13') });
    const document = documentOf(['# 机构设置', '人员编制9人，实有8人。']);
    expect(readHeadcounts(document, identity, [], [], []).map(({ asOf }) => asOf)).toEqual([
      '2026-02-13',
      null,
    ]);
  });

  test('definitions are no statements', () => {
    const document = documentOf(['# 名词解释', '实有人员5人。']);
    expect(readHeadcounts(document, budgetOf(2026), [], [], [])).toEqual([]);
  });
});

test.each([
  ['截至2025年8月31日', '2025-08-31'],
  ['截至2025年2月', '2025-02-28'],
  ['截至2025年底', '2025-12-31'],
  ['截至2025年2月30日', null],
  ['截至2025年13月', null],
  ['2025年8月31日', null],
])('%s', (text, expected) => expect(dateIn(text)).toBe(expected));

const project = (projectId: string, level2: string): ProjectReading => ({
  projectId,
  level1: null,
  level2,
  category: null,
  orgName: null,
  rowNo: 1,
});
const indicator = (
  level3: string,
  operator: '=' | '>=',
  target: string,
  targetUnit: string,
): IndicatorReading => ({
  rowNo: 1,
  projectId: 'p02',
  projectLabel: null,
  orgLabel: null,
  level1: null,
  level2: null,
  level3,
  explanation: null,
  operator,
  target,
  targetUnit,
  printed: `${target}${targetUnit}`,
  weight: null,
});

test('in names of projects and in targets, with the project', () => {
  const projects = [
    project('p01', '购买服务22人工资及管理费'),
    project('p02', '大厅运行费'),
    project('p03', '劳务派遣（15名）经费'),
    project('p04', '培训80人经费'),
  ];
  const indicators = [
    indicator('综合窗口人员数', '=', '12', '人'),
    indicator('综合窗口人员数', '>=', '13', '人'),
    indicator('窗口数量', '=', '14', '个'),
    indicator('培训人员数', '=', '15', '人'),
  ];
  const found = readHeadcounts(documentOf([]), budgetOf(2026), [], indicators, projects);
  expect(found.map(({ kind, people, projectId }) => [kind, people, projectId])).toEqual([
    ['contracted', '22', 'p01'],
    ['contracted', '15', 'p03'],
    ['window', '12', 'p02'],
  ]);
});
