/** Hands a file to the browser to be saved; works on `file://` too. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  giveFile(name, new Blob([content], { type }));
}

function giveFile(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A place that the user chose for a file, as browsers with the File System Access API give it. */
interface ChosenFile {
  createWritable(): Promise<{
    write(content: Blob): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

interface PickerOptions {
  suggestedName: string;
  types: { accept: Record<string, string[]> }[];
}

declare global {
  var showSaveFilePicker: ((options: PickerOptions) => Promise<ChosenFile>) | undefined;
}

/** `written`: it lies where the user chose. `given`: the browser saves it on its own. */
export type Saved = 'written' | 'given' | 'cancelled';

/**
 * Saves a finished file whole or not at all: where the user may choose its place, what was there stays until all of it
 * is written. To be called right after the user's click. Rejects when it cannot be written.
 */
export async function saveWhole(name: string, blob: Blob): Promise<Saved> {
  const chosen = await choosePlace(name, blob.type);
  if (chosen === 'cancelled') return 'cancelled';
  if (chosen === 'none') {
    giveFile(name, blob);
    return 'given';
  }
  const writer = await chosen.createWritable();
  try {
    await writer.write(blob);
    await writer.close();
    return 'written';
  } catch (error) {
    await writer.abort().catch(() => undefined);
    throw error;
  }
}

async function choosePlace(name: string, type: string): Promise<ChosenFile | 'cancelled' | 'none'> {
  if (!globalThis.showSaveFilePicker) return 'none';
  try {
    return await globalThis.showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { [type]: [name.slice(name.lastIndexOf('.'))] } }],
    });
  } catch (error) {
    // Frames and some policies have the function and do not allow it; they do allow a download.
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'none';
  }
}
