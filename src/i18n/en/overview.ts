import type { overview as zh } from '../zh/overview';

export const overview: typeof zh = {
  title: 'Overview',
  say: {
    and: ' and ',
    comma: ', ',
    semicolon: '; ',
    stop: '.',
    others: ' and {rest} others',
    project_share: {
      pair: '{high} spends {highValue} of its budget on projects, {gap} percentage points more than {low}',
      equal: '{places} spend the same share of their budgets on projects, {value}',
      range:
        'Projects take from {lowValue} ({low}) to {highValue} ({high}) of the {count} budgets, with a median of {middle}',
    },
    outsourcing_share: {
      pair: '{high} spends {highValue} of its budget on entrusted services, {gap} percentage points more than {low}',
      equal: '{places} spend the same share of their budgets on entrusted services, {value}',
      range:
        'Entrusted services take from {lowValue} ({low}) to {highValue} ({high}) of the {count} budgets, with a median of {middle}',
    },
    personnel_share: {
      pair: '{high} spends {highValue} of its basic expenditure on personnel, {gap} percentage points more than {low}',
      equal: '{places} spend the same share of their basic expenditure on personnel, {value}',
      range:
        'Personnel takes from {lowValue} ({low}) to {highValue} ({high}) of basic expenditure in the {count} budgets, with a median of {middle}',
    },
    carryover: {
      pair: '{high} carries over {highValue} of every 100 yuan from the year before, {low} {lowValue}',
      equal: '{places} carry over the same {value} of every 100 yuan from the year before',
      range:
        'carry-over from the year before makes up from {lowValue} ({low}) to {highValue} ({high}) of every 100 yuan, with a median of {middle}',
    },
    noHeadcount:
      '{places} publishes no headcount, so its per-staff figures cannot be computed | {places} publish no headcount, so their per-staff figures cannot be computed',
    perStaff: {
      pair: '{high} budgets {highValue} per head ({highStaff}), {low} {lowValue} ({lowStaff})',
    },
    contracted: {
      one: '{first} pays {firstValue} per head for {firstKind}',
      pair: '{first} pays {firstValue} per head for {firstKind}, {second} {secondValue} per head for {secondKind}',
      same: '{first} pays {firstValue} per head for {firstKind}, {second} {secondValue}',
    },
    change: {
      pair: '{first} states that its {firstBasis} {firstChange} on the year before, {second} that its {secondBasis} {secondChange}',
      unlike:
        '{first} states that its {firstBasis} {firstChange} on the year before, {second} that its {secondBasis} {secondChange}; the bases differ, so the two cannot be compared',
      mixed:
        'Changes are stated on unlike bases and cannot be compared: {whole} on the whole budget, {current} on the current-year budget',
    },
    one: {
      budget: '{place} budgets {total}, of which projects take {share}',
      carryover: '{place} carries over {carryover} of every 100 yuan from the year before',
      perStaff: '{place} budgets {value} per head ({staff})',
      largest: '{place} puts {share} of its project money into its largest project',
      change: '{place} states that its {basis} {change} on the year before',
    },
    up: 'rose {value}',
    down: 'fell {value}',
    flat: 'did not change',
    basis: { total: 'whole budget', current: 'current-year budget' },
    same: 'it',
    staff: '{n} {kind}',
    median: 'median of {n} values',
    difference: '{high} − {low}',
  },
  card: {
    list: 'Chosen departments',
    published: 'published {date}',
    unpublished: 'date of publication not stated',
    year: '{stage} {year}',
    source: 'Printed tables',
    staff: '÷ {n} {kind}',
    staffDated: '÷ {n} {kind}, {date}',
  },
  figure: {
    total: 'Total budget',
    total_per_staff: 'Total per staff',
    project_share: 'Project share',
    carryover_ratio: 'Carry-over ratio',
    personnel_share: 'Personnel share',
    three_public: 'Three public expenses',
  },
  ruler: {
    title: 'One ruler',
    hint: 'One definition per row; every figure leads to its source',
    metric: 'Metric',
    scale: 'Scale',
    units: 'Amounts: {unit}; per staff: {unit} per head',
    compare: 'Compare by {name}',
    groups: {
      size: 'Size',
      structure: 'Structure',
      staff: 'Per head',
      procurement: 'Procurement and entrusted services',
      projects: 'Projects and targets',
      change: 'Change on the year before',
    },
    headcount: 'Headcount',
    headcountHint: 'below the per-staff figures',
    people: '{n}',
    basis: { total: 'on the whole budget', current: 'on the current-year budget' },
    unlike: 'unlike bases, not compared',
    dot: '{name} {value}',
    chart: '{metric}: {dots}',
  },
  classes: {
    title: 'By function',
    hint: 'share of total; amounts: {unit}',
    name: 'Class',
    unlisted: 'not listed',
    blank: 'blank',
    none: 'No expenditure by function was published',
    segment: '{name}: {label} {share}',
  },
  projects: {
    title: 'Largest projects',
    hint: '{unit} · share of all projects',
    none: '{name} published no amounts of projects',
  },
  footer:
    'Source: {sources}. Blank cells are not counted as zero; a metric without a figure says why.',
  stage: { budget: 'budget', adjusted: 'adjusted budget', final: 'final account' },
  sourceOf: '{names}, departmental {stage} {year}',
};
