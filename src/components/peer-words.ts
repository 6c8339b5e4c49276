import type { Format } from '@/domain/format';
import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { PeerSaying } from '@/domain/peer-sentences';
import type { Translate } from '@/domain/translate';

/** Of whom a standing is told, and among whom. */
export interface PeerNames {
  /** Short name of the organization. */
  name: string;
  /** Those it is compared with, as `县级财政部门`. */
  group: string;
  metric: Metric;
}

interface PeerWords {
  t: Translate;
  format: Format;
}

function figureText(value: number, metric: Metric, format: Format): string {
  const { unit } = metric;
  const sign = unit === 'ratio' || unit === 'base 100' || unit === 'index';
  const text = format.metric(value, metric);
  return sign ? text : `${text} ${format.metricUnit(unit)}`;
}

/** Where an organization stands among those it is compared with, or why it has no rank. */
export function peerText(
  said: PeerSaying,
  { name, group, metric }: PeerNames,
  { t, format }: PeerWords,
): string {
  switch (said.key) {
    case 'rank': {
      const n = format.plain(said.members);
      const rank = format.plain(said.rank);
      const parts = [
        t(`figures.peers.${said.shared ? 'shared' : 'rank'}`, { name, group, n, rank }),
        ...(said.median === null
          ? []
          : [t('figures.peers.median', { median: figureText(said.median, metric, format) })]),
        ...(said.quarter === null ? [] : [t('figures.peers.quarter', { quarter: said.quarter })]),
      ];
      return parts.join(t('figures.peers.join')) + t('figures.peers.end');
    }
    case 'alike':
      return t('figures.peers.alike', { n: format.plain(said.members), group });
    case 'mixed': {
      const words = said.mixes.map((mix) => t(`figures.guard.mix.${mix}`));
      return t('figures.peers.mixed', { name, group, mixes: words.join(t('figures.guard.and')) });
    }
    case 'unvalued':
      return t('figures.peers.unvalued', {
        name,
        group,
        reason: t(`common.missing.${said.reason}`),
      });
    default:
      return t(`figures.peers.${said.key}`, { name, group });
  }
}

/** Members beside those counted, by why they have no value; empty where there are none. */
export function peersMissingText(
  said: PeerSaying,
  reasons: readonly { reason: Reason; documents: number }[],
  { t, format }: PeerWords,
): string {
  const count = reasons.reduce((sum, { documents }) => sum + documents, 0);
  if (count === 0 || !['rank', 'alike'].includes(said.key)) return '';
  const list = reasons
    .map(({ reason, documents }) =>
      t('figures.peers.reason', {
        reason: t(`common.missing.${reason}`),
        n: format.plain(documents),
      }),
    )
    .join(t('figures.guard.and'));
  return t('figures.peers.missing', { n: format.plain(count), list });
}
