import { absolute } from '@/domain/money';
import type { CheckedDocument, CheckedStatement, CheckedTable } from '../checked-document';
import {
  sumOf,
  compareAmounts,
  lineTerm,
  note,
  tableCell,
  statementCell,
  unchecked,
  type Term,
} from '../compare';
import type { Compared, Outcome, Rule, Words } from '../rule';
import { isPrinted } from './table-shape';
import { bestOf, isAmount, statementTerm, type AmountStatement } from './text-figures';
import type { Reading, Source } from './text-cells';
import { PRINTED, TOPICS, type PrintedFigure, type Topic } from './text-printed';

const recordOf = ({
  id,
  basis,
}: Pick<CheckedStatement, 'id' | 'basis'>): PrintedFigure | undefined =>
  PRINTED.find((record) => record.id === id && (!record.basis || record.basis === basis));

const hasAmount = (lines: Reading): boolean => lines.some(isPrinted);

/** Amounts that a figure can be compared with; a blank says the same as a zero, and nothing of any other amount. */
function readingsFor(
  { fen, subject }: AmountStatement,
  table: CheckedTable,
  source: Source,
  { organization }: CheckedDocument,
): readonly Reading[] {
  const found = source.find(table, { subject, organization });
  const printed = found.filter(hasAmount);
  return printed.length > 0 || fen !== 0n ? printed : found;
}

/**
 * What the first table that prints a figure prints of it: a sum of terms for every reading of the figure, the usual one
 * first. None where no table prints it.
 */
export function printedTerms(
  { tables, organization }: CheckedDocument,
  figure: Pick<CheckedStatement, 'id' | 'basis' | 'subject'>,
): Term[][] {
  for (const source of recordOf(figure)?.sources ?? []) {
    const table = tables.get(source.table);
    const found = table
      ? source.find(table, { subject: figure.subject, organization }).filter(hasAmount)
      : [];
    if (table && found.length > 0)
      return found.map((lines) => lines.map((line) => lineTerm(line, table)));
  }
  return [];
}

const isEmpty = ({ lines }: CheckedTable): boolean => !lines.some(isPrinted);

/** A whole amount to the nearest step; halves go away from zero. */
function rounded(fen: bigint, step: bigint): bigint {
  const size = ((2n * absolute(fen) + step) / (2n * step)) * step;
  return fen < 0n ? -size : size;
}

/**
 * A figure against what a table prints, which may be finer: as the text rounds it, it is the same. A whole printed unit
 * less or more is rounding too, since figures are cut off, or made to add up.
 */
export function comparePrinted(own: Term, terms: readonly Term[]): Compared {
  const found = compareAmounts([own], terms);
  const printed = sumOf(terms);
  const isFiner = own.step > 1n && terms.every(({ step }) => step <= own.step);
  if (!isFiner || found.status === 'pass') return found;
  if (rounded(printed, own.step) === own.fen) return { ...found, status: 'pass' };
  const isAdjusted = absolute(printed - own.fen) < own.step;
  return isAdjusted
    ? { ...found, status: 'rounding', notes: [...found.notes, note('rounded_otherwise')] }
    : found;
}

/** What a table says of a figure: the reading that comes out best, and what every reading comes to. */
interface InTable {
  best: Compared;
  sums: readonly (string | null)[];
}

/** A figure against one table that prints it. Nothing in a table without amounts is what a zero says. */
function againstTable(
  statement: AmountStatement,
  source: Source,
  document: CheckedDocument,
): InTable | null {
  const table = document.tables.get(source.table);
  if (!table) return null;
  const own = statementTerm(statement, document);
  const terms =
    statement.fen === 0n && isEmpty(table)
      ? [[{ fen: 0n, step: 0n, cell: tableCell(table) }]]
      : readingsFor(statement, table, source, document).map((lines) =>
          lines.map((line) => lineTerm(line, table)),
        );
  const found = terms.map((sum) => comparePrinted(own, sum));
  const best = bestOf(found);
  return best && { best, sums: found.map(({ right }) => right.value) };
}

/**
 * A figure against every table that prints it. A table that prints another reading of it, as the table that agrees does
 * too, does not contradict: all money beside this year’s.
 */
function againstTables(statement: AmountStatement, document: CheckedDocument): Outcome[] {
  const sources = recordOf(statement)?.sources ?? [];
  const found = sources.flatMap((source) => againstTable(statement, source, document) ?? []);
  const agreed = new Set(
    found.filter(({ best }) => best.status !== 'fail').flatMap(({ sums }) => sums),
  );
  const told = found
    .filter(({ best, sums }) => best.status !== 'fail' || !sums.some((sum) => agreed.has(sum)))
    .map(({ best }) => best);
  if (told.length > 0) return told;
  const [first] = sources;
  const there = sources.find(({ table }) => document.tables.has(table));
  if (!first || recordOf(statement)?.isSeldom) return [];
  return [
    unchecked(
      there
        ? note('figure_not_printed', { statement: statement.id, table: there.table })
        : note('figure_without_table', { statement: statement.id, table: first.table }),
      [statementCell(statement)],
    ),
  ];
}

const agrees = ({ status }: Outcome): boolean => status === 'pass' || status === 'rounding';

/** Whether a table prints the figure as the text states it. */
export const agreesWithTable = (statement: AmountStatement, document: CheckedDocument): boolean =>
  againstTables(statement, document).some(agrees);

const thing = ({ id, subject, basis }: AmountStatement): string => [id, subject, basis].join('/');

/**
 * Figures against the tables. One that no table prints, where another place of the text states what a table does, may
 * be of something else, a unit for example: that the text states it twice is another rule's matter.
 */
function allAgainstTables(
  statements: readonly AmountStatement[],
  document: CheckedDocument,
): Outcome[] {
  const found = statements.map((statement) => ({
    statement,
    outcomes: againstTables(statement, document),
  }));
  const agreed = new Set(
    found.filter(({ outcomes }) => outcomes.some(agrees)).map(({ statement }) => thing(statement)),
  );
  return found.flatMap(({ statement, outcomes }) => {
    const isOther = outcomes.length > 0 && !outcomes.some(agrees) && agreed.has(thing(statement));
    return isOther
      ? [
          unchecked(note('stated_otherwise', { statement: statement.id }), [
            statementCell(statement),
          ]),
        ]
      : outcomes;
  });
}

const NAMES: Readonly<Record<Topic, Words>> = {
  overall: { zh: '收支总体的数字 = 收支总表', en: 'totals in the text = balance table' },
  income: { zh: '收入的数字 = 收入表', en: 'income in the text = income tables' },
  expenditure: { zh: '支出的数字 = 支出表', en: 'expenditure in the text = expenditure tables' },
  function: {
    zh: '各功能分类的数字 = 表中同名的类',
    en: 'functional classes in the text = the same class in the table',
  },
  appropriation: {
    zh: '财政拨款的数字 = 财政拨款收支表',
    en: 'appropriations in the text = appropriation table',
  },
  general_public: {
    zh: '一般公共预算的数字 = 一般公共预算支出表',
    en: 'general public budget in the text = its tables',
  },
  other_budgets: {
    zh: '政府性基金、国有资本经营预算的数字 = 相应的表',
    en: 'government funds and state capital in the text = their tables',
  },
  three_public: {
    zh: '“三公”经费的数字 = “三公”经费表',
    en: '“three public” expenses in the text = their table',
  },
  running_cost: {
    zh: '机关运行经费的数字 = 印有它的表',
    en: 'running costs in the text = the table that prints them',
  },
  procurement: {
    zh: '政府采购的数字 = 政府采购表',
    en: 'procurement in the text = procurement table',
  },
  projects: {
    zh: '项目、委托业务的数字 = 项目表、委托业务表',
    en: 'projects and entrusted tasks in the text = their tables',
  },
};

const ABOUT: Words = {
  zh: '文字说明里的每个金额都与印出它的表格逐个比较，单位先换算成元；文字和表格各按自己印到的最后一位允许半个单位的取整误差。说法没有讲清是否包含上年结转的，与其中一种口径相符即可；没有表格印出的，或另一处写的同一个数与表格相符的，记为没有核对。',
  en: 'Every amount of the text is compared with each table that prints it, in yuan; text and table may each be rounded by half their last printed decimal. Where the wording leaves open whether money carried over is included, one of the readings has to agree; where no table prints the figure, or the text states it elsewhere as the table does, it is not checked.',
};

/** One rule per topic: what the text says of it is what the tables print. */
export const TABLE_RULES: readonly Rule[] = TOPICS.map((topic) => {
  const ids = new Set(PRINTED.filter((record) => record.topic === topic).map(({ id }) => id));
  return {
    id: `text_${topic}`,
    family: 'text',
    severity: 'error',
    name: NAMES[topic],
    about: ABOUT,
    left: { zh: '文字说明', en: 'in the text' },
    right: { zh: '表格', en: 'in the table' },
    needs: ['statement'],
    check: (document) =>
      allAgainstTables(
        document.statements.filter(isAmount).filter(({ id }) => ids.has(id)),
        document,
      ),
  };
});
