import type { DocumentInfo } from './organization';
import type { SuppliedHeadcount } from './supplied-headcount';
import type { ViewState } from './view-state';

/** Characters of an address that mail programs and messengers still take as one link. */
export const LONGEST_LINK = 2_000;
/** Characters of a text that is looked at for an address. */
const LONGEST_PASTED = 200_000;

/** What the screens show where the address leaves it open. */
export interface Shown {
  documents: readonly DocumentInfo[];
  time: { year: number; stage: ViewState['stage'] };
  headcounts: readonly SuppliedHeadcount[];
}

/**
 * The state with everything said that it leaves to what is loaded here, so that it is the same view beside other data:
 * the organizations, the year, the stage, and the headcounts in use.
 */
export function settledState(state: ViewState, { documents, time, headcounts }: Shown): ViewState {
  if (documents.length === 0) return { ...state, headcounts };
  const orgs = state.orgs.length > 0 ? state.orgs : documents.map(({ org_id }) => org_id);
  return { ...state, orgs, year: time.year, stage: time.stage, headcounts };
}

/**
 * The address of a view in a pasted text: what stands behind the `#`, whatever copy of the app the link was made in.
 * Null where the text names none of the screens.
 */
export function addressOfLink(text: string, screens: readonly string[]): string | null {
  const pasted = text
    .slice(0, LONGEST_PASTED)
    .trim()
    .replace(/^["'<“《]+|["'>”》]+$/g, '');
  const hash = pasted.includes('#') ? pasted.slice(pasted.indexOf('#') + 1) : pasted;
  const [, screen = '', rest = ''] = /^\/?([a-z]+)((?:\?\S*)?)$/.exec(hash) ?? [];
  return screens.includes(screen) ? `/${screen}${rest}` : null;
}
