import type { Words } from '../rule';

export const DOCUMENT_NOTES: Readonly<Record<string, Words>> = {};
