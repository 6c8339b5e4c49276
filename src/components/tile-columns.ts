import type { DocumentInfo } from '@/domain/organization';
import type { SourceRef } from '@/domain/source-ref';
import type { PartName } from '@/domain/structure';
import type { Tile, TileBudget } from '@/domain/structure-tiles';
import type { TableColumn } from './data-table';
import {
  amountLeaving,
  documentColumns,
  shareLeaving,
  wholeNumber,
  type TableWords,
} from './leaving-table';
import { exactPerHead } from './structure-columns';

/** A part of a budget within the parts above it. */
export interface TileRow {
  key: string;
  /** Steps below the whole, from 0. */
  depth: number;
  tile: Tile;
}

/** The areas as rows, each part below the one it lies in, largest first as they are drawn. */
export const tileRows = (tiles: readonly Tile[], path: string, depth = 0): TileRow[] =>
  tiles
    .toSorted((a, b) => b.amount - a.amount)
    .flatMap((tile, i) => {
      const key = `${path}/${i}`;
      return [{ key, depth, tile }, ...tileRows(tile.parts, key, depth + 1)];
    });

/** A row of the areas of all budgets: a whole or one of its parts. */
export interface LeavingTile {
  doc: string;
  depth: number;
  name: string;
  code: string | null;
  yuan: number;
  share: number;
  source: SourceRef | null;
}

export interface TileFacts {
  budgets: readonly TileBudget[];
  /** Headcounts by document where amounts are per head. */
  people: ReadonlyMap<string, number> | null;
  infoOf: (doc: string) => DocumentInfo | undefined;
  nameOf: (part: PartName) => string;
}

/** The wholes of the budgets, each followed by its parts. */
export const leavingTiles = ({ budgets, nameOf }: TileFacts, { t }: TableWords): LeavingTile[] =>
  budgets.flatMap(({ whole: { doc, amount, source }, tiles }) => [
    {
      doc,
      depth: 0,
      name: t('structure.table.total'),
      code: null,
      yuan: amount ?? 0,
      share: 1,
      source,
    },
    ...tileRows(tiles, doc).map(({ depth, tile }): LeavingTile => ({
      doc,
      depth: depth + 1,
      name: tile.name ? nameOf(tile.name) : t('structure.remainder'),
      code: tile.name?.code ?? null,
      yuan: tile.amount,
      share: tile.share,
      source: tile.source,
    })),
  ]);

/** Columns of the areas: whose, how deep, the part, its amount and its share in the whole. */
export function tileColumns(
  { people, infoOf }: TileFacts,
  words: TableWords,
): TableColumn<LeavingTile>[] {
  const { t, format } = words;
  return [
    {
      key: 'organization',
      label: t('compare.column.organization'),
      text: ({ doc }) => infoOf(doc)?.organization ?? '',
    },
    ...documentColumns(({ doc }: LeavingTile) => infoOf(doc), words),
    { key: 'depth', label: t('leaving.depth'), leaving: wholeNumber(({ depth }) => depth) },
    { key: 'code', label: t('leaving.code'), text: ({ code }) => code ?? '' },
    { key: 'part', label: t('structure.table.part'), text: ({ name }) => name },
    {
      key: 'amount',
      label: t(`structure.stack.${people ? 'per_staff' : 'amount'}`),
      unit: people ? format.metricUnit('yuan per person') : format.unitName,
      leaving: amountLeaving(
        words,
        ({ doc, yuan, source }) => {
          if (!people) return { yuan, source };
          const perHead = exactPerHead(yuan, people.get(doc));
          const reason = perHead === null ? t('common.missing.no_headcount') : null;
          return { yuan: perHead, reason, source };
        },
        people ? 'quotient' : 'money',
      ),
    },
    {
      key: 'share',
      label: t('structure.table.share'),
      leaving: shareLeaving(({ share }) => share),
    },
  ];
}
