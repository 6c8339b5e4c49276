import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../helpers/small-document';
import { find, projects, targets } from '../helpers/told';
import { withText, type Said } from '../helpers/told-text';

const inTwo = projects('平台运维', '窗口服务', '评审费').map((row, i) => ({
  ...row,
  level1: i < 2 ? '数字化建设' : '政务服务',
}));

describe('counts of the text', () => {
  it('of projects are those of the project table', () => {
    const document = withText(
      [
        ['level1_project_count', '一级项目2个'],
        ['level2_project_count', '二级项目4个'],
      ],
      { more: { project: inTwo } },
    );
    expect(find(document, 'text_project_count')).toEqual(['pass 2 : 2', 'fail 4 : 3']);
    const [, wrong] = outcomesOf(document, 'text_project_count');
    expect(wrong).toMatchObject({ right: { cells: [{ row: 1 }, { row: 2 }, { row: 3 }] } });
  });

  it('take a row of the project table as one project', () => {
    const twice = [...inTwo, { ...inTwo[2], project_id: 'p4', level2: '评审 费' }];
    const document = withText([['level2_project_count', '二级项目3个']], {
      more: { project: twice },
    });
    expect(find(document, 'text_project_count')).toEqual(['pass 3 : 3']);
  });

  it('may take a project of several units as one', () => {
    const shared = projects('平台运维', '平台运维', '评审费');
    const document = withText([['level2_project_count', '二级项目2个']], {
      more: { project: shared },
    });
    expect(find(document, 'text_project_count')).toEqual(['pass 2 : 2']);
  });

  it('are not checked where the table does not print first levels', () => {
    const document = withText([['level1_project_count', '一级项目2个']], {
      more: { project: projects('平台运维') },
    });
    expect(find(document, 'text_project_count')).toEqual(['unchecked levels_not_printed']);
  });

  it('of projects with targets are at least those whose targets are printed', () => {
    const count = (printed: string) =>
      find(
        withText([['performance_project_count', printed]], {
          more: { indicator: targets({ project: 'p1' }, { project: 'p1' }, { project: 'p2' }) },
        }),
        'text_target_count',
      );
    expect(count('项目2个')).toEqual(['pass 2 : 2']);
    expect(count('项目1个')).toEqual(['fail 1 : 2']);
    expect(count('项目9个')).toEqual(['unchecked fewer_targets']);
  });

  it('compare the money of targets where they are all printed', () => {
    const money = (count: string, stage: 'budget' | 'final' = 'budget') =>
      find(
        withText(
          [
            ['performance_project_count', count],
            ['performance_amount', '涉及金额3.5万元'],
          ],
          {
            stage,
            tables: {
              performance: `
                all.current.project
                平台运维 | 1.00
                窗口服务 | 2.00
              `,
            },
            more: { indicator: targets({ project: 'p1' }, { project: 'p2' }) },
          },
        ),
        'text_target_amount',
      );
    expect(money('项目2个')).toEqual(['fail 35000.00 : 30000.00']);
    expect(money('项目3个')).toEqual(['unchecked not_all_targets']);
    expect(money('项目2个', 'final')).toEqual(['unchecked not_all_targets']);
  });

  it('of posts are among all posts', () => {
    const posts = (all: string) =>
      find(
        withText([
          ['authorized', all],
          ['authorized_admin', '行政编制12名'],
          ['authorized_institution', '事业编制12名'],
        ]),
        'text_posts',
      );
    expect(posts('核定30名')).toEqual(['pass 24 : 30']);
    expect(posts('核定23名')).toEqual(['fail 24 : 23']);
  });

  it('of vehicles to be bought go with what is to be paid for them, where none is', () => {
    const vehicles = (...list: readonly Said[]) => find(withText(list), 'text_vehicles_planned');
    expect(
      vehicles(['vehicle_purchase', '购置费18.00万元'], ['vehicles_planned', '购置车辆0辆']),
    ).toEqual(['fail 180000.00 : 0.00']);
    expect(
      vehicles(['vehicle_purchase', '购置费0万元'], ['vehicles_planned', '购置车辆1辆']),
    ).toEqual(['unchecked nothing_to_compare']);
  });
});

describe('procurement and running costs', () => {
  const tasks = [
    { row_no: 1, project_id: 'p1', label: '平台运维', amount: '20000.00', is_procurement: true },
    { row_no: 2, project_id: 'p2', label: '窗口服务', amount: '5000.00', is_procurement: false },
  ];
  const outsourcing = `
    appropriation.total.project
    平台运维 | 2.00
    窗口服务 | 0.50
  `;
  const procurement = (printed: string, rule: string) =>
    withTasks(printed, rule).map((outcome) => outcome.status);
  const withTasks = (printed: string, rule: string) =>
    outcomesOf(
      withText([['procurement_total', printed]], {
        tables: {
          outsourcing,
          project: `
            all.total.project
            平台运维 | 2.00
            窗口服务 | 0.50
            办公设备 | 1.25
          `,
        },
        more: {
          outsourcing: tasks,
          project: projects('平台运维', '窗口服务', '办公设备'),
        },
      }),
      rule,
    );

  it('hold at least the tasks that are marked; none of them where there is no procurement', () => {
    expect(procurement('政府采购3.00万元', 'text_procurement_marks')).toEqual(['pass']);
    expect(procurement('政府采购1.00万元', 'text_procurement_marks')).toEqual(['fail']);
    const [zero] = withTasks('政府采购0万元', 'text_procurement_marks');
    expect(zero).toMatchObject({
      status: 'fail',
      left: { value: '20000.00', cells: [{ source: 'outsourcing', row: 1 }] },
      notes: [{ code: 'marked_against_zero' }],
    });
  });

  it('may hold more than the marked tasks; the project that is the rest is named', () => {
    expect(procurement('政府采购2.00万元', 'text_procurement_covered')).toEqual(['pass']);
    const [rest] = withTasks('政府采购3.25万元', 'text_procurement_covered');
    expect(rest).toMatchObject({
      status: 'unchecked',
      notes: [
        { code: 'beyond_tasks', params: { amount: '12500.00' } },
        { code: 'beyond_is_project', params: { project: '办公设备' } },
      ],
      cells: [{ source: 'statement' }, { source: 'outsourcing' }, { source: 'project', row: 3 }],
    });
    expect(withTasks('政府采购4.00万元', 'text_procurement_covered')[0]).toMatchObject({
      notes: [{ code: 'beyond_tasks', params: { amount: '20000.00' } }],
    });
  });

  it('running costs are not more than operating expenses where the text says whose they are', () => {
    const running = (printed: string, ...list: readonly Said[]) =>
      find(
        withText([['basic_operating', '公用经费10.00万元'], ['running_cost', printed], ...list]),
        'text_running_cost_operating',
      );
    const bodies: Said = ['administrative_unit_count', '1家'];
    expect(running('机关运行经费9.00万元')).toEqual(['pass 90000.00 : 100000.00']);
    expect(running('机关运行经费11.00万元', bodies)).toEqual(['fail 110000.00 : 100000.00']);
    expect(running('机关运行经费11.00万元')).toEqual(['unchecked wider_running_cost']);
  });
});
