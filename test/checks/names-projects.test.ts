import { describe, expect, it } from 'vitest';
import { smallDocument } from '../helpers/small-document';
import { find, listed, projects, targets, wrong } from '../helpers/told';

describe('projects in several tables', () => {
  it('have one name, whatever blanks, brackets and years it has', () => {
    const document = listed({
      indicator: targets(
        { project: 'p1', label: '热线平台运行管理经费' },
        { project: 'p2', label: '窗口服务经费(部门 预算)' },
        { project: 'p4', label: '11000022T000000460216-规划编制经费' },
      ),
      outsourcing: [{ project_id: 'p1', row_no: 2, label: '热线平台运行管理费' }],
    });
    expect(find(document, 'project_names_agree')).toEqual([
      'fail 热线平台运行管理费 : 热线平台运行管理经费',
      'pass 窗口服务经费（部门预算） : 窗口服务经费(部门 预算)',
      'pass 规划编制经费 : 11000022T000000460216-规划编制经费',
      'pass 热线平台运行管理费 : 热线平台运行管理费',
    ]);
  });

  it.each([
    ['2026信访专项经费', '2026年信访专项经费', 'pass'],
    ['市政务服务大厅综合窗口运行管理项目', '市政务服务大厅综合窗口', 'pass'],
    ['市政务服务大厅综合窗口运行管理项目', '市政务服务中心综合窗口运行管理项目', 'fail'],
    ['平台运维', '平台', 'fail'],
  ])('%s is %s: %s', (name, label, status) => {
    const document = smallDocument({
      tables: { project: `all.total.project\n${name} | 10.00\n= 合计 | 10.00` },
      more: { project: projects(name), indicator: targets({ project: 'p1', label }) },
    });
    expect(find(document, 'project_names_agree')).toEqual([`${status} ${name} : ${label}`]);
  });

  it('finds the project of another name by its amount, if the names are alike', () => {
    const performance = `
      all.current.project
      热线平台运行的管理费 | 10.00
      窗口服务经费（部门预算） | 5.00
      办公室装修 | 1.00
    `;
    const document = listed({}, performance);
    expect(find(document, 'project_names_agree')).toEqual([
      'fail 热线平台运行管理费 : 热线平台运行的管理费',
      'pass 窗口服务经费（部门预算） : 窗口服务经费（部门预算）',
    ]);
    expect(wrong(find(document, 'targets_have_a_project'))).toEqual(['fail 办公室装修 : –']);
  });

  it('takes the half of a name that a page break leaves beside an amount for the whole', () => {
    const performance = `
      all.current.project
      热线平台运行管理费 | 10.00
      （部门预算） | 5.00
    `;
    const indicator = targets(
      { project: 'p1', label: '热线平台运行管理费' },
      { project: 'p2', label: '窗口服务经费（部门预算）' },
    );
    const document = listed({ indicator }, performance);
    expect(wrong(find(document, 'targets_have_a_project'))).toEqual([]);
    expect(find(document, 'target_funds_fit_projects')).toEqual([
      'pass 100000.00 : 100000.00',
      'pass 50000.00 : 50000.00',
    ]);
  });

  it('takes the name of a group for all of its projects', () => {
    const document = smallDocument({
      tables: {
        project: `
          all.total.project
          绿化项目 | 3.00
            大厅绿植养护 | 1.00
            庭院绿植养护 | 2.00
          印刷项目 | 1.00
            大宗印刷 | 1.00
          = 合计 | 4.00
        `,
      },
      more: {
        project: ['大厅绿植养护', '庭院绿植养护', '大宗印刷'].map((level2, i) => ({
          project_id: `p${i + 1}`,
          level2,
          row_no: [2, 3, 5][i] ?? null,
        })),
        indicator: targets({ label: '绿化项目' }, {}, { project: 'p3', label: '印刷项目' }),
      },
    });
    for (const rule of ['project_names_agree', 'targets_have_a_project', 'projects_have_targets'])
      expect(wrong(find(document, rule))).toEqual([]);
    expect(find(document, 'projects_have_targets')).toHaveLength(3);
  });

  it('says nothing of names where the tables divide projects otherwise', () => {
    const indicator = targets(
      { label: '业务一' },
      { label: '业务二' },
      { project: 'p1', label: '热线平台运行管理费' },
    );
    expect(find(listed({ indicator }), 'targets_have_a_project')).toEqual([
      'unchecked named_otherwise',
    ]);
    expect(find(listed({ indicator }), 'projects_have_targets')).toEqual([
      'unchecked some_targets_only',
    ]);
  });

  it('have targets: those of this year, and those carried over without a part of this year', () => {
    const indicator = targets(
      { project: 'p1', label: '热线平台运行管理费' },
      { project: 'p2', label: '窗口服务经费（部门预算）' },
    );
    expect(wrong(find(listed({ indicator }), 'projects_have_targets'))).toEqual([
      'fail 规划编制经费 : –',
    ]);
    expect(find(listed({ indicator }), 'carried_over_projects_have_targets')).toEqual([
      'fail 窗口服务经费 : –',
      'fail 旧系统尾款 : –',
    ]);
  });

  it('leaves open whether a project has targets under another name', () => {
    const indicator = targets(
      { project: 'p1', label: '热线平台运行管理费' },
      { project: 'p2', label: '窗口服务经费（部门预算）' },
      { label: '规划的编制经费' },
    );
    expect(wrong(find(listed({ indicator }), 'projects_have_targets'))).toEqual([
      'unchecked may_be_named',
    ]);
  });

  it('are listed once: the same name and amount under the same group is one too many', () => {
    const twice = (second: string, amount: string, scope: 'unit' | 'department' = 'unit') =>
      smallDocument({
        scope,
        tables: { project: `all.total.project\n运维费 | 1.00\n${second} | ${amount}` },
        more: { project: projects('运维费', second) },
      });
    expect(find(twice('运维费', '1.00'), 'projects_listed_once')).toEqual(['fail 2 : 1']);
    expect(find(twice('运维费', '2.00'), 'projects_listed_once')).toEqual(['pass 2 : 2']);
    expect(find(twice('运维费', '1.00', 'department'), 'projects_listed_once')).toEqual([
      'unchecked rows_may_differ',
    ]);
    expect(find(twice('运行费', '1.00'), 'projects_listed_once')).toEqual(['pass 2 : 2']);
  });

  it('a row that files of one document spell in two ways is one project', () => {
    const document = smallDocument({
      tables: { project: 'all.total.project\n受理APP项目 | 1.00' },
      more: {
        project: ['受理APP项目', '受理 APP项目'].map((level2, i) => ({
          project_id: `p${i + 1}`,
          level2,
          row_no: 1,
        })),
        indicator: targets({ project: 'p2', label: '受理APP项目' }),
      },
    });
    expect(find(document, 'projects_listed_once')).toEqual(['pass 1 : 1']);
    expect(wrong(find(document, 'projects_have_targets'))).toEqual([]);
  });
});
