import { describe, expect, test } from 'vitest';
import { placeDoubts } from '@/components/import-places';
import {
  columnSamples,
  draftStatus,
  frameColumn,
  frameSummary,
  sharedValues,
  tableName,
  valuesToShare,
} from '@/components/import-words';
import type { ImportDraft } from '@/domain/import-draft';
import type { ImportGroup, OrganizationMatch, TableFrame } from '@/domain/mapping';
import type { RawTable } from '@/domain/raw-table';

const table = (sample: string[][], over: Partial<RawTable> = {}): RawTable => ({
  file: '甲/乙.csv',
  sheet: null,
  names: null,
  columns: sample[0]?.length ?? 0,
  records: sample.length,
  bytes: 0,
  sample,
  content: { format: 'arrow', data: new Uint8Array() },
  notes: [],
  ...over,
});
const frame = (over: Partial<TableFrame> = {}): TableFrame => ({
  header: { from: 1, to: 1 },
  unit: null,
  year: null,
  stage: null,
  scope: null,
  organization: null,
  place: null,
  evidence: {},
  ...over,
});
const group = (over: Partial<ImportGroup> = {}): ImportGroup => ({
  id: 'g',
  headers: ['部门', '金额'],
  tables: [
    table([
      ['部门', '金额'],
      ['甲', '1'],
      ['甲', ''],
      ['乙', '2'],
      ['丙', '3'],
      ['丁', '4'],
    ]),
  ],
  order: [[0, 1]],
  frames: [frame()],
  mapping: { columns: [], table: 'expenditure', decimalComma: false },
  ...over,
});

test('tables go by file and sheet', () => {
  expect(tableName(table([]))).toBe('乙.csv');
  expect(tableName(table([], { sheet: '表1' }))).toBe('乙.csv · 表1');
});

test('samples are the first different texts below the header', () => {
  expect(columnSamples(group(), 0)).toEqual(['甲', '乙', '丙']);
  expect(columnSamples(group({ frames: [frame({ header: { from: 1, to: 4 } })] }), 1)).toEqual([
    '3',
    '4',
  ]);
});

test('samples follow the order of columns in each table', () => {
  const tables = [
    table([['部门', '金额']]),
    table([
      ['金额', '部门'],
      ['9', '戊'],
    ]),
  ];
  const several = group({
    tables,
    order: [
      [0, 1],
      [1, 0],
    ],
    frames: [frame(), frame()],
  });
  expect(columnSamples(several, 0)).toEqual(['戊']);
});

describe('values of whole tables', () => {
  test('agree, differ, or were read from the same words', () => {
    const found = frame({ year: 2026, evidence: { year: '2026年' } });
    expect(frameSummary([found, found], 'year')).toEqual({
      value: 2026,
      various: false,
      evidence: '2026年',
    });
    expect(frameSummary([found, frame({ year: 2025 })], 'year').various).toBe(true);
    expect(frameSummary([found, frame({ year: 2026 })], 'year').evidence).toBeNull();
  });

  test('give way to a column that says them', () => {
    const columns = (['organization', 'place_name', null] as const).map((field) => ({
      field,
      year: null,
      unit: null,
      certainty: 'sure' as const,
    }));
    const mapped = group({ mapping: { columns, table: 'expenditure', decimalComma: false } });
    expect(frameColumn(mapped, 'organization')).toBe(0);
    expect(frameColumn(mapped, 'place')).toBe(1);
    expect(frameColumn(mapped, 'year')).toBeNull();
  });
});

const match = (text: string | null, records: number): OrganizationMatch => ({
  found: {
    table: 0,
    organization: null,
    organizationCode: null,
    placeCode: null,
    placeName: text,
    records,
  },
  jurisdictionCode: null,
  orgId: null,
  name: '',
  known: false,
  doubt: text === null ? null : { text, candidates: [{ code: '110105', path: '北京市 朝阳区' }] },
});

test('places in doubt stand once, those with most records first, settled ones stay', () => {
  const matches = [match('朝阳', 2), match('城关', 5), match('朝阳', 1), match(null, 9)];
  expect(placeDoubts(matches, { 朝阳: '', 吉林: '220000' })).toMatchObject([
    { text: '城关', records: 5, answer: null },
    { text: '朝阳', records: 3, answer: '' },
    { text: '吉林', records: 0, answer: '220000', candidates: [] },
  ]);
});

test('a text that is a name of every object is no answer', () => {
  expect(placeDoubts([match('constructor', 1)], {})).toMatchObject([{ answer: null }]);
});

test('a draft says how many points are open', () => {
  const counts = { records: 1, loaded: 1, rejected: 0, amounts: 1, unreadable: 0, rounded: 0 };
  const draft: ImportDraft = {
    group: group(),
    remembered: false,
    matches: [match('朝阳', 1), match('城关', 1)],
    answers: {},
    preview: { counts, records: [], rejected: [] },
    obstacles: ['no_year', 'places_in_doubt'],
    skipped: false,
  };
  expect(draftStatus(draft)).toEqual({ status: 'open', open: 3 });
  expect(draftStatus({ ...draft, obstacles: [] }).status).toBe('ready');
  expect(draftStatus({ ...draft, preview: null }).status).toBe('working');
  expect(draftStatus({ ...draft, skipped: true }).status).toBe('skipped');
});

describe('values handed on to other tables', () => {
  const draft = (id: string, file: string, over: Partial<TableFrame>): ImportDraft => ({
    group: group({ id, tables: [table([], { file })], frames: [frame(over)] }),
    remembered: false,
    matches: [],
    answers: {},
    preview: null,
    obstacles: [],
    skipped: false,
  });
  const first = draft('a', '甲.xlsx', { year: 2026, organization: '某局' });
  const sibling = draft('b', '甲.xlsx', { year: 2025 });
  const stranger = draft('c', '乙.xlsx', {});

  test('are those the sheets of the same file lack', () => {
    const shared = sharedValues(first, [first, sibling, stranger]);
    expect(shared?.names).toEqual(['organization']);
    expect(shared?.groups.map(({ id }) => id)).toEqual(['b']);
    expect(valuesToShare(first.group, sibling.group, ['organization', 'year'])).toEqual({
      organization: '某局',
    });
  });

  test('are those of all others where the file has no other sheet', () => {
    const shared = sharedValues(first, [first, stranger]);
    expect(shared?.names).toEqual(['organization', 'year']);
  });

  test('are none where nothing is lacking, or the others are skipped', () => {
    expect(sharedValues(stranger, [first, stranger])).toBeNull();
    expect(sharedValues(first, [first, { ...stranger, skipped: true }])).toBeNull();
  });
});
