import { normalizeWord } from './import-words';
import type { RawTable } from './raw-table';
import type { TableId } from './vocabulary';

/** Words of titles and names for each standard table, the narrower first. */
const TITLES: readonly (readonly [RegExp, TableId])[] = [
  [/三公|threepublic/, 'three_public'],
  [/委托业务/, 'outsourcing'],
  [/绩效|performance/, 'performance'],
  [/政府采购|procurement/, 'procurement'],
  [/政府(?:预算)?(?:支出)?经济分类|政府经济科目/, 'government_economic'],
  [/国有资本经营|statecapital/, 'state_capital'],
  [/政府性基金|基金预算支出/, 'gov_fund'],
  [/^(?!.*项目支出).*基本支出/, 'basic'],
  [/财政拨款(?:预算|决算)?收(?:入)?支|财政拨款收入支出/, 'appropriation'],
  [
    /一般公共预算(?:财政拨款)?(?:当年拨款)?.{0,4}支出|公共财政预算(?:财政拨款)?支出|generalpublicbudget/,
    'general_public',
  ],
  [/收(?:入)?支(?:出)?(?:预算|决算)?(?:总)?(?:表|情况)|收支总体|收支(?:预算|决算)总表/, 'balance'],
  [
    /(?:部门|单位)?收入(?:预算|决算|总体|情况)?(?:总)?(?:情况)?表|incometable|revenuetable/,
    'income',
  ],
  [/项目支出|项目(?:预算|绩效|情况|明细)?表|二级项目|projectlist/, 'project'],
  [/支出(?:预算|决算|总体|情况)?(?:总)?(?:情况)?表|expenditure/, 'expenditure'],
];

/** The standard table that a text names; null if it names none. */
export function tableNamed(text: string): TableId | null {
  const word = normalizeWord(text);
  return TITLES.find(([shape]) => shape.test(word))?.[1] ?? null;
}

/** The standard table that a table's titles, sheet or file name; expenditure where they say nothing. */
export function tableOf({ file, sheet, sample }: RawTable, headerFrom: number): TableId {
  const titles = sample.slice(0, Math.max(0, headerFrom - 1)).flat();
  const name = file.slice(file.lastIndexOf('/') + 1);
  for (const text of [...titles, sheet ?? '', name]) {
    const table = text ? tableNamed(text) : null;
    if (table) return table;
  }
  return 'expenditure';
}
