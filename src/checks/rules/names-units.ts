import type { CheckedDocument } from '../checked-document';
import { lineCell, note, statementCell, unchecked } from '../compare';
import type { CellRef, Outcome, Rule } from '../rule';
import { comparableName } from '../dictionary';
import { toldCounts } from './texts';

/** Units that the income table divides a department into, each at its first amount; none where it names one as a whole. */
function unitsDivided({ tables }: CheckedDocument): ReadonlyMap<string, CellRef> {
  const lines = (tables.get('income')?.lines ?? []).filter(
    ({ row }) => row.classification === 'organization',
  );
  const rows = new Set(lines.map(({ row }) => row.rowNo));
  const units = new Map<string, CellRef>();
  for (const line of lines) {
    const { parentRowNo, isTotal, label } = line.row;
    const isPart = parentRowNo !== null && rows.has(parentRowNo) && !isTotal;
    const name = comparableName(label);
    if (isPart && !units.has(name)) units.set(name, lineCell(line));
  }
  return units;
}

/** A count of units below a department may or may not count the department itself. */
function unitsAsStated(document: CheckedDocument): Outcome[] {
  const stated = document.statements.filter(({ id }) => id === 'subordinate_unit_count');
  const counts = new Set(stated.map(({ value }) => value));
  const cells = stated.map(statementCell);
  const [value] = counts;
  if (!value || !/^\d+(?:\.0+)?$/.test(value)) return [unchecked(note('no_unit_count'), cells)];
  if (counts.size > 1) return [unchecked(note('unit_counts_differ'), cells)];
  const units = unitsDivided(document);
  if (units.size === 0) return [unchecked(note('not_by_unit'), cells)];
  const count = Number(value);
  const listed = { count: units.size, cells: [...units.values()] };
  const withItself = units.size === count + 1;
  return [
    toldCounts(
      { count: withItself ? count + 1 : count, cells },
      listed,
      withItself ? [note('unit_itself_counted')] : [],
    ),
  ];
}

/** Rules on the units of a department. */
export const UNIT_RULES: readonly Rule[] = [
  {
    id: 'units_as_stated',
    family: 'text',
    severity: 'warning',
    name: {
      zh: '文字所述预算单位数 = 收入表单位数',
      en: 'units of the text = units of the income table',
    },
    about: {
      zh: '文字所述下设预算单位的个数，等于收入总表在部门之下列出的单位数；文字不含部门本级的，可少一个。收入总表不按单位列示的不核对。',
      en: 'The number of units that the text states equals those that the income table lists below the department, or is one less where the text does not count the department itself. Not compared where that table is not divided by units.',
    },
    left: { zh: '文字所述单位数', en: 'units the text states' },
    right: { zh: '收入总表所列单位数', en: 'units the income table lists' },
    needs: ['income', 'statement'],
    check: unitsAsStated,
  },
];
