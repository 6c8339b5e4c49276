import { inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { LeavingFigure } from '@/charts/figure-picture';
import type { FigureFormat } from '@/domain/exported-figure';
import type { Format } from '@/domain/format';
import type { FairSelection, Guard } from '@/domain/guard';
import type { QualityMark, QualityMarks } from '@/domain/quality-mark';
import type { SourceRef } from '@/domain/source-ref';
import type { TableSort } from '@/domain/table-sort';

/** Steps of an export. */
export type ExportStep = 'drawing' | 'rows' | 'sources' | 'writing';

export interface ExportOptions {
  signal: AbortSignal;
  /** Hears of each step, and where it is known how much of it is done, from 0 to 1. */
  onStep: (step: ExportStep, done: number | null) => void;
}

/** What every figure on the screens needs: how it is written, where its origin opens, and what checks say of it. */
export interface ViewContext {
  format: ComputedRef<Format>;
  openSource(ref: SourceRef): void;
  /** Opens the form in which the reader fills in a headcount for an organization. */
  supplyHeadcount(org: string): void;
  /** Marks of the numbers that failed checks touch. */
  marks: ComputedRef<QualityMarks>;
  /** What the figures shown mix, and the fair selection. */
  guard: ComputedRef<Guard>;
  /** Year and index whose prices the amounts shown are in; empty for amounts as printed. */
  prices: ComputedRef<string>;
  /** Takes the fair selection. */
  narrow(change: FairSelection['change']): void;
  /** Organization that the pointer is on, in whatever view; every other view shows where it is. */
  hovered: Ref<string | null>;
  /** All documents whose figures a view shows or is about to, so that their marks are known; null for the chosen ones. */
  beside: Ref<readonly string[] | null>;
  /** Documents that will come beside: their marks are asked for already, and not shown yet. */
  ahead: Ref<readonly string[] | null>;
  /** Whether the marks of these documents are known. */
  marked: ComputedRef<boolean>;
  /** Organization of a document on the screen; the document itself where it is not known. */
  orgOf(doc: string): string;
  /** Saves a figure as a file; rejects with the signal's reason when stopped. */
  exportFigure(figure: LeavingFigure, format: FigureFormat, options: ExportOptions): Promise<void>;
  /** The figures of the screen, in the order they came. */
  figures: Set<LeavingFigure>;
  /** By which column the rows of a table stand; null for its own order. The address keeps it. */
  sortOf(table: string): TableSort | null;
  sortBy(table: string, sort: TableSort | null): void;
  /** Whether a part that is folded away at first is asked for; the address keeps it. */
  isUnfolded(part: string): boolean;
  unfold(part: string, asked: boolean): void;
  /** Where the finding of a mark is shown. */
  findingAddress(mark: QualityMark): RouteLocationRaw;
}

const KEY: InjectionKey<ViewContext> = Symbol('view context');

export const provideViewContext = (context: ViewContext): void => provide(KEY, context);

export function useViewContext(): ViewContext {
  const context = inject(KEY);
  if (!context) throw new Error('a figure stands outside the app: no view context is provided');
  return context;
}
