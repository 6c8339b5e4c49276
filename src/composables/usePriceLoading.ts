import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { InputError, type Issue } from '@/domain/issue';
import {
  NO_PRICES,
  priceLevels,
  type PriceIndex,
  type PriceKind,
  type PriceTable,
} from '@/domain/price-index';
import { readPriceTable, type PriceFault, type PriceReading } from '@/domain/price-reading';
import { recordsOfFile } from '@/stores/file-records';
import { writtenCells } from './useImportPaste';

/** A price index being loaded: what was read, what the reader says of it, and what is wrong. */
export interface PriceLoading {
  busy: Ref<boolean>;
  /** Name of the file or of the pasted table. */
  file: Ref<string>;
  /** Null until something was read. */
  reading: Readonly<Ref<PriceReading | null>>;
  faults: ComputedRef<readonly PriceFault[]>;
  /** What is wrong with the file itself. */
  issues: Readonly<Ref<readonly Issue[]>>;
  /** The index as it would be used; null where nothing can be. */
  draft: ComputedRef<PriceTable | null>;
  /** Its levels; none where the values do not make an index of that kind. */
  levels: ComputedRef<PriceIndex>;
  take(file: File): Promise<void>;
  /** Takes cells pasted as text. */
  paste(text: string, name: string): Promise<void>;
  choose(series: number): void;
  change(part: Partial<Pick<PriceTable, 'kind' | 'title' | 'source'>>): void;
  clear(): void;
}

export function usePriceLoading(): PriceLoading {
  const busy = ref(false);
  const file = ref('');
  const reading = shallowRef<PriceReading | null>(null);
  const issues = shallowRef<readonly Issue[]>([]);
  const draft = shallowRef<PriceTable | null>(null);

  function clear(): void {
    reading.value = null;
    issues.value = [];
    draft.value = null;
  }

  function choose(at: number): void {
    const series = reading.value?.series[at];
    if (!series || !reading.value) return;
    const { title, kind, values } = series;
    draft.value = { file: file.value, title, source: reading.value.source, kind, values };
  }

  async function take(chosen: File, name = chosen.name): Promise<void> {
    clear();
    busy.value = true;
    file.value = name;
    try {
      reading.value = readPriceTable(await recordsOfFile(chosen));
      choose(0);
    } catch (cause) {
      if (!(cause instanceof InputError)) throw cause;
      issues.value = cause.issues;
    } finally {
      busy.value = false;
    }
  }

  return {
    busy,
    file,
    reading,
    faults: computed(() => reading.value?.faults ?? []),
    issues,
    draft: computed(() => draft.value),
    levels: computed(() =>
      draft.value ? priceLevels(draft.value.values, draft.value.kind) : NO_PRICES,
    ),
    take: (chosen) => take(chosen),
    async paste(text, name) {
      const cells = writtenCells(text);
      if (cells) await take(new File([cells.text], `prices.${cells.ending}`), name);
    },
    choose,
    change(part: { kind?: PriceKind; title?: string; source?: string }) {
      if (draft.value) draft.value = { ...draft.value, ...part };
    },
    clear,
  };
}
