import type { ContentReader } from './content-reader';
import type { Matrix } from './geometry';
import type { PdfJs } from './open-pdf';
import { moveText, setMatrix, type ShownGlyph, type TextState } from './text-state';

export type Operation = (reader: ContentReader, args: readonly unknown[]) => void;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const text =
  (change: (state: TextState, args: readonly unknown[]) => void): Operation =>
  ({ state }, args) =>
    change(state.text, args);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const setFont = (reader: ContentReader, name: unknown, size: unknown): void => {
  reader.state.text.font = reader.fonts.get(String(name)) ?? null;
  reader.state.text.size = number(size);
};

/** What each of pdf.js's operations does to the state, by its number. */
export function operationsOf({ OPS }: PdfJs): (Operation | undefined)[] {
  const table: (Operation | undefined)[] = [];
  const on = (codes: readonly number[], operation: Operation) => {
    for (const code of codes) table[code] = operation;
  };
  on([OPS.save], (reader) => reader.save());
  on([OPS.restore], (reader) => reader.restore());
  on([OPS.transform], (reader, args) => reader.transform(args as unknown as Matrix));
  on([OPS.paintFormXObjectBegin], (reader, [matrix, box]) => {
    reader.save();
    if (matrix) reader.transform(matrix as Matrix);
    if (box) reader.clip(box as [number, number, number, number]);
  });
  on([OPS.clip, OPS.eoClip], (reader) => reader.clipNext());
  on([OPS.paintFormXObjectEnd], (reader) => reader.restore());
  on(
    [OPS.beginText],
    text((state) => setMatrix(state, IDENTITY)),
  );
  on(
    [OPS.setTextMatrix],
    text((state, [matrix]) => setMatrix(state, matrix as Matrix)),
  );
  on(
    [OPS.moveText],
    text((state, [x, y]) => moveText(state, number(x), number(y))),
  );
  on(
    [OPS.setLeadingMoveText],
    text((state, [x, y]) => {
      state.leading = number(y);
      moveText(state, number(x), number(y));
    }),
  );
  on(
    [OPS.nextLine],
    text((state) => moveText(state, 0, state.leading)),
  );
  on(
    [OPS.setLeading],
    text((state, [leading]) => (state.leading = -number(leading))),
  );
  on(
    [OPS.setCharSpacing],
    text((state, [spacing]) => (state.charSpacing = number(spacing))),
  );
  on(
    [OPS.setWordSpacing],
    text((state, [spacing]) => (state.wordSpacing = number(spacing))),
  );
  on(
    [OPS.setHScale],
    text((state, [scale]) => (state.scale = number(scale) / 100)),
  );
  on(
    [OPS.setTextRise],
    text((state, [rise]) => (state.rise = number(rise))),
  );
  on(
    [OPS.setTextRenderingMode],
    text((state, [mode]) => (state.mode = number(mode))),
  );
  on([OPS.setFont], (reader, [name, size]) => setFont(reader, name, size));
  on([OPS.setGState], (reader, [entries]) => {
    for (const [key, value] of entries as [string, unknown][])
      if (key === 'Font' && Array.isArray(value)) setFont(reader, value[0], value[1]);
  });
  on([OPS.showText], (reader, [shown]) => reader.show(shown as (ShownGlyph | number)[]));
  on([OPS.setFillRGBColor], (reader, [color]) => (reader.state.fill = String(color)));
  on([OPS.setFillTransparent], (reader) => (reader.state.fill = 'transparent'));
  on([OPS.setFillColorN], (reader) => (reader.state.fill = '#808080'));
  on([OPS.setStrokeRGBColor], (reader, [color]) => (reader.state.stroke = String(color)));
  on([OPS.setStrokeTransparent], (reader) => (reader.state.stroke = 'transparent'));
  on([OPS.setStrokeColorN], (reader) => (reader.state.stroke = '#808080'));
  on([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject], (reader) =>
    reader.picture(),
  );
  on([OPS.paintSolidColorImageMask], (reader) => reader.picture());
  const stroked = new Set<number>([OPS.stroke, OPS.closeStroke]);
  const filled = new Set<number>([OPS.fill, OPS.eoFill]);
  const both = new Set<number>([
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  on([OPS.constructPath], (reader, [operator, data, box]) => {
    const path = (data as (ArrayLike<number> | null)[])[0];
    const code = operator as number;
    if (path && (stroked.has(code) || filled.has(code) || both.has(code)))
      reader.path(!filled.has(code), !stroked.has(code), path);
    reader.endPath(box as ArrayLike<number> | null);
  });
  return table;
}
