/** Rows of a page of a table twin. */
export const TABLE_PAGE = 50;
