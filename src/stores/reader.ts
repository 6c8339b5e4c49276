import { characterMaps, importWorker, parquetWasm } from '@/db/bundles';
import { createReader } from '@/importers/reader';

/** The app's reader of files. */
export const reader = createReader({ script: importWorker, parquet: parquetWasm, characterMaps });
