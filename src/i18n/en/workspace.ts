import type { workspace as zh } from '../zh/workspace';

export const workspace: typeof zh = {
  save: {
    title: 'Save the workspace',
    again: 'Save a copy',
    about:
      'The loaded data, this view and what you marked become one file, to be opened and continued on another computer.',
    name: 'Title',
    unnamed: 'Tongchi workspace {date}',
    note: 'Note',
    noteHint: 'For whoever opens it: where the data come from, what to look at (may be empty)',
    kind: 'Save as',
    kinds: { html: 'a page (.html)', tongchi: 'data (.tongchi)' },
    kindAbout: {
      html: 'App and data in one file: opens by double-click, without a network.',
      tongchi: 'Data and marks alone, to be opened in any copy of Tongchi.',
    },
    readOnly: 'Read-only',
    readOnlyAbout:
      'Whoever opens it can look, filter and export, but not load or remove data or change marks.',
    readOnlyHtml:
      'Only a page can be read-only: a .tongchi file is loaded into the app of whoever opens it.',
    contents: 'Inside',
    documents: '{n} budget | {n} budgets',
    amounts: '{n} amount | {n} amounts',
    settings: {
      mutes: '{n} muted finding | {n} muted findings',
      lists: '{n} own list | {n} own lists',
      views: '{n} saved view | {n} saved views',
      headcounts: '{n} headcount filled in | {n} headcounts filled in',
      prices: 'a price index',
      dictionary: 'an own list of codes',
    },
    private: 'Names of the files that were loaded are inside, too.',
    making: 'Gathering the data, {done} of {total} rows',
    packing: 'Packing…',
    size: 'Size',
    file: 'Save the file',
    cancel: 'Cancel',
    saved: 'Saved: {name}',
    given: 'Handed to the browser as a download: {name}',
    nothing: 'No data are loaded.',
  },
  failed: {
    title: 'Not saved; what is loaded stays as it was',
    missing:
      'There is no tongchi.html beside this page, so no page can be saved. Save .tongchi instead, or have tongchi.html put beside it.',
    full: 'There is not enough room on the disk or in memory. Make room, or save somewhere else.',
    refused: 'That place may not be written to. Save in another folder.',
    other: '{message}. Try again in another place.',
  },
  bar: {
    label: 'Workspace',
    saved: 'Saved {time}',
    readOnly: 'Read-only',
    changed: 'Changes not saved yet',
    note: 'Note',
    again: 'Save a copy',
  },
  readOnly:
    'This workspace is read-only: look, filter and export, but do not load or remove data or change marks.',
  dataAbout: 'in this page; saved with it',
  opening: 'Opening the workspace…',
  broken: 'This workspace cannot be opened',
  brokenHint: 'Copy the file again and open it.',
  arrived: {
    title: 'Open a workspace',
    question:
      'This computer already has marks of your own ({what}). The workspace has some, too. What should happen?',
    join: 'Add them; mine stay where both differ',
    replace: 'Replace mine by those of the workspace',
    leave: 'Take the data alone, leave my marks',
    show: 'Open',
    and: ', ',
    what: {
      headcounts: 'headcounts filled in',
      mappings: 'column mappings',
      mutes: 'muted findings',
      lists: 'lists',
      views: 'saved views',
      recent: 'recent choices',
      pinned: 'pinned organizations',
      prices: 'a price index',
      dictionary: 'a list of codes',
    },
  },
};
