import { describe, expect, test } from 'vitest';
import type { WaterfallShown } from '@/composables/useWaterfall';
import { makeFormat } from '@/domain/format';
import type { DocumentInfo } from '@/domain/organization';
import type { QualityMark } from '@/domain/quality-mark';
import { composition, type StructureRow } from '@/domain/structure';
import { waterfall } from '@/domain/waterfall';
import { i18n } from '@/i18n';
import { waterfallRows } from '@/views/compare/waterfall-rows';
import {
  sideNames,
  waterfallHindrance,
  waterfallSource,
  waterfallTitle,
  type TitleWords,
} from '@/views/compare/waterfall-titles';
import {
  emptyParts,
  waterfallBars,
  waterfallSays,
  type WaterfallWords,
} from '@/views/compare/waterfall-words';

const row = (
  doc: string,
  row_no: number,
  code: string | null,
  amount: number | null,
): StructureRow => ({
  doc_id: doc,
  table_id: 'expenditure',
  side: 'expenditure',
  nature: 'total',
  row_no,
  parent_row_no: null,
  is_part: code !== null,
  code,
  label: code ?? '合计',
  name: code && `${code}支出`,
  name_en: null,
  level: code ? 1 : 0,
  is_total: code === null,
  is_grand_total: code === null,
  is_partial: false,
  amount,
  metric: null,
  state: amount === null ? 'blank' : 'number',
});
const ROWS = [
  row('a', 1, null, 1_000_000),
  row('a', 2, '201', 600_000),
  row('a', 3, '208', 400_000),
  row('a', 4, '215', null),
  row('b', 1, null, 1_300_000),
  row('b', 2, '201', 700_000),
  row('b', 3, '208', null),
  row('b', 4, '221', 550_000),
  row('b', 5, '215', null),
];
const info = (doc_id: string, fiscal_year: number) => ({ doc_id, fiscal_year }) as DocumentInfo;
const parts = composition(ROWS, ['a', 'b'], 'function', '');
const change = waterfall(parts, 'a', 'b');
const shown: WaterfallShown = {
  first: info('a', 2025),
  last: info('b', 2026),
  division: 'function',
  composition: parts,
  change,
};
const steps = 'steps' in change ? change.steps : [];
const MARK: QualityMark = { severity: 'warning', findings: 1, doc: 'a', finding: 1 };
const words: WaterfallWords = {
  format: makeFormat('zh', '万元'),
  t: (key, named = {}) => i18n.global.t(key, named),
  nameOf: ({ zh, label }) => zh ?? label,
  sides: ['2025 年', '2026 年'],
  slots: [3, 3],
  markOf: (source) => (source.kind === 'row' && source.row === 2 ? MARK : null),
  markWords: () => '核对未通过',
};

describe('titles of a change', () => {
  const year = (org_id: string, fiscal_year: number) =>
    ({ doc_id: `${org_id}-${fiscal_year}`, org_id, fiscal_year, stage: 'budget' }) as DocumentInfo;
  const titles: TitleWords = { ...words, labelOf: (org) => `${org}县` };
  const years = { first: year('甲', 2025), last: year('甲', 2026) };
  const unlike = { first: year('甲', 2026), last: year('乙', 2026) };

  test('name two years of one organization, or two organizations', () => {
    expect(waterfallTitle(years, [], titles)).toBe('甲县：从 2025 年到 2026 年');
    expect(waterfallTitle(unlike, [], titles)).toBe('从甲县到乙县（2026 年）');
    const [part] = parts.parts;
    expect(waterfallTitle(years, [part!], titles)).toBe(
      `甲县：从 2025 年到 2026 年 · ${words.nameOf(part!)}`,
    );
    expect(sideNames(years, titles)).toEqual(['2025 年', '2026 年']);
    expect(sideNames(unlike, titles)).toEqual(['甲县', '乙县']);
    expect(waterfallSource([years.first, undefined], titles)).toBe('甲县 2025 年预算');
  });

  test('say which of the two cannot be divided, and why', () => {
    const gaps = [{ doc: years.last.doc_id, gap: 'no_table' as const }];
    expect(waterfallHindrance({ ...shown, ...years, change: { gaps } }, titles)).toBe(
      '2026 年没有印这样分列的表。 不能分解。',
    );
    expect(waterfallHindrance({ ...shown, ...years }, titles)).toBe('');
  });
});

describe('a change in words', () => {
  test('every step is named with its sign, and on which side there is no amount', () => {
    expect(
      waterfallBars(steps, shown, words).map(({ label, text, look }) => [label, text, look.is]),
    ).toEqual([
      ['2025 年合计', '100.00', 'whole'],
      ['221支出（2025 年未列）', '+55.00', 'outlined'],
      ['201支出', '+10.00', 'change'],
      ['208支出（2026 年印为空白）', '−40.00', 'outlined'],
      ['没有分列的差额', '+5.00', 'outlined'],
      ['2026 年合计', '130.00', 'whole'],
    ]);
  });

  test('marks of either side stand at the step and in its tooltip', () => {
    const bars = waterfallBars(steps, shown, words);
    expect(bars.map(({ marked }) => marked ?? null)).toEqual([
      null,
      null,
      'warning',
      null,
      null,
      null,
    ]);
    expect(bars[2]?.tip).toEqual(['201支出', '+10.00 万元', '60.00 → 70.00', '核对未通过']);
  });

  test('the sentence says from what to what, and the largest on both sides', () => {
    expect(waterfallSays(steps, shown, words)).toBe(
      '100.00 → 130.00 万元，增加 30.00（+30.0%）。增加最多的是221支出（2025 年未列），55.00。减少最多的是208支出（2026 年印为空白），40.00。',
    );
  });

  test('no percentage on a base of zero', () => {
    const zero = [{ ...steps[0]!, to: 0, change: 0 }, ...steps.slice(1)];
    expect(waterfallSays(zero, shown, words)).not.toContain('%');
  });

  test('the table has every part in the order of the steps, and what none explains', () => {
    const rows = waterfallRows(steps, shown, words);
    expect(
      rows.map(({ label, sides, change: by }) => [
        label,
        sides[0].amount ?? sides[0].missing,
        sides[1].amount ?? sides[1].missing,
        by,
      ]),
    ).toEqual([
      ['221支出（2025 年未列）', '未列', 550_000, 550_000],
      ['201支出', 600_000, 700_000, 100_000],
      ['208支出（2026 年印为空白）', 400_000, '空白', -400_000],
      ['没有分列的差额', '', '', 50_000],
      ['合计', 1_000_000, 1_300_000, 300_000],
    ]);
    expect(emptyParts(shown).map(({ key }) => key)).toEqual(['215']);
  });
});
