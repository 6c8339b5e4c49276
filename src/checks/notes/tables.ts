import type { Words } from '../rule';

export const TABLE_NOTES: Readonly<Record<string, Words>> = {};
