import type { Ref } from 'vue';

const ROWS = '[data-picker-row]';
const SEARCH = '[data-picker-search]';

/** Where a key leads among the boxes of the rows; null where it leads nowhere, -1 for the search. */
export function keyTarget(key: string, at: number, rows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, rows - 1);
    case 'ArrowUp':
      return Math.max(at - 1, -1);
    case 'Home':
      return at < 0 ? null : 0;
    case 'End':
      return at < 0 ? null : rows - 1;
    default:
      return null;
  }
}

/** Arrows go from the search through the rows, enter chooses, typing goes back to the search. */
export function usePickerKeys(panel: Readonly<Ref<HTMLElement | null>>): {
  onKeydown(event: KeyboardEvent): void;
} {
  function onKeydown(event: KeyboardEvent): void {
    const root = panel.value;
    const target = event.target as HTMLElement;
    if (!root || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...root.querySelectorAll<HTMLInputElement>(ROWS)];
    const search = root.querySelector<HTMLInputElement>(SEARCH);
    const at = rows.indexOf(target as HTMLInputElement);
    if (at < 0 && target !== search) return;
    const to = rows.length > 0 ? keyTarget(event.key, at, rows.length) : null;
    if (to !== null) {
      event.preventDefault();
      (to < 0 ? search : rows[to])?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      rows[Math.max(at, 0)]?.click();
    } else if (at >= 0 && event.key.length === 1 && event.key !== ' ') {
      search?.focus();
    }
  }
  return { onKeydown };
}
