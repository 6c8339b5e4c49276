import type { LedgerRow, ThreePublic } from './ledger';
import type { OfficeBase } from './office-base';
import { split, type Random } from './random';

interface BasicExpenditure {
  pay: number;
  contributions: readonly LedgerRow[];
  operating: number;
  threePublic: ThreePublic;
}

/** Economic items of contributions, by the functional code they are paid under. */
const ITEM_OF_CONTRIBUTION: Readonly<Record<string, string>> = {
  2080505: '30108',
  2080506: '30109',
  2101101: '30110',
  2101103: '30111',
  2210201: '30113',
};
/** Items of pay with their usual weights: of administrations, and of institutions. */
const ADMINISTRATION = { 30101: 30, 30102: 26, 30103: 22, 30112: 2, 30199: 4, 30302: 6, 30305: 2 };
const INSTITUTION = { 30101: 34, 30102: 6, 30107: 34, 30112: 2, 30199: 5, 30302: 5, 30309: 1 };
const GOODS = {
  30201: 20,
  30202: 4,
  30205: 2,
  30206: 5,
  30207: 5,
  30209: 6,
  30211: 12,
  30213: 5,
  30215: 3,
  30216: 4,
  30226: 6,
  30228: 8,
  30229: 6,
  30239: 22,
  30299: 8,
  31002: 3,
};
const MOST_LEFT_OUT = 5;

function spread(
  amount: number,
  weights: Readonly<Record<string, number>>,
  random: Random,
): [string, number][] {
  const all = Object.entries(weights);
  const used = random.some(
    all,
    all.length - random.whole(0, Math.min(MOST_LEFT_OUT, all.length - 2)),
  );
  const parts = split(
    amount,
    used.map(([, weight]) => weight * random.between(0.6, 1.4)),
  );
  return used.map(([code], i) => [code, parts[i] ?? 0]);
}

/** Basic expenditure by economic item in grains: pay, contributions, and operating with the three public expenses. */
export function economicItems(
  { pay, contributions, operating, threePublic }: BasicExpenditure,
  { isAdministrative }: OfficeBase,
  random: Random,
): Map<string, number> {
  const { abroad, reception, vehicleRunning, vehicleBuying } = threePublic;
  const rest = operating - abroad - reception - vehicleRunning - vehicleBuying;
  const items: [string, number][] = [
    ...spread(pay, isAdministrative ? ADMINISTRATION : INSTITUTION, random),
    ...contributions.map(({ code, personnel }): [string, number] => [
      ITEM_OF_CONTRIBUTION[code] ?? '30112',
      personnel,
    ]),
    ...spread(rest, GOODS, random),
    ['30212', abroad],
    ['30217', reception],
    ['30231', vehicleRunning],
    ['31013', vehicleBuying],
  ];
  return new Map(items.filter(([, amount]) => amount > 0));
}
