import type { guide as zh } from '../zh/guide';

export const guide: typeof zh = {
  title: 'Guide',
  open: 'Guide',
  sections: {
    what: {
      title: 'What Tongchi is',
      text: 'It puts the departmental budgets that counties and prefectures publish under one ruler: one row is one metric, one unit, one formula. Everything is computed on this computer; nothing is sent anywhere, and no network is needed.',
    },
    read: {
      title: 'Reading the figures',
      text: 'Every figure opens: its formula, its inputs, and the cell of the printed table it comes from. Where there is no figure the reason is given: not published, printed as blank, no headcount. A blank is never taken as zero.',
    },
    choose: {
      title: 'Choosing departments and whom to compare with',
      text: '“Choose” finds departments by name, short name, pinyin (whole or initials), place or code, or down the tree of provinces, prefectures and counties, sorted by any metric with its bar behind each name. The chosen ones have a colour each. To see where they stand among many, set a group: same level and sector, same area and level, like size (total budget between half and double), all that is listed, or a list of your own. What the group is and how many belong to it is always said above; its members are drawn grey, and a click chooses one. Sectors are told from the names of departments unless the data say them.',
    },
    compare: {
      title: 'Ten charts',
      text: 'Size: bars, ranking, distribution (histogram, box, dots). Several metrics: same-unit metrics, heat map (rank, distance from the mean, value), small multiples, scatter (two metrics, a third as area, logarithmic axes). Change: trend, two years, parts of a change. A missing year breaks the line; what has no figure is listed below the chart with its reason and never drawn as zero. What finds no room is counted and stands in the table. Every chart has a table in the same order, and “Query” gives the SQL it asked. Pointing at a department shows it everywhere; clicking a figure leads to its source.',
    },
    modes: {
      title: 'Amount, per staff, share, change, index',
      text: 'One figure in five forms. A change is measured from last year’s budget where it is loaded, else as the document states it, and says which; there is no percentage on a base of zero, and changes of shares are percentage points. An index is 100 in the base year. Under “Prices” you can load a price index of your own (year and index, on a fixed base or with the year before as 100) and see amounts in prices of one year. It is off unless you choose it and is said wherever it applies; a year without an index has no figure rather than a nominal one.',
    },
    guard: {
      title: 'The guard',
      text: 'Where the budgets shown differ in scope, level, year, stage, in holding carried-over money or in the base of a change, it is said above and at every chart, with one click to the fair selection. Unlike figures stand side by side and are never ranked together.',
    },
    structure: {
      title: 'Structure',
      text: 'What the money consists of, by function, nature, economic item or fund: bars of 100 %, areas, or the flow of one budget from its sources over functions and basic or project expenditure to economic items. Click a part for its own parts. Where parts do not add up to the printed total, the difference is drawn by itself; what tables do not divide is called not itemised.',
    },
    headcount: {
      title: 'Filling in a headcount',
      text: 'Where a document publishes no headcount, per-staff figures are empty. Use “fill in” to give a number, its kind, date and source; every figure that uses it carries a *, and links keep it.',
    },
    workspace: {
      title: 'Workspaces: everything in one file',
      text: '“Save the workspace” under “Share” makes one file of the loaded data, this view, muted findings, lists, headcounts filled in and the price index; its size is told before it is saved. As a page (.html) it holds the app, too: a double-click on another computer goes on from there, without a network, and it can be read-only. As .tongchi it holds data and marks alone and opens in any copy of Tongchi, which asks what shall become of your own marks. Changes in such a page stay in that page until you save a copy; it neither reads nor changes the data and settings that Tongchi keeps on the computer.',
    },
    open: {
      title: 'Opening your own data',
      text: 'Press “Open data”, drop files or folders on the window, or paste cells on the Data screen. CSV and TSV in any encoding, Excel, ODS, tables of web pages, Parquet and JSON will do, and so will data packages and zips. Files are read on this computer only. Data in the folder named data beside this page is loaded by itself.',
    },
    mapping: {
      title: 'Checking tables',
      text: 'Tables that are no data package are first shown on the Data screen: what each column means, the year, the unit and the place, each with what it was read from. Correct them, then load. Records are always those loaded plus those not loaded; the latter are listed with row, text and reason, and can be downloaded. Files with the same header take your corrected mapping the next time.',
    },
    documents: {
      title: 'Published documents as they are',
      text: 'Budgets and final accounts open as governments publish them: PDF with text, Word (DOCX, DOC), Excel, ODS, web pages and plain text, one file or whole folders. The Data screen lists what was read: whose, which year, how many tables and amounts, what is in doubt, and whether the sums hold. A scanned PDF has no text and is refused with that reason.',
    },
    review: {
      title: 'Reviewing what was read',
      text: 'Press “Review”: the original on the left, the tables as read on the right. A click on any cell marks it on both sides and says what it was read as and why it is doubted. Yellow is in doubt, a dashed frame was not taken in, green is your correction. N and P go to the next and the previous doubt; Enter edits a cell in place and the sums are checked anew. Organization, place, year, unit and the meaning of columns can be corrected as well. Corrections are listed one by one, can be undone, and are kept with the data. What was not understood is listed, never guessed, and a blank is never taken as zero.',
    },
    projects: {
      title: 'Projects',
      text: 'The screen lists every second-level project of the chosen budgets with its amount, money carried over, entrusted tasks and performance targets; quick filters show the largest, the most carried over, those without targets and those that entrust. A click on a name shows all that is printed of it. “Like projects” puts projects of several departments side by side by usual kinds, by likeness of their names or by words of your own; each says why it is there and how like it is. The likeness wanted can be changed, projects taken out or put in, and the address keeps it. Where a project prints a quantity to reach (people, items, times, connections, households), its amount is divided by it, within one unit only; “at most” where the target is a least number, “at least” where it is a limit.',
    },
    checks: {
      title: 'Checks: do the figures agree',
      text: 'As soon as a budget is loaded it is checked in the background while you go on. What is compared is what the document itself prints: the sums of every row and column; amounts that must be equal in two tables; amounts, shares and changes that the text states; names and amounts of projects, targets and entrusted tasks; codes and their names; last year and this year, a department and its units (where both are loaded). The Checks screen shows the outcome for each document and kind above, and below it, place by place, both sides, their difference and their cells; open one to see it in the printed table. Why each check should hold is written under “What was checked”.',
    },
    findings: {
      title: 'When two figures differ',
      text: 'It only says that two figures differ: not which of them is wrong, and not that anything is wrong with the budget. It may be a misprint, a cell left empty, or something that was not read rightly. Open the printed table, hold it against the original, and then decide; what was misread can be corrected by opening the original again. One wrong cell often disturbs several checks; these are put together. “If this cell were that amount, all of them would hold” is a suggestion for you to look up, not a verdict. Figures that a difference touches carry a mark on every screen, and the mark leads back here.',
    },
    mutes: {
      title: 'Passing over, the list of names, exporting',
      text: 'What you have cleared up can be passed over, with a reason: it is listed and counted apart, is no longer marked beside figures, and can be taken up again at any time. Codes are held against their names of the year: first those of the list that comes with the app, then those that the loaded documents print; a table of your own (CSV or Excel) with the columns kind, code, name, year can take the place of the list. The findings as you have filtered them can be saved as CSV or Excel or printed, with the reasons of what was passed over.',
    },
    keeping: {
      title: 'Where data is kept',
      text: 'What you open is kept in this browser with its files, loaded again at the next start, and removed on the Data screen whenever you like. Where the browser does not allow it (a private window, say) you are told, and the data stays in memory only. When a budget of the same organization, year and stage is opened again you are asked whether to replace it, keep both, or skip.',
    },
    link: {
      title: 'Links',
      text: 'The address holds the whole view: departments, year, metric, chart, order of tables, pages turned to, an open origin, unit and language. “Copy the link” under “Share” also says the departments, the year and the headcounts that the loaded data decided, so that it is the same view beside other data. Where the app was opened from a disk, the part after # works in every copy: paste it under “Open a link”. Data that are not loaded here are named by place and year, and the view is completed once they are. A link of more than 2,000 characters may be cut on its way: save a workspace instead. Open menus and dialogs, words typed to choose organizations, the theme and findings passed over are not in the address.',
    },
    views: {
      title: 'Views and presentation',
      text: '“Views” under “Share” keeps the view with a title and a note; views can be put in order, edited and deleted (with undo), and go along in a workspace. “Present” shows them one by one, full screen and in large type; where none is kept, the screens. Turn with ← and →, PageUp, PageDown or the space bar, Home and End; Esc ends it. The note can be folded away.',
    },
    exporting: {
      title: 'Exporting charts and tables',
      text: 'Every chart has “Export” at its upper right. Pictures (PNG at double density, SVG) are drawn anew 960 pixels wide and hold title, unit, what is not alike, why figures are missing, source and date. Tables (CSV, Excel, Parquet) always hold all rows, not the page on the screen; amounts are in the unit shown, which the head names, and are not rounded; shares are fractions; a cell without a figure is empty and the column beside it says why, never 0. The Excel workbook adds “Sources” (document, table, row, column and printed text of each figure) and “Definitions” (formulas, warnings, reasons). In CSV a text that begins with =, +, - or @ gets an apostrophe, so that no program runs it as a formula. “Export the tables of this screen” under “Share” puts all figures of a screen into one workbook.',
    },
    report: {
      title: 'Making a report',
      text: '“Make a report” in the Share menu puts overview, comparison, change over the years, structure, projects, results of the checks, definitions and sources of the chosen organizations into one document: sections, their order, metrics and title are chosen on the left, the right shows it as it stands on A4 paper. It can be printed or kept as PDF, or saved for Word with Word’s own headings, captions and tables that can be edited; charts are pictures of double resolution. The figures are those of the screens; what has no figure says why, and unlike bases are marked. Sections, metrics and title are in the address; the introductory text stays on this computer and in workspace files.',
    },
    console: {
      title: 'For researchers',
      text: 'In the browser console, await tongchi.query("SELECT …") asks all tables (read-only). The command line has metrics, validate, query and more; see the README.',
    },
  },
  outcomes: 'The four outcomes of a check',
  outcome: {
    passed: 'both sides are exactly equal',
    rounding:
      'they differ by no more than rounding allows: each printed amount may be off by half of its last decimal (50 yuan for two decimals of 10 thousand); the more amounts take part the more is allowed, and no more than that',
    failed: 'they differ by more than rounding explains, or names or codes are not the same',
    unchecked:
      'a table or figure is missing, or the conditions of the check do not hold; which is said, and it never counts as holding',
  },
  metrics: 'Metrics and formulas',
  metric: 'Metric',
  formula: 'Formula',
  metricUnit: 'Unit',
  reasons: 'Why a figure is missing',
  reason: {
    not_published: 'the document has no such table or figure',
    blank: 'the cell is there but printed blank',
    unreadable: 'what is printed cannot be read',
    no_headcount: 'the document states no authorized or actual headcount; you can fill it in',
    no_base: 'the document states neither last year’s figure nor the change',
    no_base_year: 'no budget of the base year is loaded, or it lacks the figure',
    zero_base: 'the divisor is zero, so no ratio is computed',
    no_price_index:
      'the price index loaded lacks the year; the amount as printed does not take its place',
    no_projects: 'the document lists no projects',
    no_targets: 'the document lists no performance targets',
  },
};
