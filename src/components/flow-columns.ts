import { Decimal } from 'decimal.js';
import type { Flow, FlowLink, FlowNode } from '@/domain/flow-balance';
import { drawnFlow } from '@/domain/flow-drawing';
import type { BudgetFlow } from '@/domain/flow';
import { yuanOf } from '@/domain/money';
import type { TableColumn } from './data-table';
import { shareOf } from './flow-words';
import { amountLeaving, shareLeaving, type TableWords } from './leaving-table';
import { exactPerHead } from './structure-columns';

/** An amount on its way from one place to another. */
export interface FlowTableRow {
  link: FlowLink;
  from: FlowNode;
  to: FlowNode;
}

/** The amounts in the order of the drawing, with every place that it joins. */
export function flowTableRows(flow: BudgetFlow): FlowTableRow[] {
  const { nodes } = drawnFlow(flow, Infinity);
  const places = new Map(nodes.map((node, place) => [node.id, { node, place }]));
  return flow.links
    .map((link) => ({ link, from: places.get(link.from)!, to: places.get(link.to)! }))
    .toSorted((a, b) => a.from.place - b.from.place || a.to.place - b.to.place)
    .map(({ link, from, to }) => ({ link, from: from.node, to: to.node }));
}

export interface FlowFacts {
  flow: Flow;
  /** Heads that amounts are divided by; null where amounts or shares are shown. */
  perHead: { people: number | undefined } | null;
  nameOf: (node: FlowNode) => string;
}

/** Columns of a flow: where from, where to, the amount and its share in the total. */
export function flowColumns(
  { flow, perHead, nameOf }: FlowFacts,
  words: TableWords,
): TableColumn<FlowTableRow>[] {
  const { t, format } = words;
  const total = flow.nodes.find(({ kind }) => kind === 'total')?.amount ?? 0n;
  return [
    { key: 'from', label: t('structureFlow.table.from'), text: ({ from }) => nameOf(from) },
    { key: 'to', label: t('structureFlow.table.to'), text: ({ to }) => nameOf(to) },
    {
      key: 'amount',
      label: t(`structure.stack.${perHead ? 'per_staff' : 'amount'}`),
      unit: perHead ? format.metricUnit('yuan per person') : format.unitName,
      figures: true,
      sort: ({ link }) => Number(link.fen),
      leaving: amountLeaving(
        words,
        ({ link: { fen, source } }) => {
          const yuan = perHead ? exactPerHead(yuanOf(fen), perHead.people) : yuanOf(fen);
          return { yuan, reason: t('common.missing.no_headcount'), source };
        },
        perHead ? 'quotient' : 'money',
      ),
    },
    {
      key: 'share',
      label: t('structureFlow.table.share'),
      figures: true,
      sort: ({ link }) => Number(link.fen),
      text: ({ link }) => shareOf(link.fen, total, format),
      leaving: shareLeaving(({ link }) =>
        total > 0n ? new Decimal(String(link.fen)).div(String(total)).toNumber() : null,
      ),
    },
    {
      key: 'kind',
      label: t('leaving.kind'),
      hidden: true,
      text: ({ link }) => t(link.source ? 'leaving.printed' : 'structureFlow.difference'),
    },
  ];
}
