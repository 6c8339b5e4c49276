import { normalizeWord } from './import-words';
import type { ImportGroup, Mapping } from './mapping';
import { proposeMapping } from './mapping-columns';
import { dataSample, describeTables, type Described } from './mapping-frames';
import { tableOf } from './mapping-tables';
import { readNumber } from './number-forms';
import type { RawTable } from './raw-table';

/** Without headers, tables are alike where the same columns hold figures. */
function cellKinds({ table, frame, headers }: Described): string {
  const data = dataSample(table, frame).slice(0, 20);
  return headers
    .map((_, i) => {
      const states = data
        .map((record) => readNumber(record[i] ?? '').state)
        .filter((state) => state !== 'blank');
      if (states.length === 0) return '-';
      return states.every((state) => state !== 'unreadable') ? '0' : 'a';
    })
    .join('');
}

function likeness(described: Described): string {
  const words = described.headers.map(normalizeWord);
  if (words.every((word) => word === '')) return `${words.length}\n${cellKinds(described)}`;
  return [described.kind, ...words.toSorted()].join('\n');
}

/** For each wanted header its place among the others: the same text, the first not taken yet. Null if one is not there. */
export function alignColumns(
  wanted: readonly string[],
  others: readonly string[],
): number[] | null {
  const places = new Map<string, number[]>();
  others.forEach((header, i) => {
    const word = normalizeWord(header);
    places.set(word, [...(places.get(word) ?? []), i]);
  });
  const order = wanted.map((header) => places.get(normalizeWord(header))?.shift() ?? -1);
  return order.includes(-1) ? null : order;
}

const inOrder = (data: readonly (readonly string[])[], order: readonly number[]): string[][] =>
  data.map((record) => order.map((i) => record[i] ?? ''));

/** Tables whose records a proposal looks at. */
const PROPOSED_FROM = 5;

/** The first records of a group's tables in the order of its columns. */
export function groupSample({
  tables,
  frames,
  order,
}: Pick<ImportGroup, 'tables' | 'frames' | 'order'>): string[][] {
  return tables.slice(0, PROPOSED_FROM).flatMap((table, i) => {
    const frame = frames[i];
    return frame ? inOrder(dataSample(table, frame), order[i] ?? []) : [];
  });
}

function toGroup(members: readonly Described[], number: number): ImportGroup {
  const { headers, kind, frame } = members[0]!;
  const identity = headers.map((_, i) => i);
  const group = {
    id: `group-${number}`,
    headers,
    tables: members.map(({ table }) => table),
    order: members.map((member) => alignColumns(headers, member.headers) ?? identity),
    frames: members.map((member) => member.frame),
  };
  const context = { table: kind, stage: frame.stage };
  return { ...group, mapping: proposeMapping(headers, groupSample(group), context) };
}

/**
 * Joins tables of like columns (the same header texts in any order, the same standard table), in the order they come,
 * and proposes what their columns mean.
 */
export function proposeGroups(tables: readonly RawTable[]): ImportGroup[] {
  const groups = new Map<string, Described[]>();
  for (const described of describeTables(tables)) {
    const key = likeness(described);
    const members = groups.get(key);
    if (members) members.push(described);
    else groups.set(key, [described]);
  }
  return [...groups.values()].map((members, i) => toGroup(members, i + 1));
}

/** Next year's file has the same shape. */
const withoutYears = (word: string): string => word.replace(/(?:19|20)\d{2}/g, '#');

/** Key under which a mapping is kept for later files of the same columns in the same order. */
export function shapeOf({ headers, tables, frames }: ImportGroup): string {
  const [table] = tables;
  const kind = table ? tableOf(table, frames[0]?.header?.from ?? 0) : '';
  return [kind, ...headers.map((header) => withoutYears(normalizeWord(header)))].join('\n');
}

/** A mapping confirmed earlier for this shape; years are those of the headers of now. */
export function applySaved(group: ImportGroup, saved: Mapping): ImportGroup {
  const { columns } = group.mapping;
  if (saved.columns.length !== columns.length) return group;
  const merged = saved.columns.map((column, i) => ({
    ...column,
    year: /(?:19|20)\d{2}/.test(normalizeWord(group.headers[i] ?? ''))
      ? (columns[i]?.year ?? column.year)
      : column.year,
  }));
  return { ...group, mapping: { ...saved, columns: merged } };
}
