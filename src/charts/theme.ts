/** Colours and type of a chart, read from the page's tokens so that charts and page are of one piece. */
export interface ChartTheme {
  ink: string;
  soft: string;
  faint: string;
  line: string;
  rule: string;
  card: string;
  accent: string;
  warn: string;
  /** Colours of organizations by slot. */
  orgs: readonly string[];
  /** Colours of the parts of a whole, in order; `rest` for what is left. */
  parts: readonly string[];
  rest: string;
  /** Ends of a scale of colours, either side of its middle. */
  below: string;
  above: string;
  font: string;
}

const ORG_COLORS = 8;
const PART_COLORS = 9;

/** Makes a theme from anything that gives a token's value by its name. */
export function themeFrom(token: (name: string) => string): ChartTheme {
  const series = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => token(`--${name}-${i}`));
  return {
    ink: token('--ink'),
    soft: token('--soft'),
    faint: token('--faint'),
    line: token('--line'),
    rule: token('--rule'),
    card: token('--card'),
    accent: token('--accent'),
    warn: token('--warn'),
    orgs: series('org', ORG_COLORS),
    parts: series('part', PART_COLORS),
    rest: token('--part-rest'),
    below: token('--scale-below'),
    above: token('--scale-above'),
    // Quoted once: an attribute of an SVG is quoted twice.
    font: token('--font').replaceAll('"', "'"),
  };
}
