import type { Query } from '@/db/engine';

/** How many documents are loaded, and how many amounts they print. */
export const loadedCounts = (): Query<{ documents: number; amounts: number }> => ({
  sql: `SELECT (SELECT COUNT(*) FROM document) AS documents,
    (SELECT COUNT(*) FROM line WHERE state = 'number' OR state = 'zero') AS amounts`,
});
