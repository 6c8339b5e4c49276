import {
  FUNCTION_TABLES,
  measureSources,
  type DetailSource,
  type LineSource,
  type MeasureId,
  type MeasureSource,
} from './measures';
import { formulaMeasures, type StoredMetric } from './metric';
import type { Reason } from './missing';
import type { ColumnRole } from './printed-table';
import { cellsInVain, functionCells, rowCells, usedCells } from './provenance';
import type {
  DocumentFacts,
  HeadcountFact,
  IndicatorFact,
  MeasureFact,
  PrintedCell,
  ProjectFact,
  StatementFact,
} from './source-facts';
import type { TableId } from './vocabulary';

export type InputUnit = 'yuan' | 'yuan²' | 'count' | 'points';

/** One input of a figure and all that is printed for it. */
export interface SourceInput {
  /** The measure, or `function_class`. */
  name: MeasureId | 'function_class';
  /** In `unit`; null with a reason. */
  amount: number | null;
  unit: InputUnit;
  reason: Reason | null;
  /** Table the printed cells stand in. */
  table: TableId | null;
  /** Cells whose amounts add up to the figure. */
  cells: readonly PrintedCell[];
  /** Cells where it would stand, but which hold no number. */
  inVain: readonly PrintedCell[];
  /** Cells with words that were counted. */
  counted: readonly { row_no: number; role: ColumnRole }[];
  projects: readonly ProjectFact[];
  indicators: readonly IndicatorFact[];
  headcounts: readonly HeadcountFact[];
  statements: readonly StatementFact[];
}

const NOTHING: Omit<SourceInput, 'name' | 'amount' | 'unit' | 'reason'> = {
  table: null,
  cells: [],
  inVain: [],
  counted: [],
  projects: [],
  indicators: [],
  headcounts: [],
  statements: [],
};

const UNITS: Partial<Record<MeasureId, InputUnit>> = {
  project_squares: 'yuan²',
  project_count: 'count',
  indicator_count: 'count',
  measurable_indicator_count: 'count',
  weighted_project_count: 'count',
  contracted_people: 'count',
  weight_total: 'points',
};

const isContracted = ({ kind, project_id }: HeadcountFact): boolean =>
  (kind === 'contracted' || kind === 'window') && project_id !== null;

function projectInput(projects: readonly ProjectFact[], facts: DocumentFacts) {
  const cells = projects.flatMap(({ row_no }) => {
    const row = facts.cells.filter((c) => c.table_id === 'project' && c.row_no === row_no);
    return rowCells(row, 'total')?.cells ?? [];
  });
  return { ...NOTHING, table: 'project' as const, projects, cells };
}

function indicatorInput(indicators: readonly IndicatorFact[], role: ColumnRole) {
  const counted = indicators.map(({ row_no }) => ({ row_no, role }));
  return { ...NOTHING, table: 'performance' as const, indicators, counted };
}

function largestProject(projects: readonly ProjectFact[]): ProjectFact[] {
  const most = Math.max(...projects.map(({ total }) => total ?? 0));
  return projects.filter(({ total }) => total === most).slice(0, 1);
}

function detailInput(detail: DetailSource['detail'], facts: DocumentFacts) {
  const { projects, indicators, headcounts } = facts;
  const funded = projects.filter(({ total }) => total !== null);
  const weighted = indicators.filter(({ weight }) => weight !== null);
  const bought = headcounts.filter(isContracted);
  switch (detail) {
    case 'project_count': {
      const counted = projects.flatMap(({ row_no }) =>
        row_no === null ? [] : [{ row_no, role: 'level2' as const }],
      );
      return { ...NOTHING, table: 'project' as const, projects, counted };
    }
    case 'largest_project':
      return projectInput(largestProject(funded), facts);
    case 'project_sum':
    case 'project_squares':
      return projectInput(funded, facts);
    case 'indicator_count':
      return indicatorInput(indicators, 'indicator_level3');
    case 'measurable_indicator_count':
      return indicatorInput(
        indicators.filter(({ target }) => target !== null),
        'target',
      );
    case 'weighted_project_count':
    case 'weight_total':
      return indicatorInput(weighted, 'weight');
    case 'contracted_people':
      return { ...NOTHING, headcounts: bought };
    case 'contracted_cost': {
      const paying = projects.filter((p) => bought.some((h) => h.project_id === p.project_id));
      return { ...projectInput(paying, facts), headcounts: bought };
    }
  }
}

function statementInput(statement: string, basis: string | undefined, facts: DocumentFacts) {
  const stated = facts.statements.filter(
    (row) =>
      row.statement_id === statement && row.amount !== null && (!basis || row.basis === basis),
  );
  const most = Math.max(...stated.map(({ amount }) => amount ?? 0));
  return { ...NOTHING, statements: stated.filter(({ amount }) => amount === most).slice(0, 1) };
}

const nameOf = (source: MeasureSource): string =>
  source.from === 'line' ? source.table : source.from === 'detail' ? source.detail : 'narrative';

const isLine = (source: MeasureSource): source is LineSource => source.from === 'line';

/** Where a measure's amount is printed, by the source that the measure was read from. */
export function measureInput(fact: MeasureFact, facts: DocumentFacts): SourceInput {
  const { measure: name, amount, reason } = fact;
  const sources = measureSources(name);
  const head = { name, amount, unit: UNITS[name] ?? 'yuan', reason };
  const source = sources.find((candidate) => nameOf(candidate) === fact.source);
  if (!source) {
    const printed = sources
      .filter(isLine)
      .map((line) => ({ table: line.table, inVain: cellsInVain(line, facts.cells) }));
    return { ...head, ...NOTHING, ...printed.find(({ inVain }) => inVain.length > 0) };
  }
  if (source.from === 'detail') return { ...head, ...detailInput(source.detail, facts) };
  if (source.from === 'statement') {
    return { ...head, ...statementInput(source.statement, source.basis, facts) };
  }
  const cells = usedCells(source, facts.cells)?.cells ?? [];
  return { ...head, ...NOTHING, table: source.table, cells };
}

function classInput(code: string, facts: DocumentFacts): SourceInput {
  const used = functionCells(code, facts.cells);
  return {
    ...NOTHING,
    name: 'function_class',
    amount: used?.amount.toNumber() ?? null,
    unit: 'yuan',
    reason: used ? null : 'not_published',
    table: used?.cells[0]?.table_id ?? null,
    cells: used?.cells ?? [],
  };
}

/** The measures that a metric's value, or its lack, comes from: of a change, those of the base that is stated. */
export function metricMeasures(metric: StoredMetric, basis: string | null): readonly MeasureId[] {
  const { compute } = metric;
  if (compute.op === 'concentration') return [compute.sum];
  if (compute.op !== 'growth') return formulaMeasures(compute);
  const used = compute.bases.find(({ of }) => of === basis);
  return (used ? [used] : compute.bases.slice(0, 1)).flatMap(({ change, of }) => [change, of]);
}

/** The inputs of a metric in the order of its formula; the headcount of a per-staff figure apart. */
export function metricInputs(
  metric: StoredMetric,
  basis: string | null,
  facts: DocumentFacts,
): SourceInput[] {
  const inputs = metricMeasures(metric, basis).flatMap((id) => {
    const fact = facts.measures.find(({ measure }) => measure === id);
    return fact ? [measureInput(fact, facts)] : [];
  });
  return metric.compute.op === 'function_share'
    ? [classInput(metric.compute.code, facts), ...inputs]
    : inputs;
}

/** Tables whose cells are needed to explain a metric. */
export function metricTables(metric: StoredMetric, measures: readonly MeasureFact[]): TableId[] {
  const { compute } = metric;
  const tables = new Set<TableId>(compute.op === 'function_share' ? FUNCTION_TABLES : []);
  for (const id of formulaMeasures(compute)) {
    const read = measures.find(({ measure }) => measure === id)?.source;
    for (const source of measureSources(id)) {
      if (read && nameOf(source) !== read) continue;
      if (source.from === 'line') tables.add(source.table);
      if (source.from === 'detail') {
        tables.add(/indicator|weight/.test(source.detail) ? 'performance' : 'project');
      }
    }
  }
  return [...tables];
}
