import { normalizeWord } from '@/domain/import-words';
import type { ColumnRole, JoinedCell, TableReading } from './reading';
import { columnOf, columnWith } from './table-columns';

/** What a column of a table of targets holds. */
export type IndicatorPart =
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
  | 'weight'
  | 'packed';

/** Columns by number, from 1; null where there is none. */
export type IndicatorColumns = Readonly<Record<IndicatorPart, number | null>>;

/** Roles and headers of the columns, normalized. The first column that fits is taken. */
const PARTS: Readonly<Record<IndicatorPart, { role?: ColumnRole; header: RegExp }>> = {
  level1: { role: 'indicator_level1', header: /一级(?:绩效)?指标/ },
  level2: { role: 'indicator_level2', header: /二级(?:绩效)?指标/ },
  level3: { role: 'indicator_level3', header: /三级(?:绩效)?指标|^指标名称$|^指标内容$/ },
  unit: { header: /(?:度量|计量|指标值?|目标值?)单位/ },
  operator: { header: /(?:指标|绩效指标)(?:性质|符号|方向)|^(?:计算符号|运算符|符号|性质)$/ },
  target: {
    role: 'target',
    header: /指标值(?!说明|单位|解释)|目标值(?!单位)|^(?:年度|本年)指标$|^绩效标准$|^目标$/,
  },
  weight: { role: 'weight', header: /权重|分值/ },
  explanation: { header: /指标(?:解释|说明|描述|释义)|指标值说明/ },
  project: { role: 'project', header: /^(?:二级)?项目(?:名称)?$|项目名称/ },
  org: {
    role: 'org_name',
    header:
      /^(?:部门|单位|预算单位|项目单位|主管部门|实施单位|部门\(单位\)|单位\(部门\))(?:名称|编号|编码)?$|单位名称$/,
  },
  amount: { header: /资金总额|年度资金|预算金额|项目金额|项目总额|预算数|^金额|^总计$/ },
  packed: { header: /^绩效指标(?:及指标值)?$/ },
};
const NAMES = Object.keys(PARTS) as IndicatorPart[];

export const NO_COLUMNS: IndicatorColumns = {
  org: null,
  project: null,
  amount: null,
  level1: null,
  level2: null,
  level3: null,
  explanation: null,
  operator: null,
  target: null,
  unit: null,
  weight: null,
  packed: null,
};

/** The columns as the reading of the table knows them, by role, else by header; each column is one thing. */
export function indicatorColumns(table: TableReading): IndicatorColumns {
  const taken = new Set<number>();
  const columns = { ...NO_COLUMNS };
  for (const name of NAMES) {
    const { role, header } = PARTS[name];
    const colNo = (role ? columnOf(table, role) : null) ?? columnWith(table, header);
    if (colNo === null || taken.has(colNo)) continue;
    taken.add(colNo);
    columns[name] = colNo;
  }
  return columns;
}

/** Least header cells that make a row a header of indicators. */
const LEAST = 3;

/** The columns that a header row within a table gives, as forms for single projects repeat it; null for other rows. */
export function headerColumns(cells: readonly JoinedCell[]): IndicatorColumns | null {
  const columns = { ...NO_COLUMNS };
  const taken = new Set<JoinedCell>();
  let found = 0;
  for (const name of NAMES) {
    const cell = cells.find(
      (one) => !taken.has(one) && PARTS[name].header.test(normalizeWord(one.text)),
    );
    if (!cell) continue;
    taken.add(cell);
    columns[name] = cell.column + 1;
    found += 1;
  }
  const isHeader = found >= LEAST && columns.level3 !== null && columns.target !== null;
  return isHeader ? columns : null;
}

/** What a cell of a form names, for the cell after it. */
export type FormField = 'project' | 'org' | 'amount';
const FIELDS: readonly (readonly [field: FormField, shape: RegExp])[] = [
  [
    'project',
    /^(?:一级|二级)?项目(?:\(政策\)|\(资金\)|或政策|\/政策)?名称:?$|^专项(?:资金)?名称:?$/,
  ],
  [
    'org',
    /^(?:项目|资金)?(?:主管|实施|预算|申报|填报|使用)?(?:部门|单位)(?:及代码|\(单位\))?(?:名称)?:?$/,
  ],
  [
    'amount',
    /^(?:其中:)?(?:实施期|年度|项目|本年度?|当年)*(?:资金|预算)(?:总额|金额|合计)(?:\([^()]{1,6}\))?:?$/,
  ],
];

/** The field that a text of a form names; null for other texts. */
export function formField(text: string): FormField | null {
  const word = normalizeWord(text);
  return FIELDS.find(([, shape]) => shape.test(word))?.[0] ?? null;
}

/** Words that are names of fields and headers, and so no values. */
export const isFieldName = (text: string): boolean =>
  formField(text) !== null ||
  NAMES.some((name) => PARTS[name].header.test(normalizeWord(text))) ||
  /^(?:项目|资金|单位)(?:编码|编号|代码|类别|类型|性质|属性|期限|周期|负责人)/.test(
    normalizeWord(text),
  );
