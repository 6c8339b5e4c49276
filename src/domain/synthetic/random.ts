/** Words of the state of the generator. */
const WORDS = 4;
const STIRRED = 12;
const TWO_32 = 2 ** 32;
/** Uniform numbers whose sum is as good as normal: no function of the machine's own is asked. */
const SUMMED = 12;

/** Four words from a text, all of them changed by every character. */
function wordsOf(text: string): number[] {
  const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    for (let at = 0; at < WORDS; at += 1) {
      const mixed = Math.imul((words[at] ?? 0) ^ code, 0x85ebca6b + 2 * at);
      words[at] = (mixed ^ (mixed >>> 13) ^ (words[(at + 1) % WORDS] ?? 0)) >>> 0;
    }
  }
  return words;
}

/** Numbers that look like chance and are the same for the same key, whatever was drawn for other keys (sfc32). */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private count: number;

  constructor(...key: readonly (string | number)[]) {
    [this.a = 0, this.b = 0, this.c = 0, this.count = 0] = wordsOf(key.join('\u0000'));
    for (let i = 0; i < STIRRED; i += 1) this.next();
  }

  /** From 0 to below 1. */
  next(): number {
    const sum = (this.a + this.b + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return (sum >>> 0) / TWO_32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  /** True in this share of cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  normal(mean: number, deviation: number): number {
    let sum = 0;
    for (let i = 0; i < SUMMED; i += 1) sum += this.next();
    return mean + deviation * (sum - SUMMED / 2);
  }

  /** Half of all are above the median; `sigma` is the deviation of the logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  /** @throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(list.length * this.next())];
    if (one === undefined) throw new RangeError('Nothing to pick from');
    return one;
  }

  /** So many of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[] {
    let wanted = Math.min(count, list.length);
    return list.filter((_, i) => {
      const taken = this.next() * (list.length - i) < wanted;
      if (taken) wanted -= 1;
      return taken;
    });
  }
}

/** A whole number in parts by weight, none negative, whose sum is the number. Weights must not all be zero. */
export function split(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let [weighed, given] = [0, 0];
  return weights.map((weight) => {
    weighed += weight;
    const upTo = Math.round((whole * weighed) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
