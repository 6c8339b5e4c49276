import { describe, expect, it } from 'vitest';
import { inShort, outcomesOf, smallDocument } from '../helpers/small-document';

const found = (rows: string): string[] =>
  inShort(
    outcomesOf(
      smallDocument({
        tables: {
          performance: `
            all.current.project | appropriation.current.project | institution.current.project
            ${rows}`,
        },
      }),
      'parts_are_printed',
    ),
  );

describe('sums without parts', () => {
  it('fail where all columns that make them up are blank, in one row or in all', () => {
    expect(found('项目一 | 5.00 | 5.00 | _\n            项目二 | 7.00 | _ | _')).toEqual([
      'fail 70000.00 : null at performance 2/2',
    ]);
    expect(found('项目一 | 5.00 | _ | _\n            项目二 | 7.00 | _ | _')).toHaveLength(2);
  });

  it('hold where a part is printed, be it zero', () => {
    expect(found('项目一 | 5.00 | 5.00 | _\n            项目二 | 0.00 | _ | _')).toEqual([
      'pass 1 : 1 at performance null/null',
    ]);
    expect(found('项目一 | 5.00 | 0.00 | _')[0]).toMatch(/^pass/);
  });

  it('say nothing of a table without columns for parts', () => {
    const document = smallDocument({
      tables: { procurement: 'all.total.total\n= 合计 | 5.00\n  打印机 | 5.00' },
    });
    expect(inShort(outcomesOf(document, 'parts_are_printed'))).toEqual([
      'unchecked nothing_to_compare',
    ]);
  });
});
