import { beforeAll, describe, expect, it } from 'vitest';
import { checkDocument, type Check } from '@/checks/check-document';
import { checkedDocuments, type CheckedDocument } from '@/checks/checked-document';
import { TEXT_RULES } from '@/checks/rules/text';
import { contextsAmong, corpusRows } from '../helpers/checked';
import { hasCorpus } from './read-corpus';
import { TEXT_FAULTS } from './text-faults';

/** Failing checks of the text: rule, what is printed first, and the two sides. */
function faultsOf(document: CheckedDocument, checks: readonly Check[]): string[] {
  return checks.flatMap(({ rule, outcome }) => {
    if (outcome.status !== 'fail') return [];
    const { left, right } = outcome;
    const printed = [...left.cells, ...right.cells]
      .filter(({ source }) => source === 'statement')
      .map(({ row }) => document.statements.find(({ no }) => no === row)?.printed);
    return [`${rule.id} ${printed[0]}: ${left.value} : ${right.value}`];
  });
}

describe.skipIf(!hasCorpus)('texts of published documents (needs ../shared/corpus)', () => {
  const faults = new Map<string, string[]>();
  let passed = 0;

  beforeAll(async () => {
    const documents = checkedDocuments(await corpusRows('published'));
    const contexts = contextsAmong(documents);
    for (const document of documents) {
      const { checks } = checkDocument(document, contexts(document), TEXT_RULES);
      const found = faultsOf(document, checks);
      if (found.length > 0) faults.set(document.id, found);
      passed += checks.filter(({ outcome }) => outcome.status === 'pass').length;
    }
  }, 240_000);

  it('differ only where the publisher’s own figures do', () => {
    expect(Object.fromEntries(faults)).toEqual(TEXT_FAULTS);
  });

  it('are compared figure by figure', () => {
    expect(passed).toBeGreaterThan(2000);
  });
});
