/** Price levels by year, in any one base; the reader's own. */
export type PriceIndex = ReadonlyMap<number, number>;
export const NO_PRICES: PriceIndex = new Map();
