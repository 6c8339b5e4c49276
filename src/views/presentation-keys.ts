/** What takes keys itself while it has the focus. */
const FIELDS = 'input, select, textarea, [contenteditable="true"], [role="menu"], [role="listbox"]';
const PRESSED = 'button, a[href], summary, [role="button"]';

const movesSideways = (element: Element | null): boolean =>
  element !== null && element.scrollWidth > element.clientWidth + 1;

/** Whether a key belongs to what has the focus, or to an open dialog, and not to the presentation. */
export function isKeyTaken({ key, target }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target : null;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true;
  if (!element) return false;
  if (element.closest(FIELDS)) return key !== 'Escape';
  if (key === ' ') return element.closest(PRESSED) !== null;
  if (element.matches('[data-cell]')) return key.startsWith('Arrow') || key.startsWith('Page');
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return movesSideways(element.closest('.scroll'));
  }
  return false;
}
