import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineTerm } from '../compare';
import type { EquationOf } from '@/domain/reading/reading';
import type { Outcome, Rule, Words } from '../rule';

type Kind = EquationOf<CheckedLine>['kind'];

function equations(kind: Kind, { tables }: CheckedDocument): Outcome[] {
  const of = (table: CheckedTable): Outcome[] =>
    table.equations
      .filter((equation) => equation.kind === kind)
      .map(({ left, parts }) =>
        compareAmounts(
          [lineTerm(left, table)],
          parts.map((part) => lineTerm(part, table)),
        ),
      );
  return [...tables.values()].flatMap(of);
}

const sum = (id: string, kind: Kind, name: Words, about: Words, right: Words): Rule => ({
  id,
  family: 'within',
  severity: 'error',
  name,
  about,
  left: { zh: '合计', en: 'the sum' },
  right,
  needs: [],
  check: (document) => equations(kind, document),
});

/** Sums that a table keeps by itself, at every row and column. */
export const WITHIN_RULES: readonly Rule[] = [
  sum(
    'parts_add_up',
    'children',
    { zh: '上级 = 下级之和', en: 'whole = sum of its parts' },
    {
      zh: '每一行的金额等于其下级各行之和，逐列核对；空白按没有计，取整误差在（项数+1）个半单位以内。',
      en: 'The amount of a row equals the sum of the rows below it, column by column; a blank counts as nothing, each amount may be rounded by half its last printed decimal.',
    },
    { zh: '下级各行之和', en: 'sum of its parts' },
  ),
];
