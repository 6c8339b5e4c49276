import { makeFormat, type Format } from '@/domain/format';
import type { MetricUnit } from '@/domain/metric';

export const ZH = makeFormat('zh', '万元');
export const EN = makeFormat('en', '万元');
export const LONG = '延边朝鲜族自治州 政务服务和数字化建设管理局（本级）';
export const LONG_EN = 'Yanbian Korean Autonomous Prefecture Government Services Bureau';

const trimmed = (text: string): string => text.replace(/\.0+(?=%|$)/, '');

/** How the ticks of a metric's axis are written. */
export const ticks = (unit: MetricUnit, format: Format) => (value: number) =>
  trimmed(format.value(value, unit));

/** Numbers spread over [0, 1), the same in every run. */
export const part = (index: number): number =>
  Math.abs((Math.sin(index * 12.9898) * 43_758.5453) % 1);
