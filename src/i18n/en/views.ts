import type { views as zh } from '../zh/views';

export const views: typeof zh = {
  title: 'Views',
  about:
    'Keep this view and come back to it; the views can be presented in their order. What is kept is how you look, not the data; a saved workspace takes the views along.',
  name: 'Title',
  note: 'Note',
  noteHint: 'Shown below the view in a presentation (may be empty)',
  save: 'Save this view',
  saved: 'Saved: {title}',
  notSaved: 'Not saved: the address is too long, or there is no room. Save a workspace instead.',
  full: 'There are {n} views: no more can be added until some are deleted.',
  none: 'No view is saved yet.',
  facts: '{screen} · saved {day}',
  missing: 'some of its data are not loaded',
  presentFrom: 'Present from here',
  up: 'Up: {title}',
  down: 'Down: {title}',
  edit: 'Edit title and note',
  remove: 'Delete',
  removed: 'Deleted: {title}',
  undo: 'Undo',
};
