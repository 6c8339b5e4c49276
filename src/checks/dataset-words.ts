import type { CauseFact, FindingCell } from '@/domain/finding';
import type { ExportWords } from '@/domain/finding-export-words';
import { noteWords } from './notes';
import type { Note, Words } from './rule';
import { ruleById } from './rules';

const SEPARATOR = '; ';

const both = ({ zh, en }: Words): string => `${zh} / ${en}`;

function notesOf(json: string): Note[] {
  try {
    const notes: unknown = JSON.parse(json);
    return Array.isArray(notes) ? (notes as Note[]) : [];
  } catch {
    return [];
  }
}

const plainName = (_: string, id: string): string => id.replaceAll('_', ' ');

const said = (note: Note): string =>
  both({ zh: noteWords(note, 'zh', plainName), en: noteWords(note, 'en', plainName) });

/** Where something is printed, by the columns of the package that lead to it. */
function place({
  page,
  source,
  table_id,
  row_no,
  col_no,
  cell_doc_id,
  doc_id,
}: FindingCell): string {
  const parts: readonly (readonly [string, string | number | null])[] = [
    ['doc_id', cell_doc_id === doc_id ? null : cell_doc_id],
    ['page', page],
    ['table_id', table_id],
    [source === 'statement' ? 'statement_no' : 'row_no', row_no],
    ['col_no', col_no],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join(' ');
}

function cause({ kind, cause_no, printed_value, suggested_value, explains }: CauseFact): string {
  const change =
    suggested_value === null ? '' : `, ${printed_value ?? 'blank'} -> ${suggested_value}`;
  return `${cause_no}: ${kind}, ${explains} findings${change}`;
}

/**
 * What a list of findings says in a dataset that programs read: columns and values by the names of the package, rules
 * and notes in both languages.
 */
export const DATASET_WORDS: ExportWords = {
  sheet: (name) => name,
  column: (key) => key,
  document: ({ title, doc_id }) => title ?? doc_id,
  rule: (id) => {
    const rule = ruleById(id);
    const words = (of: Words | undefined): string => (of ? both(of) : id);
    return {
      name: words(rule?.name),
      about: words(rule?.about),
      left: words(rule?.left),
      right: words(rule?.right),
    };
  },
  value: (_, value) => value,
  notes: (json) => notesOf(json).map(said).join(SEPARATOR),
  cause,
  table: ({ table_id, statement_id }) => table_id ?? statement_id ?? '',
  place,
  separator: SEPARATOR,
  more: (count) => `+${count}`,
  cut: (shown, total) => `${shown} / ${total}`,
};
