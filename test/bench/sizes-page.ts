import type { LocalEngine } from '@/db/duckdb';
import { openEngineInBrowser } from '@/db/open-browser';
import { takeFrom } from './sizes-questions';
import type { Asked } from './nation-page';

interface SizesBench {
  /** Takes the tables out of the database file chosen last. */
  load(): Promise<void>;
  /** Milliseconds of every round of a question, its rows read. */
  times(asked: Asked, rounds: number): Promise<number[]>;
}
declare global {
  var sizesBench: SizesBench | undefined;
}

const chooser = document.createElement('input');
chooser.type = 'file';
chooser.id = 'sizes';
document.body.append(chooser);

async function start(): Promise<SizesBench> {
  const engine: LocalEngine = await openEngineInBrowser(null);
  return {
    async load() {
      const file = chooser.files?.[0];
      if (!file) throw new Error('No file was chosen');
      await engine.withFile(file, (path) =>
        engine.change((session) => session.run(...takeFrom(path))),
      );
    },
    async times({ sql, params }, rounds) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const from = performance.now();
        await engine.query(sql, params);
        times.push(performance.now() - from);
      }
      return times;
    },
  };
}

void start().then((bench) => (globalThis.sizesBench = bench));
