import type { Cited } from './citation';
import type { PackageHead, PackageSource } from './manifest';
import type { DocumentInfo } from './organization';
import { isSynthetic } from '@/domain/synthetic/label';

/** What is known of a dataset that leaves: its documents and when, with what and as what it was made. */
export interface Dataset {
  name: string;
  title: string;
  documents: readonly DocumentInfo[];
  /** Date and time it was made, ISO with zone. */
  created: string;
  /** Name and version of this program. */
  software: string;
}

const PLACES_NAMED = 3;
/** Documents that a description or bibliography lists one by one; all of them are in the table `document`. */
const MOST_SOURCES = 5_000;
const MOST_CITED = 500;

const STAGE_WORDS = { budget: '预算', adjusted: '调整预算', final: '决算' } as const;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The years of documents, as `2024–2026`; empty without documents. */
export function yearsOf(documents: readonly Pick<DocumentInfo, 'fiscal_year'>[]): string {
  const years = documents.map(({ fiscal_year }) => fiscal_year);
  if (years.length === 0) return '';
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return first === last ? String(first) : `${first}–${last}`;
}

/** What a dataset of documents is called: places, years and what they are. */
export function datasetTitle(documents: readonly DocumentInfo[]): string {
  const places = distinct(documents.map(({ place }) => place));
  const named = places.slice(0, PLACES_NAMED).join('、');
  const rest = places.length > PLACES_NAMED ? `等 ${places.length} 个地区` : '';
  const stages = distinct(documents.map(({ stage }) => STAGE_WORDS[stage]));
  return `${named}${rest} ${yearsOf(documents)} 年部门${stages.join('、')}数据集`.trim();
}

/** The title of a document as it is cited: as printed, else by whose, which year's and what it is. */
export const documentTitle = ({ title, organization, fiscal_year, stage }: DocumentInfo): string =>
  title ?? `${organization} ${fiscal_year} 年${STAGE_WORDS[stage]}`;

/** Name of the file of a dataset made on a day, without its ending: `tongchi-dataset-2026-11-23`. */
export const datasetName = (created: string): string => `tongchi-dataset-${created.slice(0, 10)}`;

const sourceOf = (info: DocumentInfo): PackageSource => ({
  title: documentTitle(info),
  doc_id: info.doc_id,
  file: info.source_file,
  sha256: info.sha256,
});

/** What the description of a dataset says of the whole. */
export function datasetHead({ name, title, documents, created, software }: Dataset): PackageHead {
  const rest = documents.length - MOST_SOURCES;
  const made = documents.filter(isSynthetic).length;
  return {
    name,
    title,
    description: [
      `${documents.length} published departmental budgets as one dataset, made with ${software}. Amounts are in yuan.`,
      'The figures are those of the published documents; no licence for them is known.',
      ...(made > 0 ? [`${made} of the documents are synthetic: made up, not published.`] : []),
      ...(rest > 0 ? [`${rest} more sources are in the table document.`] : []),
    ].join(' '),
    version: created.slice(0, 10).replaceAll('-', '.'),
    created,
    sources: documents.slice(0, MOST_SOURCES).map(sourceOf),
  };
}

/** A dataset as it is cited; `file` is the name of its file. */
export function citedDataset({ name, title, documents, created }: Dataset, file: string): Cited {
  return {
    id: name,
    title,
    authors: distinct(documents.map(({ organization }) => organization)),
    year: Number(created.slice(0, 4)),
    date: created.slice(0, 10),
    version: created.slice(0, 10).replaceAll('-', '.'),
    place: file,
    sha256: null,
  };
}

/** The documents of a dataset as they are cited, so many at most. */
export const citedDocuments = (documents: readonly DocumentInfo[]): Cited[] =>
  documents.slice(0, MOST_CITED).map((info) => ({
    id: info.doc_id,
    title: documentTitle(info),
    authors: [info.organization],
    year: info.fiscal_year,
    date: info.published_on,
    version: null,
    place: info.source_file,
    sha256: info.sha256,
  }));
