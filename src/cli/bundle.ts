import { ask } from '@/db/engine';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { prepareAnswers } from '@/db/prepared';
import { cellMarks, marksCount, metricMarks } from '@/db/queries/checks';
import { documents } from '@/db/queries/documents';
import { guardRows } from '@/db/queries/guard';
import { overviewQuestions } from '@/db/queries/overview';
import { snapshotFiles } from '@/db/snapshot';
import { tablesAsArrow } from '@/db/snapshot-node';
import { NO_PRICES } from '@/domain/price-index';
import { selectDocuments, selectedTime } from '@/domain/selection';
import { readViewState } from '@/domain/view-state';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { zipFiles } from '@/importers/zip';
import { brokenLine, checkAll } from './check-all';
import { readInputFiles } from './files';

/**
 * A data package as the app ships it: derived, its documents checked, ready for the engine, with the answers of the first screen,
 * so that it is there before the engine is.
 */
export async function bundlePackage(folder: string): Promise<Uint8Array> {
  const { tables } = await readPackage(readInputFiles(folder), async () => parquetInNode);
  const engine = await openEngineInNode();
  await loadPackage(engine, tables);
  const broken = await checkAll(engine);
  if (broken.length > 0) throw new Error(broken.map(brokenLine).join('\n'));
  const state = readViewState({});
  const all = await ask(engine, documents());
  const shown = selectDocuments(all, state);
  const docs = shown.map((info) => info.doc_id);
  const marked = docs.toSorted();
  const { year, stage } = selectedTime(all, state);
  const orgs = shown.map((info) => info.org_id);
  const answers = await prepareAnswers(engine, [
    documents(),
    ...Object.values(overviewQuestions(docs)),
    marksCount(),
    metricMarks(marked),
    cellMarks(marked),
    guardRows({ population: null, orgs, years: [year], stage }, null, NO_PRICES),
  ]);
  return zipFiles(snapshotFiles({ tables: await tablesAsArrow(engine), answers }));
}
