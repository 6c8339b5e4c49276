import { Decimal } from 'decimal.js';
import type { FoundIndicator, TargetProject } from './indicator-rows';

/** Targets that stand together under one project. */
interface Group {
  under: TargetProject | null;
  members: FoundIndicator[];
}

function groupsOf(found: readonly FoundIndicator[]): Group[] {
  const groups: Group[] = [];
  for (const one of found) {
    const last = groups.at(-1);
    if (last && last.under === one.under) last.members.push(one);
    else groups.push({ under: one.under, members: [one] });
  }
  return groups;
}

const weightOf = (members: readonly FoundIndicator[]): Decimal =>
  members.reduce((sum, { weight }) => sum.plus(weight ?? 0), new Decimal(0));

/** The sum that the weights of most projects come to; null where no two agree. */
function usualWeight(groups: readonly Group[]): Decimal | null {
  const counts = new Map<string, number>();
  for (const { members } of groups) {
    const sum = weightOf(members).toFixed();
    if (sum !== '0') counts.set(sum, (counts.get(sum) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] * 2 > groups.length ? new Decimal(most[0]) : null;
}

/** How many targets at the end of a group belong to the next one, whose name stands on the next page; 0 for none. */
function surplus(one: Group, next: Group, usual: Decimal): number {
  const missing = usual.minus(weightOf(next.members));
  if (!next.under || missing.lte(0) || !weightOf(one.members).minus(missing).eq(usual)) return 0;
  const lastPage = one.members.at(-1)?.page;
  if (next.members[0]?.page === lastPage) return 0;
  let sum = new Decimal(0);
  for (let count = 1; count < one.members.length; count++) {
    const member = one.members.at(-count);
    if (!member || member.page !== lastPage || member.projectLabel) return 0;
    sum = sum.plus(member.weight ?? 0);
    if (sum.eq(missing)) return count;
    if (sum.gt(missing)) return 0;
  }
  return 0;
}

/** Puts targets at the end of a group under the project of the next one. */
function move(group: Group, next: Group, under: TargetProject, count: number): void {
  const moved = group.members.splice(-count).map((one, at) => ({
    ...one,
    under,
    projectLabel: at === 0 ? under.label : null,
  }));
  const [head, ...rest] = next.members;
  next.members = [...moved, ...(head ? [{ ...head, projectLabel: null }] : []), ...rest];
}

/**
 * Puts targets under the project they belong to where its cell begins at the foot of a page, ruled off from the project
 * above, and its name follows in the first row of the next page.
 */
export function settleNameless(found: readonly FoundIndicator[]): FoundIndicator[] {
  const groups = groupsOf(found);
  groups.forEach((group, i) => {
    const next = groups[i + 1];
    const count = group.members.length - 1 - group.members.findLastIndex((one) => !one.isNameless);
    const isWhole = count === group.members.length;
    if (!next?.under?.startsPage || count === 0 || isWhole) return;
    move(group, next, next.under, count);
  });
  return groups.flatMap(({ members }) => members);
}

/**
 * Puts targets under the project they belong to where a page break parts them from its name: at the foot of a page the
 * project's cell is blank and its name follows on the next. The weights, which come to the same sum for most projects,
 * settle it; nothing is moved unless both projects then come to that sum.
 */
export function settleBreaks(found: readonly FoundIndicator[]): FoundIndicator[] {
  const groups = groupsOf(found);
  const usual = usualWeight(groups);
  if (!usual) return [...found];
  groups.forEach((group, i) => {
    const next = groups[i + 1];
    const count = next ? surplus(group, next, usual) : 0;
    if (!next?.under || count === 0) return;
    move(group, next, next.under, count);
  });
  return groups.flatMap(({ members }) => members);
}
