import { frameOf, headersOf } from './header-detection';
import type { ColumnMeaning, FrameValue, ImportGroup, TableFrame } from './mapping';
import { proposeMapping } from './mapping-columns';
import { dataSample, usedColumns } from './mapping-frames';
import { alignColumns, groupSample } from './mapping-groups';
import type { RawTable } from './raw-table';

/** Values that the user may set for whole tables. */
export type FrameChange = Partial<Pick<TableFrame, FrameValue>>;

/** The group with another meaning of one column, chosen by the user. */
export function withColumn(
  group: ImportGroup,
  index: number,
  change: Partial<ColumnMeaning>,
): ImportGroup {
  const columns = group.mapping.columns.map((column, i) =>
    i === index ? { ...column, ...change, certainty: 'chosen' as const } : column,
  );
  return { ...group, mapping: { ...group.mapping, columns } };
}

function changeFrame(frame: TableFrame, change: FrameChange): TableFrame {
  const evidence = { ...frame.evidence };
  for (const name of Object.keys(change) as FrameValue[]) delete evidence[name];
  return { ...frame, ...change, evidence };
}

/** The group with other values of one table, or of all for null; values set by the user have no evidence. */
export const withFrame = (
  group: ImportGroup,
  tableIndex: number | null,
  change: FrameChange,
): ImportGroup => ({
  ...group,
  frames: group.frames.map((frame, i) =>
    tableIndex === null || tableIndex === i ? changeFrame(frame, change) : frame,
  ),
});

const FRAME_VALUES: readonly FrameValue[] = [
  'unit',
  'year',
  'stage',
  'scope',
  'organization',
  'place',
];

/** What the titles above another header say; values that the user set (no evidence) stay. */
function reframed(table: RawTable, old: TableFrame, header: TableFrame['header']): TableFrame {
  const fresh = frameOf(table, header);
  const chosen = FRAME_VALUES.filter((name) => old[name] !== null && !old.evidence[name]);
  return changeFrame(fresh, Object.fromEntries(chosen.map((name) => [name, old[name]])));
}

/** Column places of another table: by header text, else where they were. */
function realigned(headers: readonly string[], { table, frame, order }: Member): readonly number[] {
  const other = headersOf(table, frame);
  return alignColumns(headers, other) ?? headers.map((_, i) => order[i] ?? i);
}
interface Member {
  table: RawTable;
  frame: TableFrame;
  order: readonly number[];
}

/**
 * The group with other header records of one table (null: it has no header). Headers and proposals are those of the
 * first table and follow it; what the user chose stays with its column.
 */
export function withHeader(
  group: ImportGroup,
  tableIndex: number,
  header: TableFrame['header'],
): ImportGroup {
  const frames = group.frames.map((frame, i) => {
    const table = group.tables[i];
    return i === tableIndex && table ? reframed(table, frame, header) : frame;
  });
  const [first] = group.tables;
  const [firstFrame] = frames;
  if (!first || !firstFrame) return group;
  const all = headersOf(first, firstFrame);
  const headers =
    tableIndex === 0
      ? all.slice(0, usedColumns(all, dataSample(first, firstFrame)))
      : group.headers;
  const order = group.tables.map((table, i) => {
    const frame = frames[i] ?? firstFrame;
    return i === 0 && tableIndex === 0
      ? headers.map((_, column) => column)
      : realigned(headers, { table, frame, order: group.order[i] ?? [] });
  });
  const next = { ...group, headers, order, frames };
  if (tableIndex !== 0) return next;
  const { table, columns } = group.mapping;
  const proposed = proposeMapping(headers, groupSample(next), { table, stage: firstFrame.stage });
  const kept = proposed.columns.map((column, i) =>
    columns[i]?.certainty === 'chosen' ? columns[i] : column,
  );
  return { ...next, mapping: { ...proposed, columns: kept } };
}
