import { provideViewContext, useViewContext } from '@/components/context';
import { useMarksBeside } from '@/composables/useMarksBeside';

/** Gives the components below also the marks of documents that are shown without being chosen. */
export function provideMarksBeside(docs: () => readonly string[]): void {
  const context = useViewContext();
  const marks = useMarksBeside(docs, () => context.marks.value);
  provideViewContext({ ...context, marks });
}
