import type { Words } from '../rule';

export const NAME_NOTES: Readonly<Record<string, Words>> = {};
