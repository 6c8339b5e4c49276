import { shallowRef } from 'vue';
import {
  DuplicateDocumentsError,
  type DuplicateChoice,
  type DuplicateDocument,
} from '@/domain/duplicates';

/** The question what to do with documents that are loaded already. */
export function createDuplicateQuestion() {
  const duplicates = shallowRef<readonly DuplicateDocument[] | null>(null);
  let settle: (choice: DuplicateChoice | null) => void = () => undefined;

  /**
   * Loads, and asks the user where documents are loaded already; gives what the user chose as well.
   * Rejects with an AbortError when the user gives up.
   */
  async function asking<T>(
    load: (choice: DuplicateChoice | 'ask') => Promise<T>,
  ): Promise<{ result: T; choice: DuplicateChoice }> {
    try {
      return { result: await load('ask'), choice: 'skip' };
    } catch (error) {
      if (!(error instanceof DuplicateDocumentsError)) throw error;
      const choice = await new Promise<DuplicateChoice | null>((resolve) => {
        settle = resolve;
        duplicates.value = error.documents;
      });
      duplicates.value = null;
      if (choice === null) throw new DOMException('Given up by the user', 'AbortError');
      return { result: await load(choice), choice };
    }
  }

  return { duplicates, asking, answer: (choice: DuplicateChoice | null) => settle(choice) };
}
