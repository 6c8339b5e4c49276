import { beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '@/checks/check-document';
import { checkedDocuments } from '@/checks/checked-document';
import { BETWEEN_RULES } from '@/checks/rules/between';
import { WITHIN_RULES } from '@/checks/rules/within';
import { contextsAmong, corpusRows } from '../helpers/checked';
import { failingPlaces } from '../helpers/small-document';
import { hasCorpus } from './read-corpus';
import { TABLE_FAULTS } from './table-faults';

describe.skipIf(!hasCorpus)('tables of published documents (needs ../shared/corpus)', () => {
  const faults = new Map<string, string[]>();
  const passed = new Map<string, number>();

  beforeAll(async () => {
    const documents = checkedDocuments(await corpusRows('published'));
    const contexts = contextsAmong(documents);
    for (const document of documents) {
      const rules = [...WITHIN_RULES, ...BETWEEN_RULES];
      const { checks } = checkDocument(document, contexts(document), rules);
      const found = failingPlaces(checks);
      if (found.length > 0) faults.set(document.id, found);
      for (const { rule, outcome } of checks)
        if (outcome.status === 'pass') passed.set(rule.id, (passed.get(rule.id) ?? 0) + 1);
    }
  }, 240_000);

  it('differ only where the publisher’s own figures do', () => {
    expect(Object.fromEntries(faults)).toEqual(TABLE_FAULTS);
  });

  it('are compared at every row and column', () => {
    expect(passed.get('parts_add_up')).toBeGreaterThan(2000);
    expect(passed.get('appropriated_within_expenditure')).toBeGreaterThan(1500);
    expect(passed.get('total_is_basic_and_project')).toBeGreaterThan(1400);
    expect(passed.get('income_is_balance')).toBeGreaterThan(120);
    expect(passed.get('basic_is_general_public')).toBeGreaterThan(40);
    expect(passed.get('projects_are_expenditure')).toBeGreaterThan(5);
  });
});
