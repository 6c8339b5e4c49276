import { valueOf, type OrgColumn } from './overview';
import type { HeadcountKind } from './vocabulary';

/** What the sentences are made from. */
export type Speaker = Pick<OrgColumn, 'doc' | 'figures' | 'staff' | 'contracted'>;

/** A word or figure within a sentence; figures name the metric whose cells they lead to. */
export type Part =
  | { is: 'place'; doc: string }
  /** The place just named, as "it" or nothing. */
  | { is: 'same' }
  | { is: 'places'; docs: readonly string[] }
  /** The metric in its own unit. */
  | { is: 'value'; doc: string; metric: string }
  /** A yuan metric with the unit's name. */
  | { is: 'money'; doc: string; metric: string }
  /** A ratio as yuan in 100 yuan. */
  | { is: 'per100'; doc: string; metric: string }
  /** `value` = higher − lower, as a fraction; leads to the lower of the two. */
  | { is: 'gap'; doc: string; metric: string; value: number; of: readonly [number, number] }
  /** The middle of several ratios. */
  | { is: 'median'; metric: string; value: number; per100: boolean }
  /** A change with its direction in words. */
  | { is: 'change'; doc: string; metric: string; value: number }
  | { is: 'basis'; of: string }
  | { is: 'staff'; doc: string }
  | { is: 'kind'; of: HeadcountKind }
  | { is: 'number'; value: number };

/** A message `overview.say.<key>` with what stands in its places; `count` chooses singular or plural. */
export interface Clause {
  key: string;
  parts: Readonly<Record<string, Part>>;
  count?: number;
}

/** Clauses joined by semicolons and closed by a full stop. */
export type Sentence = readonly Clause[];

interface Stated {
  speaker: Speaker;
  value: number;
}

/** Shares whose largest gap opens the text. */
const SHARES = ['project_share', 'outsourcing_share', 'personnel_share'] as const;
/** Printed precision of a percentage and of yuan in 100 yuan. */
const PRECISION = 1000;

const printed = (fraction: number): number => Math.round(fraction * PRECISION);
const place = ({ doc }: Speaker): Part => ({ is: 'place', doc });
const value = ({ doc }: Speaker, metric: string): Part => ({ is: 'value', doc, metric });
const money = ({ doc }: Speaker, metric: string): Part => ({ is: 'money', doc, metric });
const per100 = ({ doc }: Speaker, metric: string): Part => ({ is: 'per100', doc, metric });

/** Those that have the metric, highest first. */
const stated = (speakers: readonly Speaker[], metric: string): Stated[] =>
  speakers
    .flatMap((speaker) => {
      const number = valueOf(speaker, metric);
      return number === null ? [] : [{ speaker, value: number }];
    })
    .toSorted((a, b) => b.value - a.value);

function median(values: readonly number[]): number {
  const middle = values.length / 2;
  const upper = values[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? (upper + (values[middle - 1] ?? 0)) / 2 : upper;
}

/** How far a ratio spreads over those that have it; says "equal" where print shows no difference. */
function spread(ranked: readonly Stated[], key: string, metric: string): Clause[] {
  const [high, low] = [ranked[0], ranked.at(-1)];
  if (!high || !low || ranked.length < 2) return [];
  const figure = metric === 'carryover_ratio' ? per100 : value;
  if (printed(high.value) === printed(low.value)) {
    const docs = ranked.map(({ speaker }) => speaker.doc);
    return [
      {
        key: `${key}.equal`,
        parts: { places: { is: 'places', docs }, value: figure(high.speaker, metric) },
      },
    ];
  }
  const ends = {
    high: place(high.speaker),
    highValue: figure(high.speaker, metric),
    low: place(low.speaker),
    lowValue: figure(low.speaker, metric),
  };
  if (ranked.length === 2) {
    const gap: Part = {
      is: 'gap',
      doc: low.speaker.doc,
      metric,
      value: high.value - low.value,
      of: [high.value, low.value],
    };
    return [{ key: `${key}.pair`, parts: { ...ends, gap } }];
  }
  const middle: Part = {
    is: 'median',
    metric,
    value: median(ranked.map((one) => one.value)),
    per100: metric === 'carryover_ratio',
  };
  return [
    {
      key: `${key}.range`,
      parts: { count: { is: 'number', value: ranked.length }, middle, ...ends },
    },
  ];
}

function largestGap(speakers: readonly Speaker[]): Clause[] {
  const reach = (ranked: readonly Stated[]): number =>
    ranked.length < 2 ? -1 : (ranked[0]?.value ?? 0) - (ranked.at(-1)?.value ?? 0);
  const [widest] = SHARES.map((metric) => ({ metric, ranked: stated(speakers, metric) })).toSorted(
    (a, b) => reach(b.ranked) - reach(a.ranked),
  );
  return widest ? spread(widest.ranked, widest.metric, widest.metric) : [];
}

const carryOver = (speakers: readonly Speaker[]): Clause[] =>
  spread(stated(speakers, 'carryover_ratio'), 'carryover', 'carryover_ratio');

function withoutHeadcount(speakers: readonly Speaker[]): Clause[] {
  const docs = speakers
    .filter(({ figures }) => figures.get('total_per_staff')?.reason === 'no_headcount')
    .map(({ doc }) => doc);
  if (docs.length === 0) return [];
  return [{ key: 'noHeadcount', parts: { places: { is: 'places', docs } }, count: docs.length }];
}

function perStaff(speakers: readonly Speaker[]): Clause[] {
  const [high, low, ...more] = stated(speakers, 'total_per_staff').map((one) => one.speaker);
  if (!high || !low || more.length > 0) return [];
  const figures = (name: string, speaker: Speaker) => ({
    [name]: place(speaker),
    [`${name}Value`]: money(speaker, 'total_per_staff'),
    [`${name}Staff`]: { is: 'staff', doc: speaker.doc } as const,
  });
  return [{ key: 'perStaff.pair', parts: { ...figures('high', high), ...figures('low', low) } }];
}

/** Cost per bought-in worker, each with the kind of people it stands for. */
function contracted(speakers: readonly Speaker[]): Clause[] {
  const having = stated(speakers, 'contracted_cost_per_head').map((one) => one.speaker);
  const [first, second, ...more] = having;
  const one = (name: string, speaker: Speaker): Record<string, Part> => {
    const kind = speaker.contracted[0]?.kind ?? 'contracted';
    return {
      [name]: place(speaker),
      [`${name}Value`]: money(speaker, 'contracted_cost_per_head'),
      [`${name}Kind`]: { is: 'kind', of: kind },
    };
  };
  if (!first || more.length > 0) return [];
  if (!second) return [{ key: 'contracted.one', parts: one('first', first) }];
  const same = first.contracted[0]?.kind === second.contracted[0]?.kind;
  return [
    {
      key: same ? 'contracted.same' : 'contracted.pair',
      parts: { ...one('first', first), ...one('second', second) },
    },
  ];
}

const change = (speaker: Speaker): Part => ({
  is: 'change',
  doc: speaker.doc,
  metric: 'total_yoy',
  value: valueOf(speaker, 'total_yoy') ?? 0,
});
const basisOf = (speaker: Speaker): string => speaker.figures.get('total_yoy')?.basis ?? 'total';
const basis = (speaker: Speaker): Part => ({ is: 'basis', of: basisOf(speaker) });

/** Changes on unlike bases are said to be so and never ranked. */
function changes(speakers: readonly Speaker[]): Clause[] {
  const having = speakers.filter((speaker) => valueOf(speaker, 'total_yoy') !== null);
  const [first, second] = having;
  if (!first || !second) return [];
  const bases = new Set(having.map(basisOf));
  if (having.length === 2) {
    const key = bases.size > 1 ? 'change.unlike' : 'change.pair';
    return [
      {
        key,
        parts: {
          first: place(first),
          firstBasis: basis(first),
          firstChange: change(first),
          second: place(second),
          secondBasis: basis(second),
          secondChange: change(second),
        },
      },
    ];
  }
  if (bases.size < 2) return [];
  const on = (name: string): Part => ({
    is: 'number',
    value: having.filter((speaker) => basisOf(speaker) === name).length,
  });
  return [{ key: 'change.mixed', parts: { whole: on('total'), current: on('current') } }];
}

/** What one organization's own figures say. */
function alone(speaker: Speaker): Sentence[] {
  const has = (metric: string) => valueOf(speaker, metric) !== null;
  const when = (condition: boolean, key: string, parts: Clause['parts']): Clause[] =>
    condition ? [{ key, parts: { place: place(speaker), ...parts } }] : [];
  const budget = [
    ...when(has('total') && has('project_share'), 'one.budget', {
      total: money(speaker, 'total'),
      share: value(speaker, 'project_share'),
    }),
    ...when(has('carryover_ratio'), 'one.carryover', {
      carryover: per100(speaker, 'carryover_ratio'),
    }),
  ];
  const people = [
    ...when(has('total_per_staff'), 'one.perStaff', {
      value: money(speaker, 'total_per_staff'),
      staff: { is: 'staff', doc: speaker.doc },
    }),
    ...withoutHeadcount([speaker]),
    ...contracted([speaker]),
  ];
  const rest = [
    ...when(has('largest_project_share'), 'one.largest', {
      share: value(speaker, 'largest_project_share'),
    }),
    ...when(has('total_yoy'), 'one.change', { basis: basis(speaker), change: change(speaker) }),
  ];
  return [budget, people, rest];
}

/** The one place a clause is about, if it opens with one. */
function subjectOf({ parts }: Clause): string | undefined {
  const [first] = Object.values(parts);
  if (first?.is === 'place') return first.doc;
  return first?.is === 'places' && first.docs.length === 1 ? first.docs[0] : undefined;
}

/** Within a sentence a clause does not name again the place that the clause before was about. */
function withPronouns(sentence: Sentence): Sentence {
  return sentence.map((clause, i) => {
    const before = sentence[i - 1];
    const [opening] = Object.entries(clause.parts);
    if (!before || opening?.[1].is !== 'place' || subjectOf(before) !== opening[1].doc)
      return clause;
    return { ...clause, parts: { ...clause.parts, [opening[0]]: { is: 'same' } } };
  });
}

/** The two or three sentences that the figures of the chosen budgets support, in the order given. */
export function sentences(speakers: readonly Speaker[]): Sentence[] {
  const [only, ...others] = speakers;
  const said =
    only && others.length === 0
      ? alone(only)
      : [
          [...largestGap(speakers), ...carryOver(speakers)],
          [...withoutHeadcount(speakers), ...perStaff(speakers), ...contracted(speakers)],
          changes(speakers),
        ];
  return said.filter((sentence) => sentence.length > 0).map(withPronouns);
}
