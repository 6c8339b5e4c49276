import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/checks/check-document';
import { checkedDocuments, type CheckedDocument } from '@/checks/checked-document';
import { dictionaryOf, listEntries, type DictionaryEntry } from '@/checks/dictionary';
import { NOTES } from '@/checks/notes';
import { NAME_NOTES } from '@/checks/notes/names';
import type { CheckContext } from '@/checks/rule';
import { NAME_RULES } from '@/checks/rules/names';
import type { PackageRow } from '@/domain/reading/package-row';
import { ALONE, bundledDocuments, bundledRows } from '../helpers/checked';
import { smallDocument, smallRows } from '../helpers/small-document';
import { find, told, wrong } from '../helpers/told';

const knowing = (...entries: Partial<DictionaryEntry>[]): CheckContext => ({
  ...ALONE,
  dictionary: dictionaryOf(
    entries.map((entry) => ({
      kind: 'economic',
      code: '30201',
      name: '办公费',
      year: null,
      source: 'list',
      documents: 0,
      ...entry,
    })),
  ),
});

describe('codes and their names', () => {
  const document = (year: number) =>
    smallDocument({
      year,
      tables: {
        basic: `
          general_public.total.basic
          302 商品和服务支出 | 5.00
            30201 办公费 | 1.00
            30208 物业管理费 | 1.00
            30213 维护（护）费 | 1.00
            30239 其他交通 | 1.00
            30299 其他商品和服务支出 | 1.00
          = 合计 | 5.00
        `,
      },
    });
  const list = [
    { code: '302', name: '商品和服务支出' },
    { code: '30201', name: '办公费' },
    { code: '30208', name: '取暖费' },
    { code: '30209', name: '物业管理费' },
    { code: '30213', name: '维修（护）费' },
    { code: '30239', name: '其他交通费用' },
  ];

  it('tells a name of a neighbouring code and a slip; what may have been renamed is left open', () => {
    const renamed = [...list.slice(0, 5), { code: '30239', name: '交通补助' }];
    expect(wrong(find(document(2026), 'code_has_its_name', knowing(...renamed)))).toEqual([
      'fail 物业管理费 : 取暖费',
      'fail 维护（护）费 : 维修（护）费',
      'unchecked codes_unlike',
      'unchecked codes_unknown',
    ]);
  });

  it('takes a name that is cut off for the whole, and the names it finds for right', () => {
    const found = find(document(2026), 'code_has_its_name', knowing(...list));
    expect(found).toContain('pass 其他交通 : 其他交通');
    expect(found.filter((text) => text.startsWith('pass'))).toHaveLength(3);
  });

  it('does not hold a list of no year against an older document', () => {
    expect(wrong(find(document(2016), 'code_has_its_name', knowing(...list)))).toEqual([
      'unchecked codes_unlike',
      'unchecked codes_unknown',
    ]);
  });

  it('holds a list of that very year against every differing name', () => {
    const context = knowing({ code: '30239', name: '交通补助', year: 2016 });
    expect(find(document(2016), 'code_has_its_name', context)).toEqual([
      'fail 其他交通 : 交通补助',
      'unchecked codes_unknown',
    ]);
  });

  it('counts what documents print only if three others agree', () => {
    const printed = (documents: number, name = '交通补助') => ({
      code: '30239',
      name,
      year: 2026,
      source: 'documents' as const,
      documents,
    });
    const fails = (...entries: Partial<DictionaryEntry>[]) =>
      find(document(2026), 'code_has_its_name', knowing(...entries)).filter((text) =>
        text.startsWith('fail'),
      );
    expect(fails(printed(3), printed(1, '其他交通'))).toEqual(['fail 其他交通 : 交通补助']);
    expect(fails(printed(2), printed(1, '其他交通'))).toEqual([]);
    expect(fails(printed(3), printed(2, '其他交通'))).toEqual([]);
    expect(fails(printed(3), printed(3, '公务交通'), printed(1, '其他交通'))).toEqual([]);
  });

  it('does not believe a list against two other documents', () => {
    const others = { code: '30208', name: '物业管理费', year: 2026, documents: 3 };
    const context = knowing(...list, { ...others, source: 'documents' });
    const found = find(document(2026), 'code_has_its_name', context);
    expect(found.filter((text) => text.startsWith('fail'))).toEqual([
      'fail 维护（护）费 : 维修（护）费',
    ]);
  });

  it('knows nothing without a dictionary, and says so', () => {
    expect(find(document(2026), 'code_has_its_name')).toEqual(['unchecked codes_unknown']);
  });

  it('leaves out units that stand beside the code of what they spend on', () => {
    const units = smallDocument({
      name: '市财政局',
      tables: {
        expenditure: `
          all.total.total
          2010601 行政运行 | 2.00
            2010601 市财政局 | 1.00
            2010601 市国库中心 | 1.00
        `,
      },
      more: { project: [{ project_id: 'p1', level2: '运维', org_name: '市国库中心', row_no: 1 }] },
    });
    expect(find(units, 'one_name_per_code')).toEqual(['unchecked nothing_to_compare']);
  });

  it('finds one code with two names, and one name with two codes', () => {
    const two = smallDocument({
      tables: {
        expenditure: `
          all.total.total
          201 一般公共服务支出 | 2.00
            20103 政府办公厅（室）及相关机构事务 | 2.00
              2010301 行政运行 | 1.00
              2010302 行政运行 | 1.00
          = 合计 | 2.00
        `,
        general_public: `
          general_public.total.total
          201 一、一般公共服务 | 2.00
            20103 政府办公厅(室)及相关机构事务 | 2.00
              2010301 行政运行 | 1.00
              2010302 一般行政管理事务 | 1.00
          = 合计 | 2.00
        `,
      },
    });
    expect(find(two, 'one_name_per_code')).toEqual([
      'pass 一般公共服务支出 : 一般公共服务支出',
      'pass 政府办公厅（室）及相关机构事务 : 政府办公厅（室）及相关机构事务',
      'pass 行政运行 : 行政运行',
      'fail 行政运行 : 一般行政管理事务',
    ]);
    expect(find(two, 'one_code_per_name')).toEqual(['fail 2010301 : 2010302', 'pass – : –']);
  });
});

describe('titles and forms', () => {
  const titled = (title: string, label = '行政运行'): CheckedDocument => {
    const rows = smallRows({ tables: { expenditure: `all.total.total\n2010301 ${label} | 1.00` } });
    const printed_table = rows.printed_table.map((row) => ({ ...row, title }));
    const [document] = checkedDocuments({ ...rows, printed_table });
    if (!document) throw new Error('no document');
    return document;
  };

  it.each([
    ['2026年部门支出预算总表', ['pass 2026年部门支出预算总表 : 2026 年']],
    ['2025年部门支出预算总表', ['fail 2025年部门支出预算总表 : 2026 年']],
    ['2025年和2026年支出对比表', ['pass 2025年和2026年支出对比表 : 2026 年']],
    ['支出总表（预算表3）', ['unchecked no_year_in_titles']],
  ])('%s', (title, expected) => {
    expect(find(titled(title), 'titles_name_the_year')).toEqual(expected);
  });

  const scoped = (scope: 'department' | 'unit', ...titles: readonly string[]): CheckedDocument => {
    const tables = ['balance', 'income', 'expenditure', 'basic', 'general_public'] as const;
    const rows = smallRows({
      scope,
      tables: Object.fromEntries(tables.map((id) => [id, 'all.total.total\n合计 | 1.00'])),
    });
    const printed_table = rows.printed_table.map((row, i) => ({
      ...row,
      title: titles[i] ?? null,
    }));
    const [document] = checkedDocuments({ ...rows, printed_table });
    if (!document) throw new Error('no document');
    return document;
  };

  it('name the scope: one among many is told, many are a form', () => {
    const rule = 'titles_name_the_scope';
    const unit = ['收支总表', '收入总表', '支出总表', '基本支出表'].map(
      (each) => `2026年预算单位${each}`,
    );
    expect(wrong(find(scoped('unit', ...unit, '部门一般公共预算支出表'), rule))).toEqual([
      'fail 部门一般公共预算支出表 : 单位',
    ]);
    expect(find(scoped('department', ...unit), rule)).toEqual(['unchecked titles_of_both_scopes']);
    expect(find(scoped('unit', '收支总表', '部门预算支出经济分类表'), rule)).toEqual([
      'unchecked no_scope_in_titles',
    ]);
  });

  it.each(['XX局支出总表', '某单位支出总表', '{单位}支出总表', '20XX年支出总表', '××市支出总表'])(
    '%s is an unfilled form',
    (title) => {
      expect(find(titled(title), 'nothing_left_to_fill_in')).toEqual([`fail ${title} : –`]);
    },
  );

  it.each([
    'GZIT2022-SM-W-C-051103',
    'XXL设备购置',
    '“四上”企业 3×3 抽样',
    '某些事务',
    '需补充材料',
  ])('%s is not', (label) => {
    expect(wrong(find(titled('支出总表', label), 'nothing_left_to_fill_in'))).toEqual([]);
  });
});

describe('units of a department', () => {
  const divided = (count: string, ...units: readonly string[]): CheckedDocument =>
    smallDocument({
      tables: {
        income: [
          'all.total.total',
          '市财政局 | 5.00',
          ...units.map((unit) => `  ${unit} | 1.00`),
        ].join('\n'),
      },
      more: {
        statement: [
          { statement_no: 1, statement_id: 'subordinate_unit_count', value: count, printed: count },
        ],
      },
    });
  const rule = 'units_as_stated';

  it('are as many as the text states, the department itself counted or not', () => {
    expect(find(divided('2', '市财政局', '国库中心'), rule)).toEqual(['pass 2 : 2']);
    expect(find(divided('1', '市财政局', '国库中心'), rule)).toEqual(['pass 2 : 2']);
    expect(find(divided('3', '市财政局', '国库中心'), rule)).toEqual(['fail 3 : 2']);
    expect(find(divided('0', '市财政局', '国库中心'), rule)).toEqual(['fail 0 : 2']);
  });

  it('are not counted where the income table names the department as a whole', () => {
    expect(find(divided('3'), rule)).toEqual(['unchecked not_by_unit']);
  });
});

describe('the two bundled budgets', () => {
  const { data } = Papa.parse<PackageRow>(readFileSync('data/classification.csv', 'utf8').trim(), {
    header: true,
  });
  const context: CheckContext = { ...ALONE, dictionary: dictionaryOf(listEntries(data)) };
  const inDocument = (place: string): string[] => {
    const document = bundledDocuments().find(({ id }) => id.startsWith(place));
    if (!document) throw new Error(`no document of ${place}`);
    return checkDocument(document, context, NAME_RULES).checks.flatMap(({ rule, outcome }) =>
      outcome.status === 'fail' || outcome.status === 'rounding'
        ? told([outcome]).map((text) => `${rule.id} ${text}`)
        : [],
    );
  };

  it('靖宇: targets are a decimal finer than projects, two carried-over ones have none, two units are one', () => {
    expect(inDocument('220622')).toEqual([
      'carried_over_projects_have_targets fail 政府信息公开专栏平台运维 : –',
      'carried_over_projects_have_targets fail 采购评审专家劳务报酬 : –',
      'target_funds_fit_projects rounding 1182720.00 : 1182700.00',
      'target_funds_add_up rounding 1210720.00 : 1210700.00',
      'target_costs_fit_projects rounding 1182720.00 : 1182700.00',
      'units_as_stated fail 2 : 1',
    ]);
  });

  it('延边: three names that differ, one project without targets, weights of 70 among 90', () => {
    expect(inDocument('222400')).toEqual([
      'project_names_agree fail 延边州12345政务服务便民热线受理 APP项目 : 延边州12345政府政务APP便民热线受理APP项目',
      'project_names_agree fail 延边州12345政务服务便民热线运行管理费项目 : 延边州 12345 政务服务便民热线运行管理经费项目',
      'project_names_agree fail 州本级政务服务中心综合窗口运行管理费 : 州本级政务服务中心综合窗口运行管理经费',
      'carried_over_projects_have_targets fail 数字延边建设十五五规划编制经费 : –',
      'weights_add_up fail 70 : 90',
    ]);
  });

  it('every finding leads to printed things that are there', () => {
    const rows = bundledRows();
    const places = new Set(
      (['project', 'indicator', 'outsourcing', 'statement'] as const).flatMap((source) =>
        rows[source].map((row) =>
          [row.doc_id, source, row.row_no ?? row.statement_no].map(String).join('/'),
        ),
      ),
    );
    const failed = bundledDocuments().flatMap((document) =>
      checkDocument(document, context, NAME_RULES).checks.flatMap(({ rule, outcome }) =>
        outcome.status === 'fail' ? [{ document, rule, outcome }] : [],
      ),
    );
    const cells = failed.map(({ document, rule, outcome: { left, right } }) => ({
      rule: rule.id,
      places: [...left.cells, ...right.cells]
        .filter(({ source }) => source !== 'line')
        .map(({ source, row }) => [document.id, source, row].map(String).join('/')),
    }));
    expect(cells).toHaveLength(8);
    expect(cells.filter((one) => one.places.length === 0)).toEqual([]);
    expect(cells.flatMap((one) => one.places).filter((place) => !places.has(place))).toEqual([]);
  });
});

describe('words', () => {
  it('of every note that the rules use are there, in both languages', () => {
    const words = new Set(Object.keys(NOTES));
    const used = new Set(
      bundledDocuments().flatMap((document) =>
        checkDocument(document, ALONE, NAME_RULES).checks.flatMap(({ outcome }) =>
          outcome.notes.map(({ code }) => code),
        ),
      ),
    );
    expect([...used].filter((code) => !words.has(code))).toEqual([]);
    for (const [code, { zh, en }] of Object.entries(NAME_NOTES)) {
      const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters(zh).toSorted(), code).toEqual(parameters(en).toSorted());
    }
  });
});
