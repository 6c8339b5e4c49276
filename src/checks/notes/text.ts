import type { Words } from '../rule';

export const TEXT_NOTES: Readonly<Record<string, Words>> = {};
