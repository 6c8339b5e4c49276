import { inject } from 'vitest';
import { BROWSERS, type BrowserName } from './browsers';

export type Place = 'http' | 'file';

/** Every browser with every way of opening the app. */
export const COMBINATIONS: readonly (readonly [BrowserName, Place])[] = BROWSERS.flatMap(
  (browser) => [[browser, 'http'] as const, [browser, 'file'] as const],
);

/** Address of the app: the served site, or the one file on a stick. */
export function appUrl(place: Place): string {
  return place === 'http' ? inject('siteUrl') : inject('fileUrl');
}
