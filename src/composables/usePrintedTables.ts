import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';
import {
  doubts,
  placements,
  printedCells,
  printedColumns,
  printedTables,
  printedTexts,
} from '@/db/queries/printed-table';
import {
  buildPrintedTable,
  type PrintedTable,
  type PrintedTableInfo,
} from '@/domain/printed-table';
import type { PrintedCell } from '@/domain/source-facts';
import { useQuery } from './useQuery';

export interface PrintedTables {
  /** All tables of the document. */
  infos: ComputedRef<readonly PrintedTableInfo[]>;
  /** The asked ones, rebuilt. */
  tables: ComputedRef<readonly PrintedTable[]>;
  cells: ComputedRef<readonly PrintedCell[]>;
  busy: ComputedRef<boolean>;
  error: ComputedRef<Error | null>;
}

/**
 * Some printed tables of a document, rebuilt; nothing while there is no document. `orFirst`: the first one where none
 * of those asked for is printed.
 */
export function usePrintedTables(
  doc: MaybeRefOrGetter<string | null>,
  asked: MaybeRefOrGetter<readonly string[]>,
  { orFirst = false } = {},
): PrintedTables {
  const all = useQuery(() => {
    const id = toValue(doc);
    return id ? printedTables(id) : null;
  });
  const wanted = computed(() => {
    const tables = toValue(asked);
    const known = all.rows.value.map(({ table_id }) => table_id as string);
    return orFirst && !known.some((id) => tables.includes(id)) ? known.slice(0, 1) : tables;
  });
  const of = <Row>(make: (id: string, tables: readonly string[]) => Row) => {
    const id = toValue(doc);
    const tables = wanted.value;
    return id && tables.length > 0 ? make(id, tables) : null;
  };
  const columns = useQuery(() => of(printedColumns));
  const cells = useQuery(() => of((id, tables) => printedCells([id], tables)));
  const texts = useQuery(() => of(printedTexts));
  const inferred = useQuery(() => of(placements));
  const doubted = useQuery(() => of(doubts));
  const questions = [all, columns, cells, texts, inferred, doubted];

  const tables = computed(() =>
    all.rows.value
      .filter(({ table_id }) => wanted.value.includes(table_id))
      .map((info) =>
        buildPrintedTable(info, {
          columns: columns.rows.value,
          cells: cells.rows.value,
          texts: texts.rows.value,
          placements: inferred.rows.value,
          doubts: doubted.rows.value,
        }),
      ),
  );
  return {
    infos: computed(() => all.rows.value),
    tables,
    cells: computed(() => cells.rows.value),
    busy: computed(() => questions.some(({ loading }) => loading.value)),
    error: computed(() => questions.find(({ error }) => error.value)?.error.value ?? null),
  };
}
