/** A rectangle in CSS pixels. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Worst ratio of sides in a row of areas laid along a side; 1 is square. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((total, area) => total + area, 0);
  const depth = sum / side;
  return Math.max(...row.map((area) => Math.max(depth / (area / depth), area / depth / depth)));
}

/** The longest row from the front that still gets squarer, or at least the first area. */
function rowOf(areas: readonly number[], side: number): number[] {
  let row = areas.slice(0, 1);
  for (let count = 2; count <= areas.length; count += 1) {
    const longer = areas.slice(0, count);
    if (worst(longer, side) > worst(row, side)) return row;
    row = longer;
  }
  return row;
}

/**
 * Divides a rectangle into one for each value, areas in proportion, as square as can be (Bruls, Huizing and van Wijk).
 * Values are above zero and come largest first.
 */
export function squarify(values: readonly number[], box: Rect): Rect[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const scale = total > 0 ? (box.width * box.height) / total : 0;
  const areas = values.map((value) => value * scale);
  const rects: Rect[] = [];
  let left = { ...box };
  while (rects.length < areas.length) {
    const upright = left.width >= left.height;
    const side = Math.max(upright ? left.height : left.width, 1e-9);
    const row = rowOf(areas.slice(rects.length), side);
    const depth = row.reduce((sum, area) => sum + area, 0) / side;
    let at = 0;
    for (const area of row) {
      const length = depth > 0 ? area / depth : 0;
      rects.push(
        upright
          ? { x: left.x, y: left.y + at, width: depth, height: length }
          : { x: left.x + at, y: left.y, width: length, height: depth },
      );
      at += length;
    }
    left = upright
      ? { ...left, x: left.x + depth, width: Math.max(0, left.width - depth) }
      : { ...left, y: left.y + depth, height: Math.max(0, left.height - depth) };
  }
  return rects;
}
