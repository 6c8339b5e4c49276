import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineTerm } from '../compare';
import { comparableName } from '../dictionary';
import type { CheckContext, Outcome, Rule } from '../rule';
import type { Quantity } from './quantities';
import { spendingOf } from './spending';
import { isPrinted } from './table-shape';

/** Economic items of the staff that have a functional item of their own. */
interface Contribution {
  economic: string;
  name: RegExp;
  function: string;
  /** Its last name in a table that prints no codes. */
  functionName: RegExp;
  /** Other items may stand under the functional one, such as pensions that a place adds to the general ones. */
  atMost?: boolean;
}

const CONTRIBUTIONS: readonly Contribution[] = [
  {
    economic: '30108',
    name: /^机关事业单位基本养老保险(?:缴费|费)/u,
    function: '2080505',
    functionName: /机关事业单位基本养老保险缴费(?:支出)?$/u,
    atMost: true,
  },
  {
    economic: '30109',
    name: /^职业年金缴费/u,
    function: '2080506',
    functionName: /机关事业单位职业年金缴费(?:支出)?$/u,
  },
  {
    economic: '30111',
    name: /^公务员医疗补助缴费/u,
    function: '2101103',
    functionName: /公务员医疗补助$/u,
  },
  { economic: '30113', name: /^住房公积金/u, function: '2210201', functionName: /住房公积金$/u },
];

/** Amounts of an economic item, basic expenditure as a whole where it is printed. */
function economicLines({ lines }: CheckedTable, { economic, name }: Contribution): CheckedLine[] {
  const own = lines.filter(
    ({ row, fund, vintage, nature }) =>
      (row.code === null ? name.test(comparableName(row.label)) : row.code === economic) &&
      fund === 'general_public' &&
      vintage === 'total' &&
      (nature === 'basic' || nature === 'personnel'),
  );
  const whole = own.filter(({ nature }) => nature === 'basic');
  return (whole.length > 0 ? whole : own).filter(isPrinted);
}

/** What the functional item prints as basic expenditure; in a table without that column, in all. */
function functional(
  document: CheckedDocument,
  { function: code, functionName }: Contribution,
  { dictionary }: CheckContext,
): Quantity | null {
  const spending = spendingOf(document, 'general_public', dictionary);
  if (!spending) return null;
  const named = [...spending.byName].filter(([name]) => functionName.test(name));
  const amounts = spending.byCode.get(code) ?? (named.length === 1 ? named[0]?.[1] : undefined);
  const hasNatures = spending.table.lines.some(({ nature }) => nature !== 'total');
  const found = amounts?.get(`general_public/total/${hasNatures ? 'basic' : 'total'}`);
  return found?.isPrinted ? found : null;
}

function contributionsAgree(document: CheckedDocument, context: CheckContext): Outcome[] {
  const basic = document.tables.get('basic');
  if (!basic) return [];
  return CONTRIBUTIONS.flatMap((contribution) => {
    const lines = economicLines(basic, contribution);
    const other = functional(document, contribution, context);
    if (lines.length === 0 || !other) return [];
    return [
      compareAmounts(
        lines.map((line) => lineTerm(line, basic)),
        other.terms,
        { atMost: contribution.atMost === true },
      ),
    ];
  });
}

/** What is paid for the staff, once as an economic item and once as a functional one. */
export const CONTRIBUTION_RULES: readonly Rule[] = [
  {
    id: 'contributions_agree',
    family: 'between',
    severity: 'warning',
    name: {
      zh: '养老、年金、公务员医疗、公积金：经济分类 = 功能分类',
      en: 'pension, annuity, medical and housing contributions: economic = functional item',
    },
    about: {
      zh: '30108、30109、30111、30113 在基本支出表的金额，与一般公共预算支出表中 2080505、2080506、2101103、2210201 的基本支出比较；没有基本支出列的表取合计。两处都印出才比较，允许取整误差。养老保险的功能科目还可以包括地方补充养老等，所以只要求不大于。个别单位把其中一部分列在别的功能科目里，所以是提醒。',
      en: 'The amounts of 30108, 30109, 30111 and 30113 in the table of basic expenditure are compared with the basic expenditure of 2080505, 2080506, 2101103 and 2210201 in the general public table, or with their total where it has no such column; only where both are printed, with rounding. Under the functional item for pensions others may stand as well, so that the economic one must not be more. A warning, since some units keep part of them under another functional item.',
    },
    left: { zh: '基本支出表的经济科目', en: 'economic item of the basic table' },
    right: {
      zh: '一般公共预算支出表的功能科目',
      en: 'functional item of the general public table',
    },
    needs: ['basic', 'general_public'],
    check: contributionsAgree,
  },
];
