import type { share as zh } from '../zh/share';

export const share: typeof zh = {
  open: 'Share',
  entries: {
    link: 'Copy the link to this view',
    screen: 'Export the tables of this screen',
    report: 'Make a report',
    openLink: 'Open a link…',
    views: 'Views…',
    present: 'Present',
    workspace: 'Save the workspace…',
    dataset: 'Export the dataset…',
  },
  about: {
    link: 'Whoever opens it with the same app and data sees the same view',
    screen: 'One Excel workbook: a sheet for each figure, with sources and definitions',
    report: 'Choose organizations and sections, print or save for Word',
    openLink: 'Paste a link that somebody sent, and see it here',
    views: 'Keep this view, go back to those kept',
    present: 'Full screen and large type: views or screens one by one',
    workspace: 'Data, view and marks in one file',
    dataset: 'The data as CSV or Parquet, for other programs',
  },
  copied: 'Link copied',
  copiedFromDisk:
    'Link copied. This copy of the app is on your disk: the part after # works in every copy (“Open a link” under “Share”).',
  copiedLong:
    'Link copied, but it has {n} characters: mail programs and messengers may cut links of more than {most}. A workspace is safer.',
  notCopied: 'The browser refused: copy it from the address bar',
  close: 'Close',
  paste: {
    title: 'Open a link',
    about:
      'Paste the whole address, or only the part after #. Only that part is taken and shown in this copy of the app; no other page is opened.',
    label: 'Link',
    open: 'Open',
    unknown: 'This names no screen of the app: an address has a part like #/overview or #/compare.',
  },
};
