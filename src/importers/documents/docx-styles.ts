import { readWordXml, type Attributes, type XmlEvents } from './xml-tokens';

/** What a paragraph style says of its paragraphs. */
export interface WordStyle {
  heading: boolean;
  bold: boolean;
  numId: string | null;
  level: number;
}
export type WordStyles = ReadonlyMap<string, WordStyle>;

interface Raw {
  basedOn: string | null;
  heading: boolean | null;
  bold: boolean | null;
  numId: string | null;
  level: number | null;
}

/** Names of styles of headings where no outline level is given. */
const HEADING_NAME = /^(?:heading \d|title|subtitle|标题)/i;
/** Styles that are based on each other in turn. */
const MAX_CHAIN = 20;

/** Paragraph styles of a DOCX file by their identifiers, with what they take from the styles they are based on. */
export function wordStyles(xml: string): WordStyles {
  const reader = new StylesReader();
  readWordXml(xml, reader);
  const { styles } = reader;
  const resolve = <K extends keyof Raw>(id: string, key: K): Raw[K] | null => {
    let style = styles.get(id);
    for (let step = 0; style && step < MAX_CHAIN; step += 1) {
      if (style[key] !== null) return style[key];
      style = styles.get(style.basedOn ?? '');
    }
    return null;
  };
  return new Map(
    [...styles.keys()].map((id) => [
      id,
      {
        heading: resolve(id, 'heading') ?? false,
        bold: resolve(id, 'bold') ?? false,
        numId: resolve(id, 'numId'),
        level: resolve(id, 'level') ?? 0,
      },
    ]),
  );
}

class StylesReader implements XmlEvents {
  readonly styles = new Map<string, Raw>();
  private style: Raw | null = null;

  open(name: string, attributes: Attributes): void {
    const value = attributes.get('val');
    if (name === 'w:style' && attributes.get('type') === 'paragraph') {
      this.style = { basedOn: null, heading: null, bold: null, numId: null, level: null };
      this.styles.set(attributes.get('styleId') ?? '', this.style);
    }
    const { style } = this;
    if (!style) return;
    if (name === 'w:basedOn') style.basedOn = value ?? null;
    else if (name === 'w:name' && HEADING_NAME.test(value ?? '')) style.heading = true;
    else if (name === 'w:outlineLvl') style.heading = Number(value) < 9;
    else if (name === 'w:b') style.bold = !/^(?:0|false|off)$/.test(value ?? '');
    else if (name === 'w:numId') style.numId = value ?? null;
    else if (name === 'w:ilvl') style.level = Number(value) || 0;
  }

  close(name: string): void {
    if (name === 'w:style') this.style = null;
  }

  text(): void {}
}
