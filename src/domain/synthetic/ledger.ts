import type { Codes } from './codes';
import { economicItems } from './economic-items';
import { baseOf, type OfficeBase } from './office-base';
import type { Office } from './offices';
import { projectsOf, type SyntheticProject } from './projects';
import { Random, split } from './random';

/** Money of a functional code in whole grains: the smallest step that the document prints. */
export interface LedgerRow {
  code: string;
  fund: 'general_public' | 'gov_fund';
  personnel: number;
  operating: number;
  /** Projects from the fund, carried-over money included, and those from income of its own. */
  project: number;
  own: number;
  /** Part of `project` that comes from the year before. */
  carried: number;
}

export interface ThreePublic {
  abroad: number;
  reception: number;
  vehicleRunning: number;
  vehicleBuying: number;
}

/** All figures of one budget, from which every table is printed: so they agree. Amounts in grains. */
export interface Ledger {
  rows: readonly LedgerRow[];
  /** Basic expenditure of the general public budget by economic item. */
  economic: ReadonlyMap<string, number>;
  threePublic: ThreePublic;
  projects: readonly SyntheticProject[];
  procurement: { goods: number; works: number; services: number };
  staff: number;
}

/** Years are worked out from this one on, so that a year is the same whichever others are wanted. */
const FIRST_YEAR = 2014;

/** How far a year is from the first one. */
interface Growth {
  staff: number;
  cost: number;
  projects: number;
}

function growthOf(office: Office, seed: number, year: number): Growth {
  const grown = { staff: 1, cost: 1, projects: 1 };
  for (let at = FIRST_YEAR + 1; at <= year; at += 1) {
    const random = new Random('growth', seed, office.id, at);
    grown.staff *= 1 + random.normal(0, 0.015);
    grown.cost *= 1 + random.normal(0.035, 0.025);
    grown.projects *= random.lognormal(1, 0.22);
  }
  const back = 1.035 ** (FIRST_YEAR - 2026);
  return { ...grown, cost: grown.cost * back };
}

/** Contributions as shares of pay, and the functional code each is paid under. */
const CONTRIBUTIONS = [
  ['2080505', 0.13, 1],
  ['2080506', 0.065, 0.7],
  ['2101101', 0.055, 1],
  ['2101103', 0.02, 0.45],
  ['2210201', 0.09, 0.97],
] as const;

const row = (code: string, more: Partial<LedgerRow>): LedgerRow => ({
  code,
  fund: 'general_public',
  personnel: 0,
  operating: 0,
  project: 0,
  own: 0,
  carried: 0,
  ...more,
});

function threePublicOf(operating: number, random: Random): ThreePublic {
  const some = (share: number, most: number): number =>
    random.chance(share) ? Math.round(operating * random.between(0.002, most)) : 0;
  return {
    abroad: some(0.03, 0.02),
    reception: some(0.7, 0.05),
    vehicleRunning: some(0.6, 0.14),
    vehicleBuying: some(0.02, 0.2),
  };
}

/** Rows of projects: some 项 of the general public budget, one of a government fund. */
function projectRows(base: OfficeBase, projects: number, random: Random): LedgerRow[] {
  const weights = base.projectCodes.map(() => random.between(0.2, 1));
  const parts = split(projects, weights);
  const funded = base.fundCode ? Math.round(projects * random.between(0.2, 1.6)) : 0;
  const carried = (amount: number): number =>
    base.carriedShare > 0 && random.chance(0.8)
      ? Math.round(amount * Math.min(0.9, base.carriedShare * random.between(0.2, 1.8)))
      : 0;
  const general = base.projectCodes.map((code, i) =>
    row(code, { project: parts[i] ?? 0, carried: carried(parts[i] ?? 0) }),
  );
  return base.fundCode && funded > 0
    ? [
        ...general,
        row(base.fundCode, { fund: 'gov_fund', project: funded, carried: carried(funded) }),
      ]
    : general;
}

/** Rows of one code and fund added up, in the order of their codes. */
function merged(rows: readonly LedgerRow[]): LedgerRow[] {
  const byCode = new Map<string, LedgerRow>();
  for (const one of rows) {
    const key = `${one.fund}/${one.code}`;
    const before = byCode.get(key) ?? row(one.code, { fund: one.fund });
    byCode.set(key, {
      ...before,
      personnel: before.personnel + one.personnel,
      operating: before.operating + one.operating,
      project: before.project + one.project,
      own: before.own + one.own,
      carried: before.carried + one.carried,
    });
  }
  return [...byCode.values()]
    .filter(({ personnel, operating, project, own }) => personnel + operating + project + own > 0)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function ownLedger(
  office: Office,
  codes: Codes,
  seed: number,
  year: number,
  grain: number,
): Ledger {
  const base = baseOf(office, codes, seed);
  const random = new Random('ledger', seed, office.id, year);
  const growth = growthOf(office, seed, year);
  const grains = (yuan: number): number => Math.round((yuan * 100) / grain);
  const staff = Math.max(2, Math.round(base.staff * growth.staff));
  const pay = grains(staff * base.personnelPerHead * growth.cost);
  const operating = grains(staff * base.operatingPerHead * growth.cost);
  const contributions = CONTRIBUTIONS.filter(([, , often]) => random.chance(often)).map(
    ([code, share]) => row(code, { personnel: Math.round(pay * share) }),
  );
  const contributed = contributions.reduce((sum, { personnel }) => sum + personnel, 0);
  const projects = Math.round((pay + operating) * base.projects * growth.projects);
  const spent = projectRows(base, projects, random);
  const own = Math.round((pay + operating) * base.ownIncome);
  const rows = merged([
    row(base.running, { personnel: pay - contributed, operating, own }),
    ...contributions,
    ...spent,
  ]);
  const threePublic = threePublicOf(operating, random);
  const share = random.between(0.05, 0.4);
  const [goods = 0, works = 0, services = 0] = split(Math.round(projects * share), [
    random.next(),
    random.next() ** 3,
    random.next() + 0.1,
  ]);
  return {
    rows,
    economic: economicItems(
      { pay: pay - contributed, contributions, operating, threePublic },
      base,
      random,
    ),
    threePublic,
    projects: projectsOf(office, rows, random),
    procurement: { goods, works, services },
    staff,
  };
}

function addedUp(ledgers: readonly Ledger[]): Ledger {
  const economic = new Map<string, number>();
  for (const ledger of ledgers) {
    for (const [code, amount] of ledger.economic) {
      economic.set(code, (economic.get(code) ?? 0) + amount);
    }
  }
  const sum = (of: (ledger: Ledger) => number): number =>
    ledgers.reduce((total, ledger) => total + of(ledger), 0);
  return {
    rows: merged(ledgers.flatMap(({ rows }) => rows)),
    economic,
    threePublic: {
      abroad: sum(({ threePublic }) => threePublic.abroad),
      reception: sum(({ threePublic }) => threePublic.reception),
      vehicleRunning: sum(({ threePublic }) => threePublic.vehicleRunning),
      vehicleBuying: sum(({ threePublic }) => threePublic.vehicleBuying),
    },
    projects: ledgers.flatMap(({ projects }) => projects),
    procurement: {
      goods: sum(({ procurement }) => procurement.goods),
      works: sum(({ procurement }) => procurement.works),
      services: sum(({ procurement }) => procurement.services),
    },
    staff: sum(({ staff }) => staff),
  };
}

/**
 * The figures of an office's budget of a year; a department's are the sum of those of its units. The same for the same
 * seed, whatever else is generated.
 * @param grain fen in the smallest step that the document prints
 */
export function ledgerOf(
  office: Office,
  codes: Codes,
  { seed, year, grain }: { seed: number; year: number; grain: number },
): Ledger {
  if (office.units.length === 0) return ownLedger(office, codes, seed, year, grain);
  return addedUp(office.units.map((unit) => ownLedger(unit, codes, seed, year, grain)));
}
