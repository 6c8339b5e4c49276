import type { structureFlow as zh } from '../zh/structure-flow';

export const structureFlow: typeof zh = {
  heading: 'Money from source to use',
  scope:
    'The total is 100%; every ribbon is a printed amount; where printed amounts do not meet, a node "Not itemised or differs" shows it',
  chartLabel: '{heading}: {name}',
  step: {
    source: 'Sources',
    total: 'Total',
    class: 'Function',
    undivided: 'Undivided',
    nature: 'Nature',
    item: 'Economic items and projects',
  },
  total: 'Total budget',
  undivided: 'All classes together',
  open_source: 'Source not itemised or differs',
  open_use: 'Not itemised or differs',
  rest: 'Others ({count})',
  restSum: 'sum of {count} printed amounts',
  difference: 'difference of printed amounts',
  tables: '{budget}: {tables}',
  scroll: 'Scroll sideways for the later steps.',
  arrow: '{from} → {to}',
  share: '{share} of the total',
  table: {
    caption: 'Amounts of every step',
    from: 'From',
    to: 'To',
    share: 'Of the total',
  },
  restHolds: 'The table lists what "Others" in the chart are.',
  none: '{name}: neither income nor expenditure is printed, so there is no flow.',
  noHeadcount: '{name}: no headcount is published, so there is no amount per head.',
  differences: 'Where amounts do not meet or are not itemised:',
  differenceOf: {
    in: '"{node}" prints {amount}, what flows into it adds up to {parts}: {difference} apart.',
    out: '"{node}" prints {amount}, its parts add up to {parts}: {difference} apart.',
    summed: '"{node}" is {amount} together, its parts add up to {parts}: {difference} apart.',
    unlisted: '"{node}", {amount}: its parts are not printed.',
  },
  basicNote:
    'Economic items come from the basic expenditure table of the general public budget, which leaves out other funds.',
  undividedNote:
    'This budget divides only its total, not its functional classes, into basic and project expenditure.',
  fact: {
    sources: 'The {stage} of {name} is {total}; {share} comes from: {fund}.',
    sourcesCarried:
      'The {stage} of {name} is {total}; {share} comes from: {fund}; {carried} is carried over from last year.',
    uses: '{share} goes to {part}.',
    projects: 'Projects take {amount}, {share}; the largest is {project} with {largest}.',
    natures: 'Projects take {amount}, {share}.',
    unlisted: 'The parts of {nodes} are not printed.',
    closed: 'The printed amounts of all steps meet.',
    open: 'In {count} places printed amounts do not meet; the largest difference is {amount} ({node}).',
  },
};
