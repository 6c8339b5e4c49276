import type { Codes } from './codes';
import type { OfficeLevel } from './departments';
import type { Office } from './offices';
import { Random } from './random';

/** What an office is like, whatever the year: people, cost of each, projects, codes it spends under. */
export interface OfficeBase {
  staff: number;
  /** Yuan a year. */
  personnelPerHead: number;
  operatingPerHead: number;
  /** Projects as a multiple of basic expenditure. */
  projects: number;
  /** 项 of its running, and of its projects. */
  running: string;
  projectCodes: readonly string[];
  /** 项 of government funds; null without them. */
  fundCode: string | null;
  ownIncome: number;
  /** Share of projects usually carried over; 0 where nothing is. */
  carriedShare: number;
  isAdministrative: boolean;
}

const STAFF_OF_LEVEL: Readonly<Record<OfficeLevel, number>> = {
  county: 1,
  prefecture: 1.8,
  province: 2.7,
};
const COST_OF_LEVEL: Readonly<Record<OfficeLevel, number>> = {
  county: 1,
  prefecture: 1.14,
  province: 1.32,
};
/** Yuan a head in a county of a middling province. */
const PERSONNEL_PER_HEAD = 112_000;
const OPERATING_PER_HEAD = 13_500;

/** Cost of public staff against the middle of the provinces. */
const WEALTH: Readonly<Record<string, number>> = {
  11: 1.75,
  12: 1.35,
  13: 0.88,
  14: 0.86,
  15: 1.04,
  21: 0.92,
  22: 0.9,
  23: 0.86,
  31: 1.9,
  32: 1.42,
  33: 1.55,
  34: 1,
  35: 1.16,
  36: 0.96,
  37: 1.08,
  41: 0.82,
  42: 1.02,
  43: 0.95,
  44: 1.34,
  45: 0.88,
  46: 1.06,
  50: 1.1,
  51: 1.03,
  52: 0.98,
  53: 0.98,
  54: 1.62,
  61: 0.94,
  62: 0.88,
  63: 1.18,
  64: 1.02,
  65: 1.12,
};
const FUND_CODES = ['2120801', '2120803', '2120899'] as const;
const WITH_FUND = 0.55;
const WITH_CARRYOVER = 0.62;
const UNIT_SHARES = { own: 0.7, service: 0.3 };

/** Places differ in size, and all offices of one place with it. */
const placeSize = (code: string, seed: number): number =>
  new Random('size', seed, code).lognormal(1, 0.32);

function unitShare({ id, parent }: Office): number {
  if (parent === null) return 1;
  return id.endsWith('-own') ? UNIT_SHARES.own : UNIT_SHARES.service;
}

/** What an office is like; the same for the same seed. */
export function baseOf(office: Office, codes: Codes, seed: number): OfficeBase {
  const { place, kind } = office;
  const random = new Random('base', seed, office.id);
  const wealth = WEALTH[place.code.slice(0, 2)] ?? 1;
  const cost = wealth * COST_OF_LEVEL[place.level];
  const items = codes.itemsOf(kind.work);
  const running = items[0] ?? kind.work;
  const others = items.slice(1);
  const usual = kind.staff * STAFF_OF_LEVEL[place.level] * placeSize(place.code, seed);
  return {
    staff: Math.max(3, Math.round(random.lognormal(usual, 0.3) * unitShare(office))),
    personnelPerHead: random.lognormal(PERSONNEL_PER_HEAD * cost, 0.12),
    operatingPerHead: random.lognormal(OPERATING_PER_HEAD * cost, 0.35),
    projects: random.lognormal(kind.projects, 0.75),
    running,
    projectCodes: others.length > 0 ? random.some(others, random.whole(1, 3)) : [running],
    fundCode: kind.hasFund && random.chance(WITH_FUND) ? random.pick(FUND_CODES) : null,
    ownIncome: kind.ownIncome > 0 ? random.lognormal(kind.ownIncome, 0.4) : 0,
    carriedShare: random.chance(WITH_CARRYOVER) ? random.between(0, 0.5) ** 2 : 0,
    isAdministrative: running.endsWith('01'),
  };
}
