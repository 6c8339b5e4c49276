import type { DocumentInfo } from '@/domain/organization';

/** A loaded document of a county's department. */
export const documentInfo = (over: Partial<DocumentInfo> = {}): DocumentInfo => ({
  doc_id: 'a-2026',
  org_id: 'a',
  organization: '某局',
  org_short: null,
  scope: 'department',
  sector: null,
  jurisdiction_code: '220622',
  place: '靖宇县',
  place_short: null,
  place_en: null,
  level: 'county',
  fiscal_year: 2026,
  stage: 'budget',
  title: null,
  published_on: null,
  source_file: null,
  sha256: null,
  ...over,
});
