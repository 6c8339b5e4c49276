import { describe, expect, it } from 'vitest';
import { QUEUE_STATES } from '@/domain/reading/review-queue';
import { IDENTITY_FIELDS, LOOK_REASONS } from '@/domain/reading/review-summary';
import {
  CLASSIFICATIONS,
  COLUMN_ROLES,
  FUNDS,
  LINE_DOUBTS,
  NATURES,
  PRINTED_UNITS,
  SIDES,
  TABLE_IDS,
  UNREAD_REASONS,
  VINTAGES,
} from '@/domain/vocabulary';
import { data as dataEn } from '@/i18n/en/data';
import { review as reviewEn } from '@/i18n/en/review';
import { source as sourceEn } from '@/i18n/en/source';
import { data } from '@/i18n/zh/data';
import { review } from '@/i18n/zh/review';
import { source } from '@/i18n/zh/source';

describe.each([
  ['zh', review, source, data],
  ['en', reviewEn, sourceEn, dataEn],
])('words of a review in %s', (_language, words, printed, bringing) => {
  it.each<[string, object, readonly string[]]>([
    ['states', words.state, QUEUE_STATES],
    ['reasons to look', words.look, LOOK_REASONS],
    ['doubts', words.doubt, LINE_DOUBTS],
    ['reasons of what was not read', words.unread, UNREAD_REASONS],
    ['roles of columns', words.role, COLUMN_ROLES],
    ['classifications', words.classification, CLASSIFICATIONS],
    ['points of identity', words.field, IDENTITY_FIELDS],
    ['tables', printed.tableName, TABLE_IDS],
    ['funds', printed.fund, FUNDS],
    ['vintages', printed.vintage, VINTAGES],
    ['natures', printed.nature, NATURES],
    ['sides', printed.side, SIDES],
    ['units', bringing.frame.unitName, PRINTED_UNITS],
  ])('name all %s', (_what, named, all) => {
    expect(all.filter((one) => !Object.hasOwn(named, one))).toEqual([]);
    expect(Object.values(named)).not.toContain('');
  });
});
