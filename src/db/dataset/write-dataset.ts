import { bibtex, gbt7714, type Cited } from '@/domain/citation';
import {
  citedDataset,
  citedDocuments,
  datasetHead,
  datasetTitle,
  type Dataset,
} from '@/domain/dataset';
import { DATASET_FILES, sumLines, type DatasetFile } from '@/domain/dataset-files';
import { datasetReadme } from '@/domain/dataset-readme';
import type { ExportWords } from '@/domain/finding-export-words';
import { packageDescription, type DerivedTable, type OtherFile } from '@/domain/manifest';
import type { Mutes } from '@/domain/mute';
import {
  writeText,
  type PackageFormat,
  type PackageProgress,
  type PackageSink,
  type WrittenFile,
} from '@/domain/package-sink';
import type { LocalEngine, Session } from '../duckdb';
import { ask } from '../engine';
import { datasetCounts, datasetDocuments } from '../queries/dataset';
import { packageTables, reading } from './package-from-engine';
import { writeDefinitions, writeFindings, writeMetrics } from './derived-files';

export interface DatasetWish {
  /** These alone with what they refer to; null for everything loaded. */
  documents: readonly string[] | null;
  format: PackageFormat;
  name: string;
  /** Date and time, ISO with zone. */
  created: string;
  software: string;
  /** What the list of findings says. */
  words: ExportWords;
  mutes: Mutes;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: PackageProgress) => void) | undefined;
}

/** What was written. */
export interface WrittenDataset {
  /** As it is to be cited. */
  cited: Cited;
  documents: number;
  files: readonly WrittenFile[];
}

const about = (file: DatasetFile): string =>
  `${DATASET_FILES[file].zh} / ${DATASET_FILES[file].en}`;

/**
 * Writes a dataset: the tables of the package, metrics and findings, a description of all of it, a text for people,
 * citations and hashes. All of it is of one moment. Rejects with the signal's reason when stopped.
 */
export const writeDataset = (
  engine: LocalEngine,
  sink: PackageSink,
  wish: DatasetWish,
): Promise<WrittenDataset> =>
  reading(engine, wish.signal, (session) => writeAll(session, sink, wish));

async function writeAll(
  session: Session,
  sink: PackageSink,
  { documents: docs, format, name, created, software, words, mutes, onProgress }: DatasetWish,
): Promise<WrittenDataset> {
  const documents = await ask(session, datasetDocuments(docs));
  const [counts] = await ask(session, datasetCounts(docs));
  if (!counts) throw new Error('the engine does not count');
  const { metrics, findings, unchecked, checked, supplied } = counts;
  const dataset: Dataset = { name, title: datasetTitle(documents), documents, created, software };
  let before = 0;
  const tables = await packageTables(session, sink, {
    documents: docs,
    supplied: true,
    format,
    onProgress: (progress) => {
      before = progress.totalRows;
      onProgress?.({ ...progress, totalRows: progress.totalRows + metrics + findings });
    },
  });
  const totalRows = before + metrics + findings;
  const counting = (table: 'metrics' | 'findings') => (more: number) => {
    before += more;
    onProgress?.({ table, rows: before, totalRows });
  };
  const derived: DerivedTable[] = [
    await writeMetrics(session, sink, docs, counting('metrics')),
    await writeDefinitions(session, sink, docs),
    await writeFindings(session, sink, {
      chosen: docs,
      documents,
      words,
      mutes,
      onRows: counting('findings'),
    }),
  ];
  const readme = datasetReadme({
    ...dataset,
    format,
    tables,
    findings,
    unchecked,
    checked,
    supplied,
  });
  const others: OtherFile[] = [
    await writeOther(sink, 'readme', readme),
    await writeOther(sink, 'bibtex', bibliography(dataset)),
    await writeOther(sink, 'citation', citations(dataset)),
  ];
  const described = packageDescription(tables, datasetHead(dataset), { derived, others });
  const description = await writeText(
    sink,
    DATASET_FILES.description.path,
    `${JSON.stringify(described, null, 2)}\n`,
  );
  const files = [...tables, ...derived, ...others, description].map(
    ({ path, bytes, sha256 }): WrittenFile => ({ path, bytes, sha256 }),
  );
  const sums = await writeText(sink, DATASET_FILES.sums.path, sumLines(files));
  return {
    cited: citedDataset(dataset, zipName(dataset)),
    documents: documents.length,
    files: [...files, sums],
  };
}

const MEDIA: Readonly<Partial<Record<DatasetFile, string>>> = {
  readme: 'text/markdown',
  bibtex: 'application/x-bibtex',
  citation: 'text/plain',
};

async function writeOther(sink: PackageSink, file: DatasetFile, text: string): Promise<OtherFile> {
  return {
    name: file,
    about: about(file),
    mediatype: MEDIA[file] ?? 'text/plain',
    ...(await writeText(sink, DATASET_FILES[file].path, text)),
  };
}

const zipName = ({ name }: Dataset): string => `${name}.zip`;

const bibliography = (dataset: Dataset): string =>
  bibtex([citedDataset(dataset, zipName(dataset)), ...citedDocuments(dataset.documents)]);

function citations(dataset: Dataset): string {
  const day = dataset.created.slice(0, 10);
  return [
    gbt7714(citedDataset(dataset, zipName(dataset)), 'DS/OL', day),
    '',
    ...citedDocuments(dataset.documents).map((one) => gbt7714(one, 'EB/OL', day)),
    '',
  ].join('\n');
}
