import Papa from 'papaparse';
import { DATASET_FILES, type DatasetFile } from '@/domain/dataset-files';
import { FINDING_COLUMNS } from '@/domain/finding-export-columns';
import { findingSheet } from '@/domain/finding-export';
import type { ExportWords } from '@/domain/finding-export-words';
import type { DerivedTable } from '@/domain/manifest';
import { metricById } from '@/domain/metrics';
import type { Mutes } from '@/domain/mute';
import type { DocumentInfo } from '@/domain/organization';
import type { PackageSink } from '@/domain/package-sink';
import { cellContent, withoutFormula, type SheetCell } from '@/domain/sheet';
import type { Session } from '../duckdb';
import { ask } from '../engine';
import { findingPage } from '../finding-pages';
import { datasetMetricIds, findingCounts, METRIC_COLUMNS, metricLines } from '../queries/dataset';
import { writeLines } from './package-from-engine';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `${Papa.unparse(rows as string[][], { newline: '\n' })}\n`;
const aboutOf = (file: DatasetFile): string => DATASET_FILES[file].en;

type Fields = DerivedTable['fields'];
const text = (name: string, about: string, refers?: string): Fields[number] => ({
  name,
  type: 'text',
  about,
  ...(refers === undefined ? {} : { refers }),
});

const METRIC_FIELDS: Readonly<Record<string, Fields[number]>> = {
  doc_id: { ...text('doc_id', 'the document', 'document.doc_id'), required: true },
  organization: text('organization', 'whose budget it is'),
  jurisdiction_code: text('jurisdiction_code', 'its place', 'jurisdiction.code'),
  fiscal_year: { name: 'fiscal_year', type: 'integer', about: 'budget year' },
  stage: text('stage', 'budget, adjusted budget or final account'),
  scope: text('scope', 'department or unit'),
  metric_id: {
    ...text('metric_id', 'the metric', 'metric_definitions.metric_id'),
    required: true,
  },
  value: { name: 'value', type: 'number', about: 'its value; empty where there is a reason' },
  unit: text('unit', 'unit of the value'),
  reason: text('reason', 'why there is no value'),
  basis: text('basis', 'what it rests on where that differs: kind of headcount, base of a change'),
};

/** Every metric of every document, with the reason where it has no value. */
export async function writeMetrics(
  session: Session,
  sink: PackageSink,
  documents: readonly string[] | null,
  onRows: (rows: number) => void,
): Promise<DerivedTable> {
  const ids = (await ask(session, datasetMetricIds(documents))).map(({ metric_id }) => metric_id);
  await sink.begin(DATASET_FILES.metrics.path, 'bytes');
  await sink.add(encode(`${METRIC_COLUMNS.join(',')}\n`));
  await writeLines(session, sink, metricLines(documents, ids), onRows);
  return {
    name: 'metrics',
    about: aboutOf('metrics'),
    fields: METRIC_COLUMNS.flatMap((name) => METRIC_FIELDS[name] ?? []),
    key: ['doc_id', 'metric_id'],
    ...(await sink.end()),
  };
}

const DEFINITION_FIELDS: Fields = [
  { ...text('metric_id', 'identifier'), required: true },
  text('name_zh', 'name in Chinese'),
  text('name_en', 'name in English'),
  text('unit', 'unit of its values'),
  text('formula_zh', 'formula in Chinese'),
  text('formula_en', 'formula in English'),
  text('sources', 'printed tables that its inputs come from'),
];

/** What the metrics of those documents mean. */
export async function writeDefinitions(
  session: Session,
  sink: PackageSink,
  documents: readonly string[] | null,
): Promise<DerivedTable> {
  const ids = await ask(session, datasetMetricIds(documents));
  const rows = ids.map(({ metric_id: id }) => {
    const metric = metricById(id);
    if (!metric) return [id, '', '', '', '', '', ''];
    const { name, unit, formula, sources } = metric;
    return [id, name.zh, name.en, unit, formula.zh, formula.en, sources.join(' ')];
  });
  await sink.begin(DATASET_FILES.definitions.path, 'bytes');
  await sink.add(encode(linesOf([DEFINITION_FIELDS.map(({ name }) => name), ...rows])));
  return {
    name: 'metric_definitions',
    about: aboutOf('definitions'),
    fields: DEFINITION_FIELDS,
    key: ['metric_id'],
    ...(await sink.end()),
  };
}

/** Findings that are fetched in one go: each time the printed amounts are looked through once. */
const AT_ONCE = 4_000;
/** More than a group ever has. */
const MOST = 1_000_000;
const LISTED = ['fail', 'rounding'] as const;
/** Findings that are put into words before others get their turn. */
const WORDED = 150;

/** Documents in groups that have so many findings, or one that has more. */
function groupsOf(counts: readonly { doc_id: string; findings: number }[]): string[][] {
  const groups: string[][] = [];
  let room = 0;
  for (const { doc_id, findings } of counts) {
    if (findings > room) {
      groups.push([]);
      room = AT_ONCE;
    }
    groups.at(-1)?.push(doc_id);
    room -= findings;
  }
  return groups;
}

const csvCell = (
  cell: SheetCell | undefined,
  type: (typeof FINDING_COLUMNS)[number]['type'],
): string => {
  const content = cellContent(cell, type);
  if (!content) return '';
  return content.type === 'text' ? withoutFormula(content.value) : content.value;
};

/** Every comparison that failed or differs by rounding, one line each, those that the reader passed over among them. */
export async function writeFindings(
  session: Session,
  sink: PackageSink,
  {
    chosen,
    documents,
    words,
    mutes,
    onRows,
  }: {
    /** Null for all documents. */
    chosen: readonly string[] | null;
    documents: readonly DocumentInfo[];
    words: ExportWords;
    mutes: Mutes;
    onRows: (rows: number) => void;
  },
): Promise<DerivedTable> {
  await sink.begin(DATASET_FILES.findings.path, 'bytes');
  await sink.add(encode(linesOf([FINDING_COLUMNS.map(({ key }) => words.column(key))])));
  for (const docs of groupsOf(await ask(session, findingCounts(chosen)))) {
    const found = await findingPage(
      session,
      { docs, statuses: LISTED, families: [], rule: null, search: '', without: [] },
      { limit: MOST, offset: 0 },
      { documents, mutes },
    );
    for (let at = 0; at < found.length; at += WORDED) {
      const { rows } = findingSheet(found.slice(at, at + WORDED), words);
      const lines = rows.map((cells) =>
        FINDING_COLUMNS.map(({ type }, i) => csvCell(cells[i], type)),
      );
      await sink.add(encode(linesOf(lines)));
      onRows(lines.length);
    }
  }
  return {
    name: 'findings',
    about: aboutOf('findings'),
    fields: FINDING_COLUMNS.map(({ key, type }) => ({
      name: words.column(key),
      // An amount, a percentage, a count or a text, as its unit says.
      type: type === 'number' ? 'integer' : type === 'date' ? 'date' : 'text',
      about: '',
      ...(key === 'doc_id' ? { refers: 'document.doc_id', required: true as const } : {}),
    })),
    key: ['doc_id', 'finding'],
    ...(await sink.end()),
  };
}
