const DIGITS = '〇一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];

/** A whole number below 10000 in Chinese, as lists are numbered: 10 十, 21 二十一, 105 一百零五; others in digits. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) return String(n);
  const digits = [...String(n)].map(Number);
  let text = '';
  for (const [at, digit] of digits.entries()) {
    if (digit === 0) {
      if (!text.endsWith('零') && digits.slice(at).some((each) => each > 0)) text += '零';
    } else text += DIGITS.charAt(digit) + PLACES[digits.length - 1 - at]!;
  }
  return text.replace(/^一十/, '十');
}
