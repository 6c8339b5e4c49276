import { IMPORT_FIELDS, type ImportFieldId } from './import-fields';
import type { ImportObstacle } from './import-draft';
import type { ColumnMeaning, ImportCounts, ImportGroup, OrganizationMatch } from './mapping';
import { SPLIT_CODE_FIELDS } from './mapping-split-codes';

const kindOf = (field: ImportFieldId | null) => (field === null ? null : IMPORT_FIELDS[field].kind);

/** Fields of a mapping that hold figures, with their columns. */
const figures = (columns: readonly ColumnMeaning[]): ColumnMeaning[] =>
  columns.filter(({ field }) => kindOf(field) === 'amount' || kindOf(field) === 'headcount');

const hasField = (columns: readonly ColumnMeaning[], ...fields: ImportFieldId[]): boolean =>
  columns.some(({ field }) => field !== null && fields.includes(field));

function meansTwice(columns: readonly ColumnMeaning[]): boolean {
  const keys = columns.flatMap(({ field, year }) => {
    if (field === null) return [];
    return [kindOf(field) === 'key' ? field : `${field}/${year ?? ''}`];
  });
  return new Set(keys).size < keys.length;
}

const ORGANIZATION_FIELDS: ImportFieldId[] = [
  'organization',
  'organization_code',
  'organization_short',
];

/** What keeps a group from being loaded, in the order of the screen; empty where it can be. */
export function obstaclesOf(
  { mapping: { columns }, frames }: ImportGroup,
  matches: readonly OrganizationMatch[],
  counts: ImportCounts | null,
): ImportObstacle[] {
  const amounts = figures(columns);
  const money = amounts.filter(({ field }) => kindOf(field) === 'amount');
  const everyFrame = (value: 'organization' | 'year' | 'unit'): boolean =>
    frames.every((frame) => frame[value] !== null);
  const unplaced = matches.filter(({ jurisdictionCode }) => jurisdictionCode === null);
  const noHint = unplaced.filter(({ doubt }) => doubt !== null && doubt.candidates.length === 0);
  const noPlace = matches.length > 0 && noHint.length === matches.length;
  const found: Record<ImportObstacle, boolean> = {
    no_amount_column: amounts.length === 0,
    no_organization: !hasField(columns, ...ORGANIZATION_FIELDS) && !everyFrame('organization'),
    no_place: noPlace,
    no_year:
      !hasField(columns, 'year') &&
      !everyFrame('year') &&
      amounts.some(({ year }) => year === null),
    no_unit:
      money.some(({ unit }) => unit === null) && !hasField(columns, 'unit') && !everyFrame('unit'),
    same_meaning_twice: meansTwice(columns),
    places_in_doubt: !noPlace && matches.some(({ doubt }) => doubt !== null),
    nothing_to_load: counts !== null && counts.loaded === 0,
  };
  return (Object.keys(found) as ImportObstacle[]).filter((obstacle) => found[obstacle]);
}

/** How a group's tables are laid out, for the words of a screen. */
export type ImportLayout = 'by_measure' | 'by_year' | 'by_line' | 'by_organization';

/**
 * `by_measure`: one amount per record, which a column names; `by_year`: years as columns; `by_line`: classified records;
 * `by_organization`: a record per organization, a column per amount.
 */
export function describeLayout({ mapping: { columns } }: ImportGroup): ImportLayout {
  const years = new Set(figures(columns).flatMap(({ year }) => (year === null ? [] : [year])));
  if (hasField(columns, 'measure') && hasField(columns, 'amount')) return 'by_measure';
  if (years.size > 1) return 'by_year';
  const lines: ImportFieldId[] = [
    'label',
    'code',
    'function_code',
    'economic_code',
    ...SPLIT_CODE_FIELDS,
    'project_name',
  ];
  return hasField(columns, ...lines) ? 'by_line' : 'by_organization';
}
