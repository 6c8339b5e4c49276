import { expect, test } from 'vitest';
import { runtimeAsset } from '@/offline/assets';
import { withLiveViews } from '@/offline/live-views';

test('the shipped threaded worker looks for grown memory before it copies', () => {
  const script = Buffer.from(runtimeAsset('duckdbThreadedWorker').read('.')).toString('utf8');
  expect(script).toContain('wasmMemory.buffer!==HEAPU8.buffer&&updateMemoryViews()');
});

test('another worker is refused, so that an update cannot bring the failure back unseen', () => {
  expect(() => withLiveViews('function other(){}')).toThrow('has changed');
});
