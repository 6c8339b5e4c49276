import type { share as zh } from '../zh/share';

export const share: typeof zh = {
  open: 'Share',
  entries: {
    link: 'Copy the link to this view',
    screen: 'Export the tables of this screen',
    report: 'Make a report',
    workspace: 'Save the workspace…',
  },
  about: {
    link: 'Whoever opens it with the same app and data sees the same view',
    screen: 'One Excel workbook: a sheet for each figure, with sources and definitions',
    report: 'Choose organizations and sections, print or save for Word',
    workspace: 'Data, view and marks in one file',
  },
  copied: 'Link copied',
  notCopied: 'The browser refused: copy it from the address bar',
};
