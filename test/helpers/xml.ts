/** An element of an XML text: its name, attributes, and the text right within it. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
}

const TOKEN =
  /<\?[^?]*\?>|<(?<close>\/?)(?<name>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plain(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text))
    throw new Error(`an entity that is none: ${text.slice(0, 80)}`);
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** Reads XML strictly, elements in the order they open; throws where it is not well formed. */
export function xmlElements(xml: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  let at = 0;
  for (const { groups = {}, index, 0: token } of xml.matchAll(TOKEN)) {
    if (index !== at) break;
    at += token.length;
    const { close, name, attributes = '', empty, text } = groups;
    if (text !== undefined) {
      const last = open.at(-1);
      if (last) last.text += plain(text);
      else if (text.trim() !== '') throw new Error(`text outside of elements: ${text}`);
    } else if (name !== undefined && close) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`${last?.name} is closed as ${name}`);
    } else if (name !== undefined) {
      const entries = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
      const element = {
        name,
        attributes: Object.fromEntries(
          entries.map(([, key = '', value = '']) => [key, plain(value)]),
        ),
        text: '',
      };
      found.push(element);
      if (!empty) open.push(element);
    }
  }
  if (at < xml.length) throw new Error(`not well formed: ${xml.slice(at, at + 80)}`);
  if (open.length > 0) throw new Error(`never closed: ${open.at(-1)?.name}`);
  return found;
}
