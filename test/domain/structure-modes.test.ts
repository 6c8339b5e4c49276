import { describe, expect, it } from 'vitest';
import type { DocumentInfo } from '@/domain/organization';
import { composition } from '@/domain/structure';
import {
  compositionOf,
  compositionPerHead,
  PAGE,
  perHead,
  shownBudgets,
} from '@/domain/structure-modes';
import { likeFocus } from '@/domain/structure-peers';
import { EVERYONE } from '@/domain/population';
import { GRAND, structureRow as row } from '../helpers/structure-rows';

const rows = [
  row('a', 1, '201', 60),
  row('a', 2, '208', null),
  row('a', 3, null, 100, GRAND),
  row('b', 1, '201', 10),
  row('b', 2, '213', 5),
];
const both = composition(rows, ['a', 'b'], 'function', '');

describe('amounts per head', () => {
  it('divide amounts and remainders, not shares; without a headcount there is a gap', () => {
    const { wholes, parts } = compositionPerHead(both, new Map([['a', 8]]));
    expect(wholes).toMatchObject([
      { amount: 12.5, remainder: 5, remainderShare: 0.4, gap: null },
      { amount: null, gap: 'no_headcount' },
    ]);
    expect(parts[0]?.cells.get('a')).toMatchObject({ amount: 7.5, share: 0.6 });
    expect(parts[0]?.cells.get('b')).toMatchObject({ amount: null, state: 'number' });
    expect(parts.find(({ key }) => key === '208')?.cells.get('a')).toMatchObject({
      amount: null,
      state: 'blank',
    });
  });

  it('are exact to the fen', () => expect(perHead(12727600, 24)).toBe(530316.67));
});

describe('some of the budgets', () => {
  it('leave out parts that none of them prints, colours stay', () => {
    const { parts, wholes } = compositionOf(both, ['b']);
    expect(wholes.map(({ doc }) => doc)).toEqual(['b']);
    expect(parts.map(({ key, rank }) => [key, rank])).toEqual([
      ['201', 0],
      ['213', 1],
    ]);
  });

  const many = Array.from(
    { length: PAGE + 3 },
    (_, i) => ({ doc_id: `d${i}`, org_id: `o${i}` }) as DocumentInfo,
  );
  const shown = (form: 'bars' | 'treemap' | 'sankey', count: number, focus = '', rankPage = 1) => {
    const found = shownBudgets(many.slice(0, count), { form, focus, rankPage });
    return { ...found, documents: found.documents.map(({ doc_id }) => doc_id) };
  };

  it('are pages of bars, and never an empty one', () => {
    expect(shown('bars', PAGE + 3).documents).toHaveLength(PAGE);
    expect(shown('bars', PAGE + 3, '', 2)).toMatchObject({
      documents: ['d16', 'd17', 'd18'],
      pages: 2,
    });
    expect(shown('bars', 2, '', 9)).toMatchObject({ documents: ['d0', 'd1'], page: 1 });
    expect(shown('bars', 0)).toMatchObject({ documents: [], page: 1, pages: 1 });
  });

  it('are two areas or the one in focus, and one flow', () => {
    expect(shown('treemap', 2).documents).toEqual(['d0', 'd1']);
    expect(shown('treemap', 2, 'o1').documents).toEqual(['d1']);
    expect(shown('treemap', 5).documents).toEqual(['d0']);
    expect(shown('sankey', 2).documents).toEqual(['d0']);
    expect(shown('sankey', 5, 'o3').documents).toEqual(['d3']);
  });
});

describe('peers', () => {
  it('are of one scope and level: the group’s own, else those of the focus', () => {
    const focus = { scope: 'unit', level: 'county' } as const;
    expect(likeFocus(EVERYONE, focus)).toMatchObject(focus);
    expect(likeFocus({ ...EVERYONE, level: 'prefecture' }, focus)).toMatchObject({
      scope: 'unit',
      level: 'prefecture',
    });
  });
});
