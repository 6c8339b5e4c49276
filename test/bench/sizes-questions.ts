import type { Query } from '@/db/engine';
import { spreadRow } from '@/db/queries/distribution';
import { heatCells } from '@/db/queries/heat-map';
import { peerStandings } from '@/db/queries/peers';
import type { Shown } from '@/db/queries/population';
import { rankingCut } from '@/db/queries/ranking';
import { scatterFacts, scatterPeers } from '@/db/queries/scatter';
import { quoteLiteral } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import { metricById } from '@/domain/metrics';
import { EVERYONE } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import type { Asked } from './nation-page';
import { LEVEL, SCOPE } from './ranking-anchors';

/** The year and stage whose organizations are counted. */
export const YEAR = 2026;
export const STAGE = 'budget';
export const METRIC = 'total';
/** How many marks a scatter draws, rows a heat map shows, and metrics in it. */
const DRAWN = 5000;
const PAGE = 50;
const HEAT = ['total', 'personnel', 'project', 'basic', 'three_public', 'project_share'];

/** The tables that the questions read. */
export const TABLES = ['document_info', 'metric'];

/** Makes these tables anew from those of a database file. */
export const takeFrom = (path: string): string[] => [
  `ATTACH ${quoteLiteral(path)} AS cut (READ_ONLY)`,
  ...TABLES.map((table) => `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM cut.${table}`),
  'DETACH cut',
];

function metric(id: string): Metric {
  const found = metricById(id);
  if (!found) throw new Error(`There is no metric ${id}`);
  return found;
}

const asked = <Row>({ sql, params = [] }: Query<Row>): Asked => ({ sql, params });

/** What each view asks of its data, for these chosen documents `(doc_id, org_id)` of one page. */
export function viewQuestions(
  chosen: readonly (readonly [doc: string, org: string])[],
): Record<string, Asked[]> {
  const population = { ...EVERYONE, scope: SCOPE, level: LEVEL } as const;
  const orgs = chosen.slice(0, 4).map(([, org]) => org);
  const docs = chosen.slice(0, PAGE).map(([doc]) => doc);
  const shown: Shown = { population, orgs, years: [YEAR], stage: STAGE };
  const [one, other] = [metric(METRIC), metric('project_share')];
  const axes = { x: one, y: other, size: null, log: '' } as const;
  const heat = heatCells(shown, HEAT.map(metric), docs, NO_PRICES, 'rank');
  if (!heat) throw new Error('A heat map needs documents');
  return {
    ranking: [asked(rankingCut(shown, one, NO_PRICES, { ends: 10, around: 2 }))],
    scatter: [
      asked(scatterPeers(shown, axes, NO_PRICES, DRAWN)),
      asked(scatterFacts(shown, axes, NO_PRICES)),
    ],
    spread: [asked(spreadRow(shown, one, NO_PRICES))],
    heat: [asked(heat)],
    peers: [asked(peerStandings({ shown, metric: one, prices: NO_PRICES }))],
  };
}
