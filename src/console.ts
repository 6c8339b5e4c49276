import { rowsOf } from '@/db/engine';
import { useDatasets } from '@/stores/datasets';
import { version } from '../package.json';

declare global {
  interface Window {
    tongchi: {
      version: string;
      /** Settles when the bundled data can be asked. */
      ready: Promise<void>;
      /** Rows of one read-only question over the tables of the package, measure and metric. */
      query(sql: string): Promise<object[]>;
    };
  }
}

/** For a researcher at the browser's console. Call after Pinia is installed. */
export function exposeToConsole(): void {
  const datasets = useDatasets();
  window.tongchi = {
    version,
    ready: datasets.ready,
    async query(sql) {
      await datasets.ready;
      return rowsOf<object>(await datasets.query(sql));
    },
  };
}
