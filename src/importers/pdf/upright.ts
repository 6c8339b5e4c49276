import type { ContentReader } from './content-reader';
import { upright, type Glyph, type PageContent, type Rule, type Turn } from './geometry';
import type { RawGlyph } from './text-state';

/** Width and height of a page as shown, in points. */
interface Size {
  width: number;
  height: number;
}

/** What was drawn on a page, turned so that most of its text stands upright. */
export function uprightContent(reader: ContentReader, page: number, shown: Size): PageContent {
  const { glyphs: raw, lines, nameless, invisible, paths, largest } = reader;
  const turn = turnOfMost(raw);
  const sideways = turn % 2 === 1;
  const [width, height] = sideways ? [shown.height, shown.width] : [shown.width, shown.height];
  const glyphs: Glyph[] = [];
  for (const each of raw) glyphs.push(uprightGlyph(each, turn, shown));
  const turned = (rules: Rule[], across: boolean) =>
    turn === 0 ? rules : rules.map((rule) => uprightRule(rule, across, turn, shown));
  const [across, down] = [turned(lines.across, true), turned(lines.down, false)];
  return {
    page,
    width,
    height,
    turn,
    characters: glyphs.length,
    glyphs,
    across: sideways ? down : across,
    down: sideways ? across : down,
    nameless,
    invisible,
    picture: largest / (shown.width * shown.height),
    paths,
  };
}

function turnOfMost(glyphs: readonly RawGlyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn]! += 1;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

function uprightGlyph(raw: RawGlyph, pageTurn: Turn, shown: Size): Glyph {
  const { text, size, bold, run, spaced, cut } = raw;
  const turn = ((raw.turn - pageTurn + 4) % 4) as Turn;
  const [x, y] = pageTurn === 0 ? [raw.x, raw.y] : upright(raw.x, raw.y, pageTurn, shown);
  const [endX, endY] =
    pageTurn === 0 ? [raw.endX, raw.endY] : upright(raw.endX, raw.endY, pageTurn, shown);
  // Text that lies on its side takes the room of its height across the page.
  const side = turn === 1 ? size : turn === 3 ? -size : 0;
  const from = side === 0 ? x : x - side * 0.12;
  const to = side === 0 ? endX : x + side * 0.88;
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  const base = turn === 0 ? y : side === 0 ? y + size * 0.76 : (y + endY) / 2 + size * 0.35;
  return { text, left, right, base, size, bold, run, spaced, turn, cut };
}

function uprightRule({ at, from, to }: Rule, across: boolean, turn: Turn, shown: Size): Rule {
  const [x0, y0] = across ? [from, at] : [at, from];
  const [x1, y1] = across ? [to, at] : [at, to];
  const [u0, v0] = upright(x0, y0, turn, shown);
  const [u1, v1] = upright(x1, y1, turn, shown);
  const nowAcross = across === (turn % 2 === 0);
  return nowAcross
    ? { at: v0, from: Math.min(u0, u1), to: Math.max(u0, u1) }
    : { at: u0, from: Math.min(v0, v1), to: Math.max(v0, v1) };
}
