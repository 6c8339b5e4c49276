// A thread that does what the name of a file says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ file }) => {
  if (file === 'hang') for (;;);
  if (file === 'exit') process.exit(3);
  if (file === 'throw') throw new Error('odd');
  if (file === 'fill') {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, () => ({})));
  }
  if (file === 'refuse') parentPort.postMessage({ failed: 'crash', reason: 'refused' });
  else parentPort.postMessage({ path: file, error: null, key: null });
});
parentPort.postMessage('ready');
