import type { EChartsOption } from 'echarts';
import type { FigureSheet, FigureText } from '@/domain/exported-figure';
import { FONT_SIZE, fitLabel, proseLines, textWidth } from './drawing';
import { chartSvg } from './picture';
import type { ChartTheme } from './theme';

/** One drawing of a figure, sizes in CSS pixels. */
export interface FigurePanel {
  heading?: string;
  option: EChartsOption;
  width: number;
  height: number;
}

/** What a figure draws at a width: one drawing or several, in rows of `columns`. */
export interface FigureBody {
  columns?: number;
  panels: readonly FigurePanel[];
  /** What the colours stand for, where the drawings do not say it themselves. */
  legend?: readonly { label: string; color: string; outlined?: boolean }[];
  /** Sentences above the drawings. */
  says?: readonly string[];
  /** What the signs beside figures stand for. */
  footnotes?: readonly string[];
}

/** A legend of organizations in their colours. */
export const legendOf = (
  organizations: readonly { label: string; slot: number }[],
  { orgs, ink }: ChartTheme,
): NonNullable<FigureBody['legend']> =>
  organizations.map(({ label, slot }) => ({ label, color: orgs[slot] ?? ink }));

/** Draws a figure anew at a width in CSS pixels. */
export type DrawFigure = (width: number) => FigureBody;

/** A figure on the screen that can leave the app; what it holds is made when it is asked for. */
export interface LeavingFigure {
  text(): FigureText;
  /** How its picture is drawn, which is null where there is nothing to draw now; null for a table. */
  draw: (() => Promise<DrawFigure | null>) | null;
  /** Its tables with all rows; null where it has none. */
  sheets: (() => Promise<readonly FigureSheet[]>) | null;
}

/** A picture as the text of an SVG, its size in CSS pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** What is written around a drawing in its picture. */
export interface PictureText extends FigureText {
  /** Day, product and version. */
  made: string;
}

/** Width of a picture in CSS pixels: that of a slide, or of a page at twice its size. */
export const PICTURE_WIDTH = 960;
const PADDING = 28;
const GAP = 24;
const DOT = 9;

interface TextStyle {
  size: number;
  color: string;
  bold?: boolean;
}

/** Characters that no XML may hold. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Parts of a picture from its top downwards. */
class Sheet {
  y = PADDING;
  readonly parts: string[] = [];

  constructor(
    readonly width: number,
    readonly theme: ChartTheme,
  ) {}

  /** A text in as many lines as it needs. */
  text(text: string, style: TextStyle, x = PADDING, width = this.width - 2 * PADDING): void {
    if (text === '') return;
    for (const line of proseLines(text, width, style.size)) {
      this.y += Math.round(style.size * 1.45);
      this.line(line, style, x, this.y - Math.round(style.size * 0.35));
    }
  }

  /** One line at a place, its baseline at `y`. */
  line(text: string, { size, color, bold }: TextStyle, x: number, y: number): void {
    const weight = bold ? ' font-weight="600"' : '';
    this.parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" fill="${escaped(color)}"${weight}>${escaped(text)}</text>`,
    );
  }

  space(height: number): void {
    this.y += height;
  }
}

function addLegend(sheet: Sheet, legend: NonNullable<FigureBody['legend']>): void {
  const style = { size: FONT_SIZE, color: sheet.theme.ink };
  let x = PADDING;
  const line = Math.round(FONT_SIZE * 1.6);
  sheet.space(line);
  for (const { label, color, outlined } of legend) {
    const [shown = ''] = fitLabel(label, sheet.width - 2 * PADDING - 2 * DOT, 1);
    const width = DOT + 5 + textWidth(shown);
    if (x > PADDING && x + width > sheet.width - PADDING) {
      x = PADDING;
      sheet.space(line);
    }
    const fill = outlined ? 'none' : escaped(color);
    const stroke = outlined ? ` stroke="${escaped(sheet.theme.soft)}"` : '';
    sheet.parts.push(
      `<rect x="${x}" y="${sheet.y - 4 - DOT}" width="${DOT}" height="${DOT}" rx="2" fill="${fill}"${stroke}/>`,
    );
    sheet.line(shown, style, x + DOT + 5, sheet.y - 4);
    x += width + 18;
  }
  sheet.space(6);
}

/** A drawing without what answers the pointer. */
const still = (svg: string): string =>
  svg.replace(/<style[\s\S]*?<\/style>/g, '').replace(/ class="[^"]*"/g, '');

/** The drawings row by row; each row is as high as the highest in it. */
function addPanels(sheet: Sheet, { panels, columns = 1 }: FigureBody): void {
  const inner = sheet.width - 2 * PADDING;
  const step = (inner + GAP) / columns;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    const heading = row.some((panel) => panel.heading) ? 24 : 0;
    for (const [i, panel] of row.entries()) {
      const x = Math.round(PADDING + i * step);
      if (panel.heading) {
        const style = { size: FONT_SIZE, color: sheet.theme.soft, bold: true };
        sheet.line(fitLabel(panel.heading, step - GAP, 1)[0] ?? '', style, x, sheet.y + 15);
      }
      const { option, width, height } = panel;
      const drawn = still(chartSvg(option, { width, height }));
      sheet.parts.push(drawn.replace('<svg ', `<svg x="${x}" y="${sheet.y + heading}" `));
    }
    sheet.space(heading + Math.max(...row.map(({ height }) => height)) + 8);
  }
}

/**
 * A figure as a picture that stands alone: its words, its drawings at the picture's width, and where it comes from.
 * Texts are escaped, nothing is fetched.
 */
export function figurePicture(text: PictureText, draw: DrawFigure, theme: ChartTheme): Picture {
  const body = draw(PICTURE_WIDTH - 2 * PADDING);
  const widest = Math.max(0, ...body.panels.map(({ width }) => width)) + 2 * PADDING;
  const width = body.columns && body.columns > 1 ? PICTURE_WIDTH : Math.max(PICTURE_WIDTH, widest);
  const sheet = new Sheet(width, theme);
  const small = { size: 12.5, color: theme.soft };
  sheet.text(text.title, { size: 20, color: theme.ink, bold: true });
  sheet.text(text.subtitle, small);
  sheet.text(text.unit, small);
  for (const warning of text.warnings)
    sheet.text(`⚠ ${warning}`, { size: 12.5, color: theme.warn });
  sheet.space(6);
  for (const line of body.says ?? []) sheet.text(line, { size: 14, color: theme.ink });
  if (body.legend && body.legend.length > 0) addLegend(sheet, body.legend);
  sheet.space(8);
  addPanels(sheet, body);
  for (const note of [...(body.footnotes ?? []), ...text.notes]) sheet.text(note, small);
  sheet.space(8);
  sheet.text(text.source, { size: 12, color: theme.faint });
  sheet.text(text.made, { size: 12, color: theme.faint });
  const height = Math.ceil(sheet.y + PADDING / 2);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(theme.font)}">`,
    `<title>${escaped(text.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${escaped(theme.card)}"/>`,
    ...sheet.parts,
    '</svg>',
  ].join('\n');
  return { svg: svg.replace(UNPRINTABLE, ''), width, height };
}
