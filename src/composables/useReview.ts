import { useDatasets } from '@/stores/datasets';
import type { Reviewing } from '@/stores/reviewing-api';

/** What the screens need of the store while published documents are read and looked at. */
export const useReview = (): Reviewing => useDatasets().reviewing;
