import type { TableWithTexts } from './join-tables';
import { matrixOf } from './matrix';
import type { Found, PrintedUnit } from './reading';
import { findHead } from './table-head';
import { isProse, standsBesideTable, unitOfHeader, unitOfText } from './table-texts';
import { isTableTitle } from './table-titles';

/** Texts above a table in which its unit may stand. */
const NEAR = 6;

/** 单位：万 on one line and 元 on the next. */
const CUT_BEFORE = /位\s*[:：]\s*(?:人民币)?\s*[亿万千]?$/;
const CUT_AFTER = /^[亿万千]?元$/;

/** The unit printed near a table: in the texts above it, the nearest first, or in its header; null where none is. */
export function unitOfTable({ table, titles }: TableWithTexts): Found<PrintedUnit> | null {
  const near = titles.slice(-NEAR).toReversed();
  for (const [i, { text: own, page, sheet }] of near.entries()) {
    const before = near[i + 1]?.text ?? '';
    const text = CUT_BEFORE.test(before) && CUT_AFTER.test(own) ? before + own : own;
    const said =
      standsBesideTable(text) ||
      isTableTitle(text) ||
      text.length <= 40 ||
      /单位\s*[:：]/.test(text);
    const unit = said && !(isProse(text) && text.length > 60) ? unitOfText(text) : null;
    if (unit) {
      const where = { ...(page !== null && { page }), ...(sheet !== null && { sheet }) };
      return { value: unit, evidence: text, where, doubtful: false };
    }
  }
  const matrix = matrixOf(table);
  const head = findHead(matrix);
  for (let row = head.titles; row < head.end; row++)
    for (const { text, where } of matrix.starting(row)) {
      const unit = unitOfHeader(text) ?? (/单位\s*[:：]/.test(text) ? unitOfText(text) : null);
      if (unit) return { value: unit, evidence: text, where, doubtful: false };
    }
  return null;
}
