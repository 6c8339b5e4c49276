import type { datasetExport as zh } from '../zh/dataset-export';

/** The section that saves what is loaded as a dataset. */
export const datasetExport: typeof zh = {
  title: 'Export the dataset',
  about:
    'Saves what is loaded as one zip with a description, metrics, findings and a citation, for other programs; Tongchi opens it again.',
  scope: {
    label: 'Scope',
    all: 'Everything',
    chosen: 'Chosen departments',
    group: 'Peer group',
    noGroup: 'There is no peer group',
  },
  scopeAbout: {
    all: 'All documents that are loaded',
    chosen:
      'Documents of the chosen departments of all years and stages, with their places and the departments above them',
    group:
      'Documents of the departments of the peer group of all years and stages, with their places and the departments above them',
  },
  format: { label: 'Format', csv: 'CSV', parquet: 'Parquet' },
  formatAbout: {
    csv: 'UTF-8 with a header; any program reads it',
    parquet: 'typed columns, small files; for DuckDB, pandas, R',
  },
  inside: 'Inside',
  files: {
    tables: 'the data tables (amounts in yuan, an empty cell is unknown)',
    metrics: 'every metric of every document, and what the metrics mean',
    findings: 'findings, those passed over with their reasons',
    description:
      'datapackage.json (Frictionless, with fiscal column types) and a text in Chinese and English',
    citation: 'a citation (BibTeX, GB/T 7714) and the SHA-256 of each file',
  },
  waiting:
    '{n} documents are still being checked; a dataset made now has the findings known so far.',
  size: '{documents} documents, {amounts} amounts; about {size} packed',
  counting: 'Counting…',
  none: 'There are no documents in this scope.',
  make: 'Make it',
  making: 'Writing {part}: {done} / {total} rows',
  starting: 'Preparing…',
  metrics: 'metrics',
  findings: 'findings',
  ready: 'Made {name}, {size}',
  save: 'Save',
  saved: { written: 'Saved {name}', given: 'Handed to the browser as a download: {name}' },
  failed: 'Not made: {message}',
  cite: 'Citation',
  copyGbt: 'Copy GB/T 7714',
  copyBibtex: 'Copy BibTeX',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying; select the text and copy it',
};
