import { describe, expect, it } from 'vitest';
import { flowRows } from '@/db/queries/flow';
import { budgetFlow } from '@/domain/flow';
import { JINGYU, YANBIAN, run } from '../helpers/engine';

const flowOf = async (doc: string) => budgetFlow(await run(flowRows(doc)));
const yuan = (fen: bigint) => Number(fen) / 100;

describe('the way of the money of the source budgets', () => {
  it.each([JINGYU, YANBIAN])('%s comes out to the fen', async (doc) => {
    const flow = await flowOf(doc);
    expect(flow.differences).toEqual([]);
    expect(flow.undrawn.every(({ state }) => state === 'blank')).toBe(true);
    const total = flow.nodes.find(({ kind }) => kind === 'total');
    const [metric] = await run<{ value: number }>({
      sql: `SELECT value FROM metric WHERE doc_id = ? AND metric_id = 'total'`,
      params: [doc],
    });
    expect(yuan(total!.fen)).toBe(metric?.value);
  });

  it('gives each step what the tables print', async () => {
    const { nodes } = await flowOf(YANBIAN);
    const of = (step: string) =>
      nodes
        .filter((node) => node.step === step)
        .map(({ name, fen }) => [name?.code ?? name?.label, yuan(fen)]);
    expect(of('source')).toEqual([
      ['general_public', 10969000],
      ['carried_general_public', 1758600],
    ]);
    expect(of('class')).toEqual([
      ['201', 11837600],
      ['208', 394400],
      ['210', 198900],
      ['221', 296700],
    ]);
    expect(of('nature')).toEqual([
      ['basic', 3714000],
      ['project', 9013600],
    ]);
    expect(of('item').slice(0, 3)).toEqual([
      ['301', 3284300],
      ['302', 405000],
      ['303', 24700],
    ]);
  });

  it('leads every printed link to a row with that amount', async () => {
    const { links } = await flowOf(JINGYU);
    for (const { fen, source } of links) {
      if (source?.kind !== 'row') throw new Error('a link without its row');
      const cells = await run<{ amount: number | null }>({
        sql: `SELECT amount FROM line WHERE doc_id = ? AND table_id = ? AND side = ? AND row_no = ? AND nature = ?`,
        params: [source.doc, source.table, source.side, source.row, source.nature],
      });
      expect(cells.map(({ amount }) => amount)).toContain(yuan(fen));
    }
  });

  it('is nothing for a document that is not there', async () => {
    expect(await run(flowRows('nobody'))).toEqual([]);
  });
});
