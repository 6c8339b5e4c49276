import { MEANINGS_WITHIN } from './meanings-within';
import { comparesYears, takeApart, type HeaderLevel } from './header-level';
import { NO_AMOUNT } from './import-amount-fields';
import type { LineLanding } from './import-field';
import { IMPORT_FIELDS, IMPORT_FIELD_IDS, type ImportFieldId } from './import-fields';
import { normalizeWord } from './import-words';
import type { ColumnMeaning } from './mapping';
import type { Stage } from './vocabulary';

/** What a header says its column holds. */
export interface HeaderMeaning extends ColumnMeaning {
  /** Stage the header names: 决算数, 调整预算数. */
  stage: Stage | null;
}

interface Match {
  field: ImportFieldId;
  exact: boolean;
}

const EXACT: ReadonlyMap<string, ImportFieldId> = new Map(
  IMPORT_FIELD_IDS.flatMap((id) => {
    const { exact, label } = IMPORT_FIELDS[id];
    return [...exact, label.zh, label.en, id].map((word) => [normalizeWord(word), id] as const);
  }),
);

interface PartialWord {
  field: ImportFieldId;
  word: string;
  not: readonly string[];
  isAmount: boolean;
}
/** The longest first, so that the narrowest meaning is found first. */
const PARTIAL: readonly PartialWord[] = IMPORT_FIELD_IDS.flatMap((field) => {
  const { partial, not, kind } = IMPORT_FIELDS[field];
  const words = { not: not.map(normalizeWord), isAmount: kind === 'amount' };
  return partial.map((word) => ({ field, word: normalizeWord(word), ...words }));
}).toSorted((a, b) => b.word.length - a.word.length);

const LAST_YEARS_MONEY = /上年(?:结转|结余)|结转上年/g;
const namesNoAmount = (word: string): boolean => NO_AMOUNT.test(word.replace(LAST_YEARS_MONEY, ''));

/** Ends that say only that figures stand below. */
const ENDS = [
  /(?:年初|调整后?|全年|部门|单位)?(?:预算|决算)(?:金额|数额|安排数?|数|额)?$/,
  /(?:金额|数额|数|额|情况)$/,
  /(?:合计|小计|总计)$/,
];

const OF_MONEY = /预算|决算|金额|数额|额$/;

/** Words over other headers that add nothing to their meaning. */
const GENERIC = new Set(
  '支出|支出预算|预算|预算数|决算数|金额|其中|资金来源|资金性质|按资金来源|按资金性质|支出性质|按支出性质|按支出性质分|按支出性质和经济分类|部门预算|单位预算|年度预算|全年预算|预算安排|预算情况|资金|经费|支出类型|支出情况|收支情况|年初预算|年初预算数|调整预算数|expenditure|budget|amount|spending|allocation'
    .split('|')
    .map(normalizeWord),
);

function exactly(word: string): Match | null {
  const field = EXACT.get(word);
  return field ? { field, exact: true } : null;
}

/** Words that say of which year's money a fund or nature is: 一般公共预算拨款结转, 本年财政拨款. */
const OF_VINTAGE: readonly (readonly [RegExp, ImportFieldId])[] = [
  [/结转(?:结余)?$/, 'carryover'],
  [/资金结转(?:结余)?$/, 'carryover'],
  [/^(?:本年|当年)/, 'current'],
];

function ofVintage(word: string): Match | null {
  for (const [shape, vintage] of OF_VINTAGE) {
    const whose = shape.test(word) ? exactly(word.replace(shape, '')) : null;
    const field = whose && isMoney(whose.field) ? together(whose.field, vintage) : null;
    if (field) return { field, exact: true };
  }
  return null;
}

function matchWord(word: string): Match | null {
  const whole = exactly(word) ?? ofVintage(word);
  if (whole || word === '') return whole;
  for (const end of ENDS) {
    const rest = word.replace(end, '');
    const found = rest === '' || rest === word ? null : exactly(rest);
    if (found && (isMoney(found.field) || !OF_MONEY.test(word))) return found;
  }
  const unfit = namesNoAmount(word);
  const part = PARTIAL.find(
    ({ word: inner, not, isAmount }) =>
      word.includes(inner) && !not.some((other) => word.includes(other)) && !(isAmount && unfit),
  );
  return part ? { field: part.field, exact: false } : null;
}

const isMoney = (field: ImportFieldId): boolean => IMPORT_FIELDS[field].kind === 'amount';

const lineOf = (field: ImportFieldId): LineLanding | null => {
  const definition = IMPORT_FIELDS[field];
  return definition.kind === 'amount' && !('statement' in definition.lands)
    ? definition.lands
    : null;
};

const facets = ({ table, side, nature, vintage, fund, label }: LineLanding): string =>
  [table ?? '', side, nature, vintage, fund, label ?? ''].join('/');
const BY_FACETS: ReadonlyMap<string, ImportFieldId> = new Map(
  IMPORT_FIELD_IDS.toReversed().flatMap((id) => {
    const lands = lineOf(id);
    return lands && id !== 'amount' ? [[facets(lands), id] as const] : [];
  }),
);

/** Narrower words under wider ones. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  total: [
    'basic',
    'personnel',
    'operating',
    'project',
    'business',
    'to_superior',
    'to_subordinate',
    'current',
    'carryover',
  ],
  all: IMPORT_FIELD_IDS,
  ...MEANINGS_WITHIN,
};
function narrower<Word extends string>(above: Word, below: Word): Word | null {
  if (above === below || NARROWER[above]?.includes(below)) return below;
  return NARROWER[below]?.includes(above) ? above : null;
}

/** The field of two headers, one above the other: 基本支出 over 上年结转; null where no field says both. */
function together(above: ImportFieldId, below: ImportFieldId): ImportFieldId | null {
  const [a, b] = [IMPORT_FIELDS[above], IMPORT_FIELDS[below]];
  if (above === below || a.kind === 'key') return below;
  if (b.kind === 'key') return below;
  if (below === 'amount' || below === 'total') return above;
  if (above === 'amount' || above === 'total') return below;
  const [first, second] = [lineOf(above), lineOf(below)];
  if (!first || !second) return a.kind === 'headcount' && b.kind === 'headcount' ? below : null;
  if (first.table ?? second.table) {
    const isPart = !first.label || second.part_of === above;
    return first.table === second.table && isPart ? below : null;
  }
  const nature = narrower(first.nature, second.nature);
  const vintage = narrower(first.vintage, second.vintage);
  const fund = narrower(first.fund, second.fund);
  if (!nature || !vintage || !fund) return null;
  return BY_FACETS.get(facets({ side: 'expenditure', nature, vintage, fund })) ?? null;
}

const NOTHING: HeaderMeaning = {
  field: null,
  year: null,
  unit: null,
  stage: null,
  certainty: 'none',
};

const CODES = new Set(['编码', '代码', '科目编码', '科目代码', 'code']);

/** Which classification a code belongs to, by the words above it. */
function codeUnder(words: readonly string[]): Match {
  const above = words.join('');
  const functional = /功能|function/.test(above);
  const economic = /经济|economic/.test(above) && !above.includes('政府');
  if (functional === economic) return { field: 'code', exact: true };
  return { field: functional ? 'function_code' : 'economic_code', exact: true };
}

const isGeneric = ({ word }: HeaderLevel): boolean =>
  word === '' || GENERIC.has(word) || /^\([^()]*\)$/.test(word);

/** What the words of a header mean, from the top to the column's own. */
function matchLevels(levels: readonly HeaderLevel[]): Match | null {
  const words = levels.map(({ word }) => word);
  if (words.some(namesNoAmount)) {
    const own = exactly(words.at(-1) ?? '');
    return own && IMPORT_FIELDS[own.field].kind === 'key' ? own : null;
  }
  const joined = levels.length > 1 ? exactly(words.join('')) : null;
  if (joined) return joined;
  if (CODES.has(words.at(-1) ?? '')) return codeUnder(words);
  const pair = levels.length > 2 ? exactly(words.slice(-2).join('')) : null;
  const telling = (pair ? levels.slice(0, -2) : levels).filter((level) => !isGeneric(level));
  const own = pair ? null : (telling.pop() ?? levels.findLast(({ word }) => word !== ''));
  return under(telling, pair ?? (own ? matchWord(own.word) : null));
}

/** A match narrowed by the words above it, the nearest first; null where they do not fit. */
function under(above: readonly HeaderLevel[], own: Match | null): Match | null {
  let match = own;
  for (const { word } of above.toReversed()) {
    if (!match) return null;
    const wider = matchWord(word);
    if (wider) {
      const field = together(wider.field, match.field);
      match = field && { field, exact: wider.exact && match.exact };
    } else {
      match =
        match.field === 'total' || match.field === 'amount' ? null : { ...match, exact: false };
    }
  }
  return match;
}

/**
 * What a header says, given as its cells from the top. `sure` where every word is a known synonym. A column of
 * differences, shares or last year's figures has no meaning, and neither has one whose words no field says together.
 */
export function headerMeaning(cells: readonly string[]): HeaderMeaning {
  if (cells.some(comparesYears)) return NOTHING;
  const levels = cells.map(takeApart);
  const years = new Set(levels.flatMap(({ year }) => (year === null ? [] : [year])));
  const stated = {
    year: years.size === 1 ? ([...years][0] ?? null) : null,
    unit: levels.findLast(({ unit }) => unit !== null)?.unit ?? null,
    stage: levels.findLast(({ stage }) => stage !== null)?.stage ?? null,
  };
  const onlyYear = stated.year !== null && levels.every(({ word }) => word === '');
  const match = onlyYear ? ({ field: 'amount', exact: true } as const) : matchLevels(levels);
  if (!match || years.size > 1) return { ...NOTHING, ...stated };
  return { ...stated, field: match.field, certainty: match.exact ? 'sure' : 'likely' };
}

/** Whether a header cell alone says something known: a field, a year, a unit, or a word that groups others. */
export function isHeaderWord(text: string): boolean {
  const level = takeApart(text);
  return (
    (isGeneric(level) && text.trim() !== '') ||
    matchWord(level.word) !== null ||
    namesNoAmount(level.word)
  );
}
