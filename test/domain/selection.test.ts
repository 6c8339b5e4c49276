import { describe, expect, test } from 'vitest';
import { shortLabels, type DocumentInfo } from '@/domain/organization';
import {
  COLOR_SLOTS,
  colorSlots,
  documentHistory,
  selectDocuments,
  selectionMixes,
} from '@/domain/selection';

const info = (over: Partial<DocumentInfo>): DocumentInfo => ({
  doc_id: `${over.org_id ?? 'a'}-${over.fiscal_year ?? 2026}-${over.stage ?? 'budget'}`,
  org_id: 'a',
  organization: '甲局',
  org_short: '甲',
  scope: 'department',
  sector: null,
  jurisdiction_code: '220622',
  place: '靖宇县',
  place_short: '靖宇县',
  place_en: 'Jingyu County',
  level: 'county',
  fiscal_year: 2026,
  stage: 'budget',
  title: null,
  published_on: null,
  source_file: null,
  sha256: null,
  ...over,
});
const nothingChosen = { orgs: [], year: null, stage: null };

describe('documentHistory', () => {
  const a24 = info({ fiscal_year: 2024 });
  const a26 = info({});
  const b25 = info({ org_id: 'b', fiscal_year: 2025 });
  const c26 = info({ org_id: 'c' });
  const all = [a26, a24, b25, c26, info({ fiscal_year: 2025, stage: 'final' })];

  test('every year of one stage, those without the year shown among them', () => {
    expect(documentHistory(all, { ...nothingChosen, orgs: ['b', 'a'] })).toEqual([b25, a24, a26]);
  });
  test('without a choice, of the organizations shown', () => {
    expect(documentHistory(all, nothingChosen)).toEqual([a24, a26, c26]);
  });
});

describe('selectDocuments', () => {
  const a25 = info({ fiscal_year: 2025 });
  const a26 = info({});
  const a26final = info({ stage: 'final' });
  const b26 = info({ org_id: 'b', jurisdiction_code: '222400', level: 'prefecture' });
  const all = [a25, a26, a26final, b26];

  test('without a choice takes the latest budgets', () => {
    expect(selectDocuments(all, nothingChosen)).toEqual([a26, b26]);
  });
  test('follows the order of the choice', () => {
    expect(selectDocuments(all, { ...nothingChosen, orgs: ['b', 'a'] })).toEqual([b26, a26]);
  });
  test('never mixes years or stages', () => {
    expect(selectDocuments(all, { orgs: ['a', 'b'], year: 2025, stage: null })).toEqual([a25]);
    expect(selectDocuments(all, { orgs: [], year: null, stage: 'final' })).toEqual([a26final]);
  });
  test('takes the stage there is when there is no budget', () => {
    expect(selectDocuments([a26final], nothingChosen)).toEqual([a26final]);
  });
  test('of nothing is nothing', () => {
    expect(selectDocuments([], nothingChosen)).toEqual([]);
  });
});

test('selectionMixes names each respect in which documents differ', () => {
  const county = info({});
  const unit = info({ org_id: 'b', scope: 'unit', level: 'prefecture' });
  expect(selectionMixes([county, county])).toEqual([]);
  expect(selectionMixes([county, unit])).toEqual(['scope', 'level']);
});

describe('colorSlots', () => {
  test('gives a place the same colour alone and in company', () => {
    const a = info({});
    const b = info({ org_id: 'b', jurisdiction_code: '222400' });
    const together = colorSlots([b, a]);
    expect(together.get('a')).toBe(colorSlots([a]).get('a'));
    expect(together.get('b')).toBe(colorSlots([b]).get('b'));
  });
  test('tells up to eight organizations of one place apart', () => {
    const infos = Array.from({ length: COLOR_SLOTS }, (_, i) => info({ org_id: `org${i}` }));
    expect(new Set(colorSlots(infos).values()).size).toBe(COLOR_SLOTS);
  });
});

describe('shortLabels', () => {
  test('names the place alone where that is clear', () => {
    expect([...shortLabels([info({})], 'en').values()]).toEqual(['Jingyu County']);
  });
  test('adds the organization or the year where it is not', () => {
    const infos = [info({}), info({ org_id: 'b', org_short: '乙' }), info({ fiscal_year: 2025 })];
    const labels = [...shortLabels(infos, 'zh').values()];
    expect(new Set(labels).size).toBe(3);
    expect(labels).toContain('靖宇县 乙');
  });
  test('adds the organization where sectors differ, since the place then says too little', () => {
    const infos = [
      info({ sector: 'finance', org_short: '财政局' }),
      info({
        doc_id: 'b',
        org_id: 'b',
        place_short: '抚松县',
        sector: 'audit',
        org_short: '审计局',
      }),
    ];
    expect([...shortLabels(infos, 'zh').values()]).toEqual(['靖宇县 财政局', '抚松县 审计局']);
    const alike = infos.map((one) => ({ ...one, sector: 'finance' }));
    expect([...shortLabels(alike, 'zh').values()]).toEqual(['靖宇县', '抚松县']);
  });
  test('does not say the place twice', () => {
    const infos = ['靖宇县财政局', '靖宇县'].map((organization) =>
      info({ org_id: organization, org_short: null, organization }),
    );
    expect([...shortLabels(infos, 'zh').values()]).toEqual(['靖宇县 财政局', '靖宇县 靖宇县']);
  });
  test('numbers documents that nothing else tells apart', () => {
    const infos = [info({}), info({ doc_id: 'second' })];
    expect([...shortLabels(infos, 'zh').values()]).toEqual(['靖宇县 2026', '靖宇县 2026 (2)']);
  });
});
