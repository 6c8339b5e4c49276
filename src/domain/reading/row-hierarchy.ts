import { looksLikeOrganization } from '@/domain/header-titles';
import type { Classification, Fund, TableId } from '@/domain/vocabulary';
import type { DraftRow } from './collect-rows';
import { nestBySums } from './nesting';
import {
  bareLabel,
  isClassName,
  isEconomicClass,
  labelMeaning,
  maybeClassName,
  type Marker,
} from './row-words';
import type { TableDefaults } from './table-defaults';

export interface HierarchyContext {
  tableId: TableId;
  defaults: TableDefaults;
  /** What an amount may be rounded by, in the unit of the table. */
  slack: number;
}

/** Steps of projects: office, unit, kind, first and second level. */
const DEEPEST_PROJECT = 4;

/** Funds that carried-over money is divided by. */
const CARRIED_FUNDS: ReadonlySet<Fund> = new Set([
  'appropriation',
  'general_public',
  'gov_fund',
  'state_capital',
  'non_appropriation',
  'fiscal_account',
  'institution',
]);

const FUNCTION_CODE = /^2\d{2}(?:\d{2}(?:\d{2})?)?$/;
const ECONOMIC_CODE = /^3\d{2}(?:\d{2})?$/;
const GOVERNMENT_CODE = /^5\d{2}(?:\d{2})?$/;

/** Of several sums of everything one is the whole: 总计 over 合计, else the first row or the last. */
function settleGrand(rows: readonly DraftRow[], halves: boolean): DraftRow | null {
  const grand = rows.filter(({ kind }) => kind === 'grand');
  if (grand.length <= 1) return grand[0] ?? null;
  const last = grand.findLast(({ label }) => /总/.test(label));
  const first = grand[0] === rows[0] ? grand[0] : undefined;
  const chosen = last ?? first ?? grand.at(-1) ?? null;
  for (const row of grand)
    if (row !== chosen) row.kind = halves && /合计/.test(row.label) ? 'current' : null;
  return chosen;
}

const link = (row: DraftRow, parent: DraftRow | null, level: number): void => {
  row.parentRowNo = parent?.rowNo ?? null;
  row.level = level;
};

/** Codes: each row under the nearest one above whose code begins its own. */
function linkByCodes(items: readonly DraftRow[], top: DraftRow | null): void {
  let root = top;
  let byCode = new Map<string, DraftRow>();
  let last: DraftRow | null = null;
  for (const row of items) {
    if (row.code === null) {
      row.isOrganization ||= row.step === 0 && looksLikeOrganization(row.label);
      if (!row.isOrganization) {
        const below: DraftRow | null = last && row.step > last.step ? last : null;
        link(row, below ?? root, (below?.level ?? 0) + 1);
        continue;
      }
      link(row, top, top ? 1 : 0);
      row.level = 0;
      row.isTotal = true;
      root = row;
      byCode = new Map();
      last = null;
      continue;
    }
    const { code } = row;
    let parent: DraftRow | null = null;
    for (let length = code.length - 1; length >= 2 && !parent; length--)
      parent = byCode.get(code.slice(0, length)) ?? null;
    const fixed =
      FUNCTION_CODE.test(code) || ECONOMIC_CODE.test(code) || GOVERNMENT_CODE.test(code);
    link(row, parent ?? root, fixed ? (code.length - 1) / 2 : (parent?.level ?? 0) + 1);
    byCode.set(code, row);
    last = row;
  }
}

/** Whether the rows since a class make up its amount, so that the next may be a class of its own. */
function isComplete(items: readonly DraftRow[], from: number, to: number, slack: number): boolean {
  const whole = items[from]?.amount ?? null;
  if (whole === null) return to > from;
  const parts = items.slice(from + 1, to).map(({ amount }) => amount);
  return parts.length === 0 || nestBySums(parts, whole, 2, slack) !== null;
}

/** Numbers: 一、 over （一） over 1. over rows without a number; names of classes over all others. */
function linkByMarkers(items: readonly DraftRow[], top: DraftRow | null, slack: number): void {
  const stack: { marker: Marker | 'class'; row: DraftRow }[] = [];
  let lastClass = -1;
  items.forEach((row, i) => {
    const classed =
      isClassName(row.label) ||
      (maybeClassName(row.label) && lastClass >= 0 && isComplete(items, lastClass, i, slack));
    const numbered = stack.some((step) => step.marker === 'cn');
    const marker = row.marker === 'none' && classed && !numbered ? 'class' : row.marker;
    if (marker === 'class') lastClass = i;
    const at = stack.findLastIndex((step) => step.marker === marker);
    if (marker === 'class' && at < 0) stack.length = 0;
    if (at >= 0) stack.length = at;
    const parent = stack.at(-1)?.row ?? null;
    if (marker === 'of_which' && parent) parent.whole = false;
    link(row, parent ?? top, stack.length + 1);
    stack.push({ marker, row });
  });
}

/** Whether a row is an organization whose amount is that of the classes below it, up to the next such row. */
function ownsClasses(items: readonly DraftRow[], at: number, slack: number): boolean {
  const named = (i: number): boolean =>
    isClassName(items[i + 1]?.label ?? '') && looksLikeOrganization(items[i]?.label ?? '');
  const whole = items[at]?.amount ?? null;
  if (whole === null || items[at]?.marker !== 'none' || !named(at)) return false;
  const next = items.findIndex((_, i) => i > at && named(i));
  const below = items.slice(at + 1, next < 0 ? undefined : next);
  const classes = below.filter(({ label }) => isClassName(label));
  const sum = classes.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return Math.abs(whole - sum) <= slack * (classes.length + 1) + 1e-6;
}

/** Names of classes and items; an organization above its classes is their sum, and no item. */
function linkByNames(items: readonly DraftRow[], top: DraftRow | null, slack: number): void {
  let root = top;
  let run: DraftRow[] = [];
  items.forEach((row, i) => {
    if (!ownsClasses(items, i, slack)) {
      run.push(row);
      return;
    }
    linkByMarkers(run, root, slack);
    link(row, top, 0);
    row.isOrganization = true;
    row.isTotal = true;
    root = row;
    run = [];
  });
  linkByMarkers(run, root, slack);
}

/** Rows without numbers below one with: by the sums, where they tell; else nothing is said of their parts. */
function nestUnnumbered(items: readonly DraftRow[], slack: number, deepest: number): void {
  for (let i = 0; i < items.length; i++) {
    const parent = items[i];
    const run: DraftRow[] = [];
    for (let j = i + 1; items[j]?.parentRowNo === parent?.rowNo && items[j]?.marker === 'none'; j++)
      run.push(items[j] as DraftRow);
    if (!parent || run.length === 0 || run.some(({ code }) => code !== null)) continue;
    const steps =
      parent.amount === null
        ? null
        : nestBySums(
            run.map(({ amount }) => amount),
            parent.amount,
            deepest,
            slack,
          );
    if (!steps) {
      parent.whole &&= run.every(({ amount }) => amount === null);
      continue;
    }
    const above: DraftRow[] = [parent];
    run.forEach((row, at) => {
      const step = steps[at] ?? 0;
      link(row, above[step] ?? parent, parent.level + step + 1);
      above[step + 1] = row;
      above.length = step + 2;
    });
  }
}

/** Departments and units without codes: the first is the whole if the others make it up, or if they bear its name. */
function linkOrganizations(items: readonly DraftRow[], top: DraftRow | null, slack: number): void {
  const [first, ...rest] = items;
  if (!first) return;
  link(first, top, 1);
  const sum = rest.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const makesUp =
    first.amount !== null && Math.abs(sum - first.amount) <= slack * (rest.length + 1) + 1e-6;
  const whole =
    rest.length > 0 && (makesUp || (first.amount === null && rest[0]?.label === first.label));
  for (const row of rest) link(row, whole ? first : top, whole ? 2 : 1);
}

/** Projects in columns for kind, first and second level: the further right, the lower. */
function linkBySteps(items: readonly DraftRow[], top: DraftRow | null): void {
  const stack: DraftRow[] = [];
  for (const row of items) {
    while ((stack.at(-1)?.step ?? -1) >= row.step) stack.pop();
    link(row, stack.at(-1) ?? top, stack.length + 1);
    stack.push(row);
  }
}

/** Entrusted tasks: the office above, its tasks below. */
function linkTasks(items: readonly DraftRow[]): void {
  const [office] = items;
  if (!office) return;
  const makesUp =
    /(?:局|委|厅|办|院|部|处|会|中心|本级|机关|政府|站|队|馆|校|所)(?:[（(].*[)）])?$/.test(
      office.label,
    );
  for (const row of items) {
    const same = makesUp && (row === office || row.label === office.label);
    link(row, row === office || !makesUp ? null : office, same ? 0 : 1);
    row.isTotal = same;
  }
}

/** 一、财政拨款 in the table of 财政拨款 is the sum of what follows. */
function settleWhole(rows: readonly DraftRow[]): void {
  const [first] = rows;
  if (first?.kind === null && bareLabel(first.label) === '财政拨款') first.kind = 'heading';
}

/** A sum of this year printed above what it is made of. */
function settleCurrent(rows: readonly DraftRow[]): void {
  const at = rows.findIndex(({ kind }) => kind === 'current');
  const row = rows[at];
  const before = rows.slice(0, Math.max(0, at));
  const after = rows.slice(at + 1).some(({ kind }) => kind === null);
  if (row && after && before.every(({ kind }) => kind !== null)) row.kind = 'heading';
}

/** Rows right below a carried-over amount that it is made of: its funds, or other steps of numbering. */
function partsOfCarried(rows: readonly DraftRow[], at: number): number {
  const whole = rows[at];
  let end = at + 1;
  while (whole && rows[end] && isPartOfCarried(whole, rows[end] as DraftRow)) end++;
  return end;
}

function isPartOfCarried(whole: DraftRow, row: DraftRow): boolean {
  if (row.kind !== null && row.kind !== 'carried') return false;
  if (row.marker === whole.marker && row.marker !== 'none') return false;
  const fund = labelMeaning(row.label).fund;
  const isFund = fund !== null && CARRIED_FUNDS.has(fund);
  if (row.kind === null) return isFund;
  return isFund ? labelMeaning(whole.label).fund === null : row.marker !== 'none';
}

/** Levels and parents of the rows of one pane, in place. */
export function settleHierarchy(rows: DraftRow[], context: HierarchyContext): void {
  const { defaults, slack, tableId } = context;
  const halves = defaults.halves === true;
  const grand = settleGrand(rows, halves);
  if (tableId === 'appropriation') settleWhole(rows);
  settleCurrent(rows);
  const current = rows.findLast(({ kind }) => kind === 'current') ?? null;
  let top = current ?? grand;
  let run: DraftRow[] = [];
  const close = (): void => {
    linkItems(run, top, context);
    run = [];
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as DraftRow;
    if (row.kind === 'heading') {
      close();
      link(row, current ?? grand, 0);
      top = row;
    } else if (row.kind === 'carried' && halves) {
      close();
      top = current ?? grand;
      link(row, grand, 1);
      const end = partsOfCarried(rows, i);
      for (const part of rows.slice(i + 1, end)) {
        if (part.marker === 'of_which') row.whole = false;
        part.kind = part.kind === 'carried' ? 'carried' : null;
        link(part, row, 2);
      }
      i = end - 1;
    } else if (row.kind === 'grand' || row.kind === 'current') {
      close();
      link(row, row.kind === 'grand' || row === grand ? null : grand, 0);
      if (row.kind === 'current') top = grand;
    } else {
      row.kind = null;
      run.push(row);
    }
  }
  close();
  const nested = rows.filter(
    ({ kind, side }) => kind === null && (!halves || side === 'expenditure'),
  );
  if (tableId !== 'outsourcing') nestUnnumbered(nested, slack, halves ? 1 : 2);
  markTotals(rows);
}

/** Whether the topmost of these steps make up the whole, and most rows with parts come to what their parts do. */
function stepsAddUp(items: readonly DraftRow[], total: number, slack: number): boolean {
  interface Open {
    step: number;
    rest: number;
    parts: number;
  }
  const closes = ({ rest, parts }: Open): boolean => Math.abs(rest) <= slack * (parts + 1) + 1e-6;
  const whole: Open = { step: -1, rest: total, parts: 0 };
  const all: Open[] = [];
  const open = [whole];
  for (const { step, amount } of items) {
    while ((open.at(-1)?.step ?? -1) >= step) open.pop();
    const above = open.at(-1) ?? whole;
    above.rest -= amount ?? 0;
    above.parts++;
    const own = { step, rest: amount ?? 0, parts: 0 };
    all.push(own);
    open.push(own);
  }
  const wholes = all.filter(({ parts }) => parts > 0);
  return closes(whole) && wholes.filter(closes).length * 2 > wholes.length;
}

/** What is bought: by the columns that name kind, project and thing where they add up; else by the sums; else a list. */
function linkPurchases(items: readonly DraftRow[], top: DraftRow | null, slack: number): void {
  const amounts = items.map(({ amount }) => amount);
  const whole = top?.amount ?? null;
  if (whole !== null && stepsAddUp(items, whole, slack)) linkBySteps(items, top);
  else if (whole !== null && nestBySums(amounts, whole, DEEPEST_PROJECT, slack))
    linkBySums(items, top, slack);
  else for (const row of items) link(row, null, 1);
}

/** Names without numbers or columns of their own: by the sums; else nothing is said of their parts. */
function linkBySums(items: readonly DraftRow[], top: DraftRow | null, slack: number): void {
  const amounts = items.map(({ amount }) => amount);
  const whole = top?.amount ?? amounts[0] ?? null;
  const steps = whole === null ? null : nestBySums(amounts, whole, DEEPEST_PROJECT, slack);
  const above: DraftRow[] = [];
  items.forEach((row, i) => {
    const step = steps?.[i] ?? 0;
    link(row, above[step - 1] ?? top, step + 1);
    above[step] = row;
    above.length = step + 1;
  });
  if (!steps && top) top.whole = false;
}

function linkItems(
  items: readonly DraftRow[],
  top: DraftRow | null,
  { tableId, defaults, slack }: HierarchyContext,
): void {
  if (items.length === 0) return;
  const coded = items.filter(({ code }) => code !== null).length * 2 >= items.length;
  const inSteps = new Set(items.map(({ step }) => step)).size > 1;
  if (tableId === 'outsourcing') linkTasks(items);
  else if (tableId === 'procurement') linkPurchases(items, top, slack);
  else if (tableId === 'performance') {
    for (const row of items) link(row, null, 1);
  } else if (coded) linkByCodes(items, top);
  else if (inSteps) linkBySteps(items, top);
  else if (defaults.rows === 'project') linkBySums(items, top, slack);
  else if (items.every(({ isOrganization }) => isOrganization))
    linkOrganizations(items, top, slack);
  else linkByNames(items, top, slack);
}

/** Rows that others are part of are sums. */
function markTotals(rows: readonly DraftRow[]): void {
  const wholes = new Set(rows.map(({ parentRowNo }) => parentRowNo));
  for (const row of rows)
    row.isTotal ||= wholes.has(row.rowNo) || (row.kind !== null && row.kind !== 'carried');
}

/** What the rows of a pane are divided by. */
export function classifyRow(
  row: DraftRow,
  { tableId, defaults }: HierarchyContext,
): Classification {
  if (row.kind !== null) return 'summary';
  if (defaults.rows === 'project') return 'project';
  if (row.code !== null && FUNCTION_CODE.test(row.code)) return 'function';
  if (row.code !== null && ECONOMIC_CODE.test(row.code)) return 'economic';
  if (row.code !== null && GOVERNMENT_CODE.test(row.code)) return 'government_economic';
  if (row.isOrganization) return 'organization';
  if (row.side === 'income') return 'income_source';
  const { nature } = labelMeaning(row.label);
  if (nature !== null && defaults.rows === 'function') return 'summary';
  if (row.code === null && defaults.rows === 'function' && isEconomicClass(row.label))
    return 'economic';
  if (tableId === 'income') return 'income_source';
  return /(?:合|总|小)计$/.test(bareLabel(row.label)) ? 'summary' : defaults.rows;
}
