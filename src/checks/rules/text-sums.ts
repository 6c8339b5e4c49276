import { groupBy } from '@/domain/group';
import type { CheckedDocument } from '../checked-document';
import { compareAmounts } from '../compare';
import type { Compared, Rule, Words } from '../rule';
import { className } from './text-cells';
import { isAmount, statementTerm, type AmountStatement } from './text-figures';

/** Parts of a whole; where a part has several lists, the first of which anything is stated counts. */
interface Sum {
  wholes: readonly string[];
  parts: readonly (readonly (readonly string[])[])[];
}

const one = (id: string): readonly (readonly string[])[] => [[id]];
const sum = (whole: string, ...parts: readonly string[]): Sum => ({
  wholes: [whole],
  parts: parts.map(one),
});

/** Sums of which every part has to be stated: they make up the whole. */
const WHOLE_SUMS = {
  years: [
    sum('total', 'current', 'carryover'),
    sum('income_total', 'income_current', 'income_carryover'),
    sum('appropriation_total', 'appropriation_current', 'appropriation_carryover'),
  ],
  basic: [
    sum('basic_total', 'basic_personnel', 'basic_operating'),
    sum('general_public_basic', 'general_public_personnel', 'general_public_operating'),
    sum('appropriation_basic', 'appropriation_personnel', 'appropriation_operating'),
    sum('basic', 'personnel', 'operating'),
  ],
  procurement: [
    sum('procurement_total', 'procurement_goods', 'procurement_works', 'procurement_services'),
  ],
} as const satisfies Record<string, readonly Sum[]>;

/** Sums whose text need not name every part: they are not more than the whole. */
const PART_SUMS: readonly Sum[] = [
  {
    wholes: ['income_total', 'total', 'income_current'],
    parts: [
      [
        ['income_appropriation'],
        ['income_general_public', 'income_gov_fund', 'income_state_capital'],
      ],
      one('income_fiscal_account'),
      [
        ['income_institution'],
        [
          'income_business',
          'income_operation',
          'income_superior',
          'income_subordinate',
          'income_other',
        ],
      ],
    ],
  },
  {
    wholes: ['expenditure_total', 'total', 'expenditure_current'],
    parts: [
      [['basic'], ['personnel', 'operating']],
      one('project'),
      one('expenditure_business'),
      one('expenditure_to_superior'),
      one('expenditure_to_subordinate'),
    ],
  },
  {
    wholes: ['general_public_total'],
    parts: [
      [['general_public_basic'], ['general_public_personnel', 'general_public_operating']],
      one('general_public_project'),
    ],
  },
  {
    wholes: ['appropriation_total', 'expenditure_appropriation'],
    parts: [
      [['appropriation_basic'], ['appropriation_personnel', 'appropriation_operating']],
      one('appropriation_project'),
    ],
  },
  sum(
    'appropriation_total',
    'appropriation_general_public',
    'appropriation_gov_fund',
    'appropriation_state_capital',
  ),
  sum('project_total', 'project_current', 'project_carryover'),
];

type Stated = (id: string) => AmountStatement | null;

/** The figure with an identifier; null where it is stated with two values, one of which means something else. */
function statedIn(statements: readonly AmountStatement[]): Stated {
  const byId = groupBy(statements, ({ id }) => id);
  return (id) => {
    const found = byId.get(id) ?? [];
    return new Set(found.map(({ fen }) => fen)).size === 1 ? (found[0] ?? null) : null;
  };
}

function partsOf({ parts }: Sum, stated: Stated): (AmountStatement | null)[] {
  return parts.flatMap((lists) => {
    const found = lists.map((list) => list.map(stated));
    return found.find((list) => list.some((part) => part !== null)) ?? [null];
  });
}

function compare(
  whole: AmountStatement,
  parts: readonly AmountStatement[],
  document: CheckedDocument,
  atMost: boolean,
): Compared {
  return compareAmounts(
    parts.map((part) => statementTerm(part, document)),
    [statementTerm(whole, document)],
    { atMost },
  );
}

const sections = ({ statements }: CheckedDocument): AmountStatement[][] => [
  ...groupBy(statements.filter(isAmount), ({ section }) => section).values(),
];

/** Sums with all their parts, as each section states them. */
function wholeSums(sums: readonly Sum[], document: CheckedDocument): Compared[] {
  return sections(document).flatMap((own) => {
    const stated = statedIn(own);
    return sums.flatMap((each) => {
      const [whole, parts] = [each.wholes.map(stated).find(Boolean), partsOf(each, stated)];
      const found = parts.filter((part) => part !== null);
      return whole && found.length === parts.length ? [compare(whole, found, document, false)] : [];
    });
  });
}

/** Sums of the parts that a section states; two of them at least. */
function partSums(document: CheckedDocument): Compared[] {
  return sections(document).flatMap((own) => {
    const stated = statedIn(own);
    return PART_SUMS.flatMap((each) => {
      const whole = each.wholes.map(stated).find(Boolean);
      const found = partsOf(each, stated).filter((part) => part !== null);
      return whole && found.length > 1 ? [compare(whole, found, document, true)] : [];
    });
  });
}

/** What functional classes divide, by the budget they are of. */
const CLASSES_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['total', ['expenditure_total', 'total', 'expenditure_current']],
  ['appropriation', ['expenditure_appropriation', 'appropriation_total', 'general_public_total']],
  ['general_public', ['general_public_total']],
  ['gov_fund', ['gov_fund_total']],
  ['state_capital', ['state_capital_total']],
]);

/** Functional classes of a section, each once, against what they divide: not more than it. */
function classSums(document: CheckedDocument): Compared[] {
  const all = statedIn(document.statements.filter(isAmount));
  return sections(document).flatMap((own) => {
    const classes = groupBy(
      own.filter(({ id }) => id === 'function_amount'),
      ({ basis }) => basis ?? '',
    );
    return [...classes].flatMap(([basis, found]) => {
      const ids = CLASSES_OF.get(basis) ?? [];
      const whole = ids.map(statedIn(own)).find(Boolean) ?? ids.map(all).find(Boolean);
      const once = groupBy(found, ({ subject }) => className(subject ?? ''));
      const parts = [...once.values()].flatMap(([first]) => first ?? []);
      const isClear = [...once.values()].every(
        (same) => new Set(same.map(({ fen }) => fen)).size === 1,
      );
      return whole && isClear && parts.length > 1 ? [compare(whole, parts, document, true)] : [];
    });
  });
}

/** “三公” stands under several headings: its parts are looked for in the whole text. */
const PUBLIC_SUMS: readonly Sum[] = [
  {
    wholes: ['three_public'],
    parts: [
      one('abroad'),
      one('reception'),
      [['vehicle_total'], ['vehicle_running', 'vehicle_purchase']],
    ],
  },
  sum('vehicle_total', 'vehicle_running', 'vehicle_purchase'),
];

function publicSums(document: CheckedDocument): Compared[] {
  const stated = statedIn(document.statements.filter(isAmount));
  return PUBLIC_SUMS.flatMap((each) => {
    const [whole, parts] = [each.wholes.map(stated).find(Boolean), partsOf(each, stated)];
    const found = parts.filter((part) => part !== null);
    return whole && found.length === parts.length ? [compare(whole, found, document, false)] : [];
  });
}

const rule = (
  id: string,
  name: Words,
  about: Words,
  check: (document: CheckedDocument) => Compared[],
): Rule => ({
  id,
  family: 'text',
  severity: 'error',
  name,
  about,
  left: { zh: '各部分之和', en: 'sum of the parts' },
  right: { zh: '整体', en: 'the whole' },
  needs: ['statement'],
  check,
});

/** Parts of the text against their whole. */
export const SUM_RULES: readonly Rule[] = [
  rule(
    'text_years_add_up',
    {
      zh: '文字：本年 + 上年结转 = 总数',
      en: 'text: this year + carried over = total',
    },
    {
      zh: '同一段里本年预算与上年结转相加等于总预算；三个数都印出时核对。',
      en: 'Within a section, this year’s money and what was carried over make up the total, where all three are stated.',
    },
    (document) => wholeSums(WHOLE_SUMS.years, document),
  ),
  rule(
    'text_basic_adds_up',
    {
      zh: '文字：人员经费 + 公用经费 = 基本支出',
      en: 'text: personnel + operating = basic expenditure',
    },
    {
      zh: '同一段里人员经费与公用经费相加等于基本支出；三个数都印出时核对。',
      en: 'Within a section, personnel and operating expenses make up basic expenditure, where all three are stated.',
    },
    (document) => wholeSums(WHOLE_SUMS.basic, document),
  ),
  rule(
    'text_three_public_adds_up',
    {
      zh: '文字：“三公”经费 = 各项之和',
      en: 'text: “three public” expenses = their parts',
    },
    {
      zh: '因公出国（境）、公务接待、公务用车相加等于“三公”经费，购置与运行维护相加等于公务用车费；各项都印出、且每项只有一个数时核对。',
      en: 'Travel abroad, receptions and vehicles make up the “three public” expenses, purchase and running those of vehicles, where all are stated with one value each.',
    },
    publicSums,
  ),
  rule(
    'text_procurement_adds_up',
    {
      zh: '文字：货物 + 工程 + 服务 = 政府采购总额',
      en: 'text: goods + works + services = procurement',
    },
    {
      zh: '同一段里货物、工程、服务相加等于政府采购总额；四个数都印出时核对。',
      en: 'Within a section, goods, works and services make up procurement, where all four are stated.',
    },
    (document) => wholeSums(WHOLE_SUMS.procurement, document),
  ),
  rule(
    'text_parts_within_whole',
    {
      zh: '文字：各部分之和 ≤ 整体',
      en: 'text: parts are not more than the whole',
    },
    {
      zh: '同一段里印出的各项收入、基本支出与项目支出、拨款的各个来源等相加，不超过所属的整体。文字可以不写某些部分，所以只核对不超过。',
      en: 'Sources of income, basic and project expenditure, kinds of appropriation that a section states are together not more than their whole. The text may leave parts out, so they need not reach it.',
    },
    partSums,
  ),
  rule(
    'text_functions_within_whole',
    {
      zh: '文字：各功能分类之和 ≤ 支出总数',
      en: 'text: functional classes are not more than expenditure',
    },
    {
      zh: '同一段里按功能分类列出的各类支出相加，不超过它们所属的支出总数。',
      en: 'Functional classes that a section lists are together not more than the expenditure they divide.',
    },
    classSums,
  ),
];
