/** One step of a presentation. */
export interface Slide {
  /** Stands in the address, so that a reload stays with the slide. */
  key: string;
  title: string;
  note: string;
  /** Path and query of the address hash. */
  address: string;
}

export const SLIDE_STEPS = ['next', 'previous', 'first', 'last', 'leave'] as const;
export type SlideStep = (typeof SLIDE_STEPS)[number];

const STEP_OF_KEY = new Map<string, SlideStep>([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Escape', 'leave'],
]);

/** A key as it was pressed, and what it was pressed on. */
export interface PressedKey {
  key: string;
  shift: boolean;
  /** With Ctrl, Alt or Meta: a shortcut of the browser. */
  withModifier: boolean;
  /** What has the focus takes this key itself: a field, a button for the space bar, an open dialog. */
  isTaken: boolean;
}

/** What a key does in a presentation; null for nothing. */
export function stepOfKey({ key, shift, withModifier, isTaken }: PressedKey): SlideStep | null {
  if (withModifier || isTaken) return null;
  if (key === ' ') return shift ? 'previous' : 'next';
  return STEP_OF_KEY.get(key) ?? null;
}

/** The slide that a step leads to; the first and the last are the ends. Undefined where there are none, or on leaving. */
export function slideAfter(
  slides: readonly Slide[],
  key: string,
  step: SlideStep,
): Slide | undefined {
  const at = slides.findIndex((slide) => slide.key === key);
  const last = slides.length - 1;
  switch (step) {
    case 'first':
      return slides[0];
    case 'last':
      return slides[last];
    case 'next':
      return slides[Math.min(at + 1, last)];
    case 'previous':
      return slides[Math.max(at - 1, 0)];
    case 'leave':
      return undefined;
  }
}

/** Width of the page that a slide is laid out for, in CSS pixels; a wider screen makes everything larger instead. */
const SLIDE_WIDTH = 1_080;
const LEAST_SCALE = 1;
const MOST_SCALE = 3;

/** How much larger than on the page a slide is drawn. */
export const slideScale = (screenWidth: number): number =>
  Math.min(MOST_SCALE, Math.max(LEAST_SCALE, screenWidth / SLIDE_WIDTH));
