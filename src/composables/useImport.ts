import { useDatasets } from '@/stores/datasets';
import type { ImportingApi } from '@/stores/importing-api';

/** What the screens know of the store while files are brought in. */
export const useImport = (): ImportingApi => useDatasets();
