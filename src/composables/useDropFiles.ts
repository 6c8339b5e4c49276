import { useEventListener } from '@vueuse/core';
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { UserFile } from '@/stores/importing-api';

/** Handles of the File System Access API, as far as a folder is walked; older browsers have none. */
interface FileHandle {
  kind: 'file';
  name: string;
  getFile(): Promise<File>;
}
interface FolderHandle {
  kind: 'directory';
  name: string;
  values(): AsyncIterable<FileHandle | FolderHandle>;
}
type Handle = FileHandle | FolderHandle;
type ItemWithHandle = DataTransferItem & {
  getAsFileSystemHandle?: () => Promise<Handle | null>;
};

interface DroppedItem {
  file: File | null;
  entry: FileSystemEntry | null;
  handle: Promise<Handle | null>;
}

export interface DropFiles {
  /** Files are held over the window. */
  hovering: Readonly<Ref<boolean>>;
  /** Names of folders whose files the browser did not hand over. */
  unwalkable: ShallowRef<readonly string[]>;
}

/** Takes files and folders dropped anywhere on the window. Called once, by the app. */
export function useDropFiles(open: (files: readonly UserFile[]) => void): DropFiles {
  const hovering = ref(false);
  const unwalkable = shallowRef<readonly string[]>([]);
  const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') ?? false;

  useEventListener(window, 'dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    hovering.value = true;
  });
  useEventListener(window, 'dragleave', (event) => {
    if (event.relatedTarget === null) hovering.value = false;
  });
  useEventListener(window, 'drop', async (event) => {
    hovering.value = false;
    if (!event.dataTransfer || !holdsFiles(event)) return;
    event.preventDefault();
    const { files, refused } = await droppedFiles(event.dataTransfer.items);
    unwalkable.value = refused;
    if (files.length > 0) open(files);
  });
  return { hovering, unwalkable };
}

/** All files of a drop, folders walked to their ends; `refused` names what the browser keeps shut. */
async function droppedFiles(
  items: DataTransferItemList,
): Promise<{ files: UserFile[]; refused: string[] }> {
  // Asked for before the first wait: after the event the list is empty.
  const dropped = [...items].filter(({ kind }) => kind === 'file').map(takeItem);
  const files: UserFile[] = [];
  const refused: string[] = [];
  for (const item of dropped) {
    try {
      files.push(...(await walkItem(item)));
    } catch {
      refused.push(item.entry?.name ?? item.file?.name ?? '?');
    }
  }
  return { files, refused };
}

function takeItem(item: ItemWithHandle): DroppedItem {
  return {
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry?.() ?? null,
    handle: (item.getAsFileSystemHandle?.() ?? Promise.resolve(null)).catch(() => null),
  };
}

/** Files as they are; folders by their handle where there is one, because entries stay shut on pages from disk. */
async function walkItem({ file, entry, handle }: DroppedItem): Promise<UserFile[]> {
  if (!entry?.isDirectory) return file ? [{ path: file.name, blob: file }] : [];
  const folder = await handle;
  return folder ? walkHandle(folder, '') : walkEntry(entry);
}

async function walkHandle(handle: Handle, above: string): Promise<UserFile[]> {
  const path = above + handle.name;
  if (handle.kind === 'file') return [{ path, blob: await handle.getFile() }];
  const files: UserFile[] = [];
  for await (const inner of handle.values()) files.push(...(await walkHandle(inner, `${path}/`)));
  return files;
}

async function walkEntry(entry: FileSystemEntry): Promise<UserFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), blob: file }];
  }
  const files: UserFile[] = [];
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) {
    files.push(...(await walkEntry(inner)));
  }
  return files;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader hands out a folder's entries in portions; an empty one ends them. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return entries;
    entries.push(...portion);
  }
}
