import type { CompareCell, Comparison } from '@/domain/comparison';
import type { Format } from '@/domain/format';
import { basisMix } from '@/domain/guard';
import type { Translate } from '@/domain/translate';

/** What a comparison says: the message `compare.says.<key>`, and what stands in its places. */
export interface ComparisonSaying {
  key: string;
  /** The organizations named in it. */
  first: CompareCell | undefined;
  second: CompareCell | undefined;
  /** Unit behind their figures, with a blank before it; empty where the figure carries its own sign. */
  unit: string;
  /** Difference, times or median. */
  figure: string;
  names: string;
  count: number;
  /** Who has no value, and what changes are measured from; empty where there is nothing to say. */
  more: readonly { is: 'without' | 'basis'; text: string }[];
}

interface Words {
  t: Translate;
  format: Format;
}

/** Organizations named one by one; more are counted. */
export const NAMED = 3;

const cellOf = ({ cells }: Comparison, doc: string | undefined): CompareCell | undefined =>
  cells.find(({ info }) => info.doc_id === doc);

function endsOf(comparison: Comparison): (CompareCell | undefined)[] {
  const { facts } = comparison;
  switch (facts.kind) {
    case 'one':
      return [cellOf(comparison, facts.only.doc)];
    case 'same':
      return [cellOf(comparison, facts.docs[0])];
    case 'two':
    case 'many':
      return [cellOf(comparison, facts.higher.doc), cellOf(comparison, facts.lower.doc)];
    default:
      return [];
  }
}

/** Changes, which may be measured from different things. */
const basedOf = ({ cells }: Comparison): CompareCell[] =>
  cells.filter(({ basis, metric }) => basis && basisMix(metric) === 'basis');

const isMoney = ({ metric: { unit } }: Comparison): boolean =>
  unit === 'yuan' || unit === 'yuan per person';

/** Figures that are written the same have no highest and no lowest. */
function isAlike({ facts, metric }: Comparison, format: Format): boolean {
  if (facts.kind === 'same') return facts.docs.length > NAMED;
  if (facts.kind !== 'two' && facts.kind !== 'many') return false;
  const text = (value: number): string => format.value(value, metric.unit);
  return text(facts.higher.value) === text(facts.lower.value);
}

/** Points for shares, multiples for amounts above zero, else the plain gap. */
function keyOf(comparison: Comparison, mixed: boolean, format: Format): string {
  const { facts, metric } = comparison;
  const bases = new Set(basedOf(comparison).map(({ basis }) => basis));
  if (bases.size > 1 && facts.kind === 'two') return 'unlike';
  if (bases.size > 1 && facts.kind === 'many') return 'unlikeMany';
  if (isAlike(comparison, format)) return 'alike';
  if (facts.kind === 'many') return mixed ? 'mixed' : 'many';
  if (facts.kind !== 'two') return facts.kind;
  if (metric.unit === 'ratio') return 'points';
  return isMoney(comparison) && facts.lower.value > 0 ? 'times' : 'gap';
}

function figureOf(
  { facts, metric }: Comparison,
  key: string,
  unit: string,
  format: Format,
): string {
  if (facts.kind === 'many') return format.metric(facts.median, metric) + unit;
  if (facts.kind !== 'two') return '';
  if (key === 'points') return format.points(facts.difference);
  if (key === 'times') return (facts.higher.value / facts.lower.value).toFixed(1);
  return format.value(facts.difference, metric.unit) + unit;
}

/** Organizations without a value: by name and reason while they are few. */
function withoutText({ cells, facts }: Comparison, { t }: Words): string {
  const missing = cells.filter(({ value }) => value === null);
  if (missing.length === 0 || facts.kind === 'none') return '';
  if (missing.length > NAMED) return t('compare.says.some', { n: missing.length });
  const list = missing.map(({ label, reason }) =>
    t('compare.says.reason', {
      name: label,
      reason: t(`common.missing.${reason ?? 'not_published'}`),
    }),
  );
  return t('compare.says.without', { list: list.join(t('compare.figure.separator')) });
}

function basisText(comparison: Comparison, { t }: Words): string {
  const based = basedOf(comparison);
  const bases = new Set(based.map(({ basis }) => basis));
  const name = (basis: string | null | undefined): string => t(`compare.basis.${basis}`);
  const [only] = bases;
  if (!only) return '';
  if (bases.size === 1) return t('compare.says.basisSame', { basis: name(only) });
  const list = based.map(({ label, basis }) =>
    t('compare.says.basisOf', { name: label, basis: name(basis) }),
  );
  return t('compare.says.basisDiffers', { list: list.join(t('compare.figure.separator')) });
}

/** What the values themselves say; `mixed` where one ruler does not fit the organizations. */
export function comparisonSaying(
  comparison: Comparison,
  mixed: boolean,
  words: Words,
): ComparisonSaying {
  const { t, format } = words;
  const { facts, cells, metric } = comparison;
  const key = keyOf(comparison, mixed, format);
  const unit = isMoney(comparison) ? ` ${format.metricUnit(metric.unit)}` : '';
  const [first, second] = endsOf(comparison);
  const labels =
    facts.kind === 'same' ? facts.docs.map((doc) => cellOf(comparison, doc)?.label ?? '') : [];
  const more = [
    { is: 'without', text: withoutText(comparison, words) },
    { is: 'basis', text: basisText(comparison, words) },
  ] as const;
  return {
    key,
    first,
    second,
    unit,
    figure: figureOf(comparison, key, unit, format),
    names: labels.join(t('compare.figure.separator')),
    count: cells.filter(({ value }) => value !== null).length,
    more: more.filter(({ text }) => text !== ''),
  };
}

/** The same in plain text; `textOf` writes a figure without its unit. */
export function comparisonText(
  { key, first, second, unit, figure, names, count, more }: ComparisonSaying,
  textOf: (cell: CompareCell) => string,
  t: Translate,
): string[] {
  const written = (cell: CompareCell | undefined): string => (cell ? textOf(cell) + unit : '');
  const sentence = t(`compare.says.${key}`, {
    a: first?.label ?? '',
    x: written(first),
    b: second?.label ?? '',
    y: written(second),
    d: figure,
    m: figure,
    n: count,
    names,
  });
  return [sentence, ...more.map(({ text }) => text)];
}
