import type { Query } from '@/db/engine';
import type { JurisdictionLevel, Scope } from '@/domain/vocabulary';

export interface PlaceRow {
  code: string;
  name: string;
  short_name: string | null;
  name_en: string | null;
  level: JurisdictionLevel;
  parent_code: string | null;
}

/** Every place there is, for finding what a text means. */
export const places = (): Query<PlaceRow> => ({
  sql: 'SELECT code, name, short_name, name_en, level, parent_code FROM jurisdiction ORDER BY code',
});

export interface OrganizationRow {
  org_id: string;
  name: string;
  short_name: string | null;
  jurisdiction_code: string;
  scope: Scope;
}

/** Every organization that is loaded. */
export const organizations = (): Query<OrganizationRow> => ({
  sql: 'SELECT org_id, name, short_name, jurisdiction_code, scope FROM organization ORDER BY org_id',
});
