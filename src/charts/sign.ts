import { MARK_SIGNS, type MarkSeverity } from '@/domain/quality-mark';
import type { ChartTheme } from './theme';

/** Width that a sign takes behind a figure, in CSS pixels. */
export const SIGN_WIDTH = 14;

/** A figure with the sign of the checks it failed, for a label that has `signStyle`. */
export const withSign = (text: string, marked: MarkSeverity | null | undefined): string =>
  marked ? `${text}{sign|${MARK_SIGNS[marked]}}` : text;

/** Style of the sign; none for a label without one, so that it is drawn as plain text. */
export const signStyle = (marked: MarkSeverity | null | undefined, theme: ChartTheme) =>
  marked
    ? { rich: { sign: { color: theme.warn, fontSize: 9, padding: [0, 0, 0, 3] as number[] } } }
    : {};
