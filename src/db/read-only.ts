const OPENING = /^(select|with|from|values|table|describe|show|summarize|explain|pivot|unpivot)\b/i;
const QUOTED_OR_COMMENT =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$[a-z_]*\$)[\s\S]*?\1/gi;

/**
 * A user's statement, checked to be one question. Writing is ruled out by the read-only transaction it runs in;
 * this check gives the clear message, and keeps out what a transaction does not see (PRAGMA, SET, ATTACH).
 * @throws Error saying what was found, if the text is empty, holds several statements or is not a question.
 */
export function requireQuestion(sql: string): string {
  const bare = sql.replace(QUOTED_OR_COMMENT, ' ').trim().replace(/;\s*$/, '').trim();
  if (!bare) throw new Error('The statement is empty.');
  if (bare.includes(';')) throw new Error('Only one statement at a time is allowed.');
  const first = bare.replace(/^\(+\s*/, '');
  if (!OPENING.test(first)) {
    const word = first.split(/\s/, 1)[0] ?? '';
    throw new Error(`Only questions are allowed (SELECT, WITH, FROM …), found ${word}.`);
  }
  return sql.trim().replace(/;\s*$/, '');
}
