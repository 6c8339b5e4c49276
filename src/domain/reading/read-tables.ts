import type { PublishedDocument } from '@/domain/published-document';
import type { Stage, TableId } from '@/domain/vocabulary';
import { correctedDocument, correctionsAt, startOf, type TableCorrections } from './corrections';
import { besideEachOther } from './half-tables';
import { joinTables, type TableWithTexts } from './join-tables';
import { squash } from './matrix';
import { readTable } from './read-table';
import { shortened } from './read-lines';
import type { Correction, Found, PrintedUnit, TableReading, Unread, UnreadReason } from './reading';
import { recognize, titleAbove, type Recognized } from './recognize-table';
import { isFigure } from './table-head';
import { stackTargets } from './target-tables';
import { unitOfTable } from './table-unit';

export interface TablesContext {
  stage: Stage | null;
  fiscalYear: number | null;
  corrections: readonly Correction[];
}

interface Candidate {
  found: TableWithTexts;
  recognized: Recognized | null;
  unit: Found<PrintedUnit> | null;
  corrections: TableCorrections;
}

const figuresIn = ({ table }: TableWithTexts): number =>
  table.cells.filter(({ text }) => text.length < 40 && isFigure(squash(text))).length;

/** A table left out, with its figures; null where it has none. */
function leftOut(found: TableWithTexts, reason: UnreadReason): Unread[] {
  const amounts = figuresIn(found);
  const [first] = found.table.cells;
  if (amounts === 0 || !first) return [];
  const { row: _row, column: _column, ...where } = first.where;
  const title = titleAbove(found.titles)?.text;
  const printed = shortened(
    title ??
      found.table.cells
        .slice(0, 4)
        .map(({ text }) => text)
        .join(' '),
  );
  return [{ reason, printed, where, amounts }];
}

function candidateOf(
  found: TableWithTexts,
  document: PublishedDocument,
  given: readonly Correction[],
): Candidate {
  const corrections = correctionsAt(startOf(found.table, document), given);
  const read = recognize(found);
  const id = corrections.table ? corrections.table.given : (read?.id ?? null);
  const title = read?.title ?? titleAbove(found.titles)?.text ?? null;
  const recognized =
    id === null ? null : { by: 'title' as const, substitute: false, ...read, id, title };
  const unit: Found<PrintedUnit> | null = corrections.unit
    ? {
        value: corrections.unit.given,
        evidence: corrections.unit.given,
        where: null,
        doubtful: false,
      }
    : unitOfTable(found);
  return { found, recognized, unit, corrections };
}

/** The unit that most tables of the document print, for those that print none. */
function unitOfOthers(candidates: readonly Candidate[]): Found<PrintedUnit> | null {
  const counts = new Map<PrintedUnit, number>();
  for (const { recognized, unit } of candidates)
    if (recognized && unit) counts.set(unit.value, (counts.get(unit.value) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most ? { value: most[0], evidence: '', where: null, doubtful: true } : null;
}

/** Of several tables of one kind the first under its own name is taken, else the first that serves for it. */
function chosen(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const best = new Map<TableId, Candidate>();
  for (const candidate of candidates) {
    const { recognized } = candidate;
    if (!recognized) continue;
    const before = best.get(recognized.id);
    if (!before || rank(candidate) < rank(before)) best.set(recognized.id, candidate);
  }
  return new Set(best.values());
}

/** What a person said first, then titles of the table itself, of one that serves for it, then contents. */
function rank({ recognized, corrections }: Candidate): number {
  if (corrections.table?.given) return 0;
  if (recognized?.substitute) return 2;
  return recognized?.by === 'content' ? 3 : 1;
}

/** The tables of a document, each with what it is, before anything in them is read. */
export interface FoundTables {
  candidates: readonly Candidate[];
  /** Printed titles of the standard tables. */
  titles: readonly string[];
}

/** Joins the tables of a document over its pages and tells which they are. Corrections of cells are applied before. */
export function findTables(
  document: PublishedDocument,
  corrections: readonly Correction[],
): FoundTables {
  const joined = besideEachOther(joinTables(correctedDocument(document, corrections)));
  const candidates = stackTargets(joined.map((found) => candidateOf(found, document, corrections)));
  const titles = candidates.flatMap(({ recognized }) => recognized?.title ?? []);
  return { candidates, titles };
}

/** Reads the tables that were found: those the dataset has a part for, and the figures of the others as left out. */
export function readFound(
  { candidates }: FoundTables,
  { stage, fiscalYear }: Pick<TablesContext, 'stage' | 'fiscalYear'>,
): { tables: TableReading[]; unread: Unread[] } {
  const others = unitOfOthers(candidates);
  const taken = chosen(candidates);
  const tables: TableReading[] = [];
  const unread: Unread[] = [];
  for (const candidate of candidates) {
    const { found, recognized, corrections } = candidate;
    const unit = candidate.unit ?? others;
    if (!recognized) unread.push(...leftOut(found, 'unknown_table'));
    else if (!taken.has(candidate)) unread.push(...leftOut(found, 'second_table'));
    else if (!unit) unread.push(...leftOut(found, 'no_unit'));
    else {
      const { id: tableId, title } = recognized;
      const table = readTable(found, { tableId, title, unit, stage, fiscalYear, corrections });
      if (table) tables.push({ ...table, tableNo: tables.length + 1 });
      else unread.push(...leftOut(found, 'unknown_table'));
    }
  }
  return { tables, unread };
}

/**
 * The standard tables of a published document with their amounts in exact yuan, and the tables that were left out.
 * Corrections are applied before anything is read, so that reading again gives the corrected reading.
 */
export const readTables = (
  document: PublishedDocument,
  { stage, fiscalYear, corrections }: TablesContext,
): { tables: TableReading[]; unread: Unread[] } =>
  readFound(findTables(document, corrections), { stage, fiscalYear });
