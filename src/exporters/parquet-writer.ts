import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';

/** An Arrow IPC stream as a Parquet file with its types. In the browser parquet-wasm has to be started before. */
export function parquetOfArrow(ipc: Uint8Array): Uint8Array {
  const properties = new WriterPropertiesBuilder().setCompression(Compression.SNAPPY).build();
  return writeParquet(Table.fromIPCStream(ipc), properties);
}
