import { deeperBudgets, type Composition, type PartName, type Whole } from '@/domain/structure';
import { FEWEST_PEERS, type PeerMedian } from '@/domain/structure-peers';
import type { Translate } from '@/domain/translate';
import type { Division, Language } from '@/domain/view-state';
import type { StructureColumn } from './structure-words';

/** What notes beneath bars are made of. */
export interface NotedBars {
  shown: Composition;
  division: Division;
  columns: readonly Pick<StructureColumn, 'doc' | 'label'>[];
  median: PeerMedian | null;
  /** There are too few peers for a median. */
  lacksMedian?: boolean;
}

export interface NoteWords {
  t: Translate;
  nameOf: (part: PartName) => string;
  language: Language;
}

/** Parts exceed their total by more than a bar can hide. */
const NOTABLE_EXCESS = -0.005;

const list = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

const namesOf = (
  wholes: readonly Whole[],
  { columns }: NotedBars,
  { language }: NoteWords,
): string =>
  list(
    wholes.map(({ doc }) => columns.find((column) => column.doc === doc)?.label ?? ''),
    language,
  );

function gapText(whole: Whole, bars: NotedBars, words: NoteWords): string {
  const within = bars.shown.path.at(-1);
  return words.t(
    whole.gap === 'no_table'
      ? `structure.gap.no_table.${bars.division}`
      : `structure.gap.${whole.gap}`,
    { name: namesOf([whole], bars, words), part: within ? words.nameOf(within) : '' },
  );
}

/** Budgets that cannot be divided and why, those whose parts exceed their total or are of a lower level; `whole` where it is one of the first. */
export function structureWarnings(
  bars: NotedBars,
  words: NoteWords,
): { text: string; whole: Whole | null }[] {
  const { wholes } = bars.shown;
  const over = wholes.filter(({ remainderShare }) => (remainderShare ?? 0) <= NOTABLE_EXCESS);
  const gaps = wholes.filter(({ gap }) => gap !== null);
  const apart = deeperBudgets(bars.shown);
  const deeper = wholes.filter(({ doc }) => apart.includes(doc));
  const overflow = () => words.t('structure.overflowNote', { names: namesOf(over, bars, words) });
  return [
    ...gaps.map((whole) => ({ text: gapText(whole, bars, words), whole })),
    ...(over.length > 0 ? [{ text: overflow(), whole: null }] : []),
    ...(deeper.length > 0
      ? [
          {
            text: words.t('structure.levelsNote', { names: namesOf(deeper, bars, words) }),
            whole: null,
          },
        ]
      : []),
  ];
}

/** Sums made here, tables taken instead, what is drawn together, whom a median is taken from. */
export function structureNotes(bars: NotedBars, words: NoteWords): string[] {
  const { division, median, lacksMedian, shown } = bars;
  const { wholes, parts } = shown;
  const { t, nameOf, language } = words;
  const named = (some: readonly Whole[]): string => namesOf(some, bars, words);
  const summed = wholes.filter(({ gap, source }) => gap === null && source === null);
  const fromTable = (id: string) =>
    division === 'function' ? wholes.filter(({ table }) => table === id) : [];
  const [balance, general] = [fromTable('balance'), fromTable('general_public')];
  const rest = parts.filter(({ rank }) => rank === 'rest');
  return [
    rest.length > 0 && t('structure.restHolds', { names: list(rest.map(nameOf), language) }),
    summed.length > 0 && t('structure.summedNote', { names: named(summed) }),
    balance.length > 0 &&
      t('structure.tableNote', { names: named(balance), table: t('structure.tableName.balance') }),
    general.length > 0 && t('structure.generalPublicNote', { names: named(general) }),
    wholes.some(({ remainder }) => remainder !== 0) && t('structure.remainderNote'),
    median !== null &&
      t('structure.median.note', {
        n: median.peers,
        level: median.level ? t(`frame.level.${median.level}`) : '',
        scope: median.scope ? t(`frame.scope.${median.scope}`) : '',
      }),
    lacksMedian && t('structure.median.none', { n: FEWEST_PEERS }),
  ].filter((note) => typeof note === 'string');
}
