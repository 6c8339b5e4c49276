import { computed, type ComputedRef } from 'vue';
import type { Query } from '@/db/engine';
import { sqlText } from '@/db/sql';
import { useQuery } from './useQuery';

type Questions = Readonly<Record<string, () => Query<unknown> | null>>;
type Rows<Asked extends Questions> = {
  readonly [Key in keyof Asked]: NonNullable<ReturnType<Asked[Key]>> extends Query<infer Row>
    ? readonly Row[]
    : never;
};

/**
 * What a view makes of the answers to its questions: undefined before the first ones, and while any question runs the
 * former stays whole, so that words and figures always belong together; also while what else it is made of does not yet
 * belong to the answers.
 */
export function useAnswers<const Asked extends Questions, Made>(
  questions: Asked,
  make: (rows: Rows<Asked>) => Made,
  belongs: () => boolean = () => true,
): {
  made: ComputedRef<Made | undefined>;
  sql: ComputedRef<readonly string[]>;
  error: ComputedRef<Error | null>;
} {
  const asked = Object.entries(questions).map(([key, question]) => ({
    key,
    question,
    answer: useQuery(question),
  }));
  const made = computed<Made | undefined>((former) =>
    !belongs() || asked.some(({ answer }) => answer.loading.value || !answer.answered.value)
      ? former
      : make(
          Object.fromEntries(
            asked.map(({ key, answer }) => [key, answer.rows.value]),
          ) as Rows<Asked>,
        ),
  );
  return {
    made,
    sql: computed(() =>
      asked.flatMap(({ question }) => {
        const query = question();
        return query ? [sqlText(query)] : [];
      }),
    ),
    error: computed(() => asked.map(({ answer }) => answer.error.value).find(Boolean) ?? null),
  };
}
