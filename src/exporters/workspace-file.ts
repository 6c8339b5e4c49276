import {
  BlobReader,
  BlobWriter,
  configure,
  TextReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { WORKSPACE_FILE } from '@/domain/workspace';

/** Files are packed in the worker that asks for it; the browser itself compresses them. */
configure({ useWebWorkers: false });

/** A workspace as a file: the zip of its data package, with what it says of itself beside the tables. */
export async function workspaceZip(data: Blob, state: string): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), { extendedTimestamp: false });
  await zip.appendZip(new BlobReader(data));
  await zip.add(WORKSPACE_FILE, new TextReader(state));
  return zip.close();
}
