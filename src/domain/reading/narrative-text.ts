/** A text as rules see it, with the way back to what is printed. */
export interface FoldedText {
  text: string;
  /** For each character of `text` its place in the printed text; one more at the end. */
  at: readonly number[];
}

const BLANK = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff\u00ad]/;
const QUOTES = new Set('“”‘’"\'「」『』《》〈〉＂＇');
/** Marks of one meaning, as they stand in `text`; a comma is one that divides clauses. */
const MARKS = new Map([
  [',', '，'],
  ['﹐', '，'],
  ['；', ';'],
  ['：', ':'],
  ['﹕', ':'],
  ['（', '('],
  ['）', ')'],
  ['﹙', '('],
  ['﹚', ')'],
  ['〔', '('],
  ['〕', ')'],
  ['．', '.'],
  ['％', '%'],
  ['﹪', '%'],
  ['－', '-'],
  ['−', '-'],
  ['！', '。'],
  ['？', '。'],
  ['?', '。'],
  ['!', '。'],
]);
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** ０-９ Ａ-Ｚ ａ-ｚ and marks to their plain forms; everything else stays. */
function plain(character: string): string {
  const mark = MARKS.get(character);
  if (mark !== undefined) return mark;
  const code = character.charCodeAt(0);
  return code >= 0xff10 && code <= 0xff5a ? String.fromCharCode(code - 0xfee0) : character;
}

const CHINESE_DIGITS = '零一二三四五六七八九';
/** 〇 and the forms of 零 and 两 beside the usual digits. */
const DIGIT_FORMS = new Map([
  ['〇', 0],
  ['○', 0],
  ['O', 0],
  ['Ｏ', 0],
  ['0', 0],
  ['两', 2],
  ...[...CHINESE_DIGITS].map((digit, i) => [digit, i] as const),
]);

/** 二〇二六, 二零二六 → 2026; null for anything that is not all digits. */
function chineseDigits(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = DIGIT_FORMS.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text === '' ? null : value;
}

const CHINESE_YEAR = /二[〇零○oOＯ0][一二三四五六七八九〇零○oOＯ0]{2}(?=年)/gu;
/** 二〇二六年 → 2026年, as long as it was. */
const withPlainYears = (text: string): string =>
  text.replace(CHINESE_YEAR, (year) => String(chineseDigits(year) ?? year));

/** Whether the comma before `at` stands between groups of three digits, as in 1,234 and 12,345.67. */
function isGrouping(text: readonly string[], at: number): boolean {
  const digitsAfter = [1, 2, 3].every((step) => isDigit(text[at + step]));
  if (!digitsAfter || isDigit(text[at + 4])) return false;
  let before = 0;
  while (before < 4 && isDigit(text[at - 1 - before])) before++;
  return before > 0 && before < 4;
}

/** 收、支总计 and 收入、支出总计 are one thing. */
const joinsBothSides = (text: readonly string[], at: number): boolean =>
  (text[at - 1] === '收' && text[at + 1] === '支') ||
  (text[at - 2] === '收' &&
    text[at - 1] === '入' &&
    text[at + 1] === '支' &&
    text[at + 2] === '出');

/**
 * Folds a printed text: blanks, quotation marks and commas within numbers away, full-width forms plain, clauses divided
 * by `，`, `;`, `:`, sentences by `。`, years in Chinese digits in plain ones. Blanks between two numbers stay as one space, so that they never become one.
 */
export function foldText(printed: string): FoldedText {
  const kept: string[] = [];
  const places: number[] = [];
  let gap = false;
  for (let i = 0; i < printed.length; i++) {
    const character = printed[i] ?? '';
    if (BLANK.test(character)) {
      gap = true;
      continue;
    }
    if (QUOTES.has(character)) continue;
    const made = plain(character);
    if (gap && isDigit(made) && isDigit(kept.at(-1))) {
      kept.push(' ');
      places.push(i);
    }
    gap = false;
    kept.push(made);
    places.push(i);
  }
  const text: string[] = [];
  const at: number[] = [];
  kept.forEach((character, i) => {
    const printedAs = printed[places[i] ?? 0];
    const dropped =
      (printedAs === ',' && isGrouping(kept, i)) || (character === '、' && joinsBothSides(kept, i));
    if (dropped) return;
    text.push(character);
    at.push(places[i] ?? 0);
  });
  at.push(printed.length);
  return { text: withPlainYears(text.join('')), at };
}

const OPENING = new Set('“‘「『《〈');
/** What is printed for a stretch of the folded text, with the quotation mark that opens it; blanks at its ends removed. */
export function printedAt(printed: string, { at }: FoldedText, from: number, to: number): string {
  const start = at[from] ?? 0;
  const end = (at[to - 1] ?? printed.length - 1) + 1;
  const opened = OPENING.has(printed[start - 1] ?? '') ? start - 1 : start;
  return printed.slice(opened, end).trim();
}

/** A counted number up to 99: 12, 四, 十二, 二十一; null for anything else. */
export function readCount(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const parts = /^([一二两三四五六七八九])?(十)?([一二两三四五六七八九])?$/.exec(text);
  const [, tens, ten, ones] = parts ?? [];
  if (!parts || text === '' || (!ten && tens && ones)) return null;
  const digit = (word: string | undefined): number => (word ? (DIGIT_FORMS.get(word) ?? 0) : 0);
  return ten ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(tens ?? ones);
}
