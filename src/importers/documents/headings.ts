/** Characters of the longest line that is taken for a heading. */
const MAX_HEADING = 50;
/** Beginnings that number the parts of a document. */
const NUMBERED =
  /^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
/** Sentences end so, headings do not. */
const SENTENCE_END = /[。；;，,：:！!]$/;

/** Whether a reader sees a paragraph as a heading: by its style, or a short line that is numbered, bold or centred. */
export function shownAsHeading(text: string, styled: boolean, marked: boolean): boolean {
  if (text.length > MAX_HEADING || text.includes('\n')) return false;
  return styled || ((marked || NUMBERED.test(text)) && !SENTENCE_END.test(text));
}
