import { isSumOfOrganizations, normalizeWord } from '@/domain/import-words';
import { settleBreaks } from './indicator-breaks';
import { indicatorsFound, projectsOfTargets } from './indicator-rows';
import { squash } from './matrix';
import { projectKey, projectName } from './project-names';
import type { ProjectReading, TableReading } from './reading';
import { bodyOf, columnOf, columnWith, type TableBody } from './table-columns';

/** Columns of a project table by what they hold; null where it has none. */
interface ProjectColumns {
  category: number | null;
  level1: number | null;
  level2: number | null;
  orgName: number | null;
}

/** Headers, for tables whose columns were not all recognized. */
const HEADERS: Readonly<Record<keyof ProjectColumns, RegExp>> = {
  category: /^(?:项目)?(?:类型|类别|分类|项目类型|项目类别|项目性质)$/,
  level1: /一级项目/,
  level2: /二级项目|^项目名称$|\/项目名称$|^项目$/,
  orgName: /单位\)?名称|项目单位|(?:预算|部门|主管|实施)(?:单位|部门)|^单位$|^部门$/,
};

function columnsOf(table: TableReading): ProjectColumns {
  const find = (
    role: keyof typeof HEADERS,
    columnRole: 'category' | 'level1' | 'level2' | 'org_name',
  ) => columnOf(table, columnRole) ?? columnWith(table, HEADERS[role]);
  const level2 = find('level2', 'level2') ?? columnOf(table, 'project');
  return {
    category: find('category', 'category'),
    level1: find('level1', 'level1'),
    level2: level2 ?? columnOf(table, 'label'),
    orgName: find('orgName', 'org_name'),
  };
}

const numbered = (index: number): string => `p${String(index + 1).padStart(2, '0')}`;
const isSum = (text: string): boolean => isSumOfOrganizations(text);

/** Projects of a table with columns for its levels: each name stands in its own column. */
function byColumns(
  body: TableBody,
  columns: ProjectColumns,
  table: TableReading,
): Omit<ProjectReading, 'projectId'>[] {
  const parents = new Set(table.rows.map(({ parentRowNo }) => parentRowNo));
  const sums = new Set(table.rows.filter(({ isTotal }) => isTotal).map(({ rowNo }) => rowNo));
  const levels = columns.level1 !== null;
  const found: Omit<ProjectReading, 'projectId'>[] = [];
  let category = '';
  let level1 = '';
  for (let rowNo = 1; rowNo <= body.rows; rowNo++) {
    const own = body.text(rowNo, columns.category);
    if (own !== '' && own !== category) {
      category = own;
      level1 = '';
    }
    level1 = body.text(rowNo, columns.level1) || level1;
    const level2 = body.text(rowNo, columns.level2);
    const isPart = levels || (!parents.has(rowNo) && !sums.has(rowNo));
    if (level2 === '' || isSum(level2) || !isPart) continue;
    found.push({
      level1: level1 === '' || level1 === level2 ? null : level1,
      level2,
      category: category === '' || isSum(category) ? null : category,
      orgName: squash(body.text(rowNo, columns.orgName)) || null,
      rowNo,
    });
  }
  return found;
}

/** A row that names a unit, a functional class or an economic item rather than a project. */
const NO_PROJECT =
  /^(?:\d{3,}[-_]?)?[\u4e00-\u9fff()]{2,40}(?:局|厅|委员会|办公室|办事处)(?:\(本级\)|本级|机关)?$/;

/** Projects that only the targets name, where the document prints no project table. */
function ofTargets(tables: readonly TableReading[]): ProjectReading[] {
  const named = projectsOfTargets(settleBreaks(indicatorsFound(tables)));
  const unique = new Map(named.map((one) => [projectKey(one.label), one]));
  return [...unique.values()].map(({ label, org }, index) => ({
    projectId: numbered(index),
    level1: null,
    level2: projectName(label),
    category: null,
    orgName: org,
    rowNo: null,
  }));
}

/**
 * The projects of the project table, in the order they stand: a name of the second level, with the first level and kind
 * above it. Sums, and rows that other rows divide, are none. Without such a table those that the targets name.
 */
export function readProjects(tables: readonly TableReading[]): ProjectReading[] {
  const table = tables.find(({ tableId }) => tableId === 'project');
  if (!table) return ofTargets(tables);
  const columns = columnsOf(table);
  const rows = byColumns(bodyOf(table), columns, table);
  const isNamed = columns.level1 !== null;
  return rows
    .filter(({ level2 }) => isNamed || !NO_PROJECT.test(normalizeWord(level2)))
    .map((row, index) => ({ projectId: numbered(index), ...row }));
}
