/** So many lines right above a table may be its titles, of so many characters each. */
const MAX_LINES = 3;
const MAX_LENGTH = 80;

/** Text as it is shown: spaces of the markup fall away; those that do not break are meant and stay. */
export const shownText = (text: string): string =>
  text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .replaceAll(/^[ \n]+|[ \n]+$/g, '')
    .replaceAll('\u00a0', ' ')
    .trimEnd();

/** The last short lines of text that a page has shown; a longer one stands between them and what was before. */
export class LinesAbove {
  private lines: string[] = [];
  private line = '';

  add(text: string): void {
    if (this.line.length <= MAX_LENGTH) this.line = (this.line + text).replace(/^[ \u00a0]+/, '');
  }

  endLine(): void {
    const line = shownText(this.line);
    this.line = '';
    if (line.length > MAX_LENGTH) this.lines = [];
    else if (line !== '') this.lines = [...this.lines, line].slice(-MAX_LINES);
  }

  /** The lines so far; the next table has others. */
  take(): string[] {
    this.endLine();
    const { lines } = this;
    this.lines = [];
    return lines;
  }
}
