import type { Stage } from '@/domain/vocabulary';
import type { Evidence, Line } from './identity-evidence';
import { decide, votesOfTexts, type Vote } from './identity-votes';
import { foldText } from './narrative-text';
import type { Found } from './reading';

/** A year that a budget may be of. */
const isYear = (year: number): boolean => year >= 1990 && year <= 2099;

interface YearShape {
  kind: string;
  shape: RegExp;
  weight: number;
  most: number;
}
const OF_BUDGET = '(?:预算|决算)';
/** Where the year of the budget is named; a year that another is compared with is none of them. */
const IN_TITLES: YearShape = {
  kind: 'title',
  shape: new RegExp(`(20\\d{2})年?度?(?!\\d)(?!\\d{0,2}月)[^，。;]{0,40}?${OF_BUDGET}`, 'gu'),
  weight: 20,
  most: 80,
};
const IN_HEADS: YearShape = {
  kind: 'column',
  shape: new RegExp(`^(20\\d{2})年?度?(?:年初|当年|本年|部门|单位|全年)*${OF_BUDGET}`, 'gu'),
  weight: 8,
  most: 40,
};
const IN_TEXT: YearShape = {
  kind: 'text',
  shape:
    /(?<![比较与和同至止于到自]|截[至止])(20\d{2})年度?(?:本?(?:部门|单位))?[^，。;:\d]{0,16}(?:收支总|收入|支出|财政拨款|一般公共|三公|政府采购|机关运行)[^，。;:\d]{0,10}(?:预算|决算)/gu,
  weight: 4,
  most: 40,
};

function votesIn(
  lines: readonly Pick<Line, 'text' | 'printed' | 'where'>[],
  { kind, shape, weight, most }: YearShape,
): Vote<number>[] {
  return lines.flatMap(({ text, printed, where }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const value = Number(match[1]);
      return isYear(value)
        ? [{ value, weight, most, kind, evidence: printed.slice(0, 120), where }]
        : [];
    }),
  );
}

/** （2026年度） under a title. */
const OF_TABLE: YearShape = {
  kind: 'line',
  shape: /^\(?(20\d{2})年度?\)?$/gu,
  weight: 6,
  most: 20,
};

const YEAR_ALONE = /(20\d{2})年?度?(?!\d{0,2}月|\d)/;

/** The year on the cover, in its title and not in its date. */
function coverVotes(cover: readonly Line[]): Vote<number>[] {
  const joined = cover.map(({ text }) => text).join('');
  const titled = votesIn(
    cover.map((line, i) => ({
      ...line,
      text: line.text + (cover[i + 1]?.text ?? '') + (cover[i + 2]?.text ?? ''),
    })),
    { ...IN_TITLES, kind: 'cover', weight: 100, most: 100 },
  );
  if (titled.length > 0) return titled;
  const found = YEAR_ALONE.exec(joined);
  const value = Number(found?.[1]);
  return found && isYear(value)
    ? [
        {
          value,
          weight: 40,
          kind: 'cover',
          evidence: joined.slice(0, 120),
          where: cover[0]?.where ?? null,
        },
      ]
    : [];
}

/** 24年预算: a year of two digits in a file's name. */
function fileVotes(fileName: string): Vote<number>[] {
  const [, full, short] = /(20\d{2})(?!\d)|(?<!\d)(\d{2})(?=年)/.exec(fileName) ?? [];
  const value = full ? Number(full) : short ? 2000 + Number(short) : 0;
  return isYear(value)
    ? [{ value, weight: 3, kind: 'file', evidence: fileName, where: null, weak: true }]
    : [];
}

/** A last resort: any year with 年 in the text. */
function thumbVotes(lines: readonly Line[]): Vote<number>[] {
  const shape = { kind: 'mention', shape: /(20\d{2})年/gu, weight: 0.01, most: 1 };
  return votesIn(lines, shape).map((vote) => ({ ...vote, weak: true as const }));
}

/**
 * The year the budget is for: the title's year, then that of tables, headings and columns. The year most often
 * printed is often the one before, and counts for nothing but a doubtful last resort.
 */
export function findYear(evidence: Evidence, titles: readonly string[]): Found<number> | null {
  const named = titles.map((title) => ({
    text: foldText(title).text,
    printed: title,
    where: null as unknown as Line['where'],
  }));
  const headings = evidence.lines.filter(({ text }) => text.length <= 60);
  const votes = [
    ...coverVotes(evidence.cover),
    ...votesIn(named, IN_TITLES),
    ...votesIn(headings, { ...IN_TITLES, kind: 'heading', weight: 15, most: 60 }),
    ...votesIn([...headings, ...evidence.heads], OF_TABLE),
    ...votesIn(evidence.heads, IN_HEADS),
    ...votesIn(evidence.heads, { ...IN_TITLES, weight: 8, most: 40 }),
    ...votesIn(evidence.lines, IN_TEXT),
    ...fileVotes(evidence.fileName),
    ...thumbVotes([...evidence.lines, ...evidence.heads]),
  ];
  return decide(votes);
}

const STAGE_WORDS: readonly (readonly [stage: Stage, shape: RegExp])[] = [
  ['adjusted', /调整预算|预算调整(?!数)|调整后预算/],
  ['final', /决算/],
  ['budget', /预算(?!单位|部门|主管|科目|管理|绩效|外|内|会计)/],
];

const stageIn = (text: string): Stage | null => {
  const bare = text.replace(/一般公共预算|政府性基金预算|国有资本经营预算|预决算/g, '');
  return STAGE_WORDS.find(([, shape]) => shape.test(bare))?.[0] ?? null;
};

/** Whether it is a budget, an adjusted one or a final account: by its title, the titles of its tables, its headings. */
export function findStage(
  { cover, lines, heads, fileName }: Evidence,
  titles: readonly string[],
): Found<Stage> | null {
  const title = cover.map(({ text }) => text).join('');
  const vote = votesOfTexts(stageIn);
  const votes = [
    ...vote(
      title,
      cover.map(({ printed }) => printed).join(' '),
      cover[0]?.where ?? null,
      100,
      'cover',
      100,
    ),
    ...titles.flatMap((one) => vote(foldText(one).text, one, null, 10, 'table', 60)),
    ...heads
      .filter(({ text }) => /^(?:20\d{2}年?度?)?(?:本年|年初)?(?:预算|决算)(?:数|金额)$/.test(text))
      .flatMap(({ text, printed, where }) => vote(text, printed, where, 4, 'column', 20)),
    ...lines
      .filter(({ text }) => text.length <= 40)
      .flatMap(({ text, printed, where }) => vote(text, printed, where, 3, 'heading', 30)),
    ...[...lines, ...heads]
      .filter(({ text }) => /绩效目标.{0,8}表/.test(text))
      .map(({ printed, where }): Vote<Stage> => ({
        value: 'budget',
        weight: 1,
        kind: 'targets',
        most: 1,
        evidence: printed.slice(0, 120),
        where,
        weak: true,
      })),
    ...vote(fileName, fileName, null, 2, 'file', 2).map((one) => ({ ...one, weak: true as const })),
  ];
  return decide(votes);
}
