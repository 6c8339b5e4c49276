import { existsSync, readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { cmapInNode } from '@/importers/pdf/cmap-node';
import { readPdf } from '@/importers/pdf/read-pdf';
import { type BenchEntry, type BenchResult, median } from './entry';

const CORPUS = '../shared/corpus';
const ROUNDS = 5;
/** Word, Excel and a finance system's own PDFs, with and without long text. */
const FILES = [
  'rebuilt/yanbian_2026.pdf',
  'published/北京/财政局_2026年部门预算.pdf',
  'published/上海/2026年上海市信访局_部门预算.pdf',
  'published/重庆/2026年重庆市商务委员会部门预算.pdf',
  'published/西安/2026年西安市统计局部门预算.pdf',
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The least that any reader of tables asks of pdf.js: text and operators of every page. */
async function readBare(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    CMapReaderFactory: class {
      async fetch({ name }: { name: string }) {
        return { cMapData: await cmapInNode(name), isCompressed: true };
      }
    },
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
}

async function measured(file: string): Promise<BenchResult> {
  const bytes = new Uint8Array(readFileSync(`${CORPUS}/${file}`));
  const source = { path: file, blob: new Blob([bytes]) };
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(() => readBare(bytes)));
    ours.push(await timed(() => readPdf(source, { cmap: cmapInNode })));
  }
  const [own, least] = [median(ours), median(bare)];
  return {
    where: file.slice(file.lastIndexOf('/') + 1),
    ratio: own / least,
    detail: `${own.toFixed(0)} ms ÷ ${least.toFixed(0)} ms`,
  };
}

export const pdfLoad: BenchEntry = {
  id: 'pdf-load',
  what: 'Tables and text of a PDF ÷ bare pdf.js (text and operators of the same pages), in Node',
  goal: 1.5,
  async run() {
    if (!existsSync(CORPUS)) return [];
    Object.assign(globalThis, { pdfjsWorker: worker });
    const results: BenchResult[] = [];
    for (const file of FILES) results.push(await measured(file));
    return results;
  },
};
