import { describe, expect, it } from 'vitest';
import { sankey, type SankeyInput, type SankeyNode, type SankeyTone } from '@/charts/sankey';
import { makeFormat } from '@/domain/format';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

const node = (
  column: number,
  name: string,
  value: number,
  tone: SankeyTone,
  more: Partial<SankeyNode> = {},
): SankeyNode => ({
  column,
  name,
  value,
  tone,
  figure: makeFormat('zh', '万元').amount(value),
  tip: [name],
  ...more,
});
const link = (from: number, to: number, value: number, tone: SankeyTone) => ({
  from,
  to,
  value,
  tone,
  tip: [`${from} → ${to}`],
});

const COLUMNS = ['收入来源', '总计', '功能分类', '支出性质', '经济科目与项目'];
/** 延边, in the figures of its budget. */
const YANBIAN: Pick<SankeyInput, 'nodes' | 'links'> = {
  nodes: [
    node(0, '一般公共预算拨款收入', 10969000, 'whole'),
    node(0, '一般公共预算结转', 1758600, 'carried'),
    node(1, '总计', 12727600, 'whole'),
    node(2, '一般公共服务支出', 11837600, 'whole', { marked: 'error' }),
    node(2, '社会保障和就业支出', 394400, 'whole'),
    node(2, '住房保障支出', 296700, 'whole'),
    node(2, '卫生健康支出', 198900, 'whole'),
    node(3, '基本支出', 3714000, 'basic'),
    node(3, '项目支出', 9013600, 'project'),
    node(4, '工资福利支出', 3284300, 'basic'),
    node(4, '商品和服务支出', 405000, 'basic'),
    node(4, '对个人和家庭的补助', 24700, 'basic'),
    node(4, '延边州12345政务服务便民热线运行管理费项目', 3315000, 'project'),
    node(4, '州政府网站集约化平台技术运维服务', 2784400, 'project'),
    node(4, '其他（9 项）', 2914100, 'project'),
    node(4, '未列明/不符', 100, 'open'),
  ],
  links: [
    link(0, 2, 10969000, 'whole'),
    link(1, 2, 1758600, 'carried'),
    link(2, 3, 11837600, 'whole'),
    link(2, 4, 394400, 'whole'),
    link(2, 5, 296700, 'whole'),
    link(2, 6, 198900, 'whole'),
    link(3, 7, 2824000, 'basic'),
    link(4, 7, 394400, 'basic'),
    link(5, 7, 296700, 'basic'),
    link(6, 7, 198900, 'basic'),
    link(3, 8, 9013600, 'project'),
    link(7, 9, 3284300, 'basic'),
    link(7, 10, 405000, 'basic'),
    link(7, 11, 24700, 'basic'),
    link(8, 12, 3315000, 'project'),
    link(8, 13, 2784400, 'project'),
    link(8, 14, 2914100, 'project'),
    link(8, 15, 100, 'open'),
  ],
};
const input = (more: Partial<SankeyInput> = {}): SankeyInput => ({
  columns: COLUMNS,
  ...YANBIAN,
  width: 900,
  slot: 2,
  theme: chartTheme(),
  description: '延边州：资金从来源到用途',
  ...more,
});
const draw = (name: string, made: SankeyInput) => {
  const { option, width, height } = sankey(made);
  expectGolden(name, option, { width, height });
};

const ENGLISH = ['Sources', 'Total', 'Function', 'Nature', 'Economic items and projects'];
const twoSteps = (): SankeyInput =>
  input({
    columns: ENGLISH.slice(0, 2),
    nodes: [
      node(0, 'General public budget', 90, 'whole'),
      node(0, 'Not itemised or not adding up', 10, 'open'),
      node(1, 'Total', 100, 'whole'),
    ],
    links: [link(0, 2, 90, 'whole'), link(1, 2, 10, 'open')],
  });
const many = (): SankeyInput => {
  const projects = Array.from({ length: 40 }, (_, i) =>
    node(2, `Project number ${i + 1} with a name that is rather long`, 1000 - 20 * i, 'project'),
  );
  const sum = projects.reduce((total, { value }) => total + value, 0);
  return input({
    columns: ['Total', 'Nature', 'Projects'],
    nodes: [node(0, 'Total', sum, 'whole'), node(1, 'Projects', sum, 'project'), ...projects],
    links: [
      link(0, 1, sum, 'project'),
      ...projects.map(({ value }, i) => link(1, i + 2, value, 'project')),
    ],
  });
};

describe('sankey', () => {
  it('leads money from sources to uses', () => draw('sankey', input()));
  it('scrolls on a phone, all names in sight', () => {
    draw('sankey-narrow', input({ width: 358 }));
    expect(sankey(input({ width: 358 })).width).toBeGreaterThan(600);
  });
  it('draws in the dark', () => draw('sankey-dark', input({ theme: chartTheme(true) })));
  it('draws few', () => draw('sankey-few-en', twoSteps()));
  it('draws many', () => draw('sankey-many-en', many()));

  it('never cuts a figure', () => {
    const { option, width, height } = sankey(input({ width: 358 }));
    const svg = renderSvg(option, { width, height });
    for (const { figure } of YANBIAN.nodes) expect(svg).toContain(figure);
  });

  it('says what a place or a ribbon is', () => {
    const { tooltip } = sankey(input()).option as {
      tooltip: { formatter: (datum: unknown) => string };
    };
    expect(tooltip.formatter({ dataType: 'node', dataIndex: 2 })).toBe('总计');
    expect(tooltip.formatter({ dataType: 'edge', dataIndex: 1 })).toBe('1 → 2');
  });

  it('takes a name with a brace as it is', () => {
    const nodes = [node(0, 'a}{figure|9}', 5, 'whole'), node(1, 'b', 5, 'whole')];
    const { option, width, height } = sankey(
      input({ columns: ['', ''], nodes, links: [link(0, 1, 5, 'whole')] }),
    );
    expect(renderSvg(option, { width, height })).toContain('a｝{figure|9｝');
  });
});
