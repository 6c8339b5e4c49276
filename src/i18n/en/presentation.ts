import type { presentation as zh } from '../zh/presentation';

export const presentation: typeof zh = {
  label: 'Presentation',
  number: '{n} / {total}',
  single: 'single slide',
  announce: 'Slide {n} of {total}: {title}. {note}',
  announceSingle: 'Presentation: {title}.',
  previous: 'Previous',
  next: 'Next',
  note: 'Note',
  fullscreen: 'Full screen',
  leave: 'End',
};
