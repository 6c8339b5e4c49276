import type { Place } from '@/domain/published-document';

/** A place as a key: equal for equal places, whatever the order of their parts. */
export const placeKey = ({ page, sheet, table, row, column }: Place): string =>
  [page, sheet, table, row, column].map((part) => part ?? '').join('/');
