import { describe, expect, test } from 'vitest';
import { checkEach } from '@/checks/check-batch';
import { checkedDocuments, type CheckedRows } from '@/checks/checked-document';
import { readCodes } from '@/cli/generate';
import { readPlaces } from '@/cli/places';
import { codesOf } from '@/domain/synthetic/codes';
import type { SyntheticDocument } from '@/domain/synthetic/document';
import { isSynthetic, SYNTHETIC } from '@/domain/synthetic/label';
import { syntheticDocuments, type PackageWish } from '@/domain/synthetic/nation';
import { officesOf } from '@/domain/synthetic/offices';
import { placesOfScale } from '@/domain/synthetic/places';
import { PACKAGE_TABLE_NAMES } from '@/domain/package';
import { noRows, rowProblems, type PackageRows } from '@/domain/reading/package-row';
import { shippedNames } from '../../helpers/checked';

const places = readPlaces();
const codes = codesOf(readCodes());
const wish = (over: Partial<PackageWish> = {}): PackageWish => ({
  scale: 'county',
  years: 1,
  seed: 1,
  detail: 'full',
  place: '220622',
  places,
  codes,
  ...over,
});
const made = (over: Partial<PackageWish> = {}): SyntheticDocument[] => [
  ...syntheticDocuments(wish(over)),
];

function joined(documents: readonly SyntheticDocument[]): PackageRows {
  const rows = noRows();
  for (const one of documents) {
    for (const name of PACKAGE_TABLE_NAMES) rows[name].push(...one.rows[name]);
  }
  return rows;
}
const idOf = ({ rows }: SyntheticDocument): string => String(rows.document[0]?.doc_id);

const county = made();
const rows = joined(county);

describe('a made-up county', () => {
  test('has some eighty organizations with a budget each, and a few final accounts', () => {
    expect(rows.organization.length).toBeGreaterThan(65);
    expect(rows.organization.length).toBeLessThan(100);
    const budgets = rows.document.filter(({ stage }) => stage === 'budget');
    expect(budgets.length / rows.organization.length).toBeGreaterThan(0.9);
    expect(rows.document.some(({ stage }) => stage === 'final')).toBe(true);
  });

  test('keeps to the package', () => {
    expect(rowProblems({ ...rows, jurisdiction: [] })).toEqual([]);
  });

  test('says in every row of every table that it is synthetic', () => {
    for (const name of PACKAGE_TABLE_NAMES) {
      for (const row of rows[name]) {
        expect(isSynthetic({ doc_id: String(row.doc_id ?? row.org_id) })).toBe(true);
      }
    }
    for (const { name, short_name } of rows.organization) {
      expect(String(name).startsWith(SYNTHETIC)).toBe(true);
      expect(String(short_name).startsWith(SYNTHETIC)).toBe(true);
    }
    for (const { title } of rows.document) expect(String(title).startsWith(SYNTHETIC)).toBe(true);
  });

  test('leaves out what real budgets leave out', () => {
    const counted = rows.headcount.length / rows.document.length;
    expect(counted).toBeGreaterThan(0.35);
    expect(counted).toBeLessThan(0.85);
    const states = new Set(rows.line.map(({ state }) => state));
    expect(states).toContain('blank');
    expect(states).toContain('zero');
    const tables = new Map<string, number>();
    for (const { table_id } of rows.printed_table) {
      tables.set(String(table_id), (tables.get(String(table_id)) ?? 0) + 1);
    }
    expect(tables.get('project')).toBeLessThan(rows.document.length * 0.8);
  });

  test('fails no check but for the sums that were printed wrongly on purpose', () => {
    const documents = checkedDocuments(rows as unknown as CheckedRows);
    const wanted = documents.map(({ id }) => id);
    const failing = new Set<string>();
    for (const checks of checkEach(documents, wanted, shippedNames())) {
      if ('message' in checks) throw new Error(checks.message);
      const failed = checks.checks.filter(({ outcome }) => outcome.status === 'fail');
      if (failed.length > 0) failing.add(checks.document.id);
    }
    const planted = county.filter(({ fault }) => fault !== null).map(idOf);
    expect(planted.length).toBeGreaterThan(0);
    for (const id of planted) expect(failing).toContain(id);
    const near = (id: string): boolean =>
      planted.some((other) => {
        const org = (doc: string): string => doc.replace(/(-own|-service)?-\d{4}-\w+$/, '');
        return org(other) === org(id);
      });
    expect([...failing].filter((id) => !near(id))).toEqual([]);
  });
});

describe('the same seed', () => {
  test('gives the same documents, another gives others', () => {
    expect(made()).toEqual(county);
    expect(made({ seed: 2 })).not.toEqual(county);
  });

  test('gives a document the same figures, whatever is generated with it', () => {
    const longer = made({ years: 2 });
    const [first] = county;
    const again = longer.find((one) => idOf(one) === idOf(first!));
    expect(again?.rows.line).toEqual(first?.rows.line);
  });

  test('gives the main amounts of the full tables where only these are wanted', () => {
    const few = joined(made({ detail: 'measures' }));
    expect(few.line.length / few.document.length).toBeGreaterThan(10);
    expect(few.line.length / few.document.length).toBeLessThan(20);
    const sound = county.filter(({ fault }) => fault === null).slice(0, 20);
    for (const { rows: full } of sound) {
      const wanted = few.line.filter(({ doc_id }) => doc_id === full.document[0]?.doc_id);
      const totals = new Set(
        full.line.map((one) => `${one.table_id}/${one.nature}/${one.vintage}/${one.amount}`),
      );
      for (const one of wanted) {
        if (one.state === 'unreadable') continue;
        const key = `${one.table_id}/${one.nature}/${one.vintage}/${one.amount}`;
        expect(totals.has(key) || full.line.some(({ state }) => state === 'unreadable')).toBe(true);
      }
    }
  });
});

describe('scales', () => {
  const count = (scale: PackageWish['scale'], code?: string): number =>
    placesOfScale(places, scale, { seed: 1, code }).length;

  test('hold the places of the table', () => {
    expect(count('county')).toBe(1);
    expect(count('prefecture', '360800')).toBe(14);
    const nation = placesOfScale(places, 'nation', { seed: 1 });
    const levels = new Map<string, number>();
    for (const { level } of nation) levels.set(level, (levels.get(level) ?? 0) + 1);
    expect([...levels].toSorted()).toEqual([
      ['county', places.filter(({ level }) => level === 'county').length],
      ['prefecture', places.filter(({ level }) => level === 'prefecture').length],
      ['province', 31],
    ]);
    expect(levels.get('county')).toBeGreaterThan(2_800);
  });

  test('refuse a place of another level', () => {
    expect(() => count('county', '220000')).toThrow(RangeError);
    expect(() => count('prefecture', '999999')).toThrow(RangeError);
  });

  test('a nation has some two hundred and forty thousand organizations', () => {
    const sample = placesOfScale(places, 'nation', { seed: 1 }).filter((_, i) => i % 50 === 0);
    const offices = sample
      .flatMap((place) => officesOf(place, 1))
      .reduce((sum, { units }) => sum + 1 + units.length, 0);
    const all = (offices / sample.length) * 3_200;
    expect(all).toBeGreaterThan(210_000);
    expect(all).toBeLessThan(270_000);
  });
});
