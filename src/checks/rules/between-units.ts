import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { absolute } from '@/domain/money';
import {
  compareAmounts,
  lineTerm,
  note,
  sumOf,
  tableCell,
  unchecked,
  twiceSlack,
  type Term,
} from '../compare';
import { comparableName } from '../dictionary';
import type { CheckContext, Outcome, Rule } from '../rule';
import type { TableId } from '@/domain/vocabulary';
import { amountsOf, type Amounts, type Quantity } from './quantities';
import { spendingOf } from './spending';

/** Tables whose amounts stand in no sum with another table, and those that print the same things. */
const LOOSE: readonly TableId[] = ['project', 'performance', 'outsourcing', 'three_public'];
const FIRM: readonly TableId[] = ['project', 'basic', 'expenditure', 'general_public'];

/** 元 for 万元, 千元 for 万元, 万元 for 亿元 and the other way round. */
const FACTORS = [10n, 1_000n, 10_000n, 100_000n, 100_000_000n];

const nameOf = (label: string): string => comparableName(label.replace(/^[0-9A-Z]{8,}[-—_]/u, ''));

type Firm = ReadonlyMap<string, readonly Term[]>;

function firmTerms({ tables }: CheckedDocument): Firm {
  const found = new Map<string, Term[]>();
  for (const id of FIRM) {
    const table = tables.get(id);
    for (const line of table?.lines ?? []) {
      if (!table || !line.fen) continue;
      const name = nameOf(line.row.label);
      const known = found.get(name);
      if (known) known.push(lineTerm(line, table));
      else found.set(name, [lineTerm(line, table)]);
    }
  }
  return found;
}

const isScaled = (a: bigint, b: bigint): boolean =>
  FACTORS.some((factor) => a * factor === b || b * factor === a);

interface Match {
  left: readonly Term[];
  right: readonly Term[];
}

const WHOLE_OF: Partial<Record<TableId, readonly TableId[]>> = {
  performance: ['project', 'expenditure', 'general_public'],
  project: ['expenditure', 'general_public'],
};

/** All that projects come to, wherever another table prints it; several of these need not be the same. */
function wholes(document: CheckedDocument, table: CheckedTable, context: CheckContext): Match[] {
  const others = WHOLE_OF[table.id] ?? [];
  const own =
    table.id === 'project'
      ? (spendingOf(document, table.id, context.dictionary)?.totals[0] ?? new Map())
      : amountsOf(table.lines, table);
  const ofProjects = (amounts: Amounts | null | undefined): Quantity[] =>
    [...(amounts ?? [])]
      .filter(([key, { isPrinted }]) => /total.project$|current.project$/.test(key) && isPrinted)
      .map(([, quantity]) => quantity);
  const left = ofProjects(own);
  return others.flatMap((id) =>
    (spendingOf(document, id, context.dictionary)?.totals ?? []).flatMap((amounts) =>
      ofProjects(amounts).flatMap((right) =>
        left.map((mine) => ({ left: mine.terms, right: right.terms })),
      ),
    ),
  );
}

/** Printed sums may be rounded apart by a few units. */
const isNear = (a: bigint, b: bigint, terms: readonly Term[]): boolean => {
  return 2n * absolute(a - b) <= twiceSlack(...terms);
};

const isWholeScaled = ({ left, right }: Match): boolean =>
  sumOf(left) !== 0n &&
  sumOf(right) !== 0n &&
  FACTORS.some((factor) => {
    const grown = left.map((term) => ({
      ...term,
      fen: term.fen * factor,
      step: term.step * factor,
    }));
    const shrunk = right.map((term) => ({
      ...term,
      fen: term.fen * factor,
      step: term.step * factor,
    }));
    return (
      isNear(sumOf(grown), sumOf(right), [...grown, ...right]) ||
      isNear(sumOf(left), sumOf(shrunk), [...left, ...shrunk])
    );
  });

function inTable(
  document: CheckedDocument,
  table: CheckedTable,
  firm: Firm,
  context: CheckContext,
): Outcome {
  const same: Match[] = [];
  const scaled: Match[] = [];
  const consider = (line: CheckedLine): void => {
    const { fen } = line;
    const others = fen ? (firm.get(nameOf(line.row.label)) ?? []) : [];
    const left = [lineTerm(line, table)];
    const equal = others.find((other) => other.fen === fen);
    const far = fen ? others.find((other) => isScaled(fen, other.fen)) : undefined;
    if (equal) same.push({ left, right: [equal] });
    else if (far) scaled.push({ left, right: [far] });
  };
  if (table.id !== 'project') for (const line of table.lines) consider(line);
  for (const match of wholes(document, table, context)) {
    if (sumOf(match.left) === 0n) continue;
    if (isNear(sumOf(match.left), sumOf(match.right), [...match.left, ...match.right]))
      same.push(match);
    else if (isWholeScaled(match)) scaled.push(match);
  }
  const [first] = same.length > 0 ? same : scaled;
  if (!first) return unchecked(note('nothing_the_same', { table: table.id }), [tableCell(table)]);
  return compareAmounts(first.left, first.right);
}

function unitsAgree(document: CheckedDocument, context: CheckContext): Outcome[] {
  const firm = firmTerms(document);
  return LOOSE.flatMap((id) => {
    const table = document.tables.get(id);
    const hasMoney = table?.lines.some(({ fen }) => fen !== null && fen !== 0n);
    return table && hasMoney ? [inTable(document, table, firm, context)] : [];
  });
}

/** Tables that stand in no sum with another one must still be in the unit they say. */
export const UNIT_RULES: readonly Rule[] = [
  {
    id: 'units_agree',
    family: 'between',
    severity: 'error',
    name: {
      zh: '同一金额在各表中单位一致',
      en: 'the same amount is in the same unit in every table',
    },
    about: {
      zh: '项目表、绩效目标表、委托业务费表、“三公”经费表与支出表中同名的金额（或项目合计）相同；如果没有一个相同，而恰好相差十的整数倍（元、千元、万元），是单位不一致。',
      en: 'Amounts of the same name in the tables of projects, targets, entrusted tasks and three public expenses and in those of expenditure are the same. If none is, and they differ by exactly the factor between two units, the units disagree.',
    },
    left: { zh: '此表', en: 'this table' },
    right: { zh: '另一张表', en: 'the other table' },
    needs: [],
    check: unitsAgree,
  },
];
