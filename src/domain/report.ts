import type { Language } from './view-state';

/** The sections of a report, in the order in which they stand unless the reader changes it. */
export const REPORT_SECTIONS = [
  'overview',
  'comparison',
  'years',
  'composition',
  'projects',
  'findings',
  'definitions',
  'sources',
] as const;
export type ReportSectionId = (typeof REPORT_SECTIONS)[number];

/** Metrics that a report compares unless the reader chooses others. */
export const REPORT_METRICS: readonly string[] = [
  'total',
  'total_per_staff',
  'project_share',
  'carryover_ratio',
  'personnel_share',
  'three_public',
];

/** Metrics that one report compares at most. */
export const MOST_REPORT_METRICS = 24;

/** What a figure of a report is: a metric of a document, in the metric's own unit. */
export interface ReportValue {
  doc: string;
  org: string;
  metric: string;
  value: number | null;
}

/** A cell as it is read; `of` where it is the value of a metric. */
export interface ReportCell {
  text: string;
  of?: ReportValue;
}

export interface ReportColumn {
  head: string;
  /** Unit of its figures; none where they carry their own sign. */
  unit?: string;
  /** Holds figures, which stand to the right. */
  figures?: boolean;
  /** Share of the page's width that it takes, relative to the others; 1 if not said. */
  width?: number;
}

/** A table of text as it is read; the first column names the rows. */
export interface ReportTable {
  is: 'table';
  title: string;
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportCell[])[];
  /** So many of its last rows are sums. */
  sums?: number;
}

/** An organization with its key figures. */
export interface ReportCard {
  name: string;
  /** Colour of the organization. */
  color: string;
  facts: readonly string[];
  figures: readonly { label: string; cell: ReportCell; unit: string; note: string }[];
}

/** A chart; `drawn` is its picture, in whatever form the report has them. */
export interface ReportPicture<Drawn> {
  is: 'picture';
  /** Kind of chart. */
  kind: string;
  title: string;
  /** Unit, scale and what else is to be known to read it. */
  subtitle: string;
  source: string;
  /** What it shows, for readers who do not see it. */
  description: string;
  /** What its colours mean, where it does not say so itself. */
  legend: readonly { name: string; color: string }[];
  /** In CSS pixels. */
  width: number;
  height: number;
  drawn: Drawn;
}

export type ReportBlock<Drawn> =
  | { is: 'heading'; text: string }
  /** `guard` says that figures are not alike, `soft` is said beside the figures. */
  | { is: 'text'; text: string; tone: 'plain' | 'soft' | 'guard' }
  | { is: 'list'; items: readonly string[] }
  | { is: 'cards'; cards: readonly ReportCard[] }
  | ReportPicture<Drawn>
  | ReportTable;

export interface ReportSection<Drawn> {
  id: ReportSectionId;
  title: string;
  blocks: readonly ReportBlock<Drawn>[];
}

/** A report, the same for screen, paper and file. `Drawn` is what its pictures are: the text of an SVG, bytes of a PNG. */
export interface ReportDocument<Drawn> {
  title: string;
  subtitle: string;
  /** Who made it; empty for nobody named. */
  by: string;
  /** Paragraphs that the reader put before it. */
  note: readonly string[];
  /** ISO date on which it was made. */
  date: string;
  /** Date and other words that stand under the title, and the name of what made it. */
  dateline: string;
  language: Language;
  sections: readonly ReportSection<Drawn>[];
}

/** Words that a file of a report has beside those of the report. */
export interface ReportFileWords {
  /** What stands before, between and after the number of the page and that of all pages. */
  page: readonly [before: string, between: string, after: string];
  /** Heads of the table of an organization's key figures: figure, value, note. */
  card: readonly [figure: string, value: string, note: string];
}

/** Longest side of a picture's title and other texts that a reader types. */
export const LONGEST_TITLE = 120;
export const LONGEST_NOTE = 4_000;

export const textBlock = (
  text: string,
  tone: 'plain' | 'soft' | 'guard' = 'plain',
): Extract<ReportBlock<never>, { is: 'text' }> => ({ is: 'text', text, tone });

export const headingBlock = (text: string): Extract<ReportBlock<never>, { is: 'heading' }> => ({
  is: 'heading',
  text,
});

/** A list, or nothing where it has no items. */
export const listBlock = (
  items: readonly string[],
): Extract<ReportBlock<never>, { is: 'list' }>[] =>
  items.length > 0 ? [{ is: 'list', items }] : [];

/** The report with other pictures: each is made anew by `redraw`, one after the other. */
export async function withPictures<From, To>(
  report: ReportDocument<From>,
  redraw: (picture: ReportPicture<From>) => Promise<To>,
): Promise<ReportDocument<To>> {
  const sections: ReportSection<To>[] = [];
  for (const section of report.sections) {
    const blocks: ReportBlock<To>[] = [];
    for (const block of section.blocks) {
      blocks.push(block.is === 'picture' ? { ...block, drawn: await redraw(block) } : block);
    }
    sections.push({ ...section, blocks });
  }
  return { ...report, sections };
}

/** Sections whose charts and tables are numbered through; `numbered` makes a title of a number and the former title. */
export function numberedSections<Drawn>(
  sections: readonly ReportSection<Drawn>[],
  numbered: (is: 'picture' | 'table', n: number, title: string) => string,
): ReportSection<Drawn>[] {
  const counts = { picture: 0, table: 0 };
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.is !== 'picture' && block.is !== 'table') return block;
      counts[block.is] += 1;
      return { ...block, title: numbered(block.is, counts[block.is], block.title) };
    }),
  }));
}

/** Moves a section up or down among those that are on. */
export function movedSection(
  sections: readonly ReportSectionId[],
  id: ReportSectionId,
  by: -1 | 1,
): ReportSectionId[] {
  const from = sections.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= sections.length) return [...sections];
  const others = sections.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** Switches a section on, at its usual place among those that are, or off. */
export function toggledSection(
  sections: readonly ReportSectionId[],
  id: ReportSectionId,
): ReportSectionId[] {
  if (sections.includes(id)) return sections.filter((one) => one !== id);
  const rank = (one: ReportSectionId): number => REPORT_SECTIONS.indexOf(one);
  const next = sections.findIndex((one) => rank(one) > rank(id));
  return next < 0 ? [...sections, id] : [...sections.slice(0, next), id, ...sections.slice(next)];
}
