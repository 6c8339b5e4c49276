import { toValue, watch, type MaybeRefOrGetter } from 'vue';

/** Events as dialogs hand them out: the true one inside. */
type OutsideEvent = CustomEvent<{ originalEvent: Event }>;

/**
 * Focus for a drawer that the address opens: it goes back to what had it before. A press on another figure swaps the
 * drawer's content instead of closing it.
 */
export function useDrawerFocus(isOpen: MaybeRefOrGetter<boolean>) {
  let before: Element | null = null;
  watch(
    () => toValue(isOpen),
    (open) => {
      if (open) before = document.activeElement;
    },
    { immediate: true, flush: 'sync' },
  );
  return {
    /** The drawer itself, so that its words are read from the start. */
    takeFocus(event: Event): void {
      event.preventDefault();
      if (event.target instanceof HTMLElement) event.target.focus();
    },
    returnFocus(event: Event): void {
      event.preventDefault();
      if (
        before instanceof HTMLElement &&
        before.isConnected &&
        document.activeElement === document.body
      )
        before.focus();
    },
    keepOpen(event: OutsideEvent): void {
      const target = event.detail.originalEvent.target;
      if (event.detail.originalEvent.type === 'focusin') event.preventDefault();
      if (target instanceof Element && target.closest('.source-link')) event.preventDefault();
    },
  };
}
