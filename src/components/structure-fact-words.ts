import type { Format } from '@/domain/format';
import type { PartName } from '@/domain/structure';
import type { Fact } from '@/domain/structure-facts';
import type { Translate } from '@/domain/translate';

/** What facts of a structure are said with. */
export interface FactWords {
  t: Translate;
  format: Format;
  nameOf: (part: PartName) => string;
  /** Short name of a budget. */
  labelOf: (doc: string) => string;
}

/** A fact of the structure as plain text. */
export function factText(fact: Fact, { t, format, nameOf, labelOf }: FactWords): string {
  const share = ({ cell }: { cell: { share: number } }): string => format.ratio(cell.share);
  const joined = (items: readonly string[]): string => items.join(t('structure.fact.comma'));
  switch (fact.kind) {
    case 'same_largest':
      return t('structure.fact.same_largest', {
        all: t(`structure.fact.${fact.cells.length > 1 ? 'all' : 'one'}`),
        part: nameOf(fact.part),
        items: joined(
          fact.cells.map((one) =>
            t('structure.fact.largestShare', { name: labelOf(one.doc), share: share(one) }),
          ),
        ),
      });
    case 'own_largest':
      return t('structure.fact.own_largest', {
        items: joined(
          fact.items.map((one) =>
            t('structure.fact.ownItem', {
              name: labelOf(one.doc),
              part: nameOf(one.part),
              share: share(one),
            }),
          ),
        ),
      });
    case 'often_largest':
      return t('structure.fact.often_largest', {
        of: fact.of,
        count: fact.count,
        part: nameOf(fact.part),
        low: share(fact.low),
        lowName: labelOf(fact.low.doc),
        high: share(fact.high),
        highName: labelOf(fact.high.doc),
      });
    default:
      return t(`structure.fact.${fact.kind}`, {
        part: nameOf(fact.part),
        higher: share(fact.higher),
        higherName: labelOf(fact.higher.doc),
        lower: share(fact.lower),
        lowerName: labelOf(fact.lower.doc),
        points: format.points(fact.difference),
      });
  }
}
