import { inject, provide, type InjectionKey } from 'vue';

/** Shows the table twin of the figure a chart stands in. */
const KEY: InjectionKey<() => void> = Symbol('table twin');

export const provideTableTwin = (show: () => void): void => provide(KEY, show);

/** The way from a chart to its table; null for a chart that stands in no figure. */
export const useTableTwin = (): (() => void) | null => inject(KEY, null);
