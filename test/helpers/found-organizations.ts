import { untilDone } from '@/db/slices';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { FoundOrganization, OrganizationMatch, TableFrame } from '@/domain/mapping';
import {
  buildPlaceIndex,
  matchingOrganizations,
  type KnownOrganization,
  type PlaceRow,
} from '@/domain/place-matching';

export const placeRows = Papa.parse<PlaceRow>(readFileSync('data/jurisdiction.csv', 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;
export const index = buildPlaceIndex(placeRows);

export const frame = (over: Partial<TableFrame> = {}): TableFrame => ({
  header: { from: 1, to: 1 },
  unit: null,
  year: null,
  stage: null,
  scope: null,
  organization: null,
  place: null,
  evidence: {},
  ...over,
});
export const found = (over: Partial<FoundOrganization>): FoundOrganization => ({
  table: 0,
  organization: '财政局',
  organizationCode: null,
  placeCode: null,
  placeName: null,
  records: 1,
  ...over,
});

export interface Given {
  frame?: Partial<TableFrame>;
  known?: readonly KnownOrganization[];
  answers?: Record<string, string>;
}
export function match(
  all: readonly Partial<FoundOrganization>[],
  given: Given = {},
): OrganizationMatch[] {
  const { frame: over, known = [], answers = {} } = given;
  return untilDone(matchingOrganizations(all.map(found), [frame(over)], index, known, answers));
}
export const matchOne = (one: Partial<FoundOrganization>, given?: Given): OrganizationMatch =>
  match([one], given)[0]!;
/** The place's code, or `?` and the codes it may be. */
export const placeOf = ({ jurisdictionCode, doubt }: OrganizationMatch): string =>
  jurisdictionCode ??
  (doubt ? `? ${doubt.candidates.map(({ code }) => code).join(' ')}`.trim() : '-');
