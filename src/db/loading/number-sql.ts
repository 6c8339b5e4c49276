import { FIGURE_FOLDS, type CharacterFold } from '@/domain/import-characters';
import { YUAN_PER_UNIT } from '@/domain/money';
import {
  BLANK_SHAPE,
  FIGURE_DECIMALS,
  FIGURE_FORMS,
  MAX_FIGURE_LENGTH,
  MAX_WHOLE_DIGITS,
  PLAIN_SHAPE,
  PREFIXES,
  SIGNS,
  UNIT_SHAPE,
  UNITS_IN_CELLS,
  YUAN_DIGITS,
  type FigureForm,
  type Rewriting,
} from '@/domain/number-shapes';
import { PRINTED_UNITS } from '@/domain/vocabulary';
import { quoteLiteral } from '../sql';

/** A figure read in SQL; each member is an expression. */
export interface NumberSql {
  /** One of CELL_STATES. */
  state: string;
  /** DECIMAL(38,10), below 10^18; NULL unless the state is `number` or `zero`. */
  value: string;
  /** Unit printed in the cell itself (`元`, `万元`, `人` …), which the value is in; else NULL. */
  unit: string;
}

export interface NumberSqlOptions {
  /** Whether a comma is the decimal mark; or a boolean SQL expression where it differs between records. */
  decimalComma?: boolean | string;
}

/** Unit as the reading carries it, after the digits. */
const UNIT_MARK = '|';
const UNREADABLE = '!';

/** What most cells hold: read without looking further. */
const QUICK = `^-?[0-9]{1,${MAX_WHOLE_DIGITS - 1}}(?:[.][0-9]{1,40})?$`;
const QUICK_WHOLE = `^-?[0-9]{1,${MAX_WHOLE_DIGITS}}$`;
/** Plain digits that round to zero, or to more digits than a value may have. */
const ROUNDS_TO_ZERO = `^-?0*(?:[.](?:0*|0{${FIGURE_DECIMALS}}[0-4][0-9]*))?(?:[|].*)?$`;
const TOO_LARGE = `^-?0*(?:[1-9][0-9]{${MAX_WHOLE_DIGITS}}|9{${MAX_WHOLE_DIGITS}}[.]9{${FIGURE_DECIMALS}}[5-9])`;
const QUICK_GROUPED = '^-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}(?:[.][0-9]{1,10})?$';
/** Figures that fit 64 bits as they are. */
const SMALL = '^-?[0-9]{1,14}(?:[.][0-9]{1,4})?$';
const SMALL_TYPE = 'DECIMAL(18,4)';
/** Text with a character to be folded. */
const UNFOLDED = `[${FIGURE_FOLDS.map(([character]) => character).join('')}]`;
/** Folds of the characters that most figures are printed with; the rest are looked for where these do not suffice. */
const COMMON = '（），．－−￥△▲\u00a0\u3000';
/** Room for every figure within bounds; a value of this type times a unit stays within 38 digits. */
const EXACT_TYPE = `DECIMAL(${MAX_WHOLE_DIGITS + FIGURE_DECIMALS},${FIGURE_DECIMALS})`;
const VALUE_TYPE = `DECIMAL(38,${FIGURE_DECIMALS})`;

const matches = (text: string, shape: string): string =>
  `regexp_matches(${text}, ${quoteLiteral(shape)})`;

const replaced = (text: string, { shape, to }: Rewriting): string =>
  `regexp_replace(${text}, ${quoteLiteral(shape)}, ${quoteLiteral(to.replaceAll('$', '\\'))})`;

const rewritten = (text: string, steps: readonly Rewriting[]): string =>
  steps.reduce(replaced, text);

/** Evaluates `expression` once and gives it a name in `body`; the engine does not do so for branches of CASE. */
const letIn = (name: string, expression: string, body: string): string =>
  `list_transform([${expression}], lambda ${name}: ${body})[1]`;

/** Folds characters one by one. */
export function foldSql(text: string, folds: readonly CharacterFold[]): string {
  const kept = folds.filter(([, target]) => target !== '');
  const dropped = folds.filter(([, target]) => target === '');
  const from = [...kept, ...dropped].map(([character]) => character).join('');
  const to = kept.map(([, target]) => target).join('');
  return `translate(${text}, ${quoteLiteral(from)}, ${quoteLiteral(to)})`;
}

const COMMON_FOLDS = FIGURE_FOLDS.filter(([character]) => COMMON.includes(character));

/** The list of all characters is slow to go through for each text, so it comes last. */
function foldFigure(text: string): string {
  const common = COMMON_FOLDS.reduce(
    (folded, [from, to]) => `replace(${folded}, '${from}', '${to}')`,
    text,
  );
  const rest = `CASE WHEN ${matches('t0', UNFOLDED)} THEN ${foldSql('t0', FIGURE_FOLDS)} ELSE t0 END`;
  return `CASE WHEN ${matches(text, UNFOLDED)} THEN ${letIn('t0', common, rest)} ELSE ${text} END`;
}

function formSql(text: string, { group, mark, shape }: FigureForm): string {
  const whole = group ? `replace(${text}, ${quoteLiteral(group)}, '')` : text;
  const plain = mark ? `replace(${whole}, ${quoteLiteral(mark)}, '.')` : whole;
  return `WHEN ${matches(text, shape)} THEN ${plain}`;
}

function digits(text: string, decimalComma: boolean): string {
  const forms = FIGURE_FORMS.filter(({ only }) => !only || (only === 'comma') === decimalComma);
  return `CASE ${forms.map((form) => formSql(text, form)).join(' ')} END`;
}

/** Zeros on both sides of the digits, enough for any exponent of two digits. */
const ZEROS = "repeat('0', 99)";

/** `1.2e3` as `…001200.000…`: the engine's own cast rounds small exponents digit by digit. Other figures stay. */
function withoutExponent(text: string): string {
  const mantissa = `replace(split_part(${text}, 'e', 1), '-', '')`;
  const exponent = `CAST(replace(split_part(${text}, 'e', 2), '+', '') AS INTEGER)`;
  const padded = `${ZEROS} || replace(${mantissa}, '.', '') || ${ZEROS}`;
  const point = `99 + length(split_part(${mantissa}, '.', 1)) + ${exponent}`;
  return `CASE WHEN contains(${text}, 'e') THEN
    CASE WHEN starts_with(${text}, '-') THEN '-' ELSE '' END
      || left(${padded}, ${point}) || '.' || substr(${padded}, ${point} + 1)
    ELSE ${text} END`;
}

const UNIT_CASES = UNITS_IN_CELLS.map(([word, unit]) => `WHEN '${word}' THEN '${unit}'`).join(' ');

/** Mark and unit of the word after a figure; empty where there is none. */
function unitOf(text: string): string {
  const word = `regexp_extract(${text}, ${quoteLiteral(UNIT_SHAPE)}, 2)`;
  const unit = letIn('word', word, `'${UNIT_MARK}' || CASE word ${UNIT_CASES} END`);
  return `CASE WHEN ${matches(text, UNIT_SHAPE)} THEN ${unit} ELSE '' END`;
}

/** Any text but the quick ones: folded, its blanks told apart, undressed, and its digits read. */
function slowReading(text: string, decimalComma: boolean): string {
  const bare = rewritten(replaced('t2', { shape: UNIT_SHAPE, to: '$1$3' }), SIGNS);
  const unit = unitOf('t2');
  const figure = letIn(
    't4',
    letIn('t3', bare, digits('t3', decimalComma)),
    `CASE WHEN ${matches('t4', PLAIN_SHAPE)} THEN ${letIn(
      't5',
      withoutExponent('t4'),
      `CASE WHEN length(t5) >= ${MAX_WHOLE_DIGITS} AND ${matches('t5', TOO_LARGE)} THEN '${UNREADABLE}'
        ELSE t5 || ${unit} END`,
    )} ELSE '${UNREADABLE}' END`,
  );
  return letIn(
    't1',
    `trim(${foldFigure(text)})`,
    `CASE WHEN ${matches('t1', BLANK_SHAPE)} THEN ''
      WHEN length(t1) > ${MAX_FIGURE_LENGTH} THEN '${UNREADABLE}'
      ELSE ${letIn('t2', rewritten('t1', PREFIXES), figure)} END`,
  );
}

function readingOf(column: string, decimalComma: boolean): string {
  const groups = decimalComma
    ? ''
    : `WHEN ${matches(column, QUICK_GROUPED)} THEN replace(${column}, ',', '')`;
  return `CASE WHEN ${column} IS NULL OR ${column} = '' THEN ''
    WHEN ${matches(column, decimalComma ? QUICK_WHOLE : QUICK)} THEN ${column} ${groups}
    WHEN ${matches(column, BLANK_SHAPE)} THEN ''
    ELSE ${slowReading(column, decimalComma)} END`;
}

/**
 * What a text column says, as text that `ofReading` takes apart: never NULL. Where several of state, value and unit
 * are wanted of one column, select this once and take it apart outside, so that the text is read only once.
 */
export function readingSql(
  column: string,
  { decimalComma = false }: NumberSqlOptions = {},
): string {
  if (typeof decimalComma === 'boolean') return readingOf(column, decimalComma);
  return `CASE WHEN ${decimalComma} THEN ${readingOf(column, true)} ELSE ${readingOf(column, false)} END`;
}

/**
 * Digits as a decimal. The engine is a hundred times slower with text of more than 18 digits, so that the whole and
 * the decimals are taken apart; the eleventh decimal decides about rounding.
 */
function exactValue(figure: string): string {
  const whole = `TRY_CAST('0' || replace(split_part(${figure}, '.', 1), '-', '') AS DECIMAL(18,0))`;
  const decimals = `'0.' || left(split_part(${figure}, '.', 2) || '0', ${FIGURE_DECIMALS + 1})`;
  const fraction = `CAST(CAST(${decimals} AS DECIMAL(12,${FIGURE_DECIMALS + 1})) AS DECIMAL(11,${FIGURE_DECIMALS}))`;
  const sum = `TRY_CAST(CAST(${whole} AS DECIMAL(38,${FIGURE_DECIMALS})) + ${fraction} AS ${EXACT_TYPE})`;
  const sign = `CAST(CASE WHEN starts_with(${figure}, '-') THEN -1 ELSE 1 END AS DECIMAL(1,0))`;
  return `CAST(${sum} * ${sign} AS ${VALUE_TYPE})`;
}

/** State, value and unit of a column that holds what `readingSql` gave. */
export function ofReading(reading: string): NumberSql {
  const none = `${reading} IN ('', '${UNREADABLE}')`;
  return {
    state: `CASE ${reading} WHEN '' THEN 'blank' WHEN '${UNREADABLE}' THEN 'unreadable' ELSE
      CASE WHEN ${matches(reading, ROUNDS_TO_ZERO)} THEN 'zero' ELSE 'number' END END`,
    value: `CASE WHEN ${none} THEN NULL
      WHEN ${matches(reading, SMALL)} THEN CAST(CAST(${reading} AS ${SMALL_TYPE}) AS ${VALUE_TYPE})
      ELSE ${exactValue(`split_part(${reading}, '${UNIT_MARK}', 1)`)} END`,
    unit: `NULLIF(split_part(${reading}, '${UNIT_MARK}', 2), '')`,
  };
}

/**
 * A text column read as figures, by the same rules as `readNumber`. For several of state, value and unit of one column
 * `readingSql` with `ofReading` is quicker.
 */
export function numberSql(column: string, options: NumberSqlOptions = {}): NumberSql {
  const reading = readingSql(column, options);
  const { state, value, unit } = ofReading('r');
  return {
    state: letIn('r', reading, state),
    value: letIn('r', reading, value),
    unit: letIn('r', reading, unit),
  };
}

const FACTORS = PRINTED_UNITS.map((unit) => `WHEN '${unit}' THEN ${YUAN_PER_UNIT[unit]}`).join(' ');

/**
 * A value in a unit (both expressions) in yuan: `amount` DECIMAL(18,2), rounded half up, NULL where it is too large or
 * the unit is none of money; `rounded` says whether rounding lost something.
 */
export function yuanSql(value: string, unit: string): { amount: string; rounded: string } {
  const factor = `CAST(CASE ${unit} ${FACTORS} END AS DECIMAL(9,0))`;
  const exact = `TRY_CAST(${value} AS ${EXACT_TYPE}) * ${factor}`;
  const amount = `CASE WHEN ABS(${exact}) < ${10 ** YUAN_DIGITS} THEN CAST(${exact} AS DECIMAL(18,2)) END`;
  return { amount, rounded: `COALESCE((${amount}) <> ${exact}, false)` };
}
