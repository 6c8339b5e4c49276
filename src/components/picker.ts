import type { Reason } from '@/domain/missing';
import type { DocumentInfo } from '@/domain/organization';
import type { Scope, JurisdictionLevel } from '@/domain/vocabulary';

/** An organization as the picker lists it. */
export type PickerItem = Pick<
  DocumentInfo,
  'doc_id' | 'org_id' | 'organization' | 'place' | 'place_short' | 'place_en' | 'level' | 'scope'
> & { value: number | null; reason: Reason | null };

/** A place that can be opened, with the organizations in it. */
export interface PickerPlace {
  code: string;
  name: string;
  /** With a budget of the time shown; without one. */
  shown: number;
  others: number;
}

export interface PickerFilter {
  scope: Scope | null;
  level: JurisdictionLevel | null;
  sector: string | null;
}

/** A choice in a list, with how many organizations it leaves. */
export interface PickerOption {
  id: string;
  name: string;
  organizations: number;
}

export type PickerOptions = Readonly<Record<keyof PickerFilter, readonly PickerOption[]>>;
