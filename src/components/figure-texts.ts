/** What is not part of a figure's words: what does not go to paper, or is there for the eye or the ear alone; legends are drawn. */
const APART = '.no-print, .visually-hidden, [aria-hidden="true"], [data-legend]';

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element) || node.matches(APART)) return '';
  return [...node.childNodes].map(textOf).join('');
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of an element in one line. */
export const lineOf = (element: Element): string => inOneLine(textOf(element));

function listLine(list: Element): string {
  const items = [...list.children].map((item) => ({
    isHead: item.tagName === 'DT',
    text: lineOf(item),
  }));
  const heads = items.filter(({ isHead }) => isHead).map(({ text }) => text);
  const entries = items.filter(({ isHead, text }) => !isHead && text !== '');
  return [...heads, entries.map(({ text }) => text).join(' · ')].join('  ');
}

/** The paragraphs, lists of terms and points within an element, a line each, as they would stand on paper. */
export function wordsWithin(root: Element | null): string[] {
  const blocks = [...(root?.querySelectorAll('p, dl, li') ?? [])].filter(
    (block) => block.closest(APART) === null && !block.parentElement?.closest('p, dl, li'),
  );
  return blocks
    .map((block) => (block.tagName === 'DL' ? listLine(block) : lineOf(block)))
    .filter((line) => line !== '');
}
