interface Block {
  /** Indexes of the block's labels, in order. */
  members: number[];
  /** Mean place of the block, each label's own offset taken off. */
  mean: number;
}

/** Merges blocks that would overlap, from the last one backwards: their common place is the mean of their wishes. */
function settle(blocks: Block[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || before.mean <= last.mean) return;
    const size = before.members.length + last.members.length;
    const mean = (before.mean * before.members.length + last.mean * last.members.length) / size;
    blocks.splice(-2, 2, { members: [...before.members, ...last.members], mean });
  }
}

/**
 * Places of labels, at least `gap` apart and as near to where they want to be as that allows (least squares), in the
 * same order, between the two bounds. Where there is no room for all, they go on beyond the upper bound. In CSS pixels.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  [least, greatest]: readonly [number, number],
): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]!);
  const blocks: Block[] = [];
  order.forEach((index, place) => {
    blocks.push({ members: [index], mean: wanted[index]! - place * gap });
    settle(blocks);
  });
  const highest = Math.max(least, greatest - gap * Math.max(0, wanted.length - 1));
  const places: number[] = wanted.map(() => 0);
  let place = 0;
  for (const { members, mean } of blocks) {
    const start = Math.min(Math.max(mean, least), highest);
    for (const index of members) {
      places[index] = start + place * gap;
      place += 1;
    }
  }
  return places;
}
