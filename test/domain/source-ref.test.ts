import { expect, test } from 'vitest';
import { formatSourceRef, parseSourceRef, type SourceRef } from '@/domain/source-ref';

const refs: SourceRef[] = [
  { kind: 'metric', doc: '220622-a', metric: 'function_share:201' },
  { kind: 'row', doc: 'a/b 局', table: 'balance', side: 'income', row: 12, nature: 'total' },
];

test.each(refs)('%o survives the address', (ref) => {
  expect(parseSourceRef(formatSourceRef(ref))).toEqual(ref);
});

test.each(['', 'metric', 'metric/a', 'row/a/balance/income/x/total', 'cell/a/b', '%E0%A4%A/a'])(
  '%s stands for nothing',
  (text) => expect(parseSourceRef(text)).toBeNull(),
);
