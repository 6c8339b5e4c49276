import { expect, test } from 'vitest';
import { fitNames, textWidth } from '@/charts/drawing';

const fit = (width: number, ...names: string[]) =>
  fitNames(
    names,
    names.map(() => width),
  );

test('names that have room stay, others end in an ellipsis', () => {
  expect(fit(400, '吉安县 财政局', '吉安县 审计局')).toEqual(['吉安县 财政局', '吉安县 审计局']);
  expect(fit(90, '吉安县 城市管理综合行政执法局', '永丰县')).toEqual(['吉安县 城市…', '永丰县']);
});

test('names that would be cut to the same text say in what they differ', () => {
  const [service = '', own = '', other] = fit(
    150,
    '吉安县 中国人民政治协商会议委员会办公室综合服务中心',
    '吉安县 中国人民政治协商会议委员会办公室（本级）',
    '永丰县 中国人民政治协商会议委员会办公室（本级）',
  );
  expect([service, own, other]).toEqual([
    '吉安县 …室综合服务中心',
    '吉安县 …室（本级）',
    '永丰县 中国人民政治协…',
  ]);
  for (const name of [service, own]) expect(textWidth(name)).toBeLessThanOrEqual(150);
});

test('a bracket that closes is not kept without the one that opens', () => {
  expect(fit(110, '吉安县 【合成】人民代表大会', '吉安县 【合成】中共委员会办公室')).toEqual([
    '吉安县 …人民代…',
    '吉安县 …中共委…',
  ]);
});

test('names without a place of their own differ too', () => {
  expect(fit(90, '城市管理综合行政执法局', '城市管理综合行政服务中心')).toEqual([
    '…政执法局',
    '…政服务中心',
  ]);
});
