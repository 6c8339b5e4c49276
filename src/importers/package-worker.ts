import { expose, transfer } from 'comlink';
import { InputError, type Issue } from '@/domain/issue';
import type { InputFile } from './archive';
import { readPackage, type PackageInput } from './package-reader';
import { parquetFromWasm, type ParquetToArrow } from './parquet';

/** Errors do not cross the border of a worker whole, so their issues are handed over as data. */
export type WorkerAnswer = { read: PackageInput } | { issues: readonly Issue[] };

let parquet: Promise<ParquetToArrow> | null = null;

const reader = {
  /** Reads a package; `wasm` is asked for only when there is Parquet to read. */
  async read(files: readonly InputFile[], wasm: () => Promise<Uint8Array>): Promise<WorkerAnswer> {
    try {
      const start = () => (parquet ??= wasm().then(parquetFromWasm));
      const read = await readPackage(files, start);
      const buffers = new Set(read.tables.map(({ bytes }) => bytes.buffer as ArrayBuffer));
      return transfer({ read }, [...buffers]);
    } catch (error) {
      if (error instanceof InputError) return { issues: error.issues };
      throw error;
    }
  },
};
export type PackageWorker = typeof reader;

expose(reader);
