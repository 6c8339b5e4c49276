import { WORD_FOLDS, folder } from './import-characters';
import { IMPORT_FIELDS, IMPORT_FIELD_IDS, type ImportFieldId } from './import-fields';
import type { PrintedUnit } from './money';
import type { Fund, Nature, Scope, Stage, Vintage } from './vocabulary';

/**
 * A word as words are compared: full-width to ASCII, small letters, without blanks and quotation marks, any dash as
 * `-`. Text in brackets stays. SQL does the same by `foldSql(column, WORD_FOLDS)`.
 */
export const normalizeWord = folder(WORD_FOLDS);

/** A normalized word and what it means. */
export type WordMeaning<Value> = readonly [word: string, value: Value];

/** Words divided by `|`, by value; a word stands once. */
const meanings = <Value extends string>(
  words: Readonly<Partial<Record<Value, string>>>,
): WordMeaning<Value>[] =>
  (Object.entries(words) as [Value, string][]).flatMap(([value, list]) => {
    const all = [value, ...list.split('|')].map(normalizeWord);
    return [...new Set(all)].map((word) => [word, value] as const);
  });

const reader = <Value>(words: readonly WordMeaning<Value>[]) => {
  const map = new Map(words);
  return (text: string | null): Value | null => map.get(normalizeWord(text ?? '')) ?? null;
};

/** Words in cells, for VALUES and CASE in SQL: compared with the whole normalized text of a cell. */
export const STAGE_WORDS = meanings<Stage>({
  budget:
    '预算|预算数|年初预算|年初预算数|部门预算|单位预算|预算草案|original|original budget|approved|approved budget|enacted',
  adjusted:
    '调整预算|预算调整|调整预算数|预算调整数|调整后预算|调整后预算数|adjusted budget|revised|revised budget',
  final: '决算|决算数|部门决算|单位决算|final account|final accounts|outturn|executed',
});
export const SCOPE_WORDS = meanings<Scope>({
  department: '部门|部门汇总|汇总|部门预算|部门(汇总)|含所属单位|部门决算|whole department',
  unit: '单位|本级|部门本级|机关本级|单位预算|单位决算|本级单位|基层单位|单位(本级)|局本级|own level',
});
export const VINTAGE_WORDS = meanings<Vintage>({
  total: '合计|总计|小计|全部|both|all',
  current:
    '本年|当年|本年预算|当年预算|本年收入|本年支出|本年安排|当年安排|本年预算安排|本年拨款|否|new|this year|current year',
  carryover:
    '结转|上年结转|上年结余|上年结转结余|上年结转和结余|年初结转|年初结转和结余|结转结余|结转资金|上年结转资金|是|carry-over|carry over|carried over',
});

/** Words that fields of amounts share with cells that name a fund or nature. */
const fieldWords = (id: ImportFieldId): string => IMPORT_FIELDS[id].exact.join('|');

const ONE_FUND = [
  'appropriation',
  'general_public',
  'gov_fund',
  'state_capital',
  'non_appropriation',
  'fiscal_account',
  'institution',
  'institution_business',
  'institution_operation',
  'superior_subsidy',
  'subordinate_payment',
  'other_income',
] as const satisfies readonly (Fund & ImportFieldId)[];
export const FUND_WORDS = meanings<Fund>({
  all: '合计|总计|小计|全部|全部资金|所有资金|total|all funds',
  ...Object.fromEntries(ONE_FUND.map((id) => [id, fieldWords(id)])),
});

const ONE_NATURE = [
  'basic',
  'personnel',
  'operating',
  'project',
  'business',
  'to_superior',
  'to_subordinate',
] as const satisfies readonly (Nature & ImportFieldId)[];
export const NATURE_WORDS = meanings<Nature>({
  total: '合计|总计|小计|全部|all',
  ...Object.fromEntries(ONE_NATURE.map((id) => [id, fieldWords(id)])),
});

export const UNIT_WORDS = meanings<PrintedUnit>({
  元: '人民币元|单位:元|圆|yuan|cny|rmb|rmb yuan|renminbi|in yuan|yuan (rmb)',
  千元: '人民币千元|单位:千元|千|thousand yuan|in thousand yuan|1,000 yuan|cny thousand|rmb thousand|rmb 1,000',
  万元: '人民币万元|单位:万元|万|10,000 yuan|10000 yuan|in 10,000 yuan|ten thousand yuan|10 thousand yuan|10k yuan|wan|wan yuan|rmb 10,000|cny 10,000|10,000 rmb|10 000 yuan',
  亿元: '人民币亿元|单位:亿元|亿|100 million yuan|hundred million yuan|in 100 million yuan|rmb 100 million|cny 100 million|100,000,000 yuan',
});

/** Names of amounts and headcounts in tables of one amount per record. */
export const MEASURE_WORDS: readonly WordMeaning<ImportFieldId>[] = IMPORT_FIELD_IDS.filter(
  (id) => IMPORT_FIELDS[id].kind !== 'key' && id !== 'amount',
).flatMap((id) => {
  const { exact, label } = IMPORT_FIELDS[id];
  return [...new Set([id, label.zh, label.en, ...exact].map(normalizeWord))].map(
    (word) => [word, id] as const,
  );
});

export const readStage = reader(STAGE_WORDS);
export const readScope = reader(SCOPE_WORDS);
export const readVintage = reader(VINTAGE_WORDS);
export const readFund = reader(FUND_WORDS);
export const readNature = reader(NATURE_WORDS);
export const readUnit = reader(UNIT_WORDS);
/** The amount or headcount that a text names. */
export const readMeasureName = reader(MEASURE_WORDS);

/** A year in a cell, after `normalizeWord`; group 1 has its digits. Also dates, by their year. */
export const YEAR_SHAPE =
  '^(?:fy)?((?:19|20)[0-9]{2})(?:[.]0+|年.*|[-/][0-9]{1,2}(?:[-/][0-9]{1,2})?(?:t?[0-9:.]+)?)?$';
const YEAR = new RegExp(YEAR_SHAPE, 'u');

/** 2026, 2026年, ２０２６, 2026.0, 2026年度预算 → 2026; null where no year stands. */
export function readYear(text: string | null): number | null {
  const digits = YEAR.exec(normalizeWord(text ?? ''))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Texts that stand for several organizations, after `normalizeWord`: 合计, 全县合计, 行政单位小计, total. */
export const SUM_OF_ORGANIZATIONS_SHAPE =
  '^(?:.{0,20}(?:合计|总计|小计|共计|合计数|总计数)[:：]?|(?:合计|总计|小计|共计)[(:].*|汇总|总和|全(?:省|市|州|盟|县|区|旗|国)(?:各?(?:部门|单位|预算单位))?(?:汇总)?|(?:各|所有)(?:部门|单位|预算单位)(?:汇总)?|(?:grand|sub|over)?-?(?:total|all)(?:s|budget|expenditure|amount)?|sum|all(?:departments|units|organizations|agencies)?)$';
const SUM_OF_ORGANIZATIONS = new RegExp(SUM_OF_ORGANIZATIONS_SHAPE, 'u');

/** Whether a text of the organization column is no organization but a sum of several. */
export const isSumOfOrganizations = (text: string | null): boolean =>
  SUM_OF_ORGANIZATIONS.test(normalizeWord(text ?? ''));
