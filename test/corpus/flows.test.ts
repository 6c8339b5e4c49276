import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '@/db/engine';
import { loadPackage } from '@/db/loading/load';
import { flowRows } from '@/db/queries/flow';
import { structureRows } from '@/db/queries/structure';
import { budgetFlow, type BudgetFlow } from '@/domain/flow';
import { yuanOf } from '@/domain/money';
import { PACKAGE_TABLE_NAMES } from '@/domain/package';
import { packageOfReadings } from '@/domain/reading/package-of-readings';
import { composition, type Composition } from '@/domain/structure';
import { EXPECTED } from './expected';
import { sourceBudgets } from '../helpers/engine';
import { hasCorpus, places, readCorpus } from './read-corpus';

/** Files, and where their printed amounts do not meet: place, side, printed amount, parts. */
const FLOWS: Readonly<Record<string, readonly (readonly [string, string, string, string])[]>> = {
  '江苏/江苏省委办公厅/江苏省委办公厅2019年度部门预算公开表格.pdf': [
    // Basic and project expenditure are printed for the total alone, and are not all of it.
    ['undivided', 'out', '276642200.00', '247260100.00'],
    ['nature:project', 'out', '130253800.00', '0.00'],
  ],
  '长春/2026年长春市信访局部门预算.pdf': [
    // Its classes add up to 0.01 万元 less than the total, and so do its economic classes.
    ['total', 'out', '16827600.00', '16827500.00'],
    ['nature:basic', 'in', '12082000.00', '12081900.00'],
    ['nature:basic', 'out', '12082000.00', '12081900.00'],
  ],
};

describe.skipIf(!hasCorpus)(
  'the way of the money of documents as published (../shared/corpus)',
  () => {
    const flows = new Map<string, BudgetFlow>();
    const structures = new Map<string, Composition>();

    beforeAll(async () => {
      const read = [];
      for (const file of Object.keys(FLOWS)) {
        const { reading } = await readCorpus('published', file);
        read.push({ reading: reading!, source: { file, sha256: null } });
      }
      const { rows } = packageOfReadings(read, { places });
      const engine = await sourceBudgets();
      const encode = new TextEncoder();
      await loadPackage(
        engine,
        PACKAGE_TABLE_NAMES.filter((table) => (rows[table] ?? []).length > 0).map((table) => ({
          table,
          file: `${table}.csv`,
          format: 'csv' as const,
          bytes: encode.encode(Papa.unparse([...rows[table]])),
        })),
      );
      for (const { doc_id: id, source_file: file } of rows.document) {
        const doc = String(id);
        flows.set(String(file), budgetFlow(await ask(engine, flowRows(doc))));
        const parts = await ask(engine, structureRows('function', [doc]));
        structures.set(String(file), composition(parts, [doc], 'function', ''));
      }
    }, 120_000);

    const flowOf = (file: string): BudgetFlow =>
      [...flows].find(([source]) => file.endsWith(source))![1];

    test.each(Object.entries(FLOWS))(
      '%s: differences are shown, and there is no other',
      (file, known) => {
        expect(
          flowOf(file).differences.map(({ node, side, amount, parts }) => [
            node,
            side,
            yuanOf(amount),
            yuanOf(parts),
          ]),
        ).toEqual(known);
      },
    );

    test.each(Object.keys(FLOWS))('%s: its total is that of its balance', (file) => {
      const total = flowOf(file).nodes.find(({ kind }) => kind === 'total');
      expect(yuanOf(total!.amount)).toBe(EXPECTED[file]?.total);
    });

    test.each(Object.keys(FLOWS))('%s: its classes are those of the bars', (file) => {
      const structure = [...structures].find(([source]) => file.endsWith(source))![1];
      const bars = structure.parts
        .flatMap(({ cells }) => [...cells.values()])
        .flatMap(({ amount }) => (amount === null || amount === 0 ? [] : [amount]));
      const classes = flowOf(file).nodes.filter(({ kind }) => kind === 'class');
      expect(classes.map(({ amount }) => Number(amount) / 100).toSorted((a, b) => b - a)).toEqual(
        bars.toSorted((a, b) => b - a),
      );
    });
  },
);

test.runIf(!hasCorpus)(
  'without ../shared/corpus no flow of a published document is followed',
  () => {
    expect(hasCorpus).toBe(false);
  },
);
