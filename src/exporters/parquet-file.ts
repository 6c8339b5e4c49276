import {
  Compression,
  Table,
  transformParquetStream,
  WriterPropertiesBuilder,
  writeParquet,
  type RecordBatch,
  type WriterProperties,
} from 'parquet-wasm';

/** Rows that are packed together, and kept in memory until they are. */
const GROUP_ROWS = 131_072;

const properties = (): WriterProperties =>
  new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(GROUP_ROWS)
    .setCreatedBy('Tongchi')
    .build();

/** A Parquet file on its way: Arrow IPC streams of one schema go in, its bytes come out as they are made. */
export interface ParquetFile {
  add(ipc: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/**
 * Begins a Parquet file (ZSTD), in groups of rows; `write` takes its bytes in order. parquet-wasm has to be started
 * before.
 */
export function parquetFile(write: (bytes: Uint8Array) => Promise<void>): ParquetFile {
  const { readable, writable } = new TransformStream<RecordBatch, RecordBatch>();
  const writer = writable.getWriter();
  let written: Promise<void> | null = null;
  let empty: Table | null = null;
  const pass = async (): Promise<void> => {
    const file = (await transformParquetStream(
      readable,
      properties(),
    )) as ReadableStream<Uint8Array>;
    const reader = file.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      await write(value);
    }
  };
  return {
    async add(ipc) {
      const table = Table.fromIPCStream(ipc);
      const batches = table.recordBatches();
      if (batches.length === 0) {
        empty ??= table;
        return;
      }
      if (!written) {
        written = pass();
        written.catch((error: unknown) => writer.abort(error));
      }
      for (const batch of batches) await writer.write(batch);
      table.free();
    },
    async end() {
      if (written) {
        await writer.close();
        await written;
      } else if (empty) await write(writeParquet(empty, properties()));
    },
  };
}
