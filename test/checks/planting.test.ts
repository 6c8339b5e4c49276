import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '@/checks/check-document';
import { findingKey } from '@/checks/finding-rows';
import { fenOf } from '@/domain/money';
import { hasCorpus, printTable } from '../corpus/read-corpus';
import { bundledRows, corpusRows } from '../helpers/checked';
import {
  foundBy,
  groundsOf,
  placeOf,
  PLANTING_KINDS,
  plantings,
  type Ground,
  type Planting,
} from '../helpers/planting';

const PLANTINGS = 500;
/** What has to be found of the plantings in a document, in percent. */
const LEAST = 95;
/** So many swaps are planted with all rows of a document as likely. */
const SWAPS = 150;
/**
 * What has to be found of those, in percent. Two rows that have changed places are seen where one of them is printed
 * twice, in another table, in the text or as a sum of its own, or where the column it now stands in cannot be its own. In
 * a list below one total whose rows nothing else prints (items of basic expenditure beside no table by item, projects
 * beside no project table and without cost targets), both rows stand in the same sums of the same columns: the document
 * as it is then printed is as sound as before, and no check of it alone can tell. A document that has one such list and
 * little else has most of its rows there, and so most of these swaps; the plantings above draw the table first.
 */
const LEAST_OF_SWAPS = 85;
/** Of the plantings of one amount that stands in three comparisons and more, how many are named as the one cause. */
const NAMED = 88;

const SETS: readonly (readonly [name: string, rows: () => Promise<Ground[]>, there: boolean])[] = [
  ['bundled', async () => groundsOf(bundledRows()), true],
  ['rebuilt from files', async () => groundsOf(await corpusRows('rebuilt')), hasCorpus],
  ['published', async () => groundsOf(await corpusRows('published')), hasCorpus],
];

const percent = (of: number, all: number): string =>
  all === 0 ? '–' : ((100 * of) / all).toFixed(1);

interface Share {
  made: number;
  found: number;
}

/** How many swaps were made with all rows as likely, and how many found. */
function swapShare(ground: Ground): Share {
  const made = [...plantings(ground, SWAPS, ['rows'], 'by row')];
  return { made: made.length, found: made.filter((one) => foundBy(ground, one)).length };
}

/** How many plantings were made, and how many found, by kind. */
function shares(ground: Ground): Map<string, Share> {
  const all = new Map(['all', ...PLANTING_KINDS].map((kind) => [kind, { made: 0, found: 0 }]));
  for (const planting of plantings(ground, PLANTINGS)) {
    const found = foundBy(ground, planting) ? 1 : 0;
    for (const kind of ['all', planting.kind]) {
      const count = all.get(kind);
      if (count) {
        count.made++;
        count.found += found;
      }
    }
  }
  return all;
}

/** One amount in a cell that stands in three comparisons and more. */
function wellTied({ comparisons }: Ground, { changed }: Planting): boolean {
  const [cell] = changed;
  if (!cell) return false;
  const place = placeOf({ table: cell.table, row: cell.row.rowNo, column: cell.colNo });
  return (comparisons.get(place) ?? 0) >= 3;
}

/** Whether the new failures have one cause, which names the cell and what stood there. */
function isNamed(ground: Ground, { document, changed }: Planting): boolean {
  const [cell] = changed;
  const { checks, causes } = checkDocument(document, ground.context);
  const isNew = (at: number): boolean => {
    const check = checks[at];
    return check !== undefined && !ground.failing.has(findingKey(check));
  };
  const [cause, ...more] = causes.filter(({ checks: explained }) =>
    explained.some((at) => isNew(at) && checks[at]?.outcome.status === 'fail'),
  );
  const step = document.tables.get(cell?.table ?? 'balance')?.step ?? 1n;
  const off = fenOf(cause?.suggested ?? '0') - (cell?.fen ?? 0n);
  return (
    more.length === 0 &&
    cause?.kind === 'cell' &&
    cause.cell !== null &&
    cell !== undefined &&
    placeOf(cause.cell) ===
      placeOf({ table: cell.table, row: cell.row.rowNo, column: cell.colNo }) &&
    (off < 0n ? -off : off) <= 10n * step
  );
}

describe.each(SETS)('errors planted into documents: %s', (name, groundsOfSet, there) => {
  let grounds: Ground[] = [];
  const rows: (string | number)[][] = [];

  beforeAll(async () => {
    if (there) grounds = (await groundsOfSet()).filter(({ lines }) => lines.size > 0);
  }, 300_000);

  afterAll(() => {
    if (rows.length > 0)
      printTable([['document', 'all %', ...PLANTING_KINDS, 'any rows'], ...rows]);
  });

  it.skipIf(!there)(
    `finds ${LEAST} % of ${PLANTINGS} in each`,
    () => {
      expect(grounds.length).toBeGreaterThan(0);
      const short: string[] = [];
      for (const ground of grounds) {
        const counts = [...shares(ground).values()];
        const [all] = counts;
        const swaps = swapShare(ground);
        const own = [...counts, swaps].map(({ made, found }) => percent(found, made));
        rows.push([ground.document.id, ...own]);
        const isShort = ({ made, found }: Share, least: number): boolean =>
          made === 0 || 100 * found < least * made;
        if ((all && isShort(all, LEAST)) || isShort(swaps, LEAST_OF_SWAPS))
          short.push(`${ground.document.id}: ${own.join(' ')}`);
      }
      expect(short).toEqual([]);
    },
    900_000,
  );

  it.skipIf(!there)(
    'names the one cell that was changed',
    () => {
      let named = 0;
      let tried = 0;
      for (const ground of grounds)
        for (const planting of plantings(ground, 40, ['amount'])) {
          if (!wellTied(ground, planting)) continue;
          tried++;
          if (isNamed(ground, planting)) named++;
        }
      process.stdout.write(
        `\n${name}: ${named} of ${tried} changed amounts named as the one cause\n`,
      );
      expect(tried).toBeGreaterThan(20);
      expect((100 * named) / tried).toBeGreaterThanOrEqual(NAMED);
    },
    600_000,
  );
});
