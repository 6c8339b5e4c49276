import { expect, test } from 'vitest';
import { untilDone } from '@/db/slices';
import { documentsByDataset, heldDocuments } from '@/domain/stored-dataset';
import { documentInfo } from '../helpers/document-info';

const all = ['a', 'b', 'c', 'd'].map((doc_id) => documentInfo({ doc_id }));
const DATASETS = [
  { id: 'first', documents: ['c', 'b', 'gone'] },
  { id: 'second', documents: ['c', 'd'] },
];

test('a document belongs to the dataset that was loaded last, others came with the app', () => {
  const { byDataset, bundled } = untilDone(heldDocuments(DATASETS, all));
  expect([...byDataset]).toEqual([
    ['first', [all[1]]],
    ['second', [all[2], all[3]]],
  ]);
  expect(bundled).toEqual([all[0]]);
  expect([...documentsByDataset(DATASETS)]).toEqual([
    ['first', ['b', 'gone']],
    ['second', ['c', 'd']],
  ]);
});

test('without datasets all came with the app; one alone has all it names', () => {
  expect(untilDone(heldDocuments([], all))).toEqual({ byDataset: new Map(), bundled: all });
  const [first] = DATASETS;
  expect(documentsByDataset([first!]).get('first')).toEqual(first!.documents);
});
