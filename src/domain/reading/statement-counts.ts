import type { Frame } from './statement-frames';
import { readCount } from './narrative-text';
import { AUTHORIZED } from './staff-words';

/** A figure that counts things, found by its wording alone. */
export interface CountFound {
  id: string;
  value: string;
  unit: string;
  from: number;
  to: number;
}

interface CountRule {
  id: string;
  unit: string;
  /** Group `n` is the number; a shape without it states that there is none. */
  shapes: readonly RegExp[];
  /** Only there; everywhere but in definitions and duties where it is missing. */
  frames?: readonly Frame[];
  /** Not there. */
  outside?: readonly Frame[];
}

const N = '(?<n>\\d{1,4}|[一二两三四五六七八九十]{1,3})';
const shape = (text: string): RegExp => new RegExp(text.replaceAll('N', N), 'gu');

const SECTION =
  '(?:内设|职能|处级|科级|正科级|副科级|行政|业务|综合)*(?:机构|处室|科室|职能处室|职能科室)';
const RULES: readonly CountRule[] = [
  ...AUTHORIZED.map(({ kind, shapes }) => ({ id: kind, unit: '名', shapes })),
  {
    id: 'section_count',
    unit: '个',
    shapes: [
      shape(`内设(?:机构)?N个${SECTION}`),
      shape('内设机构(?:共|为|有|共有|共设)?N个(?!部门)'),
      shape(`(?:设|设有|设置|下设)N个(?:内设|职能)${SECTION}`),
      shape('核定内部(?:结构|机构)N个'),
      shape('(?:本级|机关)内设N个(?=[，;。]|$)'),
    ],
    outside: ['performance'],
  },
  {
    id: 'subordinate_unit_count',
    unit: '家',
    shapes: [
      shape('下设N(?:家|个)(?:下属|所属|二级|基层)?预算单位'),
      shape('(?:下属|所属)N(?:家|个)(?:二级)?预算单位'),
      shape('(?:二级|下属|所属)预算单位(?:共有|共|有)?N(?:家|个)'),
      shape('(?:无|没有|不含)(?:下设|下属|所属|二级)(?:的)?(?:预算)?单位'),
    ],
    outside: ['performance'],
  },
  {
    id: 'administrative_unit_count',
    unit: '家',
    shapes: [shape('N(?:家|个)行政单位'), shape('(?<=[，;。:、中]|^)行政单位(?:共)?N(?:家|个)')],
  },
  {
    id: 'institution_count',
    unit: '家',
    shapes: [shape('N(?:家|个)事业单位'), shape('(?<=[，;。:、]|^)事业单位(?:共)?N(?:家|个)')],
  },
  {
    id: 'reference_institution_count',
    unit: '家',
    shapes: [
      shape('N(?:家|个)参(?:公|照公务员法)(?:管理)?(?:的)?(?:事业)?单位'),
      shape('(?<=[，;。:、]|^)参公(?:管理)?(?:事业)?单位(?:共)?N(?:家|个)'),
    ],
  },
  {
    id: 'level1_project_count',
    unit: '个',
    shapes: [shape('一级项目(?:共)?N个'), shape('N个一级项目')],
    frames: ['project'],
  },
  {
    id: 'level2_project_count',
    unit: '个',
    shapes: [shape('二级项目(?:共)?N个'), shape('N个二级项目')],
    frames: ['project'],
  },
  {
    id: 'performance_project_count',
    unit: '个',
    shapes: [
      shape('(?:将|公开|对)N个(?:一级|二级)?项目(?:支出)?(?:的)?(?:绩效|预算绩效)'),
      shape('编报绩效目标的(?:20\\d{2}年度?)?项目(?:共|共计|共有)?N个'),
      shape('编报N个(?:一级|二级)?项目绩效目标'),
      shape('N个(?:一级|二级)?项目(?:均)?实行绩效目标管理'),
      shape('绩效目标管理，(?:共计|共|共有)N个(?:一级|二级)?项目'),
    ],
    frames: ['performance'],
  },
];

/** All counts of a folded paragraph, in the order they stand. */
export function countsIn(text: string, frame: Frame | null): CountFound[] {
  if (frame === 'none') return [];
  const found = RULES.filter(
    ({ frames, outside }) =>
      (!frames || (frame !== null && frames.includes(frame))) &&
      !(frame && outside?.includes(frame)),
  ).flatMap(({ id, unit, shapes }) =>
    shapes.flatMap((one) =>
      [...text.matchAll(one)].flatMap((match) => {
        const printed = match.groups?.['n'];
        const value = printed === undefined ? 0 : readCount(printed);
        const from = match.index;
        return value === null
          ? []
          : [{ id, value: String(value), unit, from, to: from + match[0].length }];
      }),
    ),
  );
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to);
}
