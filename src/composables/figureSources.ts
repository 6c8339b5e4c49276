import { ask, type Engine } from '@/db/engine';
import { compareMetrics } from '@/db/queries/compare';
import { printedCells } from '@/db/queries/printed-table';
import {
  documentHeadcounts,
  documentIndicators,
  documentMeasures,
  documentProjects,
  documentStatements,
} from '@/db/queries/provenance';
import { restsOn } from '@/domain/derived-inputs';
import type { DocumentIndex } from '@/domain/document-index';
import type { FigureSheet, SheetSource } from '@/domain/exported-figure';
import { metricSources, rowSources, type SourcedFigure } from '@/domain/figure-sources';
import { groupBy } from '@/domain/group';
import { formulaMeasures, type StoredMetric } from '@/domain/metric';
import { metricById, storedById } from '@/domain/metrics';
import type { DocumentFacts, MeasureFact } from '@/domain/source-facts';
import { metricTables } from '@/domain/source-inputs';
import type { SourceRef } from '@/domain/source-ref';

/** Documents asked for in one go. */
const DOCUMENTS = 200;

/** A stored figure, or a printed row, that a cell of a sheet rests on. */
interface Wanted extends Pick<SheetSource, 'row' | 'column'> {
  sheet: number;
  ref: SourceRef;
}

/** The stored figures and printed rows that the figures of sheets rest on in the end. */
function wantedOf(sheets: readonly FigureSheet[], index: DocumentIndex): Wanted[] {
  return sheets.flatMap(({ sources }, sheet) =>
    sources.flatMap(({ ref, ...at }): Wanted[] => {
      const info = index.byId.get(ref.doc);
      const metric = ref.kind === 'metric' ? metricById(ref.metric) : undefined;
      if (!info || !metric) return [{ sheet, ref, ...at }];
      return restsOn(metric, info, index.byOrg.get(info.org_id) ?? []).map(
        ({ doc, metric: of }) => ({
          sheet,
          ref: { kind: 'metric', doc, metric: of },
          ...at,
        }),
      );
    }),
  );
}

const metricsOf = (wanted: readonly Wanted[]): StoredMetric[] => {
  const ids = wanted.flatMap(({ ref }) => (ref.kind === 'metric' ? ref.metric : []));
  return [...new Set(ids)].flatMap((id) => storedById(id) ?? []);
};

const restsOnPeople = ({ compute }: StoredMetric): boolean =>
  compute.op === 'per_staff' ||
  formulaMeasures(compute).some((id) => id === 'contracted_people' || id === 'contracted_cost');

/** The tables whose cells are needed, each with the documents of which they are: those a figure was read from. */
function documentsByTable(
  wanted: readonly Wanted[],
  measures: ReadonlyMap<string, readonly MeasureFact[]>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { ref } of wanted) {
    const metric = ref.kind === 'metric' ? storedById(ref.metric) : undefined;
    const tables = ref.kind === 'row' ? [ref.table] : [];
    const read = metric ? metricTables(metric, measures.get(ref.doc) ?? []) : [];
    for (const table of [...tables, ...read]) {
      found.set(table, (found.get(table) ?? new Set()).add(ref.doc));
    }
  }
  return found;
}

/** What has to be known of some documents to say where some figures of theirs are printed. */
async function factsOf(
  engine: Engine,
  docs: readonly string[],
  wanted: readonly Wanted[],
): Promise<{ of: (doc: string) => DocumentFacts; basis: (ref: SourceRef) => string | null }> {
  const metrics = metricsOf(wanted);
  const values = compareMetrics(docs, metrics);
  const rows = values ? await ask(engine, values) : [];
  const measures = metrics.length > 0 ? await ask(engine, documentMeasures(...docs)) : [];
  const byMeasure = groupBy(measures, ({ doc_id }) => doc_id);
  const tables = documentsByTable(wanted, byMeasure);
  const read = new Set(measures.map(({ source }) => source));
  const none = Promise.resolve([]);
  const [headcounts, statements, projects, indicators, ...printed] = await Promise.all([
    metrics.some(restsOnPeople) ? ask(engine, documentHeadcounts(...docs)) : none,
    read.has('narrative') ? ask(engine, documentStatements(...docs)) : none,
    tables.has('project') ? ask(engine, documentProjects(...docs)) : none,
    tables.has('performance') ? ask(engine, documentIndicators(...docs)) : none,
    ...[...tables].map(([table, of]) => ask(engine, printedCells([...of], [table]))),
  ]);
  const by = {
    measures: byMeasure,
    cells: groupBy(printed.flat(), ({ doc_id }) => doc_id),
    headcounts: groupBy(headcounts, ({ of_doc }) => of_doc),
    statements: groupBy(statements, ({ doc_id }) => doc_id),
    projects: groupBy(projects, ({ doc_id }) => doc_id),
    indicators: groupBy(indicators, ({ doc_id }) => doc_id),
  };
  const bases = new Map(rows.map((row) => [`${row.metric_id}\n${row.doc_id}`, row.basis]));
  return {
    of: (doc) => ({
      measures: by.measures.get(doc) ?? [],
      cells: by.cells.get(doc) ?? [],
      headcounts: by.headcounts.get(doc) ?? [],
      statements: by.statements.get(doc) ?? [],
      projects: by.projects.get(doc) ?? [],
      indicators: by.indicators.get(doc) ?? [],
    }),
    basis: (ref) =>
      ref.kind === 'metric' ? (bases.get(`${ref.metric}\n${ref.doc}`) ?? null) : null,
  };
}

/**
 * Where the figures of sheets are printed, in the order of the sheets: at least one row for each figure. Asks for the
 * documents in parts and hears how much is done, from 0 to 1; rejects with the signal's reason when stopped.
 */
export async function figureSources(
  engine: Engine,
  sheets: readonly FigureSheet[],
  index: DocumentIndex,
  { signal, onDone }: { signal: AbortSignal; onDone: (done: number) => void },
): Promise<SourcedFigure[]> {
  const wanted = wantedOf(sheets, index);
  const byDoc = groupBy(wanted, ({ ref }) => ref.doc);
  const docs = [...byDoc.keys()].filter((doc) => index.byId.has(doc));
  const found: (SourcedFigure & { order: readonly number[] })[] = [];
  for (let at = 0; at < docs.length; at += DOCUMENTS) {
    onDone(at / docs.length);
    const part = docs.slice(at, at + DOCUMENTS);
    const own = part.flatMap((doc) => byDoc.get(doc) ?? []);
    const facts = await factsOf(engine, part, own);
    signal.throwIfAborted();
    for (const { sheet, row, column, ref } of own) {
      const of = facts.of(ref.doc);
      const metric = ref.kind === 'metric' ? storedById(ref.metric) : undefined;
      const sources =
        ref.kind === 'row'
          ? rowSources(ref, of.cells)
          : metric
            ? metricSources(metric, facts.basis(ref), of)
            : [];
      const { name, columns } = sheets[sheet]!.sheet;
      for (const source of sources.length > 0 ? sources : [null]) {
        found.push({
          sheet: name,
          row,
          head: columns[column]?.head ?? '',
          doc: index.byId.get(ref.doc)!,
          source,
          order: [sheet, row, column],
        });
      }
    }
  }
  return found.toSorted((a, b) => byOrder(a.order, b.order));
}

const byOrder = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
