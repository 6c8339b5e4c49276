import { groupBy } from '@/domain/group';
import type { CheckedDocument } from '../checked-document';
import { compareAmounts } from '../compare';
import type { Compared, Rule } from '../rule';
import { isAmount, statementTerm, type AmountStatement } from './text-figures';
import { agreesWithTable } from './text-tables';

/** Figures that mean another thing wherever they stand. */
const OF_MANY: ReadonlySet<string> = new Set(['performance_amount', 'fixed_assets']);

const thing = ({ id, subject, basis, comparedYear }: AmountStatement): string =>
  [id, subject, basis, comparedYear].join('\u0000');

/**
 * A figure that the text states several times. Two values are no contradiction where each is what a table prints: the
 * wording then means this year's money once and all of it the other time.
 */
function checkTwice(document: CheckedDocument): Compared[] {
  const stated = document.statements.filter(isAmount).filter(({ id }) => !OF_MANY.has(id));
  return [...groupBy(stated, thing).values()].flatMap(([first, ...others]) =>
    first
      ? others.flatMap((other) => {
          const found = compareAmounts(
            [statementTerm(first, document)],
            [statementTerm(other, document)],
          );
          const bothPrinted =
            found.status === 'fail' &&
            [first, other].every((statement) => agreesWithTable(statement, document));
          return bothPrinted ? [] : [found];
        })
      : [],
  );
}

/** The text against itself. */
export const STATED_RULES: readonly Rule[] = [
  {
    id: 'text_stated_twice',
    family: 'text',
    severity: 'warning',
    name: { zh: '同一个数前后一致', en: 'a figure stated twice is the same' },
    about: {
      zh: '文字里几处写到同一个数（同一名称、口径和比较年份）的，前后应当相同。两个值分别与表格印出的两种口径相符的，不算矛盾。',
      en: 'A figure that the text states in several places (same name, basis and year of comparison) is the same. Two values that are each printed in a table, with and without money carried over, do not contradict.',
    },
    left: { zh: '第一处', en: 'first place' },
    right: { zh: '另一处', en: 'other place' },
    needs: ['statement'],
    check: checkTwice,
  },
];
