import { normalizeWord } from '@/domain/import-words';
import { readNumber, toYuan } from '@/domain/number-forms';
import { readTarget } from './indicator-target';
import { squash } from './matrix';
import { matchProjects, projectKey, type NamedProject } from './project-names';
import type { ColumnRole, IndicatorReading, ProjectReading, TableReading } from './reading';
import { bodyOf, columnOf, columnWith, type TableBody } from './table-columns';

/** What the columns of a table of targets hold. */
type Part =
  | 'org'
  | 'project'
  | 'amount'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'explanation'
  | 'operator'
  | 'target'
  | 'unit'
  | 'weight';

/** Roles and headers of the columns, blanks away. The first column that fits is taken. */
const PARTS: Readonly<Record<Part, { role?: ColumnRole; header: RegExp }>> = {
  org: {
    role: 'org_name',
    header:
      /^(?:部门|单位|预算单位|项目单位|主管部门|实施单位|部门\(单位\)|单位\(部门\))(?:名称)?$|单位名称$/,
  },
  project: { role: 'project', header: /^(?:二级)?项目(?:名称)?$|项目名称/ },
  amount: { header: /资金总额|年度资金|预算金额|项目金额|预算数|^金额/ },
  level1: { role: 'indicator_level1', header: /一级指标|一级绩效指标/ },
  level2: { role: 'indicator_level2', header: /二级指标|二级绩效指标/ },
  level3: { role: 'indicator_level3', header: /三级指标|三级绩效指标|^指标名称$|指标内容/ },
  explanation: { header: /指标(?:解释|说明|描述)|指标值说明|备注/ },
  operator: { header: /(?:指标|绩效指标)?(?:性质|符号|计算符号|方向)|运算符/ },
  target: {
    role: 'target',
    header: /(?:年度|本年|本年度)?指标值|指标目标值|目标值|绩效指标值|年度指标/,
  },
  unit: { header: /(?:度量|计量|指标值?)单位|^单位$/ },
  weight: { role: 'weight', header: /权重|分值/ },
};

type Columns = Readonly<Record<Part, number | null>>;

function columnsOf(table: TableReading): Columns {
  const taken = new Set<number>();
  const entries = (Object.keys(PARTS) as Part[]).map((part) => {
    const { role, header } = PARTS[part];
    const byRole = role ? columnOf(table, role) : null;
    const colNo = byRole ?? columnWith(table, header);
    const free = colNo !== null && !taken.has(colNo) ? colNo : null;
    if (free !== null) taken.add(free);
    return [part, free] as const;
  });
  return Object.fromEntries(entries) as Columns;
}

const OPERATOR_WORDS = /^(?:[<>=≤≥≦≧]{1,2}|(?:大|小|等)于(?:等于|或等于)?)$/;

interface Found extends Omit<IndicatorReading, 'projectId'> {
  /** The project it stands under. */
  under: NamedProject | null;
}

/** A column of blanks below a name: merged cells that the reader of the document saw as single ones. */
class Carried {
  private text = '';

  /** The text of a row, and whether it is printed there. */
  take(text: string): { text: string; isNew: boolean } {
    const isNew = text !== '';
    if (isNew) this.text = text;
    return { text: this.text, isNew };
  }

  clear(): void {
    this.text = '';
  }
}

function amountOf(
  body: TableBody,
  rowNo: number,
  columns: Columns,
  table: TableReading,
): string | null {
  const text = body.text(rowNo, columns.amount);
  const { value, unit } = readNumber(text);
  if (value === null || unit === '人') return null;
  return toYuan(value, unit ?? table.unit.value)?.yuan ?? null;
}

/** A table with one indicator per row. */
function byRows(table: TableReading): Found[] {
  const columns = columnsOf(table);
  if (columns.level3 === null || columns.target === null) return [];
  const body = bodyOf(table);
  const found: Found[] = [];
  const level1 = new Carried();
  const level2 = new Carried();
  let under: NamedProject | null = null;
  for (let rowNo = 1; rowNo <= body.rows; rowNo++) {
    const project = body.text(rowNo, columns.project, true);
    const org = body.text(rowNo, columns.org, true);
    if (project !== '' && projectKey(project) !== '') {
      under = { label: squash(project), amount: amountOf(body, rowNo, columns, table) };
      level1.clear();
      level2.clear();
    }
    const first = level1.take(body.text(rowNo, columns.level1));
    if (first.isNew) level2.clear();
    const second = level2.take(body.text(rowNo, columns.level2));
    const level3 = body.text(rowNo, columns.level3);
    const printed = body.text(rowNo, columns.target);
    if (level3 === '' || normalizeWord(level3) === '三级指标') continue;
    found.push({
      under,
      rowNo: found.length + 1,
      projectLabel: project === '' ? null : squash(project),
      orgLabel: org === '' ? null : squash(org),
      level1: squash(first.text) || null,
      level2: squash(second.text) || null,
      level3: squash(level3),
      explanation: body.text(rowNo, columns.explanation) || null,
      ...targetOf(body, rowNo, columns, printed),
      weight: readNumber(body.text(rowNo, columns.weight)).value,
    });
  }
  return found;
}

function targetOf(body: TableBody, rowNo: number, columns: Columns, printed: string) {
  const sign = normalizeWord(body.text(rowNo, columns.operator));
  const unit = body.text(rowNo, columns.unit) || null;
  const whole = OPERATOR_WORDS.test(sign) ? sign + printed : printed;
  return { ...readTarget(whole, unit), printed: squash(printed) || null };
}

/**
 * The performance targets of the document, in the order they stand. Names in merged cells hold for the rows they cover;
 * a project is known where the project table has it.
 */
export function readIndicators(
  tables: readonly TableReading[],
  projects: readonly ProjectReading[],
): IndicatorReading[] {
  const found = tables.filter(({ tableId }) => tableId === 'performance').flatMap(byRows);
  const named = [
    ...new Map(
      found.flatMap(({ under }) => (under ? [[under.label, under] as const] : [])),
    ).values(),
  ];
  const matched = matchProjects(named, tables, projects);
  return found.map(({ under, ...indicator }, index) => ({
    ...indicator,
    rowNo: index + 1,
    projectId: under ? (matched.get(under.label) ?? null) : null,
  }));
}
