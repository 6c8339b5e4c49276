import { useI18n } from 'vue-i18n';
import type { ImportDraft, ImportObstacle } from '@/domain/import-draft';
import type { FrameValue, ImportGroup, TableFrame } from '@/domain/mapping';
import type { RawTable } from '@/domain/raw-table';

/** Values said of whole tables, in the order of the screen. */
export const FRAME_VALUES: readonly FrameValue[] = [
  'organization',
  'place',
  'year',
  'stage',
  'scope',
  'unit',
];

export type FrameText = string | number | null;

export interface FrameSummary {
  value: FrameText;
  /** The tables do not agree; `value` is then null. */
  various: boolean;
  /** Words it was read from, where all tables have the same. */
  evidence: string | null;
}

/** What all tables of a group say of one value. */
export function frameSummary(frames: readonly TableFrame[], name: FrameValue): FrameSummary {
  const values = new Set(frames.map((frame) => frame[name]));
  const evidence = new Set(frames.map((frame) => frame.evidence[name] ?? null));
  const [value = null] = values;
  const [words = null] = evidence;
  return values.size > 1
    ? { value: null, various: true, evidence: null }
    : { value, various: false, evidence: evidence.size === 1 ? words : null };
}

/** The column that says a value record by record, if one does; it goes before what the table says. */
export function frameColumn({ mapping }: ImportGroup, name: FrameValue): number | null {
  const found = mapping.columns.findIndex(
    ({ field }) => field === name || (name === 'place' && field?.startsWith('place_')),
  );
  return found < 0 ? null : found;
}

/** Values of one draft that other drafts lack: those of the same files, or else all others. */
export interface SharedValues {
  names: readonly FrameValue[];
  /** Groups that lack some of them. */
  groups: readonly ImportGroup[];
}

const lacks = (group: ImportGroup, name: FrameValue): boolean => {
  const { value, various } = frameSummary(group.frames, name);
  return value === null && !various && frameColumn(group, name) === null;
};

/** What a draft says of whole tables and others do not; null if there is nothing to hand on. */
export function sharedValues(
  draft: ImportDraft,
  drafts: readonly ImportDraft[],
): SharedValues | null {
  const others = drafts.filter((other) => other !== draft && !other.skipped);
  const files = new Set(draft.group.tables.map(({ file }) => file));
  const siblings = others.filter(({ group }) => group.tables.some(({ file }) => files.has(file)));
  const near = (siblings.length > 0 ? siblings : others).map(({ group }) => group);
  const names = FRAME_VALUES.filter(
    (name) =>
      frameSummary(draft.group.frames, name).value !== null &&
      near.some((group) => lacks(group, name)),
  );
  const groups = near.filter((group) => names.some((name) => lacks(group, name)));
  return names.length > 0 ? { names, groups } : null;
}

/** The values of a group that another lacks, as a change of it. */
export function valuesToShare(
  { frames: [frame] }: ImportGroup,
  to: ImportGroup,
  names: readonly FrameValue[],
): Partial<Pick<TableFrame, FrameValue>> {
  if (!frame) return {};
  const lacking = names.filter((name) => lacks(to, name));
  return Object.fromEntries(lacking.map((name) => [name, frame[name]]));
}

/** The last part of a path: the file without its folders. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A table as lists name it: its file, and its sheet where the file has several. */
export const tableName = ({ file, sheet }: RawTable): string =>
  sheet === null ? fileName(file) : `${fileName(file)} · ${sheet}`;

export const groupName = ({ tables }: ImportGroup): string =>
  tables[0] ? tableName(tables[0]) : '';

/** Places in doubt that nobody has settled yet. */
const openDoubts = ({ matches, answers }: ImportDraft): number =>
  new Set(
    matches.flatMap(({ doubt }) =>
      doubt && !Object.hasOwn(answers, doubt.text) ? [doubt.text] : [],
    ),
  ).size;

/** What keeps a draft out; that nothing can be loaded is said only where it does not follow from the rest. */
export const openObstacles = ({ obstacles }: ImportDraft): readonly ImportObstacle[] =>
  obstacles.length > 1 ? obstacles.filter((one) => one !== 'nothing_to_load') : obstacles;

export type DraftStatus = 'skipped' | 'working' | 'open' | 'ready';

/** Where a draft stands, and how many points keep it from being loaded. */
export function draftStatus(draft: ImportDraft): { status: DraftStatus; open: number } {
  if (draft.skipped) return { status: 'skipped', open: 0 };
  if (draft.preview === null) return { status: 'working', open: 0 };
  const doubts = draft.obstacles.includes('places_in_doubt') ? openDoubts(draft) : 0;
  const open = openObstacles(draft).length + Math.max(0, doubts - 1);
  return { status: open > 0 ? 'open' : 'ready', open };
}

const SAMPLES = 3;
/** Tables looked at for them; the others of a group are alike. */
const SAMPLED_TABLES = 20;

/** The first different texts of a column of the group, header aside. */
export function columnSamples({ tables, order, frames }: ImportGroup, column: number): string[] {
  const found = new Set<string>();
  for (const [index, { sample }] of tables.slice(0, SAMPLED_TABLES).entries()) {
    const own = order[index]?.[column];
    if (own === undefined) continue;
    for (const record of sample.slice(frames[index]?.header?.to ?? 0)) {
      const text = record[own]?.trim();
      if (text) found.add(text);
      if (found.size === SAMPLES) return [...found];
    }
  }
  return [...found];
}

/** Names of a group's columns; those without a header go by their number. */
export function useColumnName(): (group: ImportGroup, column: number) => string {
  const { t } = useI18n();
  return (group, column) =>
    group.headers[column]?.trim() || t('data.columns.unnamed', { n: column + 1 });
}
