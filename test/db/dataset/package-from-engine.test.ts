import { describe, expect, test } from 'vitest';
import { PACKAGE_FORMATS } from '@/domain/package-sink';
import { engineOfZip, packageRowsOf, tablesZip } from '../../helpers/dataset';
import { sourceBudgets } from '../../helpers/engine';
import { severalYears } from '../../helpers/several-years';

describe.each(PACKAGE_FORMATS)('as %s', (format) => {
  test('the bundled data come back the same, row by row', async () => {
    const engine = await sourceBudgets();
    const again = await engineOfZip(await tablesZip(engine, format));
    expect(await packageRowsOf(again)).toEqual(await packageRowsOf(engine));
  });

  test('budgets of several years come back the same', async () => {
    const engine = await severalYears();
    const again = await engineOfZip(await tablesZip(engine, format));
    expect(await packageRowsOf(again)).toEqual(await packageRowsOf(engine));
  });
});
