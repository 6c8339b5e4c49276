import { Decimal } from 'decimal.js';
import { balance, type Flow, type FlowKind, type FlowLink, type FlowPlace } from './flow-balance';
import { groupBy } from './group';
import { FUNCTION_TABLES } from './measures';
import type { SourceRef } from './source-ref';
import { nameOf, sourceOf, type PartName } from './structure';
import { leafRows, structureTree, type StructureRow, type StructureTree } from './structure-tree';
import type { CellState, Nature } from './vocabulary';

/** A printed row of one budget, on one of the tables that money is followed through; amounts in yuan. */
export interface FlowRow extends StructureRow {
  /** This year's money and the money carried over, where they are printed. */
  current: number | null;
  carryover: number | null;
}

/** A printed part that cannot be drawn: below zero, or without a number. */
export interface Undrawn {
  name: PartName;
  amount: number | null;
  state: CellState;
  source: SourceRef;
}

export interface BudgetFlow extends Flow {
  undrawn: readonly Undrawn[];
}

/** What classes are divided by, and the parts of the basic expenditure where it is not printed itself. */
const BASIC_PARTS: readonly Nature[] = ['personnel', 'operating'];
const BESIDE_BASIC: readonly Nature[] = ['project', 'business', 'to_superior', 'to_subordinate'];
/** Natures whose money is followed on to economic items. */
const WITH_ITEMS: ReadonlySet<Nature> = new Set<Nature>(['basic', ...BASIC_PARTS]);
/** What carried-over money of a fund is called, beside the fund itself. */
const CARRIED = 'carried_';

const TOTAL = 'total';
const UNDIVIDED = 'undivided';

/** Yuan to whole fen, exactly. */
export const fenOfYuan = (yuan: number): bigint => BigInt(new Decimal(yuan).times(100).toFixed(0));

interface Pieces {
  places: FlowPlace[];
  links: FlowLink[];
  undrawn: Undrawn[];
}

interface Tables {
  rows(table: string, side: string, nature: Nature): readonly FlowRow[];
  /** The expenditure side of a table. */
  tree(table: string, nature: Nature): StructureTree;
}

function tablesOf(rows: readonly FlowRow[]): Tables {
  const key = (...parts: readonly string[]) => parts.join(' ');
  const groups = groupBy(rows, ({ table_id, side, nature }) => key(table_id, side, nature));
  const found: Tables['rows'] = (...parts) => groups.get(key(...parts)) ?? [];
  return {
    rows: found,
    tree: (table, nature) => structureTree(found(table, 'expenditure', nature)),
  };
}

const isPositive = (amount: number | null): amount is number => amount !== null && amount > 0;
const grandTotal = (rows: readonly StructureRow[]): StructureRow | null =>
  rows.find((row) => row.is_grand_total && isPositive(row.amount)) ?? null;
const topParts = (tree: StructureTree): StructureRow[] => tree.childrenOf(null);

/**
 * The way of the money of one budget: sources, total, functional classes, basic and project, economic items and
 * projects. Every link is a printed amount; what printed amounts leave open goes to, or comes from, a node of its own.
 */
export function budgetFlow(rows: readonly FlowRow[]): BudgetFlow {
  const tables = tablesOf(rows);
  const classes = classRows(tables);
  const dividing = dividingTable(tables, classes);
  const parts = [
    sources(tables),
    total(tables),
    spending(tables, classes, dividing),
    dividing ? divided(tables, classes, dividing) : undivided(tables, classes),
  ];
  const natures = parts.flatMap(({ places }) => places.filter(({ kind }) => kind === 'nature'));
  const all = joined([...parts, ...natures.map(({ name }) => items(tables, name!.code as Nature))]);
  return { ...balance(all.places, all.links), undrawn: all.undrawn };
}

const joined = (pieces: readonly Pieces[]): Pieces => ({
  places: pieces.flatMap(({ places }) => places),
  links: pieces.flatMap(({ links }) => links),
  undrawn: pieces.flatMap(({ undrawn }) => undrawn),
});

const undrawnOf = (row: StructureRow, name: PartName): Undrawn[] =>
  row.state === 'zero' || isPositive(row.amount)
    ? []
    : [{ name, amount: row.amount, state: row.state, source: sourceOf(row) }];

/** Every fund at its last level; this year's money and what is carried over apart where both are printed. */
function sources({ rows }: Tables): Pieces {
  const pieces = leafRows(rows('balance', 'income', 'total')).map((row): Pieces => {
    const isSplit = row.current !== null || row.carryover !== null;
    const own = { ...nameOf(row, row.code ?? row.label) };
    const carried = { ...own, key: CARRIED + own.key, code: row.code && CARRIED + row.code };
    const ofRow = row.is_part ? 'fund' : 'carried';
    const parts = isSplit
      ? [
          { kind: ofRow, name: own, amount: row.current } as const,
          { kind: 'carried', name: row.is_part ? carried : own, amount: row.carryover } as const,
        ]
      : [{ kind: ofRow, name: own, amount: row.amount } as const];
    const drawn = parts.flatMap(({ kind, name, amount }) =>
      isPositive(amount) ? [{ id: `${kind}:${row.row_no}`, kind, name, amount }] : [],
    );
    const source = sourceOf(row);
    return {
      places: drawn.map(({ id, kind, name, amount }) => ({
        id,
        kind,
        name,
        source,
        step: 'source',
        opens: false,
        amount: fenOfYuan(amount),
      })),
      links: drawn.map(({ id, amount }) => ({
        from: id,
        to: TOTAL,
        fen: fenOfYuan(amount),
        source,
      })),
      undrawn: drawn.length > 0 ? [] : undrawnOf(row, own),
    };
  });
  return joined(pieces);
}

const onlyPlace = (place: FlowPlace): Pieces => ({ places: [place], links: [], undrawn: [] });

function totalRow({ rows }: Tables): StructureRow | null {
  const [spent, received] = (['expenditure', 'income'] as const).map((side) =>
    grandTotal(rows('balance', side, 'total')),
  );
  return spent ?? received ?? grandTotal(rows('expenditure', 'expenditure', 'total'));
}

function total(tables: Tables): Pieces {
  const row = totalRow(tables);
  return onlyPlace({
    id: TOTAL,
    step: 'total',
    kind: 'total',
    name: null,
    amount: row && fenOfYuan(row.amount!),
    source: row && sourceOf(row),
    opens: true,
  });
}

/** Classes of the best table that has an amount for one; items of the best table where no class is printed. */
function classRows({ tree }: Tables): StructureRow[] {
  const tops = FUNCTION_TABLES.map((table) => topParts(tree(table, 'total')));
  const has = (top: StructureRow[], deepest: number) =>
    top.some(({ amount, level }) => isPositive(amount) && level <= deepest);
  return tops.find((top) => has(top, 1)) ?? tops.find((top) => has(top, Infinity)) ?? [];
}

const classId = (row: StructureRow): string => `class:${row.row_no}`;

/** Links from one place to a row each; rows without a positive amount are told of. */
function branches(
  from: string,
  rows: readonly { row: StructureRow; id: string; name: PartName }[],
  place: Pick<FlowPlace, 'step' | 'kind' | 'opens'>,
): Pieces {
  return joined(
    rows.map(({ row, id, name }) => {
      if (!isPositive(row.amount)) return { places: [], links: [], undrawn: undrawnOf(row, name) };
      const fen = fenOfYuan(row.amount);
      const source = sourceOf(row);
      return {
        places: [{ ...place, id, name, amount: fen, source }],
        links: [{ from, to: id, fen, source }],
        undrawn: [],
      };
    }),
  );
}

/** What the total goes to: the classes, and money kept for next year. */
function spending(
  tables: Tables,
  classes: readonly StructureRow[],
  dividing: string | null,
): Pieces {
  const spent = tables.rows('balance', 'expenditure', 'total');
  const whole = grandTotal(spent);
  const kept = spent.filter(
    (row) => !row.is_part && row.level > 0 && whole !== null && row.parent_row_no === whole.row_no,
  );
  const named = (rows: readonly StructureRow[], id: (row: StructureRow) => string) =>
    rows.map((row) => ({ row, id: id(row), name: nameOf(row, row.code ?? row.label) }));
  return joined([
    branches(TOTAL, named(classes, classId), {
      step: 'class',
      kind: 'class',
      opens: dividing !== null,
    }),
    branches(
      TOTAL,
      named(kept, (row) => `next:${row.row_no}`),
      { step: 'class', kind: 'next_year', opens: false },
    ),
  ]);
}

const naturesOf = (isPrinted: (nature: Nature) => boolean): Nature[] => [
  ...(isPrinted('basic') ? (['basic'] as const) : BASIC_PARTS.filter(isPrinted)),
  ...BESIDE_BASIC.filter(isPrinted),
];

/** Natures that a table prints an amount of for one of the classes. */
const dividedBy = ({ tree }: Tables, classes: readonly StructureRow[], table: string): Nature[] =>
  naturesOf((nature) => {
    const parts = tree(table, nature);
    return classes.some((row) => isPositive(samePart(row, classes, parts)?.amount ?? null));
  });

/** The table that divides the classes by basic and project. */
const dividingTable = (tables: Tables, classes: readonly StructureRow[]): string | null =>
  FUNCTION_TABLES.find((table) => dividedBy(tables, classes, table).length > 0) ?? null;

const naturePlace = (nature: Nature, row: StructureRow | null): FlowPlace => ({
  id: natureId(nature),
  step: 'nature',
  kind: 'nature',
  name: { key: nature, code: nature, zh: null, en: null, label: nature },
  amount: row && fenOfYuan(row.amount!),
  source: row && sourceOf(row),
  opens: nature === 'project' || WITH_ITEMS.has(nature),
});
const natureId = (nature: Nature): string => `nature:${nature}`;

function divided(tables: Tables, classes: readonly StructureRow[], table: string): Pieces {
  const shown = classes.filter(({ amount }) => isPositive(amount));
  const natures = dividedBy(tables, shown, table);
  return joined(
    natures.map((nature) => {
      const tree = tables.tree(table, nature);
      const links = shown.flatMap((row): FlowLink[] => {
        const part = samePart(row, shown, tree);
        if (!part || !isPositive(part.amount)) return [];
        const [from, to] = [classId(row), natureId(nature)];
        return [{ from, to, fen: fenOfYuan(part.amount), source: sourceOf(part) }];
      });
      const printed = grandTotal(tables.rows(table, 'expenditure', nature));
      const undrawn = topParts(tree)
        .filter(({ amount }) => (amount ?? 0) < 0)
        .flatMap((row) => undrawnOf(row, nameOf(row, tree.keyOf(row))));
      return { places: [naturePlace(nature, printed)], links, undrawn };
    }),
  );
}

/** The row of a class in another tree: the same row of the same table, else the class by its code or name. */
function samePart(
  row: StructureRow,
  classes: readonly StructureRow[],
  tree: StructureTree,
): StructureRow | null {
  if (tree.rows[0]?.table_id === row.table_id) return tree.byRowNo(row.row_no);
  const own = structureTree(classes);
  const key = own.keyOf(row);
  return own.find(key) === row ? tree.find(key) : null;
}

/** Classes that no table divides; the total may be divided all the same. */
function undivided({ rows }: Tables, classes: readonly StructureRow[]): Pieces {
  const totals = (table: string) =>
    naturesOf((nature) => grandTotal(rows(table, 'expenditure', nature)) !== null);
  const table = FUNCTION_TABLES.find((id) => totals(id).length > 0);
  const shown = classes.filter(({ amount }) => isPositive(amount));
  if (!table) return joined([]);
  const natures = totals(table).map((nature) => ({
    nature,
    row: grandTotal(rows(table, 'expenditure', nature))!,
  }));
  const from = shown.length > 0 ? UNDIVIDED : TOTAL;
  return joined([
    ...(shown.length > 0
      ? [
          onlyPlace({
            id: UNDIVIDED,
            step: 'undivided',
            kind: 'undivided',
            name: null,
            source: null,
            amount: null,
            opens: true,
          }),
        ]
      : []),
    {
      places: natures.map(({ nature, row }) => naturePlace(nature, row)),
      links: [
        ...shown.map((row) => ({
          from: classId(row),
          to: UNDIVIDED,
          fen: fenOfYuan(row.amount!),
          source: sourceOf(row),
        })),
        ...natures.map(({ nature, row }) => ({
          from,
          to: natureId(nature),
          fen: fenOfYuan(row.amount!),
          source: sourceOf(row),
        })),
      ],
      undrawn: [],
    },
  ]);
}

/** What basic expenditure is spent on, by economic class, and project expenditure, by project. */
function items({ tree, rows }: Tables, nature: Nature): Pieces {
  const kind: FlowKind = nature === 'project' ? 'project' : 'economic';
  const parts =
    nature === 'project'
      ? rows('project', 'expenditure', 'project')
      : WITH_ITEMS.has(nature)
        ? topParts(tree('basic', nature))
        : [];
  const named = parts.map((row) => ({
    row,
    id: `${kind}:${nature}:${row.row_no}`,
    name: nameOf(row, row.code ?? row.label),
  }));
  return branches(natureId(nature), named, { step: 'item', kind, opens: false });
}
