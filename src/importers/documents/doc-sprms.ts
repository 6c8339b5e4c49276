import { view } from './doc-file';

/** A single property modifier (MS-DOC 2.6): what it sets, and its operand. */
export interface Sprm {
  code: number;
  operand: DataView;
}

export const SPRMS = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  depthMore: 0x664a,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  outlineLevel: 0x2640,
  centred: 0x2461,
  centredOld: 0x2403,
  list: 0x460b,
  listLevel: 0x260a,
  elsewhere: 0x6646,
  tableElsewhere: 0x646b,
  rowDefinition: 0xd608,
  rowInsert: 0x7621,
  rowDelete: 0x5622,
  rowWidth: 0x7623,
  rowMerge: 0x5624,
  rowSplit: 0x5625,
  rowVertical: 0xd62b,
  deleted: 0x0800,
  hidden: 0x083c,
  bold: 0x0835,
  symbol: 0x6a09,
} as const;

/** Tabs: a length of 255 means that the operand says its own. */
const TABS = 0xc615;
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** The modifiers of a list; a list that is cut off ends where it is. */
export function sprmsOf(list: DataView): Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 2 <= list.byteLength) {
    const code = list.getUint16(at, true);
    at += 2;
    const [skip, size] = sizeOf(code, list, at);
    if (at + skip + size > list.byteLength) break;
    sprms.push({ code, operand: view(list, at + skip, size) });
    at += skip + size;
  }
  return sprms;
}

/** Bytes before the operand and of the operand. */
function sizeOf(code: number, list: DataView, at: number): [skip: number, size: number] {
  const fixed = SIZES[code >> 13]!;
  if (fixed > 0) return [0, fixed];
  if (code === SPRMS.rowDefinition) {
    return at + 2 <= list.byteLength
      ? [2, Math.max(list.getUint16(at, true) - 1, 0)]
      : [0, Infinity];
  }
  if (at >= list.byteLength) return [0, Infinity];
  const length = list.getUint8(at);
  if (code === TABS && length === 255) return tabsSize(list, at + 1);
  return [1, length];
}

function tabsSize(list: DataView, at: number): [skip: number, size: number] {
  if (at >= list.byteLength) return [0, Infinity];
  const deleted = list.getUint8(at);
  const addedAt = at + 1 + deleted * 4;
  if (addedAt >= list.byteLength) return [0, Infinity];
  return [1, 2 + deleted * 4 + list.getUint8(addedAt) * 3];
}

export const numberOf = ({ operand }: Sprm): number => {
  switch (operand.byteLength) {
    case 1:
      return operand.getUint8(0);
    case 2:
      return operand.getInt16(0, true);
    case 4:
      return operand.getInt32(0, true);
    default:
      return 0;
  }
};
