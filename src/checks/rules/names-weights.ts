import { Decimal } from 'decimal.js';
import { groupBy } from '@/domain/group';
import type { CheckedDocument } from '../checked-document';
import { detailCell, note, unchecked } from '../compare';
import type { CellRef, Note, Outcome, Rule } from '../rule';
import { targetGroups, type TargetGroup } from './details';

/** Sums in use: 100, 90 where 10 are kept for the rate of spending, 80 where 20 are. */
const KNOWN_SUMS = ['100', '90', '80'];
/** Projects that have to agree for a sum to be the document's usual one. */
const ENOUGH = 2;

interface WeightSum {
  group: TargetGroup;
  sum: string;
  blanks: number;
  cells: readonly CellRef[];
}

function weightSum(group: TargetGroup): WeightSum {
  const weighted = group.indicators.filter(({ weight }) => weight !== null);
  return {
    group,
    sum: weighted.reduce((sum, { weight }) => sum.add(weight ?? 0), new Decimal(0)).toFixed(),
    blanks: group.indicators.length - weighted.length,
    cells: weighted.map(({ row }) => detailCell('indicator', row)),
  };
}

/** The sum that more than half of the projects have; null where they do not agree. */
function usualSum(sums: readonly WeightSum[]): string | null {
  const groups = [...groupBy(sums, ({ sum }) => sum)].toSorted((a, b) => b[1].length - a[1].length);
  const [most] = groups;
  if (!most || 2 * most[1].length <= sums.length || most[1].length < ENOUGH) return null;
  return most[0];
}

/** Two sums of which one is too high by what the other is too low: a target may stand under the wrong project. */
const makesUpFor = (one: WeightSum, next: WeightSum, usual: string): boolean =>
  new Decimal(one.sum).add(next.sum).eq(new Decimal(usual).mul(2));

function weightsAddUp(document: CheckedDocument): Outcome[] {
  const groups = targetGroups(document).filter(({ indicators }) => indicators.length > 0);
  const printed = groups.map(weightSum).filter(({ cells }) => cells.length > 0);
  if (printed.length === 0) return [unchecked(note('no_weights'))];
  const usual = usualSum(printed);
  return printed.map((one, i): Outcome => {
    const { group, sum, blanks, cells } = one;
    const expected = usual ?? (KNOWN_SUMS.includes(sum) ? sum : null);
    if (expected === null) return unchecked(note('no_usual_weights', { sum }), cells);
    const neighbour = [printed[i - 1], printed[i + 1]].find(
      (next) => next && sum !== expected && makesUpFor(one, next, expected),
    );
    if (neighbour)
      return unchecked(
        note('weights_of_neighbour', { sum, other: neighbour.sum, usual: expected }),
        cells,
      );
    const missing: Note[] = blanks > 0 ? [note('weights_blank', { count: String(blanks) })] : [];
    const of: Note[] = group.label === null ? [] : [note('of_project', { name: group.label })];
    return {
      status: sum === expected ? 'pass' : 'fail',
      unit: 'weight',
      left: { value: sum, cells },
      right: { value: expected, cells: [] },
      difference: new Decimal(sum).sub(expected).toFixed(),
      notes: [...of, ...missing],
    };
  });
}

/** Rules on the weights of performance targets. */
export const WEIGHT_RULES: readonly Rule[] = [
  {
    id: 'weights_add_up',
    family: 'names',
    severity: 'warning',
    name: { zh: '指标权重之和', en: 'weights add up' },
    about: {
      zh: '同一文件各项目的指标权重之和应相同：多数项目的合计（如 90 或 100）为准；不足两个项目一致时，合计为 100、90、80 的视为正常，其余不作结论。',
      en: 'The weights of each project add up to the same sum in a document: that of most of its projects, such as 90 or 100. Where no two agree, 100, 90 and 80 are taken as they are and others left open.',
    },
    left: { zh: '项目权重之和', en: 'weights of the project' },
    right: { zh: '本文件通常的合计', en: 'usual sum of the document' },
    needs: ['indicator'],
    check: weightsAddUp,
  },
];
