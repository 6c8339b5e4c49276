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

/** By place, organization, year and stage. */
export const inOrder = (infos: readonly DocumentInfo[]): DocumentInfo[] => {
  const key = (info: DocumentInfo): string =>
    [info.jurisdiction_code, info.org_id, info.fiscal_year, info.stage].join(' ');
  const keyed = infos.map((info) => ({ info, key: key(info) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ info }) => info);
};

/** Name of the place as spoken, in the language of the screen. */
export const placeLabel = (info: DocumentInfo, language: 'zh' | 'en'): string =>
  (language === 'en' ? info.place_en : info.place_short) ?? info.place;

/**
 * Short labels for charts and columns, one per document and all different: the place, and the organization's name
 * where several of one place stand side by side, and the year where one organization stands several times.
 */
export function shortLabels(
  infos: readonly DocumentInfo[],
  language: 'zh' | 'en',
): Map<string, string> {
  const places = infos.map((info) => placeLabel(info, language));
  const named = infos.map((info, i) => {
    const alone = infos.every(
      (other, j) => other.org_id === info.org_id || places[j] !== places[i],
    );
    return alone ? (places[i] ?? '') : `${places[i]} ${info.org_short ?? info.organization}`;
  });
  return new Map(
    infos.map((info, i) => {
      const repeated = named.some((name, j) => j !== i && name === named[i]);
      return [info.doc_id, repeated ? `${named[i]} ${info.fiscal_year}` : (named[i] ?? '')];
    }),
  );
}
