import { Decimal } from 'decimal.js';
import type { ProjectRow } from './project-list';
import {
  OPERATOR_SIGNS,
  targetType,
  type Operator,
  type ProjectPeople,
  type ProjectTarget,
} from './project-targets';

/** Units that say the same, by the one they are shown as. */
const SAME_UNITS: Readonly<Record<string, readonly string[]>> = {
  人: ['名', '位'],
  次: ['次数'],
  家: ['家单位'],
  平方米: ['㎡', 'm2', 'm²', '平米', '平方'],
  公里: ['千米', 'km'],
  点位: ['个点位', '点'],
  台: ['台(套)', '台（套）', '台套'],
};
const MULTIPLES = { 千: 1_000, 万: 10_000, 亿: 100_000_000 } as const;
/** Time, money, shares, rates per something and marks count nothing that could be paid for one by one. */
const NO_COUNT =
  /^(?:%|‰|百分比|百分点|分|星|级|年|月|个月|季度|日|天|周|小时|时|分钟|秒|毫秒|[mgkt]b?|元|年度|工作日)$|元|[/·*]/i;

/** A quantity that a project's money can be divided by. */
export interface Quantity {
  /** Row of the target, or `h` and the kind of the people counted. */
  id: string;
  /** Unit by which it is compared, multiples taken out: 万人次 is 人次. */
  unit: string;
  /** In that unit, above zero. */
  amount: number;
  operator: Operator | null;
  /** What is counted. */
  label: string;
  printed: string;
}

/** A unit as it is compared and how many of it the printed one holds; null for a unit that counts no things. */
export function countedUnit(printed: string | null): { unit: string; times: number } | null {
  const text = (printed ?? '').replace(/\s+/g, '');
  if (text === '' || NO_COUNT.test(text)) return null;
  const multiple = Object.entries(MULTIPLES).find(([sign]) => text.startsWith(sign));
  const bare = multiple ? text.slice(1) : text;
  if (bare === '' || NO_COUNT.test(bare)) return null;
  const same = Object.entries(SAME_UNITS).find(([, others]) => others.includes(bare.toLowerCase()));
  return { unit: same?.[0] ?? bare, times: multiple?.[1] ?? 1 };
}

/** A target as a document says it, whether sign, number and unit stand in one cell or in several. */
export function printedTarget({
  printed,
  operator,
  target_unit,
}: Pick<ProjectTarget, 'printed' | 'operator' | 'target_unit'>): string {
  const text = printed ?? '';
  if (!/^[\d.,，\s]+$/.test(text)) return text;
  return `${operator ? OPERATOR_SIGNS[operator] : ''}${text}${target_unit ?? ''}`;
}

/** A unit in brackets at the end of a target's name, 数量（条）; null if there is none. */
const unitInName = (name: string): string | null =>
  /[（(]([^（()）]{1,4})[）)]$/.exec(name)?.[1] ?? null;

/** The quantities of a project: its targets of the type quantity with a number and a unit of things, then the people it pays. */
export function quantitiesOf(
  targets: readonly ProjectTarget[],
  people: readonly ProjectPeople[],
): Quantity[] {
  const printed = targets.flatMap((target): Quantity[] => {
    const unit = countedUnit(target.target_unit ?? unitInName(target.level3));
    if (!unit || targetType(target.level1, target.level2) !== 'quantity') return [];
    if (target.target === null || target.target <= 0) return [];
    return [
      {
        id: String(target.row_no),
        unit: unit.unit,
        amount: new Decimal(target.target).times(unit.times).toNumber(),
        operator: target.operator,
        label: target.level3,
        printed: printedTarget(target),
      },
    ];
  });
  const paid = people
    .filter((one) => one.people > 0)
    .map(({ kind, people: amount, source }): Quantity => ({
      id: `h${kind}`,
      unit: '人',
      amount,
      operator: null,
      label: source,
      printed: '',
    }));
  // People that a target prints are counted once.
  const doubled = (one: Quantity) =>
    printed.some((other) => other.unit === one.unit && other.amount === one.amount);
  return [...printed, ...paid.filter((one) => !doubled(one))];
}

/** Cost per unit in yuan; `bound` says that the quantity is a limit: at most, where at least so many are to be reached. */
export interface UnitCost {
  quantity: Quantity;
  cost: number;
  bound: 'most' | 'least' | null;
}

const BOUNDS: Readonly<Record<Operator, UnitCost['bound']>> = {
  '>=': 'most',
  '>': 'most',
  '<=': 'least',
  '<': 'least',
  '=': null,
};

/** What one unit costs: the amount of the project in yuan divided by the quantity. */
export const unitCost = (total: number, quantity: Quantity): UnitCost => ({
  quantity,
  cost: new Decimal(total).div(quantity.amount).toNumber(),
  bound: quantity.operator ? BOUNDS[quantity.operator] : null,
});

/** A unit that projects of a group can be compared in. */
export interface SharedUnit {
  unit: string;
  projects: number;
  organizations: number;
}

type Priced = Pick<ProjectRow, 'doc_id' | 'project_id' | 'org_id' | 'total'>;

/** Units of the projects' quantities: those of most organizations first, then of most projects, then by name. */
export function sharedUnits(
  projects: readonly (Priced & { quantities: readonly Quantity[] })[],
): SharedUnit[] {
  const units = [
    ...new Set(projects.flatMap(({ quantities }) => quantities.map(({ unit }) => unit))),
  ];
  return units
    .map((unit) => {
      const having = projects.filter(
        ({ total, quantities }) => total !== null && quantities.some((one) => one.unit === unit),
      );
      return {
        unit,
        projects: having.length,
        organizations: new Set(having.map(({ org_id }) => org_id)).size,
      };
    })
    .filter((one) => one.projects > 0)
    .toSorted(
      (a, b) =>
        b.organizations - a.organizations ||
        b.projects - a.projects ||
        a.unit.localeCompare(b.unit, 'zh-CN'),
    );
}

/** The quantity of a project that is used: the one chosen, else the first in the unit, else the first; null for none. */
export const quantityUsed = (
  quantities: readonly Quantity[],
  unit: string,
  chosen: string | undefined,
): Quantity | null =>
  quantities.find(({ id }) => id === chosen) ??
  quantities.find((one) => one.unit === unit) ??
  quantities[0] ??
  null;
