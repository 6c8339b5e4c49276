/** What stands beside the tables of an exported dataset, by file. */
export const DATASET_FILES = {
  metrics: {
    path: 'metrics.csv',
    zh: '每份文件的每项指标：数值或没有数值的原因',
    en: 'every metric of every document: its value, or why it has none',
  },
  definitions: {
    path: 'metric_definitions.csv',
    zh: '指标的名称、公式与单位',
    en: 'names, formulas and units of the metrics',
  },
  findings: {
    path: 'findings.csv',
    zh: '核对（勾稽）没有通过或差在取整以内的：规则、两边的数与位置、搁置的理由',
    en: 'comparisons that failed or differ by rounding: rule, both sides with their places, and why a finding was passed over',
  },
  readme: { path: 'README.md', zh: '本说明', en: 'this text' },
  bibtex: { path: 'CITATION.bib', zh: '引用（BibTeX）', en: 'citation as BibTeX' },
  citation: {
    path: 'CITATION.txt',
    zh: '引用（GB/T 7714）',
    en: 'citation after GB/T 7714',
  },
  description: {
    path: 'datapackage.json',
    zh: '数据包说明（Frictionless）',
    en: 'description of the package (Frictionless)',
  },
  sums: {
    path: 'SHA256SUMS',
    zh: '各文件的 SHA-256，用 sha256sum -c 核对',
    en: 'hashes of the files, for sha256sum -c',
  },
} as const satisfies Record<string, { path: string; zh: string; en: string }>;

export type DatasetFile = keyof typeof DATASET_FILES;

const COMPANIONS = new Set<string>(Object.values(DATASET_FILES).map(({ path }) => path));

/** A file that stands beside the tables and is not loaded. */
export const isDatasetCompanion = (name: string): boolean => COMPANIONS.has(name);

/** Lines that `sha256sum -c` accepts. */
export const sumLines = (files: readonly { path: string; sha256: string }[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
