import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetFlow, fenOfYuan, type BudgetFlow, type FlowRow } from '@/domain/flow';
import { drawnFlow } from '@/domain/flow-drawing';
import { flowFacts } from '@/domain/flow-facts';
import { flowRow, GRAND } from '../helpers/structure-rows';

const income = (rowNo: number, fund: string, amount: number | null, more: Partial<FlowRow> = {}) =>
  flowRow(rowNo, fund, amount, { table_id: 'balance', side: 'income', ...more });
const balanceTotal = (amount: number) =>
  flowRow(99, null, amount, { table_id: 'balance', ...GRAND });
const ofClass = (
  rowNo: number,
  code: string,
  amounts: Partial<Record<FlowRow['nature'], number>>,
) =>
  Object.entries(amounts).map(([nature, amount]) =>
    flowRow(rowNo, code, amount, { nature: nature as FlowRow['nature'] }),
  );
const economic = (rowNo: number, code: string, amount: number, more: Partial<FlowRow> = {}) =>
  flowRow(rowNo, code, amount, { table_id: 'basic', nature: 'basic', ...more });
const project = (rowNo: number, amount: number | null) =>
  flowRow(rowNo, null, amount, { table_id: 'project', nature: 'project', label: `项目${rowNo}` });

const SMALL = [
  income(1, 'general_public', 90.1, { current: 80, carryover: 10.1 }),
  balanceTotal(90.1),
  ...ofClass(1, '201', { total: 70.1, basic: 30, project: 40.1 }),
  ...ofClass(2, '208', { total: 20, basic: 20 }),
  economic(1, '301', 45),
  economic(2, '302', 5),
  project(3, 40.1),
];

const links = ({ links: all }: BudgetFlow) =>
  all.map(({ from, to, fen }) => `${from} ${to} ${fen}`);
const through = (flow: BudgetFlow, id: string) => {
  const sum = (key: 'from' | 'to') =>
    flow.links.filter((link) => link[key] === id).reduce((total, { fen }) => total + fen, 0n);
  return { come: sum('to'), go: sum('from') };
};

describe('the way of a budget’s money', () => {
  it('goes from funds to economic items and projects, as printed', () => {
    const flow = budgetFlow(SMALL);
    expect(links(flow)).toEqual([
      'fund:1 total 8000',
      'carried:1 total 1010',
      'total class:1 7010',
      'total class:2 2000',
      'class:1 nature:basic 3000',
      'class:2 nature:basic 2000',
      'class:1 nature:project 4010',
      'nature:basic economic:basic:1 4500',
      'nature:basic economic:basic:2 500',
      'nature:project project:project:3 4010',
    ]);
    expect(flow.differences).toEqual([]);
    expect(flow.nodes.find(({ id }) => id === 'carried:1')?.name?.code).toBe(
      'carried_general_public',
    );
  });

  it('shows what parts leave open, exact to the fen', () => {
    const flow = budgetFlow(
      SMALL.map((row) => (row.table_id === 'project' ? project(3, 40) : row)),
    );
    expect(flow.differences).toEqual([
      { node: 'nature:project', side: 'out', amount: 4010n, parts: 4000n },
    ]);
    expect(links(flow)).toContain('nature:project to:4 10');
    expect(flow.nodes.find(({ id }) => id === 'to:4')).toMatchObject({ step: 'item', fen: 10n });
  });

  it('shows what parts have too much', () => {
    const flow = budgetFlow([...SMALL, economic(3, '303', 1)]);
    expect(flow.differences).toEqual([
      { node: 'nature:basic', side: 'out', amount: 5000n, parts: 5100n },
    ]);
    expect(links(flow)).toContain('from:4 nature:basic 100');
    expect(flow.nodes.find(({ id }) => id === 'nature:basic')).toMatchObject({
      amount: 5000n,
      fen: 5100n,
    });
  });

  it('lets classes that no table divides flow together where the total is divided', () => {
    const rows = SMALL.filter(
      ({ nature, table_id }) => nature === 'total' || table_id !== 'expenditure',
    );
    const totals = [
      flowRow(50, null, 48, { ...GRAND, nature: 'basic' }),
      flowRow(50, null, 40.1, { ...GRAND, nature: 'project' }),
    ];
    const flow = budgetFlow([...rows, ...totals]);
    expect(links(flow)).toEqual(
      expect.arrayContaining([
        'class:1 undivided 7010',
        'class:2 undivided 2000',
        'undivided nature:basic 4800',
        'undivided nature:project 4010',
        'undivided to:3 200',
      ]),
    );
  });

  it('takes personnel and operating where basic expenditure is not printed', () => {
    const flow = budgetFlow([
      balanceTotal(10),
      ...ofClass(1, '201', { total: 10, personnel: 7, operating: 3 }),
      economic(1, '301', 7, { nature: 'personnel' }),
      economic(2, '302', 3, { nature: 'operating' }),
    ]);
    expect(links(flow)).toEqual(
      expect.arrayContaining([
        'class:1 nature:personnel 700',
        'nature:personnel economic:personnel:1 700',
        'nature:operating economic:operating:2 300',
        'from:1 total 1000',
      ]),
    );
  });

  it('counts a sum only once, be its parts blank or not all printed', () => {
    const rows = [
      income(1, 'appropriation', 8, { parent_row_no: 9 }),
      income(2, 'general_public', null, { parent_row_no: 1 }),
      income(3, 'institution', 2, { parent_row_no: 9, is_partial: true }),
      income(4, 'other_income', 1, { parent_row_no: 3 }),
      income(9, 'all', 10, GRAND),
    ];
    expect(links(budgetFlow(rows)).slice(0, 2)).toEqual(['fund:1 total 800', 'fund:3 total 200']);
  });

  it('draws nothing below zero or without a number, and says so', () => {
    const flow = budgetFlow([...SMALL, ...ofClass(5, '229', { total: -3 }), project(6, null)]);
    expect(flow.undrawn.map(({ amount, state }) => [amount, state])).toEqual([
      [-3, 'number'],
      [null, 'blank'],
    ]);
  });

  it('is empty for a document without these tables', () => {
    expect(budgetFlow([])).toMatchObject({ nodes: [], links: [], differences: [] });
  });
});

describe('whatever is printed', () => {
  const yuan = fc.option(
    fc.integer({ min: -500, max: 9000 }).map((fen) => fen / 100),
    { nil: null },
  );
  const anyRows = fc
    .record({
      funds: fc.array(fc.tuple(yuan, yuan, yuan), { maxLength: 4 }),
      total: fc.option(
        fc.integer({ min: 1, max: 20000 }).map((fen) => fen / 100),
        { nil: null },
      ),
      classes: fc.array(fc.tuple(yuan, yuan, yuan, yuan), { maxLength: 5 }),
      items: fc.array(yuan, { maxLength: 4 }),
      projects: fc.array(yuan, { maxLength: 4 }),
      natureTotals: fc.tuple(yuan, yuan),
    })
    .map(({ funds, total, classes, items, projects, natureTotals }) => [
      ...funds.map(([amount, current, carryover], i) =>
        income(i + 1, 'general_public', amount, { current, carryover }),
      ),
      ...(total === null ? [] : [balanceTotal(total)]),
      ...classes.flatMap(([whole, basic, own, personnel], i) => [
        flowRow(i + 1, String(201 + i), whole),
        flowRow(i + 1, String(201 + i), basic, { nature: 'basic' }),
        flowRow(i + 1, String(201 + i), own, { nature: 'project' }),
        flowRow(i + 1, String(201 + i), personnel, { nature: 'personnel' }),
      ]),
      ...natureTotals.map((amount, i) =>
        flowRow(50, null, amount, { ...GRAND, nature: i === 0 ? 'basic' : 'project' }),
      ),
      ...items.flatMap((amount, i) =>
        amount === null ? [] : [economic(i + 1, String(301 + i), amount)],
      ),
      ...projects.map((amount, i) => project(i + 1, amount)),
    ]);

  it('no place keeps or makes money, every link is printed or a difference of what is', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const flow = budgetFlow(rows);
        const printed = new Set(
          rows.flatMap(({ amount, current, carryover }) =>
            [amount, current, carryover].flatMap((one) => (one === null ? [] : [fenOfYuan(one)])),
          ),
        );
        const wrongNodes = flow.nodes.filter(({ id, step, fen }) => {
          const { come, go } = through(flow, id);
          const passesOn = go === 0n || come === 0n || go === come;
          const starts = step === 'source' || id.startsWith('from:');
          return !passesOn || fen !== (come > 0n ? come : go) || (come === 0n && !starts);
        });
        expect(wrongNodes).toEqual([]);
        const wrongLinks = flow.links.filter(({ fen, source, from, to }) =>
          source
            ? fen <= 0n || !printed.has(fen)
            : fen <= 0n || !(from.startsWith('from:') || to.startsWith('to:')),
        );
        expect(wrongLinks).toEqual([]);
        const open = flow.differences.reduce(
          (sum, { amount, parts }) => sum + (amount > parts ? amount - parts : parts - amount),
          0n,
        );
        const closed = flow.links.filter(({ source }) => !source);
        expect(closed.reduce((sum, { fen }) => sum + fen, 0n)).toBe(open);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the flow as it is drawn', () => {
  const projects = Array.from({ length: 15 }, (_, i) => project(i + 10, 1 + i));
  const flow = budgetFlow([...SMALL.filter(({ table_id }) => table_id !== 'project'), ...projects]);

  it('joins the small ones, loses nothing, and orders items by what they are items of', () => {
    const { nodes, links: ribbons, steps } = drawnFlow(flow, 4);
    expect(steps).toEqual(['source', 'total', 'class', 'nature', 'item']);
    const items = nodes.filter(({ step }) => step === 'item');
    expect(items.map(({ kind, holds, fen }) => [kind, holds.length, fen])).toEqual([
      ['economic', 1, 4500n],
      ['economic', 1, 500n],
      ['project', 1, 1500n],
      ['project', 1, 1400n],
      ['project', 1, 1300n],
      ['project', 12, 7800n],
    ]);
    const into = (id: string) =>
      ribbons.filter(({ to }) => to === id).reduce((sum, { fen }) => sum + fen, 0n);
    const wrong = nodes.filter(
      ({ id, fen, column, kind }) =>
        kind !== 'open_source' && into(id) !== (column === 0 ? 0n : fen),
    );
    expect(wrong).toEqual([]);
  });

  it('says so in two or three sentences', () => {
    expect(flowFacts(flow)).toMatchObject([
      { kind: 'sources', total: { amount: 9010n }, largest: { node: { id: 'fund:1' } } },
      { kind: 'uses', largest: { share: 7010 / 9010 } },
      { kind: 'projects', largest: { amount: 1500n } },
      { kind: 'open', count: 1, node: { id: 'nature:project' } },
    ]);
    expect(flowFacts(budgetFlow(SMALL)).at(-1)).toEqual({ kind: 'closed' });
    const unlisted = SMALL.filter(({ table_id }) => table_id !== 'project');
    expect(flowFacts(budgetFlow(unlisted)).at(-1)).toMatchObject({
      kind: 'unlisted',
      nodes: [{ id: 'nature:project' }],
    });
    expect(flowFacts(budgetFlow([]))).toEqual([]);
  });
});
