import { describe, expect, it } from 'vitest';
import { structureRows } from '@/db/queries/structure';
import { composition } from '@/domain/structure';
import type { Division } from '@/domain/view-state';
import { JINGYU, YANBIAN, run } from '../helpers/engine';

const BOTH = [JINGYU, YANBIAN];
const shown = async (division: Division, drill = '') =>
  composition(await run(structureRows(division, BOTH)), BOTH, division, drill);
const amounts = ({ parts }: Awaited<ReturnType<typeof shown>>) =>
  Object.fromEntries(
    parts.map(({ key, cells }) => [
      key,
      BOTH.map((doc) => {
        const cell = cells.get(doc);
        return cell ? (cell.amount ?? cell.state) : null;
      }),
    ]),
  );

describe('structure of the source budgets', () => {
  it('divides by function, names joined to codes', async () => {
    const result = await shown('function');
    expect(amounts(result)).toEqual({
      201: [2139500, 11837600],
      208: [183700, 394400],
      210: [46200, 198900],
      221: [61800, 296700],
    });
    expect(result.parts.map(({ key }) => key)).toEqual(['201', '208', '221', '210']);
    expect(result.wholes.map(({ amount }) => amount)).toEqual([2431200, 12727600]);
    expect(result.wholes.map(({ source }) => source?.kind ?? null)).toEqual(['row', null]);
  });

  it('opens a class down to its items', async () => {
    const section = await shown('function', '208');
    expect(amounts(section)).toEqual({ 20805: [183700, 394400] });
    const items = await shown('function', '20805');
    expect(items.path.map(({ key }) => key)).toEqual(['208', '20805']);
    expect(amounts(items)).toEqual({ 2080505: [123700, 394400], 2080506: [60000, 0] });
  });

  it('says that the items of 延边 21011 exceed the printed sum by 0.01 万元', async () => {
    const { wholes } = await shown('function', '21011');
    expect(wholes.map(({ amount, remainder }) => [amount, remainder])).toEqual([
      [46200, 0],
      [198900, -100],
    ]);
    expect(wholes[1]?.drawsRemainder).toBe(false);
  });

  it('divides basic expenditure by economic item', async () => {
    const result = await shown('economic');
    expect(amounts(result)).toEqual({
      301: [1077700, 3284300],
      302: [134400, 405000],
      303: [null, 24700],
      310: [null, 0],
    });
    expect(result.wholes.map(({ amount }) => amount)).toEqual([1212100, 3714000]);
  });

  it('keeps zero, blank and unprinted funds apart', async () => {
    const result = amounts(await shown('fund'));
    expect(result.general_public).toEqual([2431200, 12727600]);
    expect(result.gov_fund).toEqual(['blank', 0]);
    expect(result.carried_appropriation).toEqual(['blank', null]);
    expect(result).not.toHaveProperty('appropriation');
    expect(result).not.toHaveProperty('institution');
  });

  it('divides by nature with the very measures that metrics are made from', async () => {
    const result = await shown('nature');
    expect(amounts(result)).toEqual({ project: [1219100, 9013600], basic: [1212100, 3714000] });
    expect(result.parts[0]?.cells.get(JINGYU)?.source).toEqual({
      kind: 'metric',
      doc: JINGYU,
      metric: 'project',
    });
    expect(amounts(await shown('nature', 'basic'))).toEqual({
      personnel: [1077700, 3309000],
      operating: [134400, 405000],
    });
    const [plain] = await run<{ amount: number }>({
      sql: `SELECT SUM(amount) AS amount FROM line WHERE doc_id = ? AND table_id = 'general_public'
        AND level = 1 AND nature = 'personnel'`,
      params: [YANBIAN],
    });
    expect(plain?.amount).toBe(3309000);
  });

  it('gives no row for no document', async () => {
    expect(await run(structureRows('function', []))).toEqual([]);
  });
});
