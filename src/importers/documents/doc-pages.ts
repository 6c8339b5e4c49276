import { PARTS, view, type DocFile } from './doc-file';

/** Properties of the text between two offsets in the main stream. */
export interface Run {
  from: number;
  to: number;
  /** Style of a paragraph; 0 for characters. */
  style: number;
  properties: DataView;
}

const PAGE = 512;
/** Number of the page in an entry of the list of pages. */
const PAGE_NUMBER = 0x3f_ffff;
const NOTHING = new DataView(new ArrayBuffer(0));

/** The runs of paragraphs, or of characters, in the order of their offsets (MS-DOC 2.4.6, 2.9.33). */
export function runsOf(file: DocFile, kind: 'paragraphs' | 'characterRuns'): Run[] {
  const list = file.part(PARTS[kind]);
  const pages = list.byteLength < 4 ? 0 : Math.floor((list.byteLength - 4) / 8);
  const runs: Run[] = [];
  for (let i = 0; i < pages; i += 1) {
    const number = list.getUint32((pages + 1) * 4 + i * 4, true) & PAGE_NUMBER;
    const page = view(file.main, number * PAGE, PAGE);
    runs.push(...(kind === 'paragraphs' ? paragraphRuns(page) : characterRuns(page)));
  }
  return runs.toSorted((a, b) => a.from - b.from);
}

function paragraphRuns(page: DataView): Run[] {
  const count = page.getUint8(PAGE - 1);
  return Array.from({ length: count }, (_, i) => {
    const at = page.getUint8((count + 1) * 4 + i * 13) * 2;
    const bounds = boundsOf(page, i);
    if (at === 0) return { ...bounds, style: 0, properties: NOTHING };
    const half = page.getUint8(at);
    const [start, size] = half === 0 ? [at + 2, page.getUint8(at + 1) * 2] : [at + 1, half * 2 - 1];
    if (size < 2) return { ...bounds, style: 0, properties: NOTHING };
    return {
      ...bounds,
      style: page.getUint16(start, true),
      properties: view(page, start + 2, Math.min(size, PAGE - start) - 2),
    };
  });
}

function characterRuns(page: DataView): Run[] {
  const count = page.getUint8(PAGE - 1);
  return Array.from({ length: count }, (_, i) => {
    const at = page.getUint8((count + 1) * 4 + i) * 2;
    const size = at === 0 ? 0 : Math.min(page.getUint8(at), PAGE - at - 1);
    const properties = size === 0 ? NOTHING : view(page, at + 1, size);
    return { ...boundsOf(page, i), style: 0, properties };
  });
}

const boundsOf = (page: DataView, i: number): { from: number; to: number } => ({
  from: page.getUint32(i * 4, true),
  to: page.getUint32((i + 1) * 4, true),
});

/** The run that an offset lies in, if any; runs are sorted. */
export function runAt(runs: readonly Run[], offset: number): Run | null {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return null;
}
