import type { HeadcountKind } from '@/domain/vocabulary';
import type { PublishedDocument } from '@/domain/published-document';
import { passagesOf } from './narrative';
import { foldText, printedAt, readCount } from './narrative-text';
import type {
  DocumentIdentity,
  HeadcountReading,
  IndicatorReading,
  ProjectReading,
  TableReading,
} from './reading';
import { AUTHORIZED, peopleShape as shape } from './staff-words';
import { frameOfHeadings } from './statement-frames';

interface HeadcountRule {
  kind: HeadcountKind;
  /** Group `n` is the number of people. */
  shapes: readonly RegExp[];
}

/** Wordings of the text, folded. What stands before a wording and makes it another thing is part of its shape. */
const IN_TEXT: readonly HeadcountRule[] = [
  ...AUTHORIZED,
  {
    kind: 'actual',
    shapes: [
      shape(
        '(?<!平均|年均)(?:实有|现有)(?:在职|在编|在岗|在编在岗|在编在职)?(?:人员|职工|人数|干部职工)?(?:总数)?(?:为|共|共计|有)?NP',
      ),
      shape(
        '(?<!新增|增加|减少|退休|编外|离)(?:在职|在编|在岗|在编在岗|在职在编)(?:人员|职工|干部职工|人数)(?:总数)?(?:为|共|共计|有)?NP',
      ),
    ],
  },
  {
    kind: 'average',
    shapes: [shape('(?:全年|年度|年)?平均(?:实有|在职)?(?:职工)?(?:人数|人员)(?:为|共)?NP')],
  },
  {
    kind: 'contracted',
    shapes: [
      shape(
        '(?:编外|聘用|劳务派遣|合同制|临聘|长聘|政府购买服务|购买服务|劳务外包|派遣)(?:制)?(?:聘用)?(?:人员|职工|岗位|员工)(?:为|共|共计|有)?NP',
      ),
      shape('购买服务NP'),
    ],
  },
  {
    kind: 'window',
    shapes: [shape('窗口(?:受理|工作|服务)?(?:人员|工作人员)(?:数|数量)?(?:为|共|有)?NP')],
  },
];
/** Names of projects that say how many people they pay. */
const IN_PROJECTS: readonly HeadcountRule[] = [
  {
    kind: 'contracted',
    shapes: [
      shape(
        '(?:购买(?:社会化)?服务|编外|聘用|劳务派遣|临聘|长聘|合同制|外聘|辅助)(?:人员|岗位|职工|员工)?(?:\\()?NP',
      ),
      shape('NP(?:编外|聘用|劳务派遣|临聘|长聘|合同制|外聘)'),
    ],
  },
];
/** Names of indicators whose target is a number of people, and of which. */
const IN_INDICATORS: readonly (readonly [kind: HeadcountKind, shape: RegExp])[] = [
  ['window', /窗口.{0,8}(?:人员|工作人员|人)(?:数|数量)?$/],
  ['contracted', /(?:购买服务|编外|聘用|派遣|临聘|外聘).{0,8}(?:人员|人|岗位)(?:数|数量)?$/],
];
/** Words around a number of people that are no staff, or that are no standing number. */
const NO_STAFF = /离休|退休|离退休|遗属|退役|培训|接待|参加|参训|救助|服务对象|学生|人次/;

/** 实有人员72人，其中在职46人，离退休26人: the first number counts retired people too. */
const RETIRED_AMONG = /^[，:。(]?其中[^。]{0,40}(?:离休|退休)/;

/** 截至上年底: the last day of the year before the budget's. */
const END_OF_LAST_YEAR = /截[至止](?:到)?上年(?:年)?(?:底|末)/;
const DATE = /截[至止](?:到)?(20\d{2})年(?:(\d{1,2})月)?(?:(\d{1,2})日|底|末)?/;
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * 截至2025年12月31日 → 2025-12-31; the end of the month or year where no day is printed, of the year before
 * `fiscalYear` for 上年底. Null where no date stands.
 */
export function dateIn(text: string, fiscalYear: number | null = null): string | null {
  if (fiscalYear !== null && END_OF_LAST_YEAR.test(text)) return `${fiscalYear - 1}-12-31`;
  const [found, year, month = '12', day] = DATE.exec(text) ?? [];
  if (!found || year === undefined) return null;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = Number(month) === 2 && leap ? 29 : LAST_DAYS[Number(month) - 1];
  if (last === undefined || Number(day ?? last) > last) return null;
  return `${year}-${month.padStart(2, '0')}-${String(day ?? last).padStart(2, '0')}`;
}

function* matches(text: string, rules: readonly HeadcountRule[]) {
  for (const { kind, shapes } of rules) {
    for (const one of shapes) {
      for (const match of text.matchAll(one)) {
        const people = readCount(match.groups?.['n'] ?? '');
        if (people !== null)
          yield {
            kind,
            people: String(people),
            from: match.index,
            to: match.index + match[0].length,
          };
      }
    }
  }
}

const sentenceStart = (text: string, from: number): number => text.lastIndexOf('。', from - 1) + 1;

/** What the text of the document says of its staff. */
function inText(document: PublishedDocument, identity: DocumentIdentity): HeadcountReading[] {
  const found: HeadcountReading[] = [];
  const fiscalYear = identity.fiscalYear?.value ?? null;
  let announced: { section: string; date: string | null } = { section: '', date: null };
  for (const passage of passagesOf(document)) {
    const { folded, printed, headings } = passage;
    const section = headings.join('\u0000');
    const before = announced.section === section ? announced.date : null;
    announced = {
      section,
      date: folded.text.endsWith(':') ? dateIn(folded.text, fiscalYear) : before,
    };
    const frame = frameOfHeadings(headings);
    if (frame === 'none' || frame === 'performance') continue;
    const taken = new Set<string>();
    for (const { kind, people, from, to } of matches(folded.text, IN_TEXT)) {
      const near = folded.text.slice(Math.max(0, from - 6), to + 2);
      const after = folded.text.slice(to, to + 60);
      if (kind === 'actual' && RETIRED_AMONG.test(after)) continue;
      if (NO_STAFF.test(near) || taken.has(`${kind}/${from}`)) continue;
      taken.add(`${kind}/${from}`);
      const sentence = folded.text.slice(sentenceStart(folded.text, from), to);
      const said =
        dateIn(sentence, fiscalYear) ?? dateIn(folded.text.slice(0, to), fiscalYear) ?? before;
      const source = [...headings.slice(-1), printedAt(printed, folded, from, to)].join(' ');
      found.push({
        kind,
        people,
        asOf:
          said ?? (kind.startsWith('authorized') ? (identity.publishedOn?.value ?? null) : null),
        projectId: null,
        source,
        where: passage.whereAt(folded.at[from] ?? 0),
      });
    }
  }
  return withoutContradictions(found);
}

/** Leaves out a kind that is stated with two numbers for one date: one of them is of a part. */
function withoutContradictions(found: readonly HeadcountReading[]): HeadcountReading[] {
  const key = ({ kind, asOf }: HeadcountReading): string => `${kind}/${asOf}`;
  const numbers = new Map<string, Set<string>>();
  for (const one of found)
    numbers.set(key(one), (numbers.get(key(one)) ?? new Set()).add(one.people));
  const kept = new Map<string, HeadcountReading>();
  for (const one of found) {
    if (numbers.get(key(one))?.size === 1 && !kept.has(key(one))) kept.set(key(one), one);
  }
  return [...kept.values()];
}

const titleOf = (tables: readonly TableReading[], id: TableReading['tableId']): string =>
  tables.find(({ tableId }) => tableId === id)?.title ?? '';

/**
 * Numbers of people that the document states: in its text, in names of projects and in targets. Retired people are
 * none; a total and its parts are kept apart; a number stated in two ways is left out.
 */
export function readHeadcounts(
  document: PublishedDocument,
  identity: DocumentIdentity,
  tables: readonly TableReading[],
  indicators: readonly IndicatorReading[],
  projects: readonly ProjectReading[],
): HeadcountReading[] {
  const ofProjects = projects.flatMap(({ level2, projectId }) =>
    [...matches(foldText(level2).text, IN_PROJECTS)]
      .slice(0, 1)
      .map(({ kind, people }): HeadcountReading => ({
        kind,
        people,
        asOf: null,
        projectId,
        source: `${titleOf(tables, 'project') || '项目支出预算表'} ${level2}`,
        where: null,
      })),
  );
  const ofIndicators = indicators.flatMap(
    ({ level3, operator, target, targetUnit, printed, projectId }) => {
      const rule = IN_INDICATORS.find(([, one]) => one.test(level3));
      const isNumber =
        (operator === '=' || operator === null) && /^[人名个]$/.test(targetUnit ?? '');
      if (!rule || !isNumber || target === null || !/^\d+$/.test(target)) return [];
      const source =
        `${titleOf(tables, 'performance') || '绩效目标表'} ${level3} ${printed ?? ''}`.trim();
      return [{ kind: rule[0], people: target, asOf: null, projectId, source, where: null }];
    },
  );
  return [...inText(document, identity), ...ofProjects, ...ofIndicators];
}
