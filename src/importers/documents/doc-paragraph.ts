import { view, type DocFile } from './doc-file';
import type { Run } from './doc-pages';
import { rowShape, type RowShape } from './doc-rows';
import { numberOf, SPRMS, sprmsOf, type Sprm } from './doc-sprms';

export interface ParagraphProperties {
  /** Tables that it stands in; 0 outside of any. */
  depth: number;
  /** It is the mark that ends a row; then `shape` says how the row is divided. */
  rowEnd: boolean;
  shape: RowShape | null;
  /** It ends a cell of a table in a table. */
  innerCellEnd: boolean;
  heading: boolean;
  centred: boolean;
  /** The list it is numbered by. */
  list: string | null;
  level: number;
}

/** Styles 1 to 9 are those of headings in every document. */
const HEADING_STYLES = 9;
const OUTLINE_LEVELS = 9;
const MAX_DEPTH = 50;

/** What the properties of a paragraph say that matters here. */
export function paragraphProperties(run: Run | null, file: DocFile): ParagraphProperties {
  const sprms = run ? withLongLists(sprmsOf(run.properties), file) : [];
  const value = (code: number): number | null => {
    const sprm = sprms.findLast((each) => each.code === code);
    return sprm ? numberOf(sprm) : null;
  };
  const isSet = (code: number) => value(code) === 1;
  const inTable = isSet(SPRMS.inTable) || isSet(SPRMS.rowEnd);
  const depth = Math.max(value(SPRMS.depth) ?? 0, inTable ? 1 : 0);
  const rowEnd = depth > 1 ? isSet(SPRMS.innerRowEnd) : isSet(SPRMS.rowEnd);
  const outline = value(SPRMS.outlineLevel);
  const list = value(SPRMS.list);
  const style = run?.style ?? 0;
  return {
    depth: Math.min(depth, MAX_DEPTH),
    rowEnd,
    shape: rowEnd ? rowShape(sprms) : null,
    innerCellEnd: isSet(SPRMS.innerCellEnd),
    heading: outline === null ? style >= 1 && style <= HEADING_STYLES : outline < OUTLINE_LEVELS,
    centred: isSet(SPRMS.centred) || isSet(SPRMS.centredOld),
    list: list === null || list <= 0 ? null : String(list),
    level: value(SPRMS.listLevel) ?? 0,
  };
}

/** Lists of properties too long for their page stand in another stream. */
function withLongLists(sprms: readonly Sprm[], { data }: DocFile): Sprm[] {
  return sprms.flatMap((sprm) => {
    if (sprm.code !== SPRMS.elsewhere && sprm.code !== SPRMS.tableElsewhere) return [sprm];
    const at = sprm.operand.getUint32(0, true);
    if (at + 2 > data.byteLength) return [];
    const size = Math.min(data.getUint16(at, true), data.byteLength - at - 2);
    return sprmsOf(view(data, at + 2, size));
  });
}
