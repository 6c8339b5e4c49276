import type { OfficeStyle } from './document-style';
import { SYNTHETIC, SYNTHETIC_NOTE } from './label';
import type { Ledger } from './ledger';
import { printedGrains, yuanOfGrains } from './printed';
import { all, generalPublic, operating, total } from './totals';

type Row = Record<string, string | number | null>;

interface Figure {
  id: string;
  grains: number;
  /** What stands before the amount. */
  words: string;
  comparedYear?: number;
  basis?: string;
}

const CHANGE: Readonly<Record<number, string>> = { [-1]: '减少', 0: '增加', 1: '增加' };

const change = (
  id: string,
  grains: number,
  rest: Pick<Figure, 'comparedYear' | 'basis'>,
): Figure => ({ id, grains, words: CHANGE[Math.sign(grains)] ?? '', ...rest });

const threePublicTotal = ({ threePublic }: Ledger): number =>
  Object.values(threePublic).reduce((sum: number, amount: number) => sum + amount, 0);

/** Figures of the narrative part; changes are those from the budget of the year before. */
function figuresOf(now: Ledger, before: Ledger, year: number): Figure[] {
  const { goods, works, services } = now.procurement;
  const running = (ledger: Ledger): number => total(ledger, generalPublic(operating));
  const last = { comparedYear: year - 1, basis: 'budget' };
  return [
    { id: 'total', grains: total(now, all), words: '收支总预算' },
    change('total_change', total(now, all) - total(before, all), { ...last, basis: 'total' }),
    { id: 'running_cost', grains: running(now), words: '机关运行经费' },
    change('running_cost_change', running(now) - running(before), last),
    { id: 'three_public', grains: threePublicTotal(now), words: '“三公”经费预算' },
    { id: 'procurement_total', grains: goods + works + services, words: '政府采购预算总额' },
    { id: 'procurement_goods', grains: goods, words: '政府采购货物预算' },
    { id: 'procurement_works', grains: works, words: '政府采购工程预算' },
    { id: 'procurement_services', grains: services, words: '政府采购服务预算' },
  ];
}

/** The rows of `statement` of a document. */
export const statementRows = (
  docId: string,
  ledgers: { now: Ledger; before: Ledger },
  year: number,
  style: OfficeStyle,
): Row[] =>
  figuresOf(ledgers.now, ledgers.before, year).map(
    ({ id, grains, words, comparedYear, basis }, i) => ({
      doc_id: docId,
      statement_no: i + 1,
      statement_id: id,
      amount: yuanOfGrains(grains, style.grain),
      compared_year: comparedYear ?? null,
      basis: basis ?? null,
      printed: `${words}${printedGrains(Math.abs(grains), style)}${style.unit}`,
      section: `${SYNTHETIC}情况说明`,
    }),
  );

/** Posts that are approved beyond those that are filled. */
const VACANT = 1.06;

/** The row of `headcount` of a document, where it prints one. */
export const headcountRows = (
  docId: string,
  orgId: string,
  { staff }: Ledger,
  { headcount }: OfficeStyle,
): Row[] =>
  headcount === null
    ? []
    : [
        {
          org_id: orgId,
          doc_id: docId,
          kind: headcount,
          people: headcount === 'authorized' ? Math.ceil(staff * VACANT) : staff,
          source: `${SYNTHETIC_NOTE} 机构设置`,
        },
      ];
