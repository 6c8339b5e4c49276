import type { JurisdictionLevel, Scope, Stage } from './vocabulary';

/** A loaded document with its organization and place: what selections and labels are made from. */
export interface DocumentInfo {
  doc_id: string;
  org_id: string;
  organization: string;
  org_short: string | null;
  scope: Scope;
  sector: string | null;
  jurisdiction_code: string;
  place: string;
  place_short: string | null;
  place_en: string | null;
  level: JurisdictionLevel | null;
  fiscal_year: number;
  stage: Stage;
  title: string | null;
  published_on: string | null;
  source_file: string | null;
  sha256: string | null;
}

/** Name of the place as spoken, in the language of the screen. */
export const placeLabel = (
  info: Pick<DocumentInfo, 'place' | 'place_short' | 'place_en'>,
  language: 'zh' | 'en',
): string => (language === 'en' ? info.place_en : info.place_short) ?? info.place;

/** Name of the organization without its place, which stands beside it: 靖宇县财政局 in 靖宇县 is 财政局. */
function ownName({ org_short, organization, place, place_short }: DocumentInfo): string {
  if (org_short !== null) return org_short;
  const prefix = [place, place_short].find((name) => name && organization.startsWith(name)) ?? '';
  return organization.slice(prefix.length) || organization;
}

const numbered = (labels: readonly string[]): string[] => {
  const times = new Map<string, number>();
  return labels.map((label) => {
    const time = (times.get(label) ?? 0) + 1;
    times.set(label, time);
    return time === 1 ? label : `${label} (${time})`;
  });
};

/**
 * Short labels for charts and columns, one per document and all different: the place, and the organization's name
 * where several of one place or of unlike sectors stand side by side, the year where one organization stands several
 * times, and a number where even that is the same.
 */
export function shortLabels(
  infos: readonly DocumentInfo[],
  language: 'zh' | 'en',
): Map<string, string> {
  const places = infos.map((info) => placeLabel(info, language));
  const isOneSector = new Set(infos.map(({ sector }) => sector)).size <= 1;
  const organizations = new Map<string, Set<string>>();
  infos.forEach(({ org_id }, i) => {
    const place = places[i] ?? '';
    organizations.set(place, (organizations.get(place) ?? new Set()).add(org_id));
  });
  const named = infos.map((info, i) => {
    const place = places[i] ?? '';
    const alone = isOneSector && organizations.get(place)?.size === 1;
    return alone ? place : `${place} ${ownName(info)}`;
  });
  const times = new Map<string, number>();
  for (const name of named) times.set(name, (times.get(name) ?? 0) + 1);
  const dated = named.map((name, i) =>
    (times.get(name) ?? 0) > 1 ? `${name} ${infos[i]?.fiscal_year ?? ''}` : name,
  );
  const labels = numbered(dated);
  return new Map(infos.map(({ doc_id }, i) => [doc_id, labels[i] ?? '']));
}
