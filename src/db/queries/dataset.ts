import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import type { Population } from '@/domain/population';
import { literalList, typedValues } from '../sql';
import type { Query } from '../engine';
import { csvLine, unformulated, type CsvCell } from './csv-lines';
import { populationCondition } from './population';

const isAmong = (alias: string, documents: readonly string[] | null): string =>
  documents === null ? 'true' : `${alias}.doc_id IN ${literalList(documents)}`;

const among = (alias: string, documents: readonly string[] | null): string =>
  `WHERE ${isAmong(alias, documents)}`;

/** What could not be compared is counted, not listed: it is most of what there is, and has nothing to look at. */
const isListed = (alias: string): string => `${alias}.status <> 'unchecked'`;

/** The documents of a dataset, by place, organization and year; null for all. */
export const datasetDocuments = (documents: readonly string[] | null): Query<DocumentInfo> => ({
  sql: `
  SELECT i.* FROM document_info i ${among('i', documents)}
  ORDER BY i.jurisdiction_code, i.org_id, i.fiscal_year, i.stage, i.doc_id`,
});

/** Metrics that documents have. */
export const datasetMetricIds = (
  documents: readonly string[] | null,
): Query<{ metric_id: string }> => ({
  sql: `SELECT DISTINCT m.metric_id FROM metric m ${among('m', documents)} ORDER BY m.metric_id`,
});

/** How many values of metrics, findings listed, comparisons that could not be made, checked documents, and headcounts filled in by the user a dataset has. */
export const datasetCounts = (
  documents: readonly string[] | null,
): Query<Record<'metrics' | 'findings' | 'unchecked' | 'checked' | 'supplied', number>> => ({
  sql: `
  SELECT (SELECT COUNT(*) FROM metric m ${among('m', documents)}) AS metrics,
    (SELECT COUNT(*) FROM finding f ${among('f', documents)} AND ${isListed('f')}) AS findings,
    (SELECT COUNT(*) FROM finding f ${among('f', documents)} AND f.status = 'unchecked') AS unchecked,
    (SELECT COUNT(DISTINCT c.doc_id) FROM check_count c ${among('c', documents)}) AS checked,
    (SELECT COUNT(*) FROM supplied_headcount s ${
      documents === null
        ? ''
        : `WHERE s.org_id IN (SELECT d.org_id FROM document d ${among('d', documents)})`
    }) AS supplied`,
});

/** How many listed findings each document of a dataset has, those without any left out. */
export const findingCounts = (
  documents: readonly string[] | null,
): Query<{ doc_id: string; findings: number }> => ({
  sql: `SELECT f.doc_id, COUNT(*) AS findings FROM finding f ${among('f', documents)} AND ${isListed('f')}
    GROUP BY f.doc_id ORDER BY f.doc_id`,
});

/** Columns of the values of metrics. */
const METRIC_CELLS: readonly (readonly [name: string, cell: CsvCell])[] = [
  ['doc_id', { text: 'm.doc_id' }],
  ['organization', { text: unformulated('i.organization') }],
  ['jurisdiction_code', { text: 'i.jurisdiction_code' }],
  ['fiscal_year', { text: 'CAST(i.fiscal_year AS VARCHAR)', plain: true }],
  ['stage', { text: 'i.stage', plain: true }],
  ['scope', { text: 'i.scope', plain: true }],
  ['metric_id', { text: 'm.metric_id' }],
  ['value', { text: "RTRIM(RTRIM(CAST(m.value AS VARCHAR), '0'), '.')", plain: true }],
  ['unit', { text: 'u.unit', plain: true }],
  ['reason', { text: 'm.reason', plain: true }],
  ['basis', { text: 'm.basis' }],
];

export const METRIC_COLUMNS = METRIC_CELLS.map(([name]) => name);

/** Values of these metrics as lines of CSV. */
export const metricLines = (
  documents: readonly string[] | null,
  metrics: readonly string[],
): string => `
  SELECT ${csvLine(METRIC_CELLS.map(([, cell]) => cell))} AS line
  FROM metric m
  JOIN document_info i ON i.doc_id = m.doc_id
  LEFT JOIN ${typedValues(
    { metric_id: 'VARCHAR', unit: 'VARCHAR' },
    metrics.map((id) => [id, metricById(id)?.unit ?? null]),
  )} u ON u.metric_id = m.metric_id
  ${among('m', documents)}`;

/** Documents of the organizations of a population, of every year and stage. */
export const membersDocuments = (population: Population): Query<{ doc_id: string }> => ({
  sql: `SELECT i.doc_id FROM document_info i WHERE ${populationCondition(population)}`,
});

/** How many documents and printed amounts a dataset would have. */
export const datasetSize = (
  documents: readonly string[] | null,
): Query<{ documents: number; amounts: number }> => ({
  sql: `
  SELECT (SELECT COUNT(*) FROM document d ${among('d', documents)}) AS documents,
    (SELECT COUNT(*) FROM line l ${among('l', documents)}) AS amounts`,
});
