import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineCell, lineTerm, note, unchecked } from '../compare';
import type { Outcome, Rule, Words } from '../rule';
import { groupBy } from '@/domain/group';
import { equationsOf } from '@/domain/reading/equations';
import type { EquationOf } from '@/domain/reading/reading';
import { isPrinted, looseTotal, missesMoney } from './table-shape';

type Equation = Pick<EquationOf<CheckedLine>, 'kind' | 'left' | 'parts'>;

const ACROSS = new Set<Equation['kind']>(['vintages', 'natures', 'funds']);

/** Left and right of a sum; where columns are missing, a whole may be more than the parts that are left. */
function compareSum(
  { kind, left, parts }: Equation,
  table: CheckedTable,
  misses: boolean,
): Outcome {
  const outcome = compareAmounts(
    [lineTerm(left, table)],
    parts.map((part) => lineTerm(part, table)),
  );
  const isMore = outcome.status === 'fail' && !outcome.difference?.startsWith('-');
  return misses && isMore && ACROSS.has(kind)
    ? unchecked(note('columns_left_out', { table: table.id }), [
        lineCell(left),
        ...parts.map(lineCell),
      ])
    : outcome;
}

/** Rows without a parent that a total without parts should sum, column by column. */
function looseSums(table: CheckedTable, document: CheckedDocument): Equation[] {
  if (table.id === 'three_public' || table.id === 'procurement') return [];
  const bySide = groupBy(table.rows, ({ side }) => side);
  return [...bySide.values()].flatMap((rows) => {
    const found = looseTotal(rows, document);
    if (!found) return [];
    const parts = new Set(found.parts);
    const byColumn = groupBy(
      table.lines.filter(({ row }) => parts.has(row)),
      ({ colNo }) => colNo,
    );
    return table.lines
      .filter((line) => line.row === found.whole && isPrinted(line))
      .map((left): Equation => ({ kind: 'children', left, parts: byColumn.get(left.colNo) ?? [] }))
      .filter(({ parts: all }) => all.some(isPrinted));
  });
}

const PROCURED = /^[ABC一二三\-—、.（）()]*(?:货物|工程|服务)类?[ABC]?$/;

/** Goods, works and services of a procurement table. */
function procuredSums(table: CheckedTable): Equation[] {
  if (table.id !== 'procurement') return [];
  const whole = table.rows.filter(({ level, isTotal }) => level === 0 && isTotal);
  const isNested = table.rows.some(({ parentRowNo }) => parentRowNo === whole[0]?.rowNo);
  if (whole.length !== 1 || isNested) return [];
  return table.lines
    .filter((line) => line.row === whole[0] && isPrinted(line))
    .map((left): Equation => ({
      kind: 'children',
      left,
      parts: table.lines.filter(
        ({ colNo, row }) =>
          colNo === left.colNo && row.parentRowNo === null && PROCURED.test(row.label),
      ),
    }))
    .filter(({ parts }) => parts.some(isPrinted));
}

const PEOPLE = /^人员(?:经费|支出)(?:合计|小计)$/;
const RUNNING = /^(?:日常)?公用(?:经费|支出)(?:合计|小计)$/;

/** 人员经费合计 and 公用经费合计 that close the halves of a table by economic item: pay and subsidies, and all else. */
function classSums(table: CheckedTable): Equation[] {
  if (table.id !== 'basic') return [];
  const classes = table.lines.filter(
    ({ row }) => row.parentRowNo === null && row.code?.length === 3,
  );
  const sumOf = (label: RegExp, isPart: (code: string) => boolean): Equation[] => {
    const parts = classes.filter(({ row }) => isPart(row.code ?? ''));
    return parts.some(isPrinted)
      ? table.lines
          .filter((line) => label.test(line.row.label) && isPrinted(line))
          .map((left) => ({ kind: 'children', left, parts }))
      : [];
  };
  const isPay = (code: string): boolean => code === '301' || code === '303';
  return [...sumOf(PEOPLE, isPay), ...sumOf(RUNNING, (code) => !isPay(code))];
}

const EQUATIONS = new WeakMap<CheckedTable, readonly Equation[]>();

/** Every sum a table should keep. */
function equationsIn(table: CheckedTable, document: CheckedDocument): readonly Equation[] {
  const known = EQUATIONS.get(table);
  if (known) return known;
  const own = table.columnsLeftOut
    ? equationsOf(table.lines, { unit: table.unit, columnsLeftOut: false })
    : table.equations;
  const all = [...own, ...looseSums(table, document), ...procuredSums(table), ...classSums(table)];
  EQUATIONS.set(table, all);
  return all;
}

function sums(
  document: CheckedDocument,
  isOfRule: (equation: Equation, table: CheckedTable) => boolean,
): Outcome[] {
  return [...document.tables.values()].flatMap((table) => {
    const misses = missesMoney(table);
    return equationsIn(table, document)
      .filter((equation) => isOfRule(equation, table))
      .map((equation) => compareSum(equation, table, misses));
  });
}

interface SumRule {
  id: string;
  name: Words;
  about: Words;
  left: Words;
  right: Words;
  isOfRule(equation: Equation, table: CheckedTable): boolean;
}

const ROUNDING: Words = {
  zh: '空白按没有金额计；每个金额可以有最后一位小数的半个单位的取整误差。',
  en: 'A blank counts as nothing; each amount may be rounded by half its last printed decimal.',
};

const sum = ({ isOfRule, about, ...words }: SumRule): Rule => ({
  ...words,
  family: 'within',
  severity: 'error',
  about: { zh: `${about.zh}${ROUNDING.zh}`, en: `${about.en} ${ROUNDING.en}` },
  needs: [],
  check: (document) => sums(document, isOfRule),
});

/** Sums that a table keeps by itself, at every row and column. */
export const SUM_RULES: readonly Rule[] = [
  sum({
    id: 'parts_add_up',
    name: { zh: '上级 = 下级之和', en: 'whole = sum of its parts' },
    about: {
      zh: '每一行的金额等于其下级各行之和，逐列核对。列有“其中”而没有列全的不核对。',
      en: 'The amount of a row equals the sum of the rows below it, column by column, unless the table says that only some of its parts are listed.',
    },
    left: { zh: '上级', en: 'the whole' },
    right: { zh: '下级之和', en: 'sum of its parts' },
    isOfRule: ({ kind }, { id }) => kind === 'children' && id !== 'three_public',
  }),
  sum({
    id: 'three_public_adds_up',
    name: { zh: '“三公”经费 = 各项之和', en: 'three public expenses = sum of their parts' },
    about: {
      zh: '“三公”经费合计等于因公出国（境）、公务接待和公务用车之和，公务用车等于购置与运行维护之和；同表的会议费、培训费另计入总的合计。',
      en: 'The three public expenses equal travel abroad, reception and vehicles; vehicles equal purchase and upkeep; meetings and training of the same table belong to its wider total.',
    },
    left: { zh: '合计', en: 'the sum' },
    right: { zh: '各项之和', en: 'sum of its parts' },
    isOfRule: ({ kind }, { id }) => kind === 'children' && id === 'three_public',
  }),
  sum({
    id: 'total_is_current_and_carryover',
    name: { zh: '合计 = 本年 + 上年结转', en: 'total = this year’s + carried over' },
    about: {
      zh: '同一行的合计等于本年预算与上年结转之和，各资金来源、各支出性质分别核对。',
      en: 'The total of a row equals this year’s money and that carried over from the year before, for each fund and each nature.',
    },
    left: { zh: '合计', en: 'total' },
    right: { zh: '本年 + 上年结转', en: 'this year’s + carried over' },
    isOfRule: ({ kind }) => kind === 'vintages',
  }),
  sum({
    id: 'total_is_basic_and_project',
    name: { zh: '合计 = 基本支出 + 项目支出 + …', en: 'total = basic + project + …' },
    about: {
      zh: '同一行的合计等于基本支出、项目支出以及该表另列的经营支出、上缴上级支出、对附属单位补助支出之和。',
      en: 'The total of a row equals basic and project expenditure and, where the table prints them, business expenditure, payments to superiors and to subordinate units.',
    },
    left: { zh: '合计', en: 'total' },
    right: { zh: '基本支出 + 项目支出 + …', en: 'basic + project + …' },
    isOfRule: ({ kind, left }) => kind === 'natures' && left.nature !== 'basic',
  }),
  sum({
    id: 'basic_is_personnel_and_operating',
    name: { zh: '基本支出 = 人员经费 + 公用经费', en: 'basic = personnel + operating' },
    about: {
      zh: '同一行的基本支出等于人员经费与公用经费之和。',
      en: 'Basic expenditure of a row equals personnel and operating expenditure.',
    },
    left: { zh: '基本支出', en: 'basic' },
    right: { zh: '人员经费 + 公用经费', en: 'personnel + operating' },
    isOfRule: ({ kind, left }) => kind === 'natures' && left.nature === 'basic',
  }),
  sum({
    id: 'total_is_its_funds',
    name: { zh: '合计 = 各资金来源之和', en: 'total = sum of its funds' },
    about: {
      zh: '同一行的合计等于各资金来源之和，财政拨款等于一般公共预算、政府性基金预算与国有资本经营预算之和，单位资金等于其各项之和。',
      en: 'The total of a row equals the sum of its funds; fiscal appropriation equals general public budget, government funds and state capital budget; the institution’s own funds equal their items.',
    },
    left: { zh: '合计', en: 'total' },
    right: { zh: '各资金来源之和', en: 'sum of its funds' },
    isOfRule: ({ kind }) => kind === 'funds',
  }),
  sum({
    id: 'income_is_expenditure',
    name: { zh: '收入总计 = 支出总计', en: 'total income = total expenditure' },
    about: {
      zh: '收支总表和财政拨款收支总表左右两侧的总计相等，逐列核对。',
      en: 'Both sides of a balance table come to the same total, column by column.',
    },
    left: { zh: '收入总计', en: 'total income' },
    right: { zh: '支出总计', en: 'total expenditure' },
    isOfRule: ({ kind }) => kind === 'sides',
  }),
];
