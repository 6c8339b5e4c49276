import { existsSync } from 'node:fs';
import { beforeAll, describe } from 'vitest';
import { metricLines } from '@/cli/metrics';
import { openInput } from '@/cli/session';
import { DATA } from '../helpers/engine';
import { goldenMetricTests, hasGolden } from '../helpers/golden-metrics';

describe.skipIf(!hasGolden)('metrics worked out by hand', () => {
  let lines: string[] = [];
  beforeAll(async () => {
    lines = await metricLines((await openInput(DATA)).engine, true);
  });
  goldenMetricTests(() => lines);
});

const REBUILT = '../shared/corpus/rebuilt';
const BUDGETS = [
  ['jingyu_2026', '220622'],
  ['yanbian_2026', '222400'],
] as const;

describe.skipIf(!hasGolden || !existsSync(REBUILT))('the same from one document alone', () => {
  describe.each(
    BUDGETS.flatMap(([budget, place]) =>
      ['pdf', 'docx'].map((format) => [`${budget}.${format}`, place] as const),
    ),
  )('%s', (file, place) => {
    let lines: string[] = [];
    beforeAll(async () => {
      lines = await metricLines((await openInput(`${REBUILT}/${file}`)).engine, true);
    }, 60_000);
    goldenMetricTests(() => lines, place);
  });
});
