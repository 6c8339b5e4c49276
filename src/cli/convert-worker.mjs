// A thread of its own does not know TypeScript until it is told; after that each module is compiled once.
import { register } from 'tsx/esm/api';

register();
await import('./convert-worker.ts');
