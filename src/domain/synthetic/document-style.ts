import type { PrintedUnit } from '@/domain/money';
import type { HeadcountKind, TableId } from '@/domain/vocabulary';
import type { Office } from './offices';
import { Random } from './random';

/** How an office prints its budgets; the same in all years, as their columns are. */
export interface OfficeStyle {
  unit: PrintedUnit;
  /** Fen in the smallest printed step. */
  grain: number;
  /** This year's money and that carried over stand in columns of their own. */
  hasVintages: boolean;
  /** A zero is printed as one; else its cell is left blank. */
  printsZeros: boolean;
  headcount: HeadcountKind | null;
}

/** What one document leaves out or gets wrong. */
export interface DocumentStyle {
  omitted: ReadonlySet<TableId>;
  hasStatements: boolean;
  /** One sum is printed that its parts do not come to. */
  hasError: boolean;
  hasUnreadable: boolean;
}

const YUAN_GRAIN = 100;
const MYRIAD_GRAIN = 10_000;
const IN_YUAN = 0.12;
const WITH_VINTAGES = 0.34;
const PRINTS_ZEROS = 0.4;
const HEADCOUNTS: readonly (readonly [HeadcountKind, number])[] = [
  ['authorized', 0.34],
  ['actual', 0.22],
  ['average', 0.05],
];

/** How often a table is not published. */
const OMITTED: readonly (readonly [TableId, number])[] = [
  ['balance', 0.02],
  ['income', 0.08],
  ['expenditure', 0.04],
  ['appropriation', 0.12],
  ['general_public', 0.03],
  ['basic', 0.1],
  ['three_public', 0.08],
  ['gov_fund', 0.12],
  ['state_capital', 0.3],
  ['project', 0.42],
  ['performance', 0.6],
  ['outsourcing', 0.86],
];
const STATEMENTS = 0.8;
const ERRORS = 0.04;
const UNREADABLE = 0.004;

function headcountOf(random: Random): HeadcountKind | null {
  let drawn = random.next();
  for (const [kind, share] of HEADCOUNTS) {
    if (drawn < share) return kind;
    drawn -= share;
  }
  return null;
}

/** Units print as their department does. */
export function officeStyle(office: Office, seed: number): OfficeStyle {
  const random = new Random('style', seed, office.parent ?? office.id);
  const inYuan = random.chance(IN_YUAN);
  return {
    unit: inYuan ? '元' : '万元',
    grain: inYuan ? YUAN_GRAIN : MYRIAD_GRAIN,
    hasVintages: random.chance(WITH_VINTAGES),
    printsZeros: random.chance(PRINTS_ZEROS),
    headcount: headcountOf(random),
  };
}

/** What is missing and wrong in one document; `key` is its identifier. */
export function documentStyle(key: string, seed: number): DocumentStyle {
  const random = new Random('document', seed, key);
  const omitted = new Set<TableId>();
  for (const [table, share] of OMITTED) if (random.chance(share)) omitted.add(table);
  // Nobody publishes a document that says nothing of the total.
  if (omitted.has('expenditure')) omitted.delete('balance');
  if (omitted.has('project')) omitted.add('performance').add('outsourcing');
  return {
    omitted,
    hasStatements: random.chance(STATEMENTS),
    hasError: random.chance(ERRORS),
    hasUnreadable: random.chance(UNREADABLE),
  };
}
