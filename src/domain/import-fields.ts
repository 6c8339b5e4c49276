/** What a column of a free-form table can mean. Placeholder ids until the record below is complete. */
export type ImportFieldId = string;
