/** Stands before every name and title of synthetic data. */
export const SYNTHETIC = '【合成】';

/** Stands in every identifier behind the place's code, so that each row of each table says that it is synthetic. */
export const SYNTHETIC_ID = 'synthetic';

/** Told in notes and sources. */
export const SYNTHETIC_NOTE = '合成数据 synthetic data';

/** What the identifier of a document that was made up has in it, once a dash stands before it. */
export const SYNTHETIC_PART = `-${SYNTHETIC_ID}-`;

/** A document that was made up, not published. */
export const isSynthetic = ({ doc_id }: { doc_id: string }): boolean =>
  `-${doc_id}`.includes(SYNTHETIC_PART);

/** A name as it would be printed: without what marks it as synthetic. */
export const plainName = (name: string): string => name.replace(SYNTHETIC, '');
