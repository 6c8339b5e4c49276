import { desc, op, type ColumnTable } from 'arquero';

/** A document with one metric, as a program would hold it. */
export interface Figure {
  doc_id: string;
  scope: string;
  level: string;
  value: number | null;
}

/** Who is first, with ranks that ties share, and the quartiles of everyone. */
export interface Answer {
  top: readonly { doc_id: string; rank: number }[];
  low: number;
  median: number;
  high: number;
}

export const TOP = 20;
export const SCOPE = 'department';
export const LEVEL = 'county';

/** The question in plain JavaScript over an array of objects; equal ones stay in their order. Throws when nobody has a value. */
export function plainAnswer(figures: readonly Figure[]): Answer {
  const ranked = figures
    .filter(
      (one): one is Figure & { value: number } =>
        one.scope === SCOPE && one.level === LEVEL && one.value !== null,
    )
    .toSorted((a, b) => b.value - a.value);
  let rank = 0;
  const ranks = ranked.map(({ doc_id, value }, i) => {
    if (value !== ranked[i - 1]?.value) rank = i + 1;
    return { doc_id, rank };
  });
  const quantile = (part: number): number => {
    const place = (ranked.length - 1) * (1 - part);
    const [above, below] = [ranked[Math.floor(place)], ranked[Math.ceil(place)]];
    if (!above || !below) throw new Error('Nobody has a value');
    return above.value + (below.value - above.value) * (place - Math.floor(place));
  };
  return {
    top: ranks.slice(0, TOP),
    low: quantile(0.25),
    median: quantile(0.5),
    high: quantile(0.75),
  };
}

/** The same question in Arquero over a table of columns. Throws when nobody has a value. */
export function arqueroAnswer(table: ColumnTable): Answer {
  const members = table
    .params({ scope: SCOPE, level: LEVEL })
    .filter(
      (row: Figure, $: { scope: string; level: string }) =>
        row.scope === $.scope && row.level === $.level && row.value !== null,
    );
  const ranked = members
    .orderby(desc('value'))
    .derive({ rank: op.rank() })
    .select('doc_id', 'rank')
    .slice(0, TOP);
  const quartiles = members.rollup({
    low: op.quantile('value', 0.25),
    median: op.quantile('value', 0.5),
    high: op.quantile('value', 0.75),
  });
  const [spread] = quartiles.objects() as Omit<Answer, 'top'>[];
  if (!spread) throw new Error('Nobody has a value');
  return { top: ranked.objects() as Answer['top'], ...spread };
}
