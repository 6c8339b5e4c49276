import type { structure as zh } from '../zh/structure';

export const structure: typeof zh = {
  title: 'Structure',
  division: {
    label: 'Divide',
    function: 'Function',
    economic: 'Economic item',
    fund: 'Source of funds',
  },
  stack: { label: 'Show', share: 'Share', amount: 'Amount' },
  heading: {
    function: 'Expenditure by function',
    economic: 'Basic expenditure by economic item',
    fund: 'Income by source of funds',
  },
  scope: {
    function: 'Total expenditure is 100%; classes open into sections and items',
    economic: 'Basic expenditure is 100%: general public budget only, projects left out',
    fund: 'Total income is 100%; every fund at its last level',
  },
  within: '"{name}" is 100%',
  top: 'All',
  path: 'Level shown',
  drill: 'See what "{name}" consists of',
  chartLabel: '{heading}: {names}',
  rest: 'Others',
  restCount: 'Others ({count})',
  restHolds: 'Others are: {names}',
  remainder: 'Not itemised or not adding up',
  legend: 'Legend',
  unknown: '(no name)',
  amountIn: {
    元: 'CNY {amount}',
    万元: '{amount} × CNY 10,000',
    亿元: '{amount} × CNY 100 million',
  },
  table: {
    caption: 'Amounts and shares of the parts',
    part: 'Part',
    amount: 'Amount',
    share: 'Share',
    difference: 'Gap (points)',
    differenceOf: '{second} − {first}',
    total: 'Total',
    summed: 'sum of the parts',
    blank: 'blank',
    absent: '—',
    more: 'Show {count} more parts without an amount',
    fewer: 'Hide parts without an amount',
    scroll: 'Table that scrolls sideways',
  },
  signs:
    '0.00 is a printed zero; "blank" is a printed row without a number; "—" is a row that the budget does not print.',
  remainderNote:
    '"Not itemised or not adding up" is the printed total less the sum of its parts; below 0.5% of the total, or negative, it stands in the table only.',
  summedNote: '{names}: this table prints no total; the sum of the parts is taken.',
  overflowNote:
    '{names}: the parts add up to more than the printed total; the bar is fitted to the parts, shares are still of the total.',
  tableNote: '{names}: no usable expenditure table; taken from the {table}.',
  generalPublicNote:
    '{names}: taken from the general public budget table, which leaves out other funds.',
  gap: {
    no_table: {
      function:
        '{name}: no table of expenditure by function is published, so it cannot be divided.',
      economic:
        '{name}: no table of basic expenditure is published, so it cannot be divided by economic item.',
      fund: '{name}: no income side of the balance table is published, so it cannot be divided by fund.',
    },
    not_printed: '{name}: the row "{part}" is not printed.',
    not_itemised: '{name}: "{part}" is not divided further.',
    blank: '{name}: the rows are printed, but every amount is blank.',
    unreadable: '{name}: the amounts are unreadable.',
    zero: '{name}: the total is zero, so there are no shares.',
    negative: '{name}: the total is negative, so there are no shares.',
  },
  fact: {
    same_largest: 'The largest part {all} {part}: {items}.',
    all: 'of each is',
    one: 'is',
    largestShare: '{name} {share}',
    own_largest: 'Largest parts: {items}.',
    ownItem: '{name} {part} with {share}',
    often_largest:
      'In {count} of {of} budgets {part} is the largest part, from {low} ({lowName}) to {high} ({highName}).',
    difference:
      'The widest gap is in {part}: {higherName} {higher}, {lowerName} {lower}, {points} percentage points apart.',
    same_difference:
      'It is also where they differ most: {higherName} is {points} percentage points above {lowerName}.',
    comma: ', ',
  },
  source: '{names}, {year} {stage}, {table}',
  sourceJoin: '; ',
  tableName: {
    expenditure: 'expenditure table',
    balance: 'balance table',
    general_public: 'general public budget expenditure table',
    basic: 'basic expenditure table of the general public budget',
  },
  fund: {
    appropriation: 'Fiscal appropriation',
    general_public: 'General public budget',
    gov_fund: 'Government funds budget',
    state_capital: 'State capital budget',
    fiscal_account: 'Special fiscal account',
    institution: 'Own funds of the unit',
    institution_business: 'Service income',
    institution_operation: 'Business income',
    superior_subsidy: 'Subsidies from above',
    subordinate_payment: 'Payments from subordinate units',
    other_income: 'Other income',
    carried_appropriation: 'Appropriations carried over',
    carried_non_appropriation: 'Other funds carried over',
    carried_all: 'Carried over from last year',
  },
};
