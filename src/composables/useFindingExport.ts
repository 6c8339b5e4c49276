import { shallowRef } from 'vue';
import { RULES } from '@/checks/rules';
import { ask, type Engine } from '@/db/engine';
import { findingPage } from '@/db/finding-pages';
import { familyTotals, ruleSums } from '@/db/queries/checks';
import type { FindingFilter } from '@/db/queries/findings';
import { documentTotalsOf, mutedByDocument } from '@/domain/check-summary';
import {
  cellSheet,
  findingSheet,
  joinedSheet,
  MOST_CELLS,
  MOST_FINDINGS,
  ruleSheet,
  summarySheet,
} from '@/domain/finding-export';
import type { ExportedFinding, ExportWords } from '@/domain/finding-export-words';
import type { Sheet } from '@/domain/sheet';
import { useDatasets } from '@/stores/datasets';
import { reader } from '@/stores/reader';
import { useSettings } from '@/stores/settings';
import { saveFile } from './saveFile';

export type ExportFormat = 'csv' | 'xlsx';

export interface ExportedList {
  filter: FindingFilter;
  /** Findings that the filter lets through. */
  total: number;
}

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** Findings fetched in one go. */
const PAGE = 1_000;
/** Documents asked for in one go. */
const DOCUMENTS = 2_000;

/** Saves findings as CSV, or as a workbook with their cells, the documents and the rules. */
export function useFindingExport() {
  const datasets = useDatasets();
  const settings = useSettings();
  /** Findings taken and how many there are to take; null when nothing is exported. */
  const progress = shallowRef<{ done: number; total: number } | null>(null);
  const failure = shallowRef<Error | null>(null);
  let running: AbortController | null = null;

  const engineNow = (): Engine => {
    if (!datasets.engine) throw new Error('The data are not ready yet');
    return datasets.engine;
  };

  /** A page of findings with all that is known of them. */
  async function pageOf(filter: FindingFilter, offset: number): Promise<ExportedFinding[]> {
    const limit = Math.min(PAGE, MOST_FINDINGS - offset);
    const known = { documents: datasets.documents, mutes: settings.mutes.all() };
    return findingPage(engineNow(), filter, { limit, offset }, known);
  }

  async function listSheets(
    { filter, total }: ExportedList,
    words: ExportWords,
    signal: AbortSignal,
  ): Promise<Sheet[]> {
    const parts = { findings: [findingSheet([], words)], cells: [cellSheet([], words)] };
    const wanted = Math.min(total, MOST_FINDINGS);
    let cells = 0;
    for (let done = 0; done < wanted;) {
      progress.value = { done, total: wanted };
      const page = await pageOf(filter, done);
      signal.throwIfAborted();
      if (page.length === 0) break;
      parts.findings.push(findingSheet(page, words));
      if (cells < MOST_CELLS) parts.cells.push(cellSheet(page, words));
      cells += page.reduce((sum, one) => sum + one.cells.length, 0);
      done += page.length;
    }
    return [
      joinedSheet(parts.findings, { most: MOST_FINDINGS, total, words }),
      joinedSheet(parts.cells, { most: MOST_CELLS, total: cells, words }),
    ];
  }

  /** Documents with their totals, and rules with theirs. */
  async function overviewSheets({ docs }: FindingFilter, words: ExportWords): Promise<Sheet[]> {
    const engine = engineNow();
    const wanted = docs === null ? null : new Set(docs);
    const infos = datasets.documents.filter(({ doc_id }) => wanted?.has(doc_id) ?? true);
    const totals = [];
    for (let at = 0; at < infos.length; at += DOCUMENTS) {
      const ids = infos.slice(at, at + DOCUMENTS).map(({ doc_id }) => doc_id);
      totals.push(...(await ask(engine, familyTotals(ids))));
    }
    const sums = new Map(
      (await ask(engine, ruleSums(docs))).map((row) => [row.rule_id, row] as const),
    );
    const none = { passed: 0, rounding: 0, failed: 0, unchecked: 0 };
    const muted = mutedByDocument(settings.mutes.all());
    return [
      summarySheet(
        documentTotalsOf(infos, totals).map((info) => ({
          info,
          muted: muted.get(info.doc_id) ?? 0,
        })),
        words,
      ),
      ruleSheet(
        RULES.map(({ id, family, severity }) => ({
          id,
          family,
          severity,
          ...words.rule(id),
          ...(sums.get(id) ?? none),
        })),
        words,
      ),
    ];
  }

  async function save(
    format: ExportFormat,
    name: string,
    list: ExportedList,
    words: ExportWords,
  ): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    failure.value = null;
    progress.value = { done: 0, total: Math.min(list.total, MOST_FINDINGS) };
    try {
      const sheets = await listSheets(list, words, signal);
      const file =
        format === 'csv'
          ? await reader.writeSheets(format, sheets, signal)
          : await reader.writeSheets(
              format,
              [...sheets, ...(await overviewSheets(list.filter, words))],
              signal,
            );
      saveFile(`${name}.${format}`, file as BlobPart, TYPES[format]);
    } catch (error) {
      if (!signal.aborted) failure.value = error as Error;
    } finally {
      if (running === controller) progress.value = null;
    }
  }

  /** The findings and their cells as sheets, for a workbook of the whole screen. */
  async function sheets(list: ExportedList, words: ExportWords): Promise<Sheet[]> {
    try {
      return await listSheets(list, words, new AbortController().signal);
    } finally {
      progress.value = null;
    }
  }

  return { progress, failure, save, sheets, cancel: () => running?.abort() };
}
