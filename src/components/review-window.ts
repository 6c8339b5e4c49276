import { useElementSize, useScroll } from '@vueuse/core';
import { computed, type Ref } from 'vue';

/** Rows drawn above and below those in sight. */
const AROUND = 8;

/**
 * Which rows of a long table are drawn while it scrolls in a frame, and the height in pixels of those that are not,
 * above and below. All rows are equally high, in pixels.
 */
export function useRowWindow(
  frame: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
  rowHeight: number,
) {
  const { y } = useScroll(frame);
  const { height } = useElementSize(frame);
  const shown = computed(() => {
    const from = Math.min(count(), Math.max(0, Math.floor(y.value / rowHeight) - AROUND));
    const length = Math.ceil(height.value / rowHeight) + 2 * AROUND;
    return { from, to: Math.min(count(), from + length) };
  });
  return {
    shown,
    above: computed(() => shown.value.from * rowHeight),
    below: computed(() => (count() - shown.value.to) * rowHeight),
  };
}
