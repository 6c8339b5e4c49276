import { groupBy } from '@/domain/group';
import type {
  CheckedDocument,
  CheckedIndicator,
  CheckedProject,
  CheckedStatement,
} from '../checked-document';
import { compareAmounts, detailCell, lineTerm, note, statementCell, unchecked } from '../compare';
import type { CellRef, Compared, Note, Outcome, Rule } from '../rule';
import {
  bestOf,
  countOf,
  each,
  isAmount,
  statementTerm,
  type AmountStatement,
} from './text-figures';

interface Counted {
  count: bigint;
  cells: readonly CellRef[];
}

/** Two counts: equal, or the left not more than the right. */
function compareCounts(
  left: Counted,
  right: Counted,
  { atMost = false, notes = [] }: { atMost?: boolean; notes?: readonly Note[] } = {},
): Compared {
  const difference = left.count - right.count;
  return {
    status: difference === 0n || (atMost && difference < 0n) ? 'pass' : 'fail',
    unit: 'count',
    left: { value: String(left.count), cells: left.cells },
    right: { value: String(right.count), cells: right.cells },
    difference: String(difference),
    notes,
  };
}

/** The first item of each key. */
const firstOf = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] =>
  [...groupBy(items, keyOf).values()].flatMap(([first]) => first ?? []);

const counted = (statement: CheckedStatement): Counted | null => {
  const count = countOf(statement);
  return count === null ? null : { count, cells: [statementCell(statement)] };
};

const counting = (projects: readonly CheckedProject[]): Counted => ({
  count: BigInt(projects.length),
  cells: projects.map(({ row }) => detailCell('project', row)),
});

/**
 * Projects of the project table that a count is of. One row is one project by whatever names; or one name is one, where
 * several units spend on it.
 */
function listed(document: CheckedDocument, id: string): readonly Counted[] {
  const projects = firstOf(document.projects, ({ row, id: own }) => row ?? own);
  const isLevel1 = id === 'level1_project_count';
  if (isLevel1 && projects.some(({ level1 }) => level1 === null)) return [];
  return isLevel1
    ? [counting(firstOf(projects, ({ level1 }) => level1))]
    : [counting(projects), counting(firstOf(projects, ({ level2 }) => level2))];
}

function checkProjects(document: CheckedDocument): Outcome[] {
  return each(document.statements, (statement) => {
    if (!/^level[12]_project_count$/u.test(statement.id)) return null;
    const left = counted(statement);
    if (!left) return null;
    const found = listed(document, statement.id).map((right) => compareCounts(left, right));
    return bestOf(found) ?? unchecked(note('levels_not_printed'), [statementCell(statement)]);
  });
}

const projectOf = ({ project, projectLabel, row }: CheckedIndicator): string =>
  project ?? projectLabel ?? String(row);

/** First target of every project that has targets. */
const withTargets = ({ indicators }: CheckedDocument): CheckedIndicator[] =>
  firstOf(indicators, projectOf);

/** A document may publish the targets of some projects only: fewer than it counts cannot be told from missing ones. */
function checkTargets(document: CheckedDocument): Outcome[] {
  const found = withTargets(document);
  const right = {
    count: BigInt(found.length),
    cells: found.map(({ row }) => detailCell('indicator', row)),
  };
  return each(document.statements, (statement) => {
    const left = statement.id === 'performance_project_count' ? counted(statement) : null;
    if (!left) return null;
    return left.count > right.count
      ? unchecked(
          note('fewer_targets', { stated: String(left.count), printed: String(right.count) }),
          left.cells,
        )
      : compareCounts(left, right);
  });
}

/** Money of projects with targets, where the targets of as many projects are printed as the text counts. */
function checkTargetMoney(document: CheckedDocument): Outcome[] {
  const table = document.tables.get('performance');
  const lines = table?.lines.filter(({ row }) => row.parentRowNo === null) ?? [];
  const count = BigInt(withTargets(document).length);
  const stated = document.statements.find(({ id }) => id === 'performance_project_count');
  const isAll = stated && countOf(stated) === count && BigInt(lines.length) === count;
  return each(document.statements, (statement) => {
    if (statement.id !== 'performance_amount' || !isAmount(statement)) return null;
    if (!table || !isAll || document.stage === 'final' || lines.some(({ fen }) => fen === null))
      return unchecked(note('not_all_targets'), [statementCell(statement)]);
    return compareAmounts(
      [statementTerm(statement, document)],
      lines.map((line) => lineTerm(line, table)),
    );
  });
}

/** Posts of civil servants and of institutions are among all posts. */
function checkPosts(document: CheckedDocument): Outcome[] {
  const bySection = groupBy(document.statements, ({ section }) => section);
  return [...bySection.values()].flatMap((own) => {
    const one = (id: string) => {
      const found = own.filter((statement) => statement.id === id);
      return found.length === 1 && found[0] ? counted(found[0]) : null;
    };
    const [all, admin, institution] = [
      one('authorized'),
      one('authorized_admin'),
      one('authorized_institution'),
    ];
    if (!all || !admin || !institution) return [];
    const parts = {
      count: admin.count + institution.count,
      cells: [...admin.cells, ...institution.cells],
    };
    return [compareCounts(parts, all, { atMost: true })];
  });
}

/** A budget for buying vehicles, and the text that says none is bought. */
function checkVehicles(document: CheckedDocument): Outcome[] {
  const planned = document.statements.filter(({ id }) => id === 'vehicles_planned');
  const bought = document.statements.filter(isAmount).filter(({ id }) => id === 'vehicle_purchase');
  const [plan] = planned;
  const [purchase]: readonly AmountStatement[] = bought;
  const isClear = planned.length === 1 && bought.every(({ fen }) => fen === purchase?.fen);
  if (!plan || !purchase || !isClear || countOf(plan) !== 0n) return [];
  return [
    compareAmounts(
      [statementTerm(purchase, document)],
      [{ fen: 0n, step: 1n, cell: statementCell(plan) }],
    ),
  ];
}

/** Counts of the text, and what they count. */
export const COUNT_RULES: readonly Rule[] = [
  {
    id: 'text_project_count',
    family: 'text',
    severity: 'warning',
    name: { zh: '项目个数 = 项目表', en: 'number of projects = project table' },
    about: {
      zh: '文字里的一级、二级项目个数与项目支出表里列出的个数比较；项目表没有印一级项目的，一级个数不能核对。',
      en: 'The numbers of first- and second-level projects in the text are compared with those of the project table, which has to print the first level.',
    },
    left: { zh: '文字里的个数', en: 'number in the text' },
    right: { zh: '项目表里的个数', en: 'number in the table' },
    needs: ['statement', 'project_list'],
    check: checkProjects,
  },
  {
    id: 'text_target_count',
    family: 'text',
    severity: 'warning',
    name: {
      zh: '编报绩效目标的项目个数 = 绩效目标表',
      en: 'projects with targets = target tables',
    },
    about: {
      zh: '文字里编报绩效目标的项目个数，与印出绩效目标的项目个数比较。可以只公开一部分目标，所以印出的少于文字时不能核对；多于文字时不符。',
      en: 'The number of projects with targets in the text is compared with the projects whose targets are printed. Only some may be published, so fewer cannot be checked; more than stated differ.',
    },
    left: { zh: '文字里的个数', en: 'number in the text' },
    right: { zh: '有绩效目标的项目', en: 'projects with targets' },
    needs: ['statement', 'indicator'],
    check: checkTargets,
  },
  {
    id: 'text_target_amount',
    family: 'text',
    severity: 'warning',
    name: { zh: '绩效目标涉及金额 = 绩效目标表的资金', en: 'money under targets = target tables' },
    about: {
      zh: '文字里绩效目标涉及的金额，与各项目绩效目标表印出的资金之和比较；只在印出目标的项目个数与文字相同、每个项目都印有资金时核对。',
      en: 'The money under targets in the text is compared with the sum that the target tables print, where they are of as many projects as the text counts and each prints its money.',
    },
    left: { zh: '文字里的金额', en: 'amount in the text' },
    right: { zh: '各项目资金之和', en: 'sum of the projects' },
    needs: ['statement', 'performance'],
    check: checkTargetMoney,
  },
  {
    id: 'text_posts',
    family: 'text',
    severity: 'warning',
    name: { zh: '行政编制 + 事业编制 ≤ 编制总数', en: 'civil and institution posts ≤ all posts' },
    about: {
      zh: '同一段里行政编制与事业编制之和不超过编制总数；总数里还可以有工勤等其他编制。',
      en: 'Within a section, posts of civil servants and of institutions are not more than all posts, which may include others.',
    },
    left: { zh: '行政编制与事业编制之和', en: 'sum of both' },
    right: { zh: '编制总数', en: 'all posts' },
    needs: ['statement'],
    check: checkPosts,
  },
  {
    id: 'text_vehicles_planned',
    family: 'text',
    severity: 'note',
    name: {
      zh: '安排购置车辆 0 辆时没有购置费',
      en: 'no purchase costs where no vehicle is bought',
    },
    about: {
      zh: '文字说本年安排购置车辆为 0 辆的，“三公”经费里的公务用车购置费应为零。反过来不成立：购车可以用其他资金。',
      en: 'Where the text plans to buy no vehicle, the “three public” expenses hold nothing for it. The reverse need not hold: vehicles may be bought with other money.',
    },
    left: { zh: '公务用车购置费', en: 'vehicle purchase costs' },
    right: { zh: '安排购置 0 辆', en: 'no vehicle planned' },
    needs: ['statement'],
    check: checkVehicles,
  },
];
