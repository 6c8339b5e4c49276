import { inSlices } from '@/db/slices';
import { heldDocuments } from '@/domain/stored-dataset';
import { selectionAfterLoading } from '@/domain/selection-after-loading';
import { useDatasets } from '@/stores/datasets';
import type { UserFile } from '@/stores/importing-api';
import { isReadOnly } from '@/stores/page-workspace';
import { useSelection } from '@/stores/selection';
import { useImport } from './useImport';

export interface ImportOpening {
  openFiles(files: readonly UserFile[]): Promise<void>;
  openAddress(address: string): Promise<void>;
  openText(name: string, text: string): Promise<void>;
  loadDrafts(): Promise<void>;
}

/** Files of an input element, named with their folders where it took a folder. */
export const inputFiles = (input: HTMLInputElement): UserFile[] =>
  [...(input.files ?? [])].map((file) => ({
    path: file.webkitRelativePath || file.name,
    blob: file,
  }));

/** Every way data is brought in; each of them lets the selection show what was loaded. */
export function useImportOpening(): ImportOpening {
  const importing = useImport();
  const datasets = useDatasets();
  const selection = useSelection();

  async function showing(load: () => Promise<unknown>): Promise<void> {
    const shown = selection.documents;
    if (isReadOnly) return;
    await load();
    // The view comes from the workspace, once its questions are answered.
    if (datasets.arrived) return;
    const own = { id: '', documents: datasets.report.loaded };
    const held = await inSlices(heldDocuments([own], datasets.documents));
    const added = held.byDataset.get(own.id) ?? [];
    if (added.length === 0) return;
    await selection.patch(selectionAfterLoading(datasets.documents, selection.state, shown, added));
  }

  return {
    openFiles: (files) => showing(() => importing.openUserFiles(files)),
    openAddress: (address) => showing(() => importing.openAddress(address)),
    openText: (name, text) => showing(() => importing.openText(name, text)),
    loadDrafts: () => showing(() => importing.loadDrafts()),
  };
}
