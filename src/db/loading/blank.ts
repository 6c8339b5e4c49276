import { PLAIN_FOLDS } from '@/domain/import-characters';
import { quoteLiteral } from '../sql';

/** Characters that a text may begin or end with without saying anything. */
export const BLANKS = quoteLiteral(
  [' ', ...PLAIN_FOLDS.filter(([, to]) => to === ' ' || to === '').map(([from]) => from)].join(''),
);

/** How most texts begin; those that do need not be looked at further. */
const SOMETHING = "'^[!-~\\p{Han}]'";

/** Whether nothing but blanks stands in these texts (expressions), all in all. */
export function blankSql(texts: readonly string[]): string {
  if (texts.length === 0) return 'true';
  const first = texts.length > 1 ? `COALESCE(${texts.join(', ')})` : texts[0];
  return `CASE WHEN ${first} IS NOT NULL AND regexp_matches(${first}, ${SOMETHING}) THEN false
    ELSE ${first} IS NULL OR (trim(${first}, ${BLANKS}) = ''
      AND trim(concat(${texts.join(', ')}), ${BLANKS}) = '') END`;
}
