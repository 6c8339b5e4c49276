import { documentIndex, timeKey } from './document-index';
import { metricById } from './metrics';
import type { DocumentInfo } from './organization';
import { parseProjectKey } from './project-list';
import { selectedTime } from './selection';
import { VIEW_STATE, type ViewState } from './view-state';
import { STAGES, type Stage } from './vocabulary';

/** What the id of an organization or a document says of it, where nothing more is known of it. */
export interface IdFacts {
  id: string;
  /** Code of the place, six digits. */
  place: string | null;
  /** What stands behind the place's code; the whole id where it begins with none. */
  name: string;
  year: number | null;
  stage: Stage | null;
}

/** The id of an organization: `220622-财政局`. */
export function organizationFacts(id: string): IdFacts {
  const [, place = null, name = id] = /^(\d{6})[-_]?(.*)$/s.exec(id) ?? [];
  return { id, place, name, year: null, stage: null };
}

/** The id of a document, as this app gives them: `220622-财政局-2026-budget`. */
export function documentFacts(id: string): IdFacts {
  const pattern = new RegExp(`^(.+)-(\\d{4})-(${STAGES.join('|')})(?:-\\d+)?$`, 's');
  const [, org = id, year, stage] = pattern.exec(id) ?? [];
  return {
    ...organizationFacts(org),
    id,
    year: year ? Number(year) : null,
    stage: STAGES.find((one) => one === stage) ?? null,
  };
}

/** An organization that is loaded, but not for the year and stage asked for. */
export interface OtherYears {
  info: DocumentInfo;
  /** Years loaded, of any stage, the latest first. */
  years: readonly number[];
}

/** What a view names and what is loaded lacks. */
export interface MissingData {
  /** The year and stage that the view is of. */
  time: { year: number; stage: Stage };
  /** Nothing at all is loaded of them. */
  timeIsEmpty: boolean;
  /** Years loaded, the latest first. */
  years: readonly number[];
  organizations: readonly IdFacts[];
  otherYears: readonly OtherYears[];
  /** Documents that something open on the screen is of. */
  documents: readonly IdFacts[];
  /** Of an own list that is compared with: how many are not loaded, of how many. */
  list: { missing: number; of: number } | null;
  /** Id of the metric compared, where there is none of this id; empty otherwise. */
  metric: string;
}

type Named = Pick<
  ViewState,
  'orgs' | 'year' | 'stage' | 'group' | 'metric' | 'source' | 'doc' | 'finding' | 'project'
>;

/** Documents that what is open is of, whatever screen it is open on. */
function openDocuments(state: Named, screen: string): string[] {
  const on: Readonly<Record<string, string | undefined>> = {
    source: state.doc,
    checks: state.finding?.doc,
    projects: parseProjectKey(state.project)?.doc_id,
  };
  const shown = Object.hasOwn(on, screen) ? on[screen] : undefined;
  return [...new Set([state.source?.doc, shown].flatMap((doc) => doc || []))];
}

/** What a state, seen on a screen, names and is not loaded; null where nothing is missing. */
export function missingData(
  all: readonly DocumentInfo[],
  state: Named,
  screen: string,
): MissingData | null {
  const { byId, byOrg, byTime, years } = documentIndex(all);
  const time = selectedTime(all, state);
  const isOfTime = (info: DocumentInfo): boolean =>
    info.fiscal_year === time.year && info.stage === time.stage;
  const orgs = [...new Set(state.orgs)];
  const members = state.group.kind === 'list' ? state.group.orgs : [];
  const unknownMembers = members.filter((org) => !byOrg.has(org)).length;
  const missing: MissingData = {
    time,
    timeIsEmpty: state.year !== null && !byTime.has(timeKey(time.year, time.stage)),
    years,
    organizations: orgs.filter((org) => !byOrg.has(org)).map(organizationFacts),
    otherYears: orgs.flatMap((org) => {
      const theirs = byOrg.get(org) ?? [];
      const info = theirs.at(-1);
      if (!info || theirs.some(isOfTime)) return [];
      const loaded = [...new Set(theirs.map(({ fiscal_year }) => fiscal_year))];
      return [{ info, years: loaded.toSorted((a, b) => b - a) }];
    }),
    documents: openDocuments(state, screen)
      .filter((doc) => !byId.has(doc))
      .map(documentFacts),
    list: unknownMembers > 0 ? { missing: unknownMembers, of: members.length } : null,
    metric: screen === 'compare' && !metricById(state.metric) ? state.metric : '',
  };
  const isWhole =
    !missing.timeIsEmpty &&
    missing.organizations.length === 0 &&
    missing.otherYears.length === 0 &&
    missing.documents.length === 0 &&
    missing.list === null &&
    missing.metric === '';
  return isWhole ? null : missing;
}

/** The change after which the view names only what is loaded here. */
export function withoutMissing(
  state: Named,
  { organizations, otherYears, documents, timeIsEmpty, metric }: MissingData,
): Partial<ViewState> {
  const gone = new Set([
    ...organizations.map(({ id }) => id),
    ...otherYears.map(({ info }) => info.org_id),
  ]);
  const docs = new Set(documents.map(({ id }) => id));
  const isGone = (doc: string | undefined): boolean => doc !== undefined && docs.has(doc);
  return {
    orgs: timeIsEmpty
      ? state.orgs.filter((org) => !organizations.some(({ id }) => id === org))
      : state.orgs.filter((org) => !gone.has(org)),
    ...(metric !== '' && { metric: VIEW_STATE.metric.fallback }),
    ...(timeIsEmpty && { year: null, stage: null }),
    ...(isGone(state.source?.doc) && { source: null }),
    ...(isGone(state.doc) && { doc: '', table: '', cell: '' }),
    ...(isGone(state.finding?.doc) && { finding: null }),
    ...(isGone(parseProjectKey(state.project)?.doc_id) && { project: '' }),
  };
}
