import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { buildPlaceIndex, type PlaceRow } from '@/domain/place-index';
import { readIdentity } from '@/domain/reading/identity';
import type { Correction, DocumentIdentity, Found } from '@/domain/reading/reading';
import { documentOf } from './wordings';

const places = buildPlaceIndex(
  Papa.parse<PlaceRow>(readFileSync('data/jurisdiction.csv', 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data.map((row) => ({ ...row, parent_code: row.parent_code || null })),
);

const identify = (
  lines: readonly string[],
  file = 'a.pdf',
  corrections: readonly Correction[] = [],
): DocumentIdentity => readIdentity(documentOf(lines, file), { places, titles: [], corrections });

const shown = (found: Found<string | number> | null): string =>
  found ? `${found.value}${found.doubtful ? '?' : ''}` : 'none';
const line = (identity: DocumentIdentity): string =>
  [
    identity.organization,
    identity.jurisdiction,
    identity.fiscalYear,
    identity.stage,
    identity.scope,
  ]
    .map(shown)
    .join(' | ');

describe('who, where, when and what', () => {
  test.each([
    [
      ['靖宇县水务局', '2026年部门预算', '目录'],
      '靖宇县水务局 | 220622 | 2026 | budget | department',
    ],
    [
      ['２０２６年度靖宇县水务局（本级）单位预算'],
      '靖宇县水务局（本级） | 220622 | 2026 | budget | unit',
    ],
    [
      ['延边朝鲜族自治州水利局二〇二五年度部门决算'],
      '延边朝鲜族自治州水利局 | 222400 | 2025 | final | department',
    ],
    [
      ['2026 年长春市水务局（本级）部', '门预算', '目 录'],
      '长春市水务局（本级） | 220100 | 2026 | budget | unit',
    ],
    [
      ['吉林省2026年省级部门预算', '部门：中共吉林省委办公厅 单位：万元'],
      '中共吉林省委办公厅 | 220000 | 2026 | budget | department',
    ],
    [
      ['上海市2026年区级单位预算', '预算单位：上海市普陀区水务局'],
      '上海市普陀区水务局 | 310107 | 2026 | budget | unit',
    ],
    [
      ['长春市水务局（汇总）', '2025年部门预算公开说明'],
      '长春市水务局 | 220100 | 2025 | budget | department',
    ],
    [['国家水务局', '2024年度部门决算'], '国家水务局 | 100000 | 2024 | final | department'],
    [
      ['中国人民政治协商会议靖宇县委员会办公室', '2026年部门预算'],
      '中国人民政治协商会议靖宇县委员会办公室 | 220622 | 2026 | budget | department',
    ],
    [
      ['国家税务总局靖宇县税务局2026年部门预算'],
      '国家税务总局靖宇县税务局 | 220622 | 2026 | budget | department',
    ],
    [
      ['2026年部门预算公开表', '部门编码及名称：[301]靖宇县水务局'],
      '靖宇县水务局 | 220622 | 2026 | budget | department',
    ],
    [['靖宇县三道湖镇2026年部门预算'], '靖宇县三道湖镇 | 220622 | 2026 | budget | department'],
    [
      ['成都市高新区水务局2026年部门预算'],
      '成都市高新区水务局 | 510100? | 2026 | budget | department',
    ],
    [
      ['靖宇县水务局2026年预算调整方案（部门预算）'],
      '靖宇县水务局 | 220622 | 2026 | adjusted | department',
    ],
  ])('%j', (lines, expected) => expect(line(identify(lines))).toBe(expected));

  test('the year most often printed is not the year of the budget', () => {
    const lines = [
      '靖宇县水务局2026年部门预算',
      '目录',
      ...Array(20).fill('比2025年增加。2025年预算数为1万元。'),
    ];
    expect(shown(identify(lines as string[]).fiscalYear)).toBe('2026');
  });

  test('without a cover the headings and sentences tell', () => {
    const lines = [
      '第一部分 部门概况',
      '一、2026年收支预算总体情况',
      '根据上述职责，靖宇县水务建设管理局内设3个机构。',
      '本部门无政府性基金预算。',
    ];
    expect(line(identify(lines))).toBe(
      '靖宇县水务建设管理局 | 220622 | 2026 | budget | department?',
    );
  });

  test('a file’s name is a last resort, and a doubt', () => {
    const identity = identify(['单位：万元'], '靖宇/靖宇县水务局_2026年部门预算.pdf');
    expect(line(identity)).toBe('靖宇县水务局? | 220622? | 2026? | budget? | department?');
    expect(identity.organization?.evidence).toContain('靖宇县水务局');
    expect(identity.organization?.where).toBeNull();
  });

  test('the folder says one place, the document another', () => {
    const identity = identify(
      ['长春市水务局2026年部门预算'],
      '武汉/武汉市水务局2025年部门预算.pdf',
    );
    expect(line(identity)).toBe('长春市水务局 | 220100 | 2026 | budget | department');
  });

  test('two organizations on one cover are a doubt', () => {
    const identity = identify([
      '预算单位：靖宇县水务局',
      '编制单位：靖宇县财政局',
      '2026年部门预算',
    ]);
    expect(identity.organization?.doubtful).toBe(true);
  });

  test('of places of one name the text decides, and where it does not, none is taken', () => {
    const lines = ['普陀区水务局2026年部门预算'];
    expect(shown(identify(lines).jurisdiction)).toBe('none');
    expect(shown(identify([...lines, '目录', '上海市的水务工作。']).jurisdiction)).toBe('310107');
    expect(shown(identify([...lines, '目录', '浙江省舟山市的水务工作。']).jurisdiction)).toBe(
      '330903',
    );
  });

  test('a date and a title on the cover', () => {
    const identity = identify(['靖宇县水务局', '2026年部门预算', '二〇二六年二月十三日', '目录']);
    expect([shown(identity.publishedOn), shown(identity.title)]).toEqual([
      '2026-02-13',
      '靖宇县水务局2026年部门预算',
    ]);
    expect(identify(['靖宇县水务局', '2026年2月31日的会']).publishedOn?.value ?? null).not.toBe(
      '2026-13-01',
    );
  });

  test('what surrounds a document on a web page is not its cover', () => {
    const lines = [
      '当前位置：首页 > 财政预决算',
      '# 靖宇县水务局2026年部门预算',
      '来源：某处 字体：大 中 小',
    ];
    expect(shown(identify(lines, 'a.html').title)).toBe('靖宇县水务局2026年部门预算');
  });

  test('a document that says nothing stays unknown', () => {
    expect(line(identify(['天气晴朗。'], 'x.pdf'))).toBe('none | none | none | none | none');
  });
});

describe('corrections', () => {
  const lines = ['靖宇县水务局2026年部门预算'];
  test('count before what the document says, the last first', () => {
    const corrections: Correction[] = [
      { field: 'organization', found: '靖宇县水务局', given: '某局' },
      { field: 'organization', found: '靖宇县水务局', given: '长春市水务局' },
      { field: 'fiscal_year', found: '2026', given: '2027' },
      { field: 'stage', found: 'budget', given: 'final' },
      { field: 'scope', found: 'department', given: 'unit' },
    ];
    expect(line(identify(lines, 'a.pdf', corrections))).toBe(
      '长春市水务局 | 220100 | 2027 | final | unit',
    );
  });
  test('that name no year, stage or scope are not taken', () => {
    const corrections: Correction[] = [
      { field: 'fiscal_year', found: '2026', given: 'soon' },
      { field: 'stage', found: 'budget', given: '__proto__' },
    ];
    expect(line(identify(lines, 'a.pdf', corrections))).toBe(
      '靖宇县水务局 | 220622 | 2026 | budget | department',
    );
  });
  test('a place may be given by its code', () => {
    const corrections: Correction[] = [{ field: 'jurisdiction', found: null, given: '310107' }];
    expect(shown(identify(['国家水务局2026年部门预算'], 'a.pdf', corrections).jurisdiction)).toBe(
      '310107',
    );
  });
});
