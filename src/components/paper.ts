import { useElementSize } from '@vueuse/core';
import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue';

/** Width of an A4 page within its margins (`styles/print.css`), in CSS pixels, less what browsers round. */
export const PAPER_WIDTH = 680;

/** The page is on its way to a printer. */
const onPaper = ref(false);
/** What follows from it has reached the page. */
let followed = false;

function toPaper(): Promise<void> {
  onPaper.value = true;
  return nextTick(() => void (followed = true));
}
window.addEventListener('beforeprint', () => void toPaper());
window.addEventListener('afterprint', () => {
  onPaper.value = false;
  followed = false;
});

/** Charts have been drawn for paper: Chromium waits for that, Firefox takes the page as it is at once. */
export const isDrawnForPaper = (): boolean => followed;

/** Prints the page: what is drawn for paper stands there before the browser looks. */
export async function printPage(): Promise<void> {
  await toPaper();
  window.print();
}

/** Width that a drawing in this element has to fit, in CSS pixels; 0 until it is known. */
export function useDrawingWidth(element: Readonly<Ref<HTMLElement | null>>): {
  width: ComputedRef<number>;
} {
  const { width } = useElementSize(element);
  return { width: computed(() => (onPaper.value ? PAPER_WIDTH : width.value)) };
}
