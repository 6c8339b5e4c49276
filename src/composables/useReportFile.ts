import { shallowRef } from 'vue';
import { withPictures, type ReportDocument, type ReportFileWords } from '@/domain/report';
import { reader } from '@/stores/reader';
import { pngOf } from './rasterPicture';
import { saveFile } from './saveFile';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Pixels of a picture for each CSS pixel. */
const SCALE = 2;

/** A file that was made. */
export interface SavedReport {
  name: string;
  bytes: number;
}

/** Saves a report whose pictures are texts of SVG as a Word file. */
export function useReportFile() {
  /** Pictures done and how many there are; null when no file is made. */
  const progress = shallowRef<{ done: number; total: number } | null>(null);
  const failure = shallowRef<Error | null>(null);
  const saved = shallowRef<SavedReport | null>(null);
  let running: AbortController | null = null;

  async function save(
    name: string,
    report: ReportDocument<string>,
    words: ReportFileWords,
  ): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    const total = report.sections
      .flatMap(({ blocks }) => blocks)
      .filter(({ is }) => is === 'picture').length;
    let done = 0;
    failure.value = null;
    saved.value = null;
    progress.value = { done, total };
    try {
      const painted = await withPictures(report, async ({ drawn, width, height }) => {
        const png = await pngOf(drawn, { width, height, scale: SCALE });
        signal.throwIfAborted();
        done += 1;
        progress.value = { done, total };
        return png;
      });
      const file = await reader.writeReport(painted, words, signal);
      saveFile(name, file as BlobPart, TYPE);
      saved.value = { name, bytes: file.byteLength };
    } catch (error) {
      if (!signal.aborted) failure.value = error as Error;
    } finally {
      if (running === controller) progress.value = null;
    }
  }

  return { progress, failure, saved, save, cancel: () => running?.abort() };
}
