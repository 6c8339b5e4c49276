import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { DATASET_FILES } from '@/domain/dataset-files';
import type { Issue } from '@/domain/issue';
import type { Manifest } from './manifest';
import { baseName, bytesOf, chunksOf, folderOf, type InputSource } from './source';

/** Bytes that the platform hashes at once, which is several times as fast. */
const AT_ONCE = 256 * 1024 * 1024;

/** SHA-256 of a file in hexadecimal; also where the page has no `crypto.subtle`. */
export async function sha256Of(blob: Blob): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle && blob.size <= AT_ONCE) {
    return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer())));
  }
  const state = sha256.create();
  for await (const chunk of chunksOf(blob)) state.update(chunk);
  return bytesToHex(state.digest());
}

const PREFIX = 'sha256:';
const SUM_LINE = /^([0-9a-f]{64}) [ *](.+)$/i;
/** Bytes of a list of hashes that is looked at. */
const LONGEST_LIST = 16 * 1024 * 1024;

/** A hash that a file should have, and where that is said. */
interface Expected {
  sha256: string;
  by: string;
}

/** Hashes by path, as a description of a package gives them; those of other kinds are left aside. */
function describedHashes(
  { path: by }: InputSource,
  { resources }: Manifest,
): (readonly [path: string, Expected])[] {
  const root = folderOf(by);
  return resources.flatMap(({ path, hash }) =>
    typeof path === 'string' && hash?.startsWith(PREFIX)
      ? [[root + path, { sha256: hash.slice(PREFIX.length).toLowerCase(), by }] as const]
      : [],
  );
}

/** Hashes by path, as a list for `sha256sum -c` gives them. */
async function listedHashes({
  path: by,
  blob,
}: InputSource): Promise<(readonly [path: string, Expected])[]> {
  if (blob.size > LONGEST_LIST) return [];
  const root = folderOf(by);
  const text = new TextDecoder().decode(await bytesOf(blob));
  return text.split(/\r?\n/).flatMap((line) => {
    const [, hash, name] = SUM_LINE.exec(line) ?? [];
    return hash && name ? [[root + name, { sha256: hash.toLowerCase(), by }] as const] : [];
  });
}

/**
 * Problems of files whose hash is not the one that the description of their package, or a list beside it, gives.
 * Files of which no hash is given are sound.
 */
export async function hashProblems(
  files: readonly InputSource[],
  beside: readonly InputSource[],
  described: { file: InputSource; manifest: Manifest } | null,
): Promise<Issue[]> {
  const lists = beside.filter(({ path }) => baseName(path) === DATASET_FILES.sums.path);
  const expected = [
    ...(described ? describedHashes(described.file, described.manifest) : []),
    ...(await Promise.all(lists.map(listedHashes))).flat(),
  ];
  const issues: Issue[] = [];
  for (const { path, blob } of files) {
    const own = expected.filter(([given]) => given === path);
    if (own.length === 0) continue;
    const found = await sha256Of(blob);
    const differing = own.find(([, { sha256: wanted }]) => wanted !== found);
    if (differing) issues.push(changed(path, found, differing[1].by));
  }
  return issues;
}

const changed = (file: string, found: string, by: string): Issue => ({
  code: 'wrong_hash',
  file,
  found,
  message: `${file}: its SHA-256 is ${found}, but ${by} gives another one: it was changed or damaged. Get it again, or take the hash out of ${by} if the change is meant.`,
});
