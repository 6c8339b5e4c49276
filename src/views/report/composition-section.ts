import { compositionBars, compositionHeight, unnamedParts } from '@/charts/composition-bars';
import { factText } from '@/components/structure-fact-words';
import { structureNotes, structureWarnings } from '@/components/structure-notes';
import { structureRows } from '@/db/queries/structure';
import { headingBlock, listBlock, textBlock, type ReportCell } from '@/domain/report';
import {
  composition,
  type Composition,
  type Part,
  type StructureRow,
  type Whole,
} from '@/domain/structure';
import { structureFacts } from '@/domain/structure-facts';
import { compositionOf } from '@/domain/structure-modes';
import { DIVISIONS, type Division } from '@/domain/view-state';
import { structureBars } from '../structure-bars';
import { structureSource, WHOLE_METRICS } from '../structure-source';
import {
  cell,
  labelOf,
  marked,
  picture,
  PICTURE_WIDTH,
  type Block,
  type MakeSection,
  type ReportTools,
} from './tools';

/** Budgets on one chart, so that it fits on a page. */
const MOST_BARS = 8;
/** Budgets beside one another in a table, each with amount and share. */
const MOST_COLUMNS = 3;

interface Divided {
  division: Division;
  rows: readonly StructureRow[];
  composition: Composition;
}

function barsPicture(divided: Divided, docs: readonly string[], tools: ReportTools): Block[] {
  const { format, t, theme, marks, markWords, partName: nameOf, infos } = tools;
  const { division, rows } = divided;
  const shown = compositionOf(divided.composition, docs);
  if (shown.wholes.every(({ gap }) => gap !== null)) return [];
  const heading = t(`structure.heading.${division}`);
  const columns = docs.map((doc) => ({ doc, label: labelOf(tools, doc) }));
  const label = t('structure.chartLabel', {
    heading,
    names: columns.map((column) => column.label).join(', '),
  });
  const { input } = structureBars(
    {
      shown,
      columns,
      wholeMetric: WHOLE_METRICS[division],
      stack: 'share',
      median: null,
      label,
      width: PICTURE_WIDTH,
    },
    { t, format, nameOf, marks, markWords },
  );
  const legend = unnamedParts(input).map((index) => {
    const { name, color } = input.parts[index]!;
    const fill = color === 'rest' || color === 'remainder' ? theme.rest : theme.parts[color];
    return { name, color: fill ?? theme.rest };
  });
  const own = infos.filter(({ doc_id }) => docs.includes(doc_id));
  return [
    picture(
      {
        kind: 'composition',
        title: heading,
        subtitle: t(`structure.scope.${division}`),
        source: structureSource(
          {
            division,
            rows: rows.filter(({ doc_id }) => docs.includes(doc_id)),
            composition: shown,
          },
          { infos: own, labels: tools.labels, language: format.language, t },
        ),
        description: label,
        legend,
        height: compositionHeight(input),
        option: compositionBars(input, theme),
      },
      tools,
    ),
  ];
}

/** Amount and share of a part in one budget: a number, a printed zero, blank, unreadable or not printed at all. */
function partCells(part: Part, doc: string, tools: ReportTools): ReportCell[] {
  const { format, t } = tools;
  const own = part.cells.get(doc);
  if (!own) return [cell(t('structure.table.absent')), cell('')];
  const text =
    own.amount === null
      ? t(own.state === 'unreadable' ? 'common.missing.unreadable' : 'structure.table.blank')
      : format.amount(own.amount);
  return [
    cell(marked(text, own.source, tools)),
    cell(own.share === null ? '' : format.ratio(own.share)),
  ];
}

function wholeCells(whole: Whole, division: Division, tools: ReportTools): ReportCell[] {
  const { format, t, infos } = tools;
  const { amount, doc, gap, source } = whole;
  if (amount === null) return [cell(t('structure.table.absent')), cell('')];
  const metric = WHOLE_METRICS[division];
  const org = infos.find(({ doc_id }) => doc_id === doc)?.org_id ?? '';
  const isMetric = source?.kind === 'metric' || source === null;
  return [
    {
      text: marked(format.amount(amount), source ?? { kind: 'metric', doc, metric }, tools),
      ...(isMetric ? { of: { doc, org, metric, value: amount } } : {}),
    },
    cell(gap === null ? format.ratio(1) : ''),
  ];
}

/** The table of a few budgets: the parts of which one of them has an amount, and how many others there are. */
function partsTable(divided: Divided, docs: readonly string[], tools: ReportTools): Block[] {
  const { t, format, partName } = tools;
  const { wholes, parts } = compositionOf(divided.composition, docs);
  const isHeld = ({ cells }: Part): boolean =>
    docs.some((doc) => (cells.get(doc)?.amount ?? null) !== null);
  const held = parts.filter(isHeld);
  const left = parts.length - held.length;
  const hasRemainder = wholes.some(({ remainder }) => remainder !== 0);
  const remainder = wholes.flatMap((whole) => [
    cell(whole.remainder === 0 ? '' : format.amount(whole.remainder)),
    cell(whole.remainderShare ? format.ratio(whole.remainderShare) : ''),
  ]);
  if (parts.length === 0) return [];
  const names = docs.map((doc) => labelOf(tools, doc)).join(t('compare.figure.separator'));
  return [
    {
      is: 'table',
      title: t('report.partsOf', {
        heading: t(`structure.heading.${divided.division}`),
        names,
      }),
      columns: [
        { head: t('report.table.part'), width: 1.8 },
        ...wholes.flatMap(({ doc }) => [
          { head: labelOf(tools, doc), unit: format.unitName, figures: true, width: 1.2 },
          { head: t('report.table.share'), figures: true, width: 0.8 },
        ]),
      ],
      rows: [
        ...held.map((part) => [
          cell(partName(part)),
          ...wholes.flatMap(({ doc }) => partCells(part, doc, tools)),
        ]),
        ...(hasRemainder ? [[cell(t('structure.remainder')), ...remainder]] : []),
        [
          cell(t('report.table.total')),
          ...wholes.flatMap((whole) => wholeCells(whole, divided.division, tools)),
        ],
      ],
      sums: 1,
    },
    ...(left > 0 ? [textBlock(t('report.withoutAmount', { n: left }), 'soft')] : []),
  ];
}

const inGroups = <Item>(items: readonly Item[], most: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, i) =>
    items.slice(i * most, (i + 1) * most),
  );

async function divisionBlocks(division: Division, tools: ReportTools): Promise<Block[]> {
  const { ask, infos, t, format, partName: nameOf } = tools;
  const docs = infos.map(({ doc_id }) => doc_id);
  const rows = await ask(structureRows(division, docs));
  const divided = { division, rows, composition: composition(rows, docs, division, '') };
  const { composition: shown } = divided;
  const columns = docs.map((doc) => ({ doc, label: labelOf(tools, doc) }));
  const noted = { shown, division, columns, median: null };
  const words = { t, nameOf, language: format.language };
  const facts = structureFacts(shown).map((fact) =>
    factText(fact, { t, format, nameOf, labelOf: (doc) => labelOf(tools, doc) }),
  );
  return [
    headingBlock(t(`structure.heading.${division}`)),
    ...facts.map((text) => textBlock(text)),
    ...inGroups(docs, MOST_BARS).flatMap((group) => barsPicture(divided, group, tools)),
    ...inGroups(docs, MOST_COLUMNS).flatMap((group) => partsTable(divided, group, tools)),
    ...listBlock([
      ...structureWarnings(noted, words).map(({ text }) => text),
      ...structureNotes(noted, words),
    ]),
  ];
}

/** What the budgets consist of, by function, nature, economic item and source of money. */
export const compositionSection: MakeSection = async (tools) => {
  const { t } = tools;
  const blocks: Block[] = [];
  for (const division of DIVISIONS) blocks.push(...(await divisionBlocks(division, tools)));
  return [
    ...blocks,
    textBlock(t('structure.signs'), 'soft'),
    ...(tools.priceWords ? [textBlock(t('structure.asPrinted'), 'soft')] : []),
  ];
};
