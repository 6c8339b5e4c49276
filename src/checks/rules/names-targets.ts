import { Decimal } from 'decimal.js';
import { YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import { squash } from '@/domain/reading/matrix';
import type { CheckedDocument, CheckedIndicator } from '../checked-document';
import { compareAmounts, detailCell, note, unchecked, type Term, sumOf } from '../compare';
import type { Compared, Outcome, Rule } from '../rule';
import {
  listedProjects,
  projectsMeant,
  targetGroups,
  totalMoney,
  type ListedProject,
  type RowMoney,
  type TargetGroup,
} from './details';

type Way = 'current' | 'whole';
const WAYS: readonly Way[] = ['current', 'whole'];

/** Targets that stand for projects of the list, with those projects. */
interface Meant {
  group: TargetGroup;
  projects: readonly ListedProject[];
}

function meantProjects(
  document: CheckedDocument,
  listed: readonly ListedProject[] = listedProjects(document),
): Meant[] {
  return targetGroups(document).flatMap((group) => {
    const projects = projectsMeant(group, listed);
    return projects.length > 0 ? [{ group, projects }] : [];
  });
}

/** Money of several rows together; null where one of them does not tell it. */
function together(rows: readonly { money: RowMoney }[], way: Way): Term[] | null {
  const terms = rows.map(({ money }) => money[way]);
  return terms.every((each) => each !== null) ? terms.flat() : null;
}

const holds = ({ status }: Compared): boolean => status !== 'fail';

/** Comparisons of each project in one way, and how many of them hold. */
interface Ways {
  way: Way;
  compared: readonly Compared[];
  held: number;
  /** Those that do not hold have each other's amounts. */
  isExchanged: boolean;
}

interface Pair {
  left: readonly Term[];
  right: readonly Term[];
}

const rising = (all: readonly (readonly Term[])[]): (readonly Term[])[] =>
  all.toSorted((a, b) => {
    const apart = sumOf(a) - sumOf(b);
    return apart < 0n ? -1 : apart > 0n ? 1 : 0;
  });

/** The same amounts stand at other projects: no other way of counting gives that. */
function areExchanged(pairs: readonly Pair[]): boolean {
  const lefts = rising(pairs.map(({ left }) => left));
  const rights = rising(pairs.map(({ right }) => right));
  return pairs.length > 1 && lefts.every((left, i) => holds(compareAmounts(left, rights[i] ?? [])));
}

/**
 * Amounts of targets are this year's money of their projects, or all of it: the way in which more of them come out is
 * the document's own.
 */
function ownWay(
  pairs: readonly { left: readonly Term[]; projects: readonly ListedProject[] }[],
  atMost = false,
): Ways | null {
  const ways = WAYS.flatMap((way): Ways[] => {
    const both = pairs.flatMap(({ left, projects }) => {
      const right = together(projects, way);
      return right ? [{ left, right }] : [];
    });
    if (both.length === 0) return [];
    const missed = both.filter(({ left, right }) => !holds(compareAmounts(left, right)));
    const compared = both.map(({ left, right }) => compareAmounts(left, right, { atMost }));
    const isExchanged = areExchanged(missed);
    return [{ way, compared, held: both.length - missed.length, isExchanged }];
  });
  const rank = ({ compared, held, isExchanged }: Ways): number =>
    held === compared.length ? 2 : Number(isExchanged);
  return ways.toSorted((a, b) => rank(b) - rank(a) || b.held - a.held)[0] ?? null;
}

/**
 * Whether amounts are plainly meant to be those of projects: half of them are, and of the others no more miss than a
 * slip explains, one or a quarter; or all that miss have each other's.
 */
function isKept({ compared, held, isExchanged }: Ways): boolean {
  if (isExchanged) return true;
  const missed = compared.filter((one) => !holds(one)).length;
  return held > 0 && 2 * held >= compared.length && (missed <= 1 || 4 * missed <= compared.length);
}

/** Outcomes of the document's own way if it keeps one; else that it has none. */
function byOwnWay(ways: Ways | null, why: string): Outcome[] {
  if (!ways) return [];
  const { compared, held } = ways;
  if (isKept(ways)) return [...compared];
  return [
    unchecked(
      note(why, { held: String(held), count: String(compared.length) }),
      compared.flatMap(({ left }) => left.cells),
    ),
  ];
}

const withAmounts = (document: CheckedDocument, listed?: readonly ListedProject[]) =>
  meantProjects(document, listed).flatMap(({ group, projects }) =>
    group.amounts.length > 0 ? [{ group, left: group.amounts.flat(), projects }] : [],
  );

function targetFundsFitProjects(document: CheckedDocument): Outcome[] {
  return byOwnWay(ownWay(withAmounts(document)), 'target_funds_otherwise');
}

/** The amounts of all targets against the sum of the project table, where every project with money has targets. */
function targetFundsAddUp(document: CheckedDocument): Outcome[] {
  const listed = listedProjects(document);
  const pairs = withAmounts(document, listed);
  const ways = ownWay(pairs);
  if (!ways || !isKept(ways)) return [];
  const { way } = ways;
  const met = new Set(pairs.flatMap(({ projects }) => projects));
  const missing = listed.filter(
    (project) => !met.has(project) && sumOf(project.money[way] ?? project.money.whole ?? []) !== 0n,
  );
  if (missing.length > 0)
    return [
      unchecked(
        note('targets_of_some', { count: String(missing.length) }),
        missing.map(({ cell }) => cell),
      ),
    ];
  const right = totalMoney(document, 'project')?.[way] ?? together(listed, way);
  return right
    ? [
        compareAmounts(
          pairs.flatMap(({ left }) => left),
          right,
        ),
      ]
    : [];
}

/** Words of a cost that is not that of a whole project: a price, a rate, a standard. */
const OF_ONE =
  /每|单价|单位成本|单个|单次|单台|单套|人均|平均|日均|户均|标准|率$|限价|价格|\/(?:年|月|天|日|次|人|个|台|套|份)/u;
const MONEY: Readonly<Record<string, PrintedUnit>> = {
  元: '元',
  万元: '万元',
  万: '万元',
  千元: '千元',
  亿元: '亿元',
};

/** Decimals a number is printed with; those of the value where it is not printed as a figure. */
function decimalsOf(value: string, printed: string | null): number {
  const figures = [
    ...(printed ?? '').replaceAll(/(?<=\d)[,，](?=\d{3})/gu, '').matchAll(/\d+(?:\.(\d+))?/gu),
  ];
  const own = figures.find(([figure]) => new Decimal(figure).eq(value));
  return (own?.[1] ?? value.split('.')[1] ?? '').length;
}

/** The target of an indicator as money; null where it is none, or that of one piece or person. */
export function costTerm({
  row,
  printed,
  level1,
  level2,
  level3,
  target,
  targetUnit,
}: CheckedIndicator): Term | null {
  const unit = MONEY[squash(targetUnit ?? '')];
  const isCost = /成本/u.test(`${level1 ?? ''}${level2 ?? ''}`);
  const digits = /^(\d+)(?:\.(\d+))?$/.exec(target ?? '');
  if (!unit || !isCost || !digits || OF_ONE.test(level3)) return null;
  const [, whole = '', fraction = ''] = digits;
  const scale = 10n ** BigInt(fraction.length);
  const perUnit = BigInt(YUAN_PER_UNIT[unit] * 100);
  const step = perUnit / 10n ** BigInt(decimalsOf(target ?? '', printed));
  return {
    fen: (BigInt(whole + fraction) * perUnit) / scale,
    step: step > 1n ? step : 1n,
    cell: detailCell('indicator', row),
  };
}

function targetCostsFitProjects(document: CheckedDocument): Outcome[] {
  const pairs = meantProjects(document).flatMap(({ group, projects }) => {
    const left = group.indicators.flatMap((indicator) => costTerm(indicator) ?? []);
    return left.length > 0 ? [{ left, projects }] : [];
  });
  if (pairs.length === 0) return [unchecked(note('no_cost_targets'))];
  return byOwnWay(ownWay(pairs, true), 'target_costs_otherwise');
}

/** Rules on the money of performance targets. */
export const TARGET_RULES: readonly Rule[] = [
  {
    id: 'target_funds_fit_projects',
    family: 'between',
    severity: 'error',
    name: { zh: '绩效目标表资金 = 项目支出表金额', en: 'funds of targets = amount of the project' },
    about: {
      zh: '绩效目标表所列资金等于该项目的当年金额；按含结转的合计列示的文件，与合计核对。以本文件多数项目的口径为准；不足一半相符，或不符的多于四分之一的，口径不同，不核对，除非不符的各项目正好互换了金额。',
      en: "The amount beside a project's targets equals its money of this year, or with what is carried over: whichever most projects of the document keep. Not compared where less than half keep either, or more than a quarter miss it, unless those that miss it have each other's amounts.",
    },
    left: { zh: '绩效目标表资金', en: 'amount in the table of targets' },
    right: { zh: '项目支出表金额', en: 'amount in the project table' },
    needs: ['project', 'project_list', 'performance'],
    check: targetFundsFitProjects,
  },
  {
    id: 'target_funds_add_up',
    family: 'between',
    severity: 'error',
    name: { zh: '绩效目标表资金合计 = 项目支出合计', en: 'funds of all targets = all projects' },
    about: {
      zh: '各项目绩效目标资金之和等于项目支出表合计，口径同上一条；有资金而未列目标的项目时不核对。',
      en: 'The amounts of all targets together equal the sum of the project table, this year or all years as each project has it. Not compared where a project with money has no targets.',
    },
    left: { zh: '各项目绩效目标资金之和', en: 'amounts of all targets' },
    right: { zh: '项目支出表合计', en: 'sum of the project table' },
    needs: ['project', 'project_list', 'performance'],
    check: targetFundsAddUp,
  },
  {
    id: 'target_costs_fit_projects',
    family: 'between',
    severity: 'warning',
    name: { zh: '成本指标 ≤ 项目金额', en: 'cost targets ≤ amount of the project' },
    about: {
      zh: '项目各项成本指标（以元、万元等计，单价和标准除外）之和不超过项目金额。至少一半项目的成本指标与金额相等、超过的不多于四分之一的文件才核对，因为成本指标也可以按整个实施期设定。',
      en: 'The cost targets of a project in money, prices and rates left out, are together not more than its amount. Compared only where they equal it for at least half of the projects and are more for no more than a quarter, since they may also be set for all years of a project.',
    },
    left: { zh: '成本指标之和', en: 'its cost targets' },
    right: { zh: '项目支出表金额', en: 'amount in the project table' },
    needs: ['project', 'project_list', 'indicator'],
    check: targetCostsFitProjects,
  },
];
