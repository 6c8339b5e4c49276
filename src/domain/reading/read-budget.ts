import type { Issue } from '@/domain/issue';
import type { PlaceIndex } from '@/domain/place-index';
import type { PublishedDocument } from '@/domain/published-document';
import { readHeadcounts } from './headcounts';
import { readIdentity } from './identity';
import { readIndicators } from './indicators';
import { readOutsourcing } from './outsourcing';
import { readProjects } from './projects';
import { findTables, readFound } from './read-tables';
import type { Correction, DocumentReading, TableReading } from './reading';
import { readStatements } from './statements';

export interface ReadingContext {
  /** The list of places, to tell whose budget it is; without it the place stays unknown. */
  places: PlaceIndex | null;
  corrections?: readonly Correction[];
}

/** A budget prints at least one of its standard tables with an amount, or words of them with figures. */
function notABudget(
  document: PublishedDocument,
  tables: readonly TableReading[],
  statements: number,
): Issue[] {
  if (tables.some(({ lines }) => lines.length > 0) || statements > 0) return [];
  const found = document.blocks.some(({ kind }) => kind === 'grid')
    ? 'tables, none of them of a departmental budget'
    : 'no table';
  return [
    {
      code: 'not_a_budget',
      file: document.file,
      found,
      message: `${document.file}: this is no departmental budget: ${found}. Choose the file that holds the tables.`,
    },
  ];
}

/**
 * Reads a published document as a budget: whose it is, its standard tables in exact yuan, the figures of its text, its
 * projects, targets and people, and what was not understood. Reading again with corrections gives the corrected
 * reading. A document that is no budget has the issue `not_a_budget`.
 */
export function readBudget(
  document: PublishedDocument,
  { places, corrections = [] }: ReadingContext,
): DocumentReading {
  const found = findTables(document, corrections);
  const identity = readIdentity(document, { places, titles: found.titles, corrections });
  const { tables, unread } = readFound(found, {
    stage: identity.stage?.value ?? null,
    fiscalYear: identity.fiscalYear?.value ?? null,
  });
  const projects = readProjects(tables);
  const indicators = readIndicators(tables, projects);
  const statements = readStatements(document, identity);
  return {
    document,
    identity,
    tables,
    unread,
    projects,
    indicators,
    outsourcing: readOutsourcing(tables, projects),
    statements,
    headcounts: readHeadcounts(document, identity, tables, indicators, projects),
    issues: [...document.notes, ...notABudget(document, tables, statements.length)],
  };
}
