/** Radicals that fonts name instead of the characters they print, where Unicode's own folding does not lead back. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺄': '乙',
  '⺅': '亻',
  '⺆': '冂',
  '⺈': '刀',
  '⺉': '刂',
  '⺊': '卜',
  '⺋': '㔾',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺏': '尣',
  '⺐': '尢',
  '⺑': '𡯂',
  '⺒': '巳',
  '⺓': '幺',
  '⺔': '彑',
  '⺕': '彐',
  '⺖': '忄',
  '⺗': '㣺',
  '⺘': '扌',
  '⺙': '攵',
  '⺛': '旡',
  '⺜': '日',
  '⺝': '月',
  '⺞': '歺',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '氺',
  '⺣': '灬',
  '⺤': '爫',
  '⺥': '爫',
  '⺦': '丬',
  '⺧': '牛',
  '⺨': '犭',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺬': '示',
  '⺭': '礻',
  '⺮': '竹',
  '⺯': '糹',
  '⺰': '纟',
  '⺱': '罓',
  '⺲': '罒',
  '⺳': '冈',
  '⺴': '冈',
  '⺵': '网',
  '⺶': '羊',
  '⺷': '羊',
  '⺸': '羊',
  '⺹': '耂',
  '⺺': '肀',
  '⺻': '聿',
  '⺼': '肉',
  '⺽': '臼',
  '⺾': '艹',
  '⺿': '艹',
  '⻀': '艹',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '覀',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻇': '角',
  '⻈': '讠',
  '⻉': '贝',
  '⻊': '足',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻎': '辶',
  '⻏': '阝',
  '⻐': '钅',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻕': '阜',
  '⻖': '阝',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻞': '食',
  '⻟': '飠',
  '⻠': '饣',
  '⻡': '首',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
};
const RADICAL_MAP = new Map(Object.entries(RADICALS));

/** Characters that have a twin in Unicode which looks the same: radicals, and those kept for older standards. */
const TWINS = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/u;

function foldRadicals(text: string): string {
  if (!TWINS.test(text)) return text;
  return Array.from(text, (each) => {
    if (!TWINS.test(each)) return each;
    return RADICAL_MAP.get(each) ?? each.normalize('NFKC');
  }).join('');
}

/** Spaces of all widths, and marks that print nothing. */
const BLANK = /[\s\u00a0\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+/gu;
/** Scripts of budgets, those of autonomous areas included; others come from fonts that do not name their characters. */
const KNOWN =
  /^[\p{scx=Han}\p{sc=Latin}\p{sc=Greek}\p{sc=Hangul}\p{sc=Mongolian}\p{sc=Tibetan}\p{sc=Arabic}\p{sc=Yi}\p{N}\p{P}\p{S}\p{Zs}]/u;

/** What a character of a font prints. */
export interface Printed {
  /** Empty for a space. */
  text: string;
  /** The font does not say which character it is. */
  nameless: boolean;
}

const seen = new Map<string, Printed>();
/** Characters remembered; a budget uses some thousand. */
const MOST_SEEN = 20_000;

/** What a character prints by its Unicode name: without spaces, and folded where it only looks like a usual one. */
export function printed(unicode: string): Printed {
  const known = seen.get(unicode);
  if (known) return known;
  const text = foldRadicals(unicode.replace(BLANK, ''));
  const nameless =
    unicode === '' || (text !== '' && (text.startsWith('\ufffd') || !KNOWN.test(text)));
  if (seen.size >= MOST_SEEN) seen.clear();
  const result = { text, nameless };
  seen.set(unicode, result);
  return result;
}
