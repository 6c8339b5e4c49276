import { splitBars } from '@/charts/project-bars';
import { projectNotes, projectSayings } from '@/components/project-says';
import { withoutProject } from '@/db/queries/project-details';
import { projectCount, projectPage, projectSummary, theseDocuments } from '@/db/queries/projects';
import {
  projectSource,
  taskSource,
  type ProjectFilter,
  type ProjectRow,
  type ProjectSort,
} from '@/domain/project-list';
import { headingBlock, listBlock, textBlock } from '@/domain/report';
import { amountTick, projectBar } from '../project-bar';
import {
  cell,
  labelOf,
  marked,
  picture,
  PICTURE_WIDTH,
  tableOf,
  type Block,
  type CellColumn,
  type MakeSection,
  type ReportTools,
} from './tools';

/** Projects of each list at most. */
const LISTED = 12;

type Column = CellColumn<ProjectRow>;

type ColumnId =
  | 'amount'
  | 'carryover'
  | 'carryoverShare'
  | 'entrusted'
  | 'entrustedShare'
  | 'targets';

interface ProjectList {
  key: 'largest' | 'carried' | 'without_targets' | 'entrusted';
  filter: ProjectFilter;
  sort: ProjectSort;
  columns: readonly ColumnId[];
}

const LISTS: readonly ProjectList[] = [
  {
    key: 'largest',
    filter: 'all',
    sort: 'amount',
    columns: ['amount', 'carryover', 'entrusted', 'targets'],
  },
  {
    key: 'carried',
    filter: 'carried',
    sort: 'carryover',
    columns: ['amount', 'carryover', 'carryoverShare'],
  },
  { key: 'without_targets', filter: 'without_targets', sort: 'amount', columns: ['amount'] },
  {
    key: 'entrusted',
    filter: 'entrusted',
    sort: 'entrusted',
    columns: ['amount', 'entrusted', 'entrustedShare'],
  },
];

const nameOf =
  (tools: ReportTools) =>
  (row: ProjectRow): string =>
    labelOf(tools, row.doc_id);

/** How each figure of a project is written: blank, not printed and none are told apart. */
const FIGURES: Readonly<
  Record<ColumnId, { isMoney: boolean; text: (row: ProjectRow, tools: ReportTools) => string }>
> = {
  amount: {
    isMoney: true,
    text: (row, tools) => {
      const missing = row.row_no === null ? 'projects.cell.notPrinted' : 'projects.cell.blank';
      const text = row.total === null ? tools.t(missing) : tools.format.amount(row.total);
      return marked(text, projectSource(row), tools);
    },
  },
  carryover: {
    isMoney: true,
    text: ({ carryover, prints_carryover }, { t, format }) =>
      carryover === null
        ? t(prints_carryover ? 'projects.cell.blank' : 'projects.cell.notPrinted')
        : format.amount(carryover),
  },
  carryoverShare: {
    isMoney: false,
    text: ({ carryover_share: share }, { format }) => (share === null ? '' : format.ratio(share)),
  },
  entrusted: {
    isMoney: true,
    text: ({ doc_id, task_row, tasks, entrusted }, tools) => {
      const { t, format } = tools;
      if (task_row === null) return t(`projects.cell.${tasks === null ? 'noTasks' : 'none'}`);
      const text = entrusted === null ? t('projects.cell.blank') : format.amount(entrusted);
      return marked(text, taskSource(doc_id, task_row), tools);
    },
  },
  entrustedShare: {
    isMoney: false,
    text: ({ entrusted_share: share }, { format }) => (share === null ? '' : format.ratio(share)),
  },
  targets: {
    isMoney: false,
    text: ({ targets }, { t, format }) => {
      if (targets === null) return t('projects.cell.noTasks');
      return targets === 0 ? t('projects.cell.none') : format.plain(targets);
    },
  },
};

function columnsOf({ columns }: ProjectList, tools: ReportTools): Column[] {
  const { t, format } = tools;
  return [
    { head: t('report.table.project'), width: 3, cell: ({ level2 }) => cell(level2) },
    ...(tools.infos.length > 1
      ? [
          {
            head: t('report.table.organization'),
            width: 1.4,
            cell: (row: ProjectRow) => cell(nameOf(tools)(row)),
          },
        ]
      : []),
    ...columns.map((id): Column => {
      const { isMoney, text } = FIGURES[id];
      return {
        head: t(`report.table.${id}`),
        ...(isMoney ? { unit: format.unitName } : {}),
        figures: true,
        cell: (row) => cell(text(row, tools)),
      };
    }),
  ];
}

async function listBlocks(list: ProjectList, tools: ReportTools): Promise<Block[]> {
  const { ask, infos, t, format } = tools;
  const asked = {
    docs: theseDocuments(infos.map(({ doc_id }) => doc_id)),
    filter: list.filter,
    search: '',
  };
  const rows = await ask(projectPage(asked, list.sort, { limit: LISTED, offset: 0 }));
  if (rows.length === 0) return [];
  const [count] = await ask(projectCount(asked));
  const n = count?.projects ?? rows.length;
  const columns = columnsOf(list, tools);
  const title = t(`report.projects.${list.key}`);
  const key = n > rows.length ? 'first' : 'all';
  return [
    headingBlock(title),
    textBlock(
      t(`report.projects.${key}`, { n: format.plain(n), shown: format.plain(rows.length) }),
      'soft',
    ),
    ...(list.key === 'largest' ? [barsPicture(rows, tools)] : []),
    tableOf(title, columns, rows),
  ];
}

function barsPicture(rows: readonly ProjectRow[], tools: ReportTools): Block {
  const { t, format, theme, slots, infos } = tools;
  const title = t('projects.chart.barsTitle');
  const list = rows.map(({ level2: project, total }) =>
    t('projects.chart.item', {
      project,
      amount: total === null ? t('projects.cell.blank') : format.amount(total),
    }),
  );
  const description = t('projects.chart.described', {
    title,
    list: list.join(t('compare.figure.separator')),
  });
  const [first] = infos;
  const drawing = splitBars({
    rows: rows.map((row) =>
      projectBar(row, {
        t,
        format,
        named: infos.length > 1,
        nameOf: nameOf(tools),
        slotOf: ({ org_id }) => slots.get(org_id) ?? null,
        markOf: (one) => {
          const source = projectSource(one);
          return {
            severity: source && (tools.marks.ofSource(source)?.severity ?? null),
            lines: [],
          };
        },
      }),
    ),
    axis: { unit: format.unitName, tick: (yuan) => amountTick(yuan, format) },
    dense: true,
    width: PICTURE_WIDTH,
    theme,
    description,
  });
  return picture(
    {
      kind: 'projects',
      title,
      subtitle: [
        t('report.projects.picture', { n: rows.length }),
        t('common.unitIs', { unit: format.unitName }),
      ].join(' · '),
      source: t('projects.source', {
        names: [...new Set(rows.map(nameOf(tools)))].join(t('compare.figure.separator')),
        year: first?.fiscal_year ?? '',
        stage: t(`frame.stage.${first?.stage ?? 'budget'}`),
      }),
      description,
      height: drawing.height,
      option: drawing.option,
    },
    tools,
  );
}

/** What the projects come to, and the first of each list of them. */
export const projectsSection: MakeSection = async (tools) => {
  const { ask, infos, t, priceWords } = tools;
  const docs = theseDocuments(infos.map(({ doc_id }) => doc_id));
  const [summary] = await ask(projectSummary(docs));
  const [largest = null] = await ask(
    projectPage({ docs, filter: 'all', search: '' }, 'amount', { limit: 1, offset: 0 }),
  );
  const [loose = null] = await ask(withoutProject(docs));
  if (!summary) return [];
  const said = projectSayings(summary, largest, largest ? nameOf(tools)(largest) : '', tools);
  const blocks: Block[] = said.map(({ key, named }) => textBlock(t(key, named)));
  for (const list of LISTS) blocks.push(...(await listBlocks(list, tools)));
  return [
    ...blocks,
    ...listBlock([
      ...projectNotes(summary, loose, tools),
      ...(priceWords ? [t('structure.asPrinted')] : []),
    ]),
  ];
};
