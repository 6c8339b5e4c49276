/** A file inside a zip archive, as its directory lists it. */
export interface ArchiveEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Bytes in the archive, and unpacked as the archive says. */
  packed: number;
  size: number;
  crc: number;
  /** Where its local header begins. */
  offset: number;
  encrypted: boolean;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const IN_EXTRA = 0xffffffff;

const viewOf = async (blob: Blob): Promise<DataView> => new DataView(await blob.arrayBuffer());

/**
 * The directory at the end of a zip archive.
 * @throws Error in words if it is not there or not whole.
 */
export async function readDirectory(archive: Blob, maxEntries: number): Promise<ArchiveEntry[]> {
  const tail = Math.min(archive.size, END_BYTES + MAX_COMMENT + LOCATOR_BYTES);
  const view = await viewOf(archive.slice(archive.size - tail));
  let end = view.byteLength - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error('its directory is missing, the end of the file is cut off');
  let count = view.getUint16(end + 10, true);
  let bytes = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const begin = Number(view.getBigUint64(locator + 8, true));
    const large = await viewOf(archive.slice(begin, begin + 56));
    if (large.byteLength < 56 || large.getUint32(0, true) !== END_64)
      throw new Error('its directory is damaged');
    count = Number(large.getBigUint64(32, true));
    bytes = Number(large.getBigUint64(40, true));
    at = Number(large.getBigUint64(48, true));
  }
  if (count > maxEntries) throw new RangeError(`it holds ${count} files`);
  if (at + bytes > archive.size) throw new Error('its directory is damaged');
  return entriesOf(await viewOf(archive.slice(at, at + bytes)), count);
}

function entriesOf(directory: DataView, count: number): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + ENTRY_BYTES > directory.byteLength || directory.getUint32(at, true) !== ENTRY) {
      throw new Error('its directory is damaged');
    }
    const flags = directory.getUint16(at + 8, true);
    const nameBytes = directory.getUint16(at + 28, true);
    const extraBytes = directory.getUint16(at + 30, true);
    const extra = at + ENTRY_BYTES + nameBytes;
    const sizes = [at + 24, at + 20, at + 42].map((place) => directory.getUint32(place, true));
    const [size, packed, offset] = largeSizes(directory, extra, extraBytes, sizes);
    entries.push({
      name: nameOf(
        new Uint8Array(directory.buffer, directory.byteOffset + at + ENTRY_BYTES, nameBytes),
        flags,
      ),
      method: directory.getUint16(at + 10, true),
      packed: packed!,
      size: size!,
      crc: directory.getUint32(at + 16, true),
      offset: offset!,
      encrypted: (flags & 1) !== 0,
    });
    at = extra + extraBytes + directory.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes over 4 GB stand in an extra field, in this order and only those that are needed. */
function largeSizes(directory: DataView, from: number, bytes: number, sizes: number[]): number[] {
  if (!sizes.includes(IN_EXTRA)) return sizes;
  for (let at = from; at + 4 <= from + bytes; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== IN_EXTRA || next + 8 > from + bytes) return size;
      next += 8;
      return Number(directory.getBigUint64(next - 8, true));
    });
  }
  return sizes;
}

/** Names are UTF-8 where the archive says so or they are; else as Chinese Windows writes them. */
function nameOf(bytes: Uint8Array, flags: number): string {
  if ((flags & 0x800) === 0) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('gb18030').decode(bytes);
    }
  }
  return new TextDecoder().decode(bytes);
}

/** The packed bytes of an entry, behind its local header. */
export async function packedBytes(archive: Blob, { offset, packed }: ArchiveEntry): Promise<Blob> {
  const header = await viewOf(archive.slice(offset, offset + LOCAL_BYTES));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL) {
    throw new Error('its directory points to the wrong place');
  }
  const begin = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (begin + packed > archive.size) throw new Error('the end of the file is cut off');
  return archive.slice(begin, begin + packed);
}
