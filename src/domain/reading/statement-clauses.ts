/** A number with its unit in a folded text. */
export interface Figure {
  /** Digits with point and sign. */
  number: string;
  unit: string;
  from: number;
  to: number;
}

/** A stretch of a folded text between two marks, with its figures. */
export interface Clause {
  text: string;
  from: number;
  figures: readonly Figure[];
  /** The mark before and after it; `(` and `)` only where the bracket holds figures. */
  opens: string;
  closes: string;
}

const UNITS =
  '万元|亿元|千元|元|万(?=[，;。、)]|$)|个百分点|%|平方米|平米|㎡|台/套|台\\(套\\)|套\\(台\\)|台\\(件\\)|台套|台|套|辆|部|家|个|名|人|项';
const FIGURE = new RegExp(
  `(?<![\\d.~—％-])(-?\\d{1,15}(?:\\.\\d{1,10})?)(${UNITS})(?!\\(?含?\\)?及?以上)`,
  'gu',
);
const MARKS = /[，、;:。()]/;
const HOLDS_FIGURE = /\d(?:万|亿|千)?元|\d%|\d辆/;
/** Characters looked at for the end of a bracket. */
const MAX_BRACKET = 300;

/** Places of brackets that hold figures; other brackets belong to the words. */
function dividingBrackets(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    let depth = 0;
    for (let at = open; at < Math.min(text.length, open + MAX_BRACKET); at++) {
      if (text[at] === '(') depth++;
      if (text[at] === ')' && --depth === 0) {
        if (HOLDS_FIGURE.test(text.slice(open + 1, at))) places.add(open).add(at);
        break;
      }
    }
  }
  return places;
}

/** Divides a folded paragraph into clauses. A number that a comma may cut (1，234.5万元) is no figure. */
export function clausesOf(text: string): Clause[] {
  const brackets = dividingBrackets(text);
  const isMark = (at: number): boolean => {
    const character = text[at] ?? '';
    return character === '(' || character === ')' ? brackets.has(at) : MARKS.test(character);
  };
  const figures = [...text.matchAll(FIGURE)].flatMap((match): Figure[] => {
    const [whole, number = '', unit = ''] = match;
    const from = match.index;
    const isCut =
      text[from - 1] === '，' && /\d/.test(text[from - 2] ?? '') && /^\d{3}(?!\d)/.test(number);
    return isCut ? [] : [{ number, unit, from, to: from + whole.length }];
  });
  const clauses: Clause[] = [];
  let start = 0;
  let opens = '。';
  let own: Figure[] = [];
  let next = 0;
  for (let at = 0; at <= text.length; at++) {
    const figure = figures[next];
    if (figure && at >= figure.from) {
      own.push(figure);
      next++;
      at = figure.to;
    }
    if (at < text.length && !isMark(at)) continue;
    const closes = text[at] ?? '。';
    if (at > start || closes === ')' || closes === '(') {
      clauses.push({ text: text.slice(start, at), from: start, figures: own, opens, closes });
    }
    opens = closes;
    own = [];
    start = at + 1;
  }
  return clauses;
}
