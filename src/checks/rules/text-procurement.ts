import { yuanOf } from '@/domain/money';
import type { CheckedDocument, CheckedProject, CheckedTask } from '../checked-document';
import { compareAmounts, detailCell, note, statementCell, unchecked, type Term } from '../compare';
import type { Note, Outcome, Rule } from '../rule';
import { each, isAmount, statementTerm, type AmountStatement } from './text-figures';
import { comparePrinted, printedTerms } from './text-tables';

const isWhole = (statement: AmountStatement): boolean => statement.id === 'procurement_total';

/** Entrusted tasks that are marked as procurement, with their amounts. */
function marked({ tasks, tables }: CheckedDocument): (CheckedTask & { term: Term })[] {
  const step = tables.get('outsourcing')?.step ?? 1n;
  return tasks.flatMap((task) =>
    task.isProcurement === true && task.fen !== null
      ? [{ ...task, term: { fen: task.fen, step, cell: detailCell('outsourcing', task.row) } }]
      : [],
  );
}

function checkMarks(document: CheckedDocument): Outcome[] {
  const terms = marked(document).map(({ term }) => term);
  if (terms.length === 0) return [];
  return each(document.statements, (statement) => {
    if (!isAmount(statement) || !isWhole(statement)) return null;
    const notes = statement.fen === 0n ? [note('marked_against_zero')] : [];
    return compareAmounts(terms, [statementTerm(statement, document)], { atMost: true, notes });
  });
}

/** The one project without a marked task whose whole amount is what is left. */
function projectOf(document: CheckedDocument, rest: bigint): CheckedProject | null {
  const table = document.tables.get('project');
  const used = new Set(marked(document).map(({ project }) => project));
  const fitting = document.projects.filter(
    ({ id, row }) =>
      !used.has(id) &&
      table?.lines.some(
        (line) =>
          line.row.rowNo === row &&
          line.vintage === 'total' &&
          line.nature === 'project' &&
          line.fen === rest,
      ),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function beyond(document: CheckedDocument, rest: bigint): [Note, Note?] {
  const found = projectOf(document, rest);
  const amount = yuanOf(rest);
  return found
    ? [
        note('beyond_tasks', { amount }),
        note('beyond_is_project', { amount, project: found.level2 }),
      ]
    : [note('beyond_tasks', { amount })];
}

/** The whole of procurement against the tasks that are marked: equal, or more than marks can tell. */
function checkCovered(document: CheckedDocument): Outcome[] {
  const tasks = marked(document);
  if (tasks.length === 0) return [];
  return each(document.statements, (statement) => {
    if (!isAmount(statement) || !isWhole(statement)) return null;
    const own = statementTerm(statement, document);
    const found = compareAmounts(
      [own],
      tasks.map(({ term }) => term),
    );
    const rest = tasks.reduce((left, { term }) => left - term.fen, statement.fen);
    if (rest < 0n) return null;
    if (found.status !== 'fail') return found;
    const [first, second] = beyond(document, rest);
    const project = second ? projectOf(document, rest) : null;
    return unchecked(second ? [first, second] : first, [
      statementCell(statement),
      ...tasks.map(({ term }) => term.cell),
      ...(project ? [detailCell('project', project.row)] : []),
    ]);
  });
}

const OPERATING = ['general_public_operating', 'basic_operating', 'operating'] as const;

/** Operating expenses as tables print them, else as the text states them. */
function operatingTerms(document: CheckedDocument): readonly Term[] | null {
  for (const id of OPERATING) {
    const [printed] = printedTerms(document, { id, subject: null, basis: null });
    if (printed) return printed;
    const stated = document.statements.filter(isAmount).find((statement) => statement.id === id);
    if (stated) return [statementTerm(stated, document)];
  }
  return null;
}

const COUNTS_BODIES: ReadonlySet<string> = new Set([
  'administrative_unit_count',
  'reference_institution_count',
]);

/** The section says of which administrative bodies the running costs are, as the usual sentence does. */
const namesBodies = ({ statements }: CheckedDocument, { section }: AmountStatement): boolean =>
  statements.some((other) => other.section === section && COUNTS_BODIES.has(other.id));

/** Running costs are operating expenses of administrative bodies; some use the word for more. */
function checkRunning(document: CheckedDocument): Outcome[] {
  const right = operatingTerms(document);
  return each(document.statements, (statement) => {
    if (statement.id !== 'running_cost' || !isAmount(statement)) return null;
    const cells = [statementCell(statement)];
    if (!right) return unchecked(note('no_operating'), cells);
    const own = statementTerm(statement, document);
    const same = comparePrinted(own, right);
    const found = same.status === 'fail' ? compareAmounts([own], right, { atMost: true }) : same;
    return found.status === 'fail' && !namesBodies(document, statement)
      ? unchecked(note('wider_running_cost'), cells)
      : found;
  });
}

/** Procurement against marks of tasks, running costs against operating expenses. */
export const PROCUREMENT_RULES: readonly Rule[] = [
  {
    id: 'text_procurement_marks',
    family: 'text',
    severity: 'warning',
    name: {
      zh: '标为政府采购的委托业务 ≤ 政府采购总额',
      en: 'entrusted tasks marked as procurement ≤ procurement',
    },
    about: {
      zh: '委托业务费表里标为政府采购的任务，其金额之和不超过文字里的政府采购总额；总额印为零而有任务标“是”的，两处相互矛盾。',
      en: 'The entrusted tasks that are marked as procurement are together not more than the procurement that the text states; a printed zero and a marked task contradict each other.',
    },
    left: { zh: '标为政府采购的任务', en: 'tasks marked as procurement' },
    right: { zh: '文字里的政府采购总额', en: 'procurement in the text' },
    needs: ['statement', 'entrusted'],
    check: checkMarks,
  },
  {
    id: 'text_procurement_covered',
    family: 'text',
    severity: 'note',
    name: {
      zh: '政府采购总额 = 标为政府采购的委托业务',
      en: 'procurement = entrusted tasks marked as procurement',
    },
    about: {
      zh: '只有委托业务才标明是否政府采购，其他货物和服务也可以政府采购，所以总额多于标明的任务并不矛盾：相等为通过，多出的部分记为没有核对，写明差额，并指出金额正好等于差额的那个项目（如果只有一个）。',
      en: 'Only entrusted tasks are marked, and other goods and services can be procured as well, so more procurement than marked tasks is no contradiction: equal passes, more is not checked; the rest is given, and the project whose amount it is, if there is just one.',
    },
    left: { zh: '文字里的政府采购总额', en: 'procurement in the text' },
    right: { zh: '标为政府采购的任务', en: 'tasks marked as procurement' },
    needs: ['statement', 'entrusted'],
    check: checkCovered,
  },
  {
    id: 'text_running_cost_operating',
    family: 'text',
    severity: 'warning',
    name: { zh: '机关运行经费 ≤ 公用经费', en: 'running costs ≤ operating expenses' },
    about: {
      zh: '机关运行经费是行政单位和参公单位的公用经费，所属事业单位的不算，所以不超过一般公共预算的公用经费。有的地方把项目里的行政经费也算进去：文字没有写明是几家行政单位的机关运行经费、又多于公用经费的，记为没有核对。',
      en: 'Running costs are the operating expenses of administrative bodies, without institutions below them, so they are not more than operating expenses of the general public budget. Some count administrative projects too: more is not checked where the text does not say of how many administrative bodies it is.',
    },
    left: { zh: '机关运行经费', en: 'running costs' },
    right: { zh: '公用经费', en: 'operating expenses' },
    needs: ['statement'],
    check: checkRunning,
  },
];
