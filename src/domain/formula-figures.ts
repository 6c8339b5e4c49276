import { Decimal } from 'decimal.js';
import type { Format } from './format';
import type { Formula, Metric } from './metric';
import { groupThousands } from './money';
import type { SourceInput } from './source-inputs';

/** What a formula is filled in with. */
export interface Figures {
  inputs: readonly SourceInput[];
  people: number | null;
  /** Sum of the squared project amounts, in yuan². */
  squares: number | null;
}

/** Terms of a sum that are written out; a longer one says how many there are. */
const WRITTEN_TERMS = 6;
const plain = (value: number): string =>
  groupThousands(new Decimal(value), Number.isInteger(value) ? 0 : 1);

/** An input's amount in the money unit of the view, or as a plain count. */
export function inputText({ amount, unit }: SourceInput, format: Format): string {
  if (amount === null) return '';
  return unit === 'yuan' ? format.amount(amount) : plain(amount);
}

/** `725.50 + 175.86`; null for one term or too many. */
export function sumText(amounts: readonly number[], format: Format): string | null {
  if (amounts.length < 2 || amounts.length > WRITTEN_TERMS) return null;
  return amounts
    .map((amount, i) =>
      i === 0
        ? format.amount(amount)
        : `${amount < 0 ? '−' : '+'} ${format.amount(Math.abs(amount))}`,
    )
    .join(' ');
}

function squaresText(inputs: readonly SourceInput[], squares: number, format: Format): string {
  const amounts = inputs.flatMap(({ projects }) => projects.flatMap(({ total }) => total ?? []));
  if (amounts.length <= WRITTEN_TERMS) {
    return `(${amounts.map((amount) => `${format.amount(amount)}²`).join(' + ')})`;
  }
  const unit = { 元: 1, 万元: 1e4, 亿元: 1e8 }[format.unit];
  return groupThousands(new Decimal(squares).div(unit).div(unit), 2);
}

function leftSide(formula: Formula, figures: Figures, format: Format): string | null {
  const { inputs, people, squares } = figures;
  const [of, by] = inputs;
  const divided = () => (of && by ? `${inputText(of, format)} ÷ ${inputText(by, format)}` : null);
  switch (formula.op) {
    case 'measure':
      return of
        ? sumText(
            of.cells.map((cell) => cell.amount ?? 0),
            format,
          )
        : null;
    case 'ratio':
    case 'per':
    case 'function_share':
      return divided();
    case 'per_staff':
      return of && people !== null ? `${inputText(of, format)} ÷ ${plain(people)}` : null;
    case 'growth': {
      if (!of || !by || of.amount === null || by.amount === null) return null;
      const sign = of.amount < 0 ? '+' : '−';
      const change = format.amount(Math.abs(of.amount));
      return `${format.amount(of.amount)} ÷ (${format.amount(by.amount)} ${sign} ${change})`;
    }
    case 'concentration':
      return of && squares !== null
        ? `${squaresText(inputs, squares, format)} ÷ ${inputText(of, format)}²`
        : null;
    case 'change':
    case 'index':
    case 'real':
      return null;
  }
}

/** A metric's formula with its figures put in, `901.36 ÷ 1,272.76 = 70.8%`; null where a figure is missing. */
export function formulaFigures(
  metric: Metric,
  value: number | null,
  figures: Figures,
  format: Format,
): string | null {
  if (value === null || figures.inputs.some(({ amount }) => amount === null)) return null;
  const left = leftSide(metric.compute, figures, format);
  return left === null ? null : `${left} = ${format.metric(value, metric)}`;
}
