import type { missing as zh } from '../zh/missing';

export const missing: typeof zh = {
  title: 'Data that this link shows are not loaded here, or not all of them',
  time: 'Nothing is loaded of {year}, {stage}. Loaded are {years}.',
  nothing: 'Nothing is loaded here yet: the link shows {year}, {stage}.',
  organizations: 'Not loaded, {n}: {names}. The link shows them in {year}, {stage}.',
  otherYears: 'Without {year}, {stage}: {names}.',
  loadedYears: '{name} (has {years})',
  documents: 'Documents not loaded: {names}. What is open on the screen is part of them.',
  metric: 'This copy of the app has no metric “{id}”: another one is shown below.',
  table: 'This document lacks the table that the link shows ({id}): its first table is shown.',
  list: 'Of the list compared with, {n} of {of} are not loaded.',
  todo: 'Open the files of these budgets, or the workspace of whoever sent the link (.tongchi or .html): the view is completed once they are loaded.',
  readOnly: 'This workspace is read-only and takes no more data.',
  shown: 'What is here is shown below.',
  narrow: 'Show only what is here',
  and: ', ',
  more: '{some} and {n} more',
};
