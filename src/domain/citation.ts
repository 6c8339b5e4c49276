/** Something to be cited: a dataset, or a published document it was made from. */
export interface Cited {
  /** Identifier; what is left of it in ASCII names the BibTeX entry. */
  id: string;
  title: string;
  /** Organizations that published it. */
  authors: readonly string[];
  year: number | null;
  /** ISO date of publication or of the last change. */
  date: string | null;
  version: string | null;
  /** Name of its file, or address. */
  place: string | null;
  /** In hexadecimal. */
  sha256: string | null;
}

/** Authors that are named one by one; GB/T 7714 names three. */
const NAMED = 3;

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  // BibTeX counts braces even where a backslash stands before them.
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ...['$', '&', '#', '%', '_'].map((one) => [one, `\\${one}`] as const),
]);

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** A text as BibTeX prints it: one line, every character that TeX would act on escaped. */
export const bibtexText = (text: string): string =>
  oneLine(text).replace(/[\\{}~^$&#%_]/g, (one) => SPECIAL.get(one) ?? one);

/** Keys are of letters, digits and hyphens. */
const bibtexKey = (id: string): string =>
  id
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'dataset';

function entry(key: string, cited: Cited): string {
  const { title, authors, year, date, version, place, sha256 } = cited;
  const names = authors.slice(0, NAMED).map((name) => `{${bibtexText(name)}}`);
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', `{${bibtexText(title)}}`],
    [
      'author',
      names.length > 0
        ? [...names, ...(authors.length > NAMED ? ['others'] : [])].join(' and ')
        : null,
    ],
    ['year', year === null ? null : String(year)],
    ['date', date],
    ['version', version === null ? null : bibtexText(version)],
    ['howpublished', place === null ? null : bibtexText(place)],
    ['note', sha256 === null ? null : `SHA-256 ${sha256}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}},`],
  );
  return [`@misc{${key},`, ...lines, '}', ''].join('\n');
}

/**
 * A BibTeX file with an entry each, in fields that older styles know too. An organization is one name, whatever it
 * contains; keys differ.
 */
export function bibtex(cited: readonly Cited[]): string {
  const taken = new Set<string>();
  const keyOf = ({ id }: Cited): string => {
    const plain = bibtexKey(id);
    let key = plain;
    for (let time = 2; taken.has(key); time += 1) key = `${plain}-${time}`;
    taken.add(key);
    return key;
  };
  return cited.map((one) => entry(keyOf(one), one)).join('\n');
}

/** Whoever is responsible, as GB/T 7714 lists them: three, then 等. */
const responsible = (authors: readonly string[]): string =>
  [...authors.slice(0, NAMED).map(oneLine), ...(authors.length > NAMED ? ['等'] : [])].join(', ');

/**
 * An entry of a bibliography after GB/T 7714: who. title: version[type]. (date)[cited]. place. `DS/OL` is a dataset
 * that is handed on electronically, `EB/OL` a document so published. `cited` is an ISO date.
 */
export function gbt7714(
  { title, authors, date, version, place, sha256 }: Cited,
  type: 'DS/OL' | 'EB/OL',
  cited: string,
): string {
  const named = version === null ? oneLine(title) : `${oneLine(title)}: ${oneLine(version)}`;
  const hash = sha256 === null ? '' : `SHA-256: ${sha256}`;
  const parts = [
    ...(authors.length > 0 ? [responsible(authors)] : []),
    `${named}[${type}]`,
    `${date === null ? '' : `(${date})`}[${cited}]`,
    ...[place === null ? '' : oneLine(place), hash].filter(Boolean),
  ];
  return `${parts.join('. ')}.`;
}
