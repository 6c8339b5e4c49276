import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/checks/check-document';
import type { CheckedDocument } from '@/checks/checked-document';
import { noteWords } from '@/checks/notes';
import { TEXT_RULES } from '@/checks/rules/text';
import { ALONE, bundledDocuments } from '../helpers/checked';

const value = (text: string | null): string => text ?? '–';

/** What does not pass, in a line each, with the figure of the text it is about. */
function told(document: CheckedDocument): { lines: string[]; passed: number } {
  const { checks } = checkDocument(document, ALONE, TEXT_RULES);
  const nameOf = (no: number | null | undefined): string =>
    document.statements.find((statement) => statement.no === no)?.id ?? '';
  const lines = checks
    .filter(({ outcome }) => outcome.status !== 'pass')
    .map(({ rule, outcome }) => {
      if (outcome.status === 'unchecked') {
        const about = outcome.cells.find(({ source }) => source === 'statement');
        const codes = outcome.notes.map(({ code }) => code).join(' ');
        return `unchecked ${rule.id}: ${[nameOf(about?.row), codes].filter(Boolean).join(' ')}`;
      }
      const { status, left, right } = outcome;
      const cell = [...left.cells, ...right.cells].find(({ source }) => source === 'statement');
      return `${status} ${rule.id}: ${nameOf(cell?.row)} ${value(left.value)} : ${value(right.value)}`;
    });
  return { lines, passed: checks.length - lines.length };
}

const [jingyu, yanbian] = bundledDocuments().toSorted((a, b) => a.id.localeCompare(b.id));

describe('figures of the text of the bundled budgets', () => {
  it('靖宇', () => {
    expect(jingyu && told(jingyu)).toMatchInlineSnapshot(`
      {
        "lines": [
          "fail text_function: function_amount 2139500.00 : 2431200.00",
          "unchecked text_other_budgets: nothing_to_compare",
          "unchecked text_running_cost: nothing_to_compare",
          "unchecked text_procurement: procurement_total figure_without_table",
          "unchecked text_procurement: procurement_goods figure_without_table",
          "unchecked text_procurement: procurement_works figure_without_table",
          "unchecked text_procurement: procurement_services figure_without_table",
          "fail text_change_share: running_cost_change_share -34.56 : -34.5667",
          "unchecked text_change_parts: nothing_to_compare",
          "unchecked text_change_last_year: no_last_year",
          "rounding text_target_amount: performance_amount 1210700.00 : 1210720.00",
          "unchecked text_posts: nothing_to_compare",
          "fail text_procurement_marks: procurement_total 1182700.00 : 0.00",
          "unchecked text_procurement_covered: nothing_to_compare",
          "unchecked text_stated_twice: nothing_to_compare",
        ],
        "passed": 93,
      }
    `);
  });

  it('延边', () => {
    expect(yanbian && told(yanbian)).toMatchInlineSnapshot(`
      {
        "lines": [
          "unchecked text_other_budgets: nothing_to_compare",
          "unchecked text_running_cost: nothing_to_compare",
          "unchecked text_procurement: procurement_total figure_without_table",
          "unchecked text_procurement: procurement_goods figure_without_table",
          "unchecked text_procurement: procurement_works figure_without_table",
          "unchecked text_procurement: procurement_services figure_without_table",
          "fail text_share: income_general_public_share 86.18 : 100.0000",
          "fail text_share: carryover_general_public_share 13.82 : 100.0000",
          "unchecked text_change_last_year: no_last_year",
          "unchecked text_procurement_covered: procurement_total beyond_tasks beyond_is_project",
          "unchecked text_stated_twice: nothing_to_compare",
        ],
        "passed": 106,
      }
    `);
  });

  it('have words for everything that is said of them', () => {
    const words = bundledDocuments().flatMap((document) =>
      checkDocument(document, ALONE, TEXT_RULES).checks.flatMap(({ outcome }) =>
        outcome.notes.flatMap((note) => [
          noteWords(note, 'zh', (_, id) => id),
          noteWords(note, 'en', (_, id) => id),
        ]),
      ),
    );
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((text) => /^\w+$|\{/.test(text))).toEqual([]);
  });
});
