import type { PlaceIndex } from '@/domain/place-index';
import type { PublishedDocument } from '@/domain/published-document';
import { SCOPES, STAGES, type Scope, type Stage } from '@/domain/vocabulary';
import { evidenceOf, type Evidence, type Line } from './identity-evidence';
import { findOrganization } from './identity-organization';
import { findPlace } from './identity-place';
import { decide, votesOfTexts, type Vote } from './identity-votes';
import { findStage, findYear } from './identity-year';
import { readCount } from './narrative-text';
import type { Correction, DocumentIdentity, Found } from './reading';

const OWN_LEVEL = /本级\)?$|\(机关\)$|（本级）$|（机关）$/;
const SCOPE_SHAPES: readonly (readonly [scope: Scope, shape: RegExp])[] = [
  ['unit', /\((?:本级|机关|单位)\)|本级(?:部门|单位)?(?:预算|决算)|单位(?:预算|决算)/],
  ['department', /\((?:汇总|部门|含所属单位)\)|部门(?:预算|决算|整体)|部门汇总|主管部门:/],
];

/** Headers that name either. */
const EITHER = /部门\(单位\)|单位\(部门\)|部门\/单位|部门[、或和]单位/g;

const scopeIn = (text: string): Scope | null => {
  const bare = text.replace(EITHER, '');
  return SCOPE_SHAPES.find(([, shape]) => shape.test(bare))?.[0] ?? null;
};

interface ScopeHint {
  shape: RegExp;
  scope: Scope;
  kind: string;
  /** What all lines of this kind together count. */
  most: number;
}

/** How the text speaks of itself: alone it settles nothing. */
const SCOPE_HINTS: readonly ScopeHint[] = [
  { shape: /本部门|我部门/, scope: 'department', kind: 'text', most: 4 },
  { shape: /本单位|我单位/, scope: 'unit', kind: 'text', most: 4 },
  { shape: /^部门(?:名称)?:/, scope: 'department', kind: 'label', most: 1 },
];

const hinted = ({ shape, scope, kind, most }: ScopeHint, lines: readonly Line[]): Vote<Scope>[] =>
  lines.flatMap(({ text, printed, where }) =>
    shape.test(text)
      ? [
          {
            value: scope,
            weight: 1,
            kind,
            most,
            evidence: printed.slice(0, 120),
            where,
            weak: true,
          },
        ]
      : [],
  );

/** A department with its units, or one unit: 本级 in the name says it, then the title, then the tables. */
function findScope(
  organization: Found<string> | null,
  { cover, lines, heads, fileName }: Evidence,
  titles: readonly string[],
): Found<Scope> | null {
  if (organization && OWN_LEVEL.test(organization.value)) {
    const { evidence, where, doubtful } = organization;
    return { value: 'unit', evidence, where, doubtful };
  }
  const joined = cover.map(({ text }) => text).join('');
  const vote = votesOfTexts(scopeIn);
  return decide([
    ...vote(
      joined,
      cover.map(({ printed }) => printed).join(' '),
      cover[0]?.where ?? null,
      100,
      'cover',
      100,
    ),
    ...titles.flatMap((title) => vote(title, title, null, 10, 'table', 40)),
    ...lines
      .filter(({ text }) => text.length <= 40)
      .flatMap(({ text, printed, where }) => vote(text, printed, where, 5, 'heading', 30)),
    ...heads.flatMap(({ text, printed, where }) => vote(text, printed, where, 2, 'head', 10)),
    ...SCOPE_HINTS.flatMap((hint) => hinted(hint, lines)),
    ...vote(fileName, fileName, null, 2, 'file', 2).map((one) => ({ ...one, weak: true as const })),
    ...(organization && organization.evidence.replace(/20\d{2}年.*$/, '').endsWith('机关')
      ? [
          {
            value: 'unit' as const,
            weight: 70,
            kind: 'name',
            evidence: organization.evidence,
            where: organization.where,
          },
        ]
      : []),
  ]);
}

const DATE =
  /(20\d{2})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/;
const PUBLISHED =
  /(?:公开|发布|公布|发文|成文)(?:日期|时间)?:?(20\d{2})[年\-/.](\d{1,2})[月\-/.](\d{1,2})/;

const isoDate = (year: string, month: number | null, day: number | null): string | null => {
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
};

/** The date on the cover, or one that the text calls the date of publication. */
function findDate({ cover, lines }: Evidence): Found<string> | null {
  const labelled = lines.map((line) => ({ line, match: PUBLISHED.exec(line.text) }));
  const onCover = cover.map((line) => ({ line, match: DATE.exec(line.text) }));
  for (const { line, match } of [...onCover, ...labelled]) {
    const [, year = '', month = '', day = ''] = match ?? [];
    const value = match ? isoDate(year, readCount(month), readCount(day)) : null;
    if (value) return { value, evidence: line.printed, where: line.where, doubtful: false };
  }
  return null;
}

const TITLE_PART = /^(?!目录)[^。;]{1,80}$/;
const BESIDE_TITLE =
  /^(?:附件\d*|[.·]|初审|复审|终审|审核|编制|预算(?:主管)?(?:单位|部门):|部门:|单位:|(?:填报|编制)单位)|^20\d{2}年\d{1,2}月|印制$/;
const OF_BUDGET = /预算|决算/;
/** Names of tables and of parts of a site. */
const NO_TITLE = /(?<!报)表$|^预算\d{1,2}表|三公经费$|^(?:部门)?预决算/;
const MAX_LINES = 4;

/** The title on the cover, over as many lines as it is broken into: one with a year if there is one. */
function findTitle({ cover }: Evidence): Found<string> | null {
  const lines = cover.filter(({ text }) => TITLE_PART.test(text) && !BESIDE_TITLE.test(text));
  const windows = lines.flatMap((line, i) =>
    Array.from({ length: Math.min(MAX_LINES, lines.length - i) }, (_, more) => {
      const part = lines.slice(i, i + more + 1);
      const text = part.map((one) => one.text).join('');
      return { line, text, printed: part.map(({ printed }) => printed).join('') };
    }),
  );
  const titles = windows.filter(({ text }) => OF_BUDGET.test(text) && !NO_TITLE.test(text));
  const title = titles.find(({ text }) => /20\d{2}/.test(text)) ?? titles[0];
  if (!title) return null;
  return {
    value: title.printed,
    evidence: title.printed,
    where: title.line.where,
    doubtful: false,
  };
}

type IdentityField = Extract<Correction, { found: string | null }>['field'];

/** What a person said instead; the last correction of a field counts. */
function corrected(corrections: readonly Correction[], field: IdentityField): Found<string> | null {
  const last = corrections.findLast((one) => one.field === field);
  const given = last && 'given' in last && typeof last.given === 'string' ? last.given : null;
  return given === null ? null : { value: given, evidence: given, where: null, doubtful: false };
}

const among = <T extends string>(
  found: Found<string> | null,
  values: readonly T[],
): Found<T> | null => {
  const value = values.find((one) => one === found?.value);
  return found && value ? { ...found, value } : null;
};

const asYear = (found: Found<string> | null): Found<number> | null => {
  const value = /^(?:19|20)\d{2}$/.test(found?.value ?? '') ? Number(found?.value) : null;
  return found && value !== null ? { ...found, value } : null;
};

/**
 * Whose budget a document is, for which year, of which kind: from its cover, the titles of its tables, headings and
 * text, and only at last from its file's name, which leaves a doubt. Each with the words that say it. `titles`: titles of
 * its standard tables. What a person corrected counts before everything else.
 */
export function readIdentity(
  document: PublishedDocument,
  context: {
    places: PlaceIndex | null;
    titles: readonly string[];
    corrections: readonly Correction[];
  },
): DocumentIdentity {
  const { places, titles, corrections } = context;
  const evidence = evidenceOf(document);
  const given = (field: IdentityField) => corrected(corrections, field);
  const organization = given('organization') ?? findOrganization(evidence, titles);
  return {
    organization,
    jurisdiction:
      given('jurisdiction') ?? (places ? findPlace(organization, evidence, places) : null),
    fiscalYear: asYear(given('fiscal_year')) ?? findYear(evidence, titles),
    stage: among<Stage>(given('stage'), STAGES) ?? findStage(evidence, titles),
    scope: among<Scope>(given('scope'), SCOPES) ?? findScope(organization, evidence, titles),
    title: findTitle(evidence),
    publishedOn: findDate(evidence),
  };
}
