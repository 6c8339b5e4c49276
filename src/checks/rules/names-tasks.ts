import { groupBy } from '@/domain/group';
import type { CheckedDocument, CheckedTask } from '../checked-document';
import { compareAmounts, detailCell, lineTerm, note, unchecked, type Term } from '../compare';
import type { Outcome, Rule } from '../rule';
import { listedProjects, projectsMeant } from './details';
import { toldCounts } from './texts';

/** The printed amount of a task that the package keeps for it. */
function taskTerm({ row, fen }: CheckedTask, { tables }: CheckedDocument): Term | null {
  const table = tables.get('outsourcing');
  const line = table?.lines.find((one) => one.row.rowNo === row && one.fen === fen);
  return table && line && fen !== null ? lineTerm(line, table) : null;
}

function tasksWithinProjects(document: CheckedDocument): Outcome[] {
  const listed = listedProjects(document);
  const met = document.tasks.flatMap((task) => {
    const term = taskTerm(task, document);
    const projects = projectsMeant(task, listed);
    const [first] = projects;
    return term && first ? [{ term, projects, first }] : [];
  });
  return [...groupBy(met, ({ first }) => first).values()].flatMap((tasks) => {
    const money = (tasks[0]?.projects ?? []).map((project) => project.money.whole);
    if (!money.every((terms) => terms !== null)) return [];
    return compareAmounts(
      tasks.map(({ term }) => term),
      money.flat(),
      { atMost: true },
    );
  });
}

const MARKS = [
  { field: 'isServicePurchase', role: 'is_service_purchase' },
  { field: 'isProcurement', role: 'is_procurement' },
] as const;

/** Marks of a column that the table prints: every task has one, or none has. */
function tasksAreMarked({ tables, tasks }: CheckedDocument): Outcome[] {
  const columns = tables.get('outsourcing')?.columns ?? [];
  return MARKS.flatMap(({ field, role }): Outcome[] => {
    const column = columns.find((one) => one.role === role);
    if (!column || tasks.length === 0) return [];
    const open = tasks.filter((task) => task[field] === null);
    const cells = (some: readonly CheckedTask[]) =>
      some.map(({ row }) => ({ ...detailCell('outsourcing', row), column: column.column }));
    if (open.length === tasks.length)
      return [unchecked(note('no_marks', { header: column.header }), cells(open))];
    return [
      toldCounts(
        { count: tasks.length - open.length, cells: cells(open.length > 0 ? open : tasks) },
        { count: tasks.length, cells: [] },
        [note('marks_of', { header: column.header })],
      ),
    ];
  });
}

/** Rules on entrusted tasks. */
export const TASK_RULES: readonly Rule[] = [
  {
    id: 'task_within_project',
    family: 'between',
    severity: 'error',
    name: { zh: '委托业务费 ≤ 项目金额', en: 'entrusted tasks ≤ their project' },
    about: {
      zh: '一个项目的委托业务费之和不超过该项目的金额（含结转）。',
      en: 'The entrusted tasks of a project are together not more than its amount, what is carried over included.',
    },
    left: { zh: '委托业务费', en: 'its entrusted tasks' },
    right: { zh: '项目支出表金额', en: 'amount in the project table' },
    needs: ['project', 'project_list', 'entrusted'],
    check: tasksWithinProjects,
  },
  {
    id: 'tasks_are_marked',
    family: 'names',
    severity: 'note',
    name: { zh: '委托业务的“是/否”均已填写', en: 'marks of entrusted tasks are filled in' },
    about: {
      zh: '表中有“是否政府购买服务”“是否政府采购”栏时，每项委托业务都应填写；整栏未填的不核对。',
      en: 'Where the table has columns for service purchase and procurement, every task has a mark. Not compared where a column is empty throughout.',
    },
    left: { zh: '已填写', en: 'marks filled in' },
    right: { zh: '委托业务项数', en: 'tasks' },
    needs: ['entrusted'],
    check: tasksAreMarked,
  },
];
