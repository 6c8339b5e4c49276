import { groupBy } from '@/domain/group';
import type { TableId } from '@/domain/vocabulary';
import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import {
  compareAmounts,
  lineTerm,
  note,
  ofDocument,
  tableCell,
  unchecked,
  type Term,
} from '../compare';
import type { Compared, Note, Outcome, Rule } from '../rule';
import { coverageOf, unitName, unitRows, type Coverage } from './documents-coverage';
import { isPrinted, meaningKey } from './table-shape';

/** Tables whose amounts units and department print alike. */
const TABLES: readonly TableId[] = [
  'balance',
  'income',
  'expenditure',
  'appropriation',
  'general_public',
  'basic',
  'three_public',
  'gov_fund',
  'state_capital',
];

const isWhole = ({ row }: CheckedLine): boolean => row.isTotal && row.level === 0;

/** Rows that mean the same in every document: the one total of a side, else a code, else a label at its level. */
function rowKey({ row }: CheckedLine, isOnlyTotal: boolean): string | null {
  const { side, classification, code, label, level } = row;
  if (classification === 'organization' || classification === 'project') return null;
  const name = isOnlyTotal ? 'total' : (code ?? `${level}/${label}`);
  return `${side ?? ''}/${classification}/${name}`;
}

/** Amounts of a table by what they mean; what stands there twice means nothing. */
function byMeaning({ lines }: CheckedTable): Map<string, CheckedLine> {
  const totals = groupBy(new Set(lines.filter(isWhole).map(({ row }) => row)), ({ side }) => side);
  const lineKey = (line: CheckedLine): string | null => {
    const isOnlyTotal = isWhole(line) && totals.get(line.row.side)?.length === 1;
    const row = rowKey(line, isOnlyTotal);
    return row === null ? null : `${row}/${meaningKey(line)}`;
  };
  const groups = groupBy(lines.filter(isPrinted), lineKey);
  const single = [...groups].flatMap(([key, own]) => {
    const [line] = own;
    return key !== null && line && own.length === 1 ? [[key, line] as const] : [];
  });
  return new Map(single);
}

/** Rows that are compared: totals and classes, 类 or the economic categories, and every “三公” item. */
const isMain = (line: CheckedLine): boolean =>
  line.row.classification === 'three_public' || isWhole(line) || line.row.code?.length === 3;

interface Parts {
  terms: Term[];
  /** Units whose table cannot be read for it. */
  lacking: string[];
}

/** What the units print of a figure of a table; a unit whose table does not have it has nothing of it. */
function partsOf(
  units: readonly {
    unit: CheckedDocument;
    table: CheckedTable | undefined;
    own: Map<string, CheckedLine>;
  }[],
  key: string,
): Parts {
  const parts: Parts = { terms: [], lacking: [] };
  for (const { unit, table, own } of units) {
    const line = own.get(key);
    if (!table) parts.lacking.push(unit.organization);
    else if (line) {
      const term = lineTerm(line, table);
      parts.terms.push({ ...term, cell: ofDocument(unit, term.cell) });
    }
  }
  return parts;
}

/** Money that units and department pay each other counts twice in the units. */
const passesBetween = ({ tables }: CheckedDocument): boolean =>
  [...tables.values()].some(({ lines }) =>
    lines.some(
      ({ fund, nature, fen }) =>
        fen !== null &&
        fen !== 0n &&
        (fund === 'superior_subsidy' ||
          fund === 'subordinate_payment' ||
          nature === 'to_superior' ||
          nature === 'to_subordinate'),
    ),
  );

/** A sum of units is judged only when they are all there; without knowing, only that it fits can be said. */
function judged(found: Compared, coverage: Coverage, whole: Term): Outcome {
  if (coverage.complete || (coverage.complete === null && found.status !== 'fail')) return found;
  return unchecked(coverage.note, [whole.cell]);
}

function tableOutcomes(
  id: TableId,
  department: CheckedDocument,
  units: readonly CheckedDocument[],
  coverage: Coverage,
): Outcome[] {
  const table = department.tables.get(id);
  if (!table) return [];
  const known = units.map((unit) => {
    const own = unit.tables.get(id);
    return { unit, table: own, own: own ? byMeaning(own) : new Map<string, CheckedLine>() };
  });
  return [...byMeaning(table)].flatMap(([key, line]): Outcome[] => {
    if (!isMain(line)) return [];
    const whole = lineTerm(line, table);
    const { terms, lacking } = partsOf(known, key);
    const [first] = lacking;
    if (first !== undefined)
      return [unchecked(note('unit_without_table', { unit: first, table: id }), [whole.cell])];
    if (terms.length === 0 && (line.fen ?? 0n) !== 0n)
      return [unchecked(note('units_print_none'), [whole.cell])];
    if (terms.length === 0) return [];
    return [judged(compareAmounts([whole], terms), coverage, whole)];
  });
}

const SUM_RULE: Rule = {
  id: 'units_add_up',
  family: 'documents',
  severity: 'error',
  name: { zh: '部门 = 所属各单位之和', en: 'department = sum of its units' },
  about: {
    zh: '收支、收入、支出、财政拨款、一般公共预算、基本支出、“三公”经费等表的合计行、各类级科目行，逐列与已加载的所属单位（含本级）同表同行同列之和比较，允许取整误差。只有部门表格列出的（或文字写明的）单位都已加载才判定；否则记为没有核对，并写明已加载几个。单位之间有上缴、补助往来的不核对。',
    en: 'Totals and rows of classes, column by column, in the tables of balance, income, expenditure, appropriations, general public budget, basic expenditure and three public expenses are compared with the sum of the same row and column over the units loaded, the department’s own office among them, with rounding. It is judged only when all units that the department’s tables list, or its text counts, are loaded; otherwise it is not checked, and says how many are. Where units pay each other it is not checked either.',
  },
  left: { zh: '部门', en: 'the department' },
  right: { zh: '各单位之和', en: 'sum of the units' },
  needs: ['units'],
  check(document, { units }) {
    if ([document, ...units].some(passesBetween)) return [unchecked(note('money_between_units'))];
    const coverage = coverageOf(document, units);
    return TABLES.flatMap((id) => tableOutcomes(id, document, units, coverage));
  },
};

/** The amounts of the whole of a table: of its one grand total. */
function totalLines(table: CheckedTable): Map<string, CheckedLine> {
  const totals = table.lines.filter(
    ({ row }) => row.level === 0 && row.isTotal && row.parentRowNo === null,
  );
  const rows = new Set(totals.map(({ row }) => row));
  return rows.size === 1 ? new Map(totals.map((line) => [meaningKey(line), line])) : new Map();
}

function rowOutcomes(department: CheckedDocument, unit: CheckedDocument, id: TableId): Outcome[] {
  const [table, own] = [department.tables.get(id), unit.tables.get(id)];
  if (!table || !own) return [];
  const name = unitName(unit.organization);
  const rows = unitRows(table).filter(({ label }) => unitName(label) === name);
  const [row] = rows;
  if (!row || rows.length > 1) return [];
  const totals = totalLines(own);
  return table.lines
    .filter((line) => line.row === row && isPrinted(line))
    .flatMap((line) => {
      const total = totals.get(meaningKey(line));
      if (!total || !isPrinted(total)) return [];
      const term = lineTerm(total, own);
      return [
        compareAmounts([lineTerm(line, table)], [{ ...term, cell: ofDocument(unit, term.cell) }]),
      ];
    });
}

const LISTED: readonly TableId[] = ['income', 'expenditure', 'general_public', 'gov_fund'];

const withoutRow = (units: readonly CheckedDocument[]): Note =>
  note('unit_not_listed', { unit: units.map(({ organization }) => organization).join('、') });

const ROW_RULE: Rule = {
  id: 'unit_row_is_its_total',
  family: 'documents',
  severity: 'error',
  name: {
    zh: '部门表中单位一行 = 该单位自己的合计',
    en: 'a unit’s row in the department’s table = the unit’s own total',
  },
  about: {
    zh: '部门的收入表、支出表等按单位列行的，每一个已加载单位的那一行逐列与该单位自己公布的同一张表的合计行比较，允许取整误差。',
    en: 'Where a department’s tables have a row for each unit, the row of every loaded unit is compared, column by column, with the total of the same table in the unit’s own document, with rounding.',
  },
  left: { zh: '部门表中该单位的行', en: 'the unit’s row in the department’s table' },
  right: { zh: '单位自己的合计', en: 'the unit’s own total' },
  needs: ['units'],
  check(document, { units }) {
    const found = units.flatMap((unit) => LISTED.flatMap((id) => rowOutcomes(document, unit, id)));
    if (found.length > 0) return found;
    const table = LISTED.map((id) => document.tables.get(id)).find((one) => one !== undefined);
    return [unchecked(withoutRow(units), table ? [tableCell(table)] : [])];
  },
};

export const UNIT_RULES: readonly Rule[] = [SUM_RULE, ROW_RULE];
