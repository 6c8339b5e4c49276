/** Name of the mark in the browser's timeline. */
export const FIRST_CHART = 'tongchi:first-chart';

/** Marks, once per page, the moment the first chart has been painted. */
export function markFirstChart(): void {
  if (performance.getEntriesByName(FIRST_CHART).length > 0) return;
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (performance.getEntriesByName(FIRST_CHART).length === 0) performance.mark(FIRST_CHART);
    }),
  );
}
