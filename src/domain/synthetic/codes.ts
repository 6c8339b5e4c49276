import { groupBy } from '@/domain/group';

/** A row of the table `classification`, as far as it is looked at. */
export interface CodeRow {
  kind: string;
  code: string;
  name: string;
  parent_code: string | null;
  superseded: boolean;
}

/** The budget classification as synthetic documents use it. */
export interface Codes {
  /** Name of a functional or economic code. @throws RangeError if there is none. */
  nameOf(kind: 'function' | 'economic', code: string): string;
  /** 项 of a 款 in the order of their codes; none where the classification stops at the 款. */
  itemsOf(work: string): readonly string[];
}

/** Codes that are in use. */
export function codesOf(rows: readonly CodeRow[]): Codes {
  const used = rows.filter(({ superseded }) => !superseded);
  const names = new Map(used.map(({ kind, code, name }) => [`${kind}/${code}`, name]));
  const functions = used.filter(({ kind }) => kind === 'function');
  const below = groupBy(functions, ({ parent_code }) => parent_code);
  return {
    nameOf(kind, code) {
      const name = names.get(`${kind}/${code}`);
      if (name === undefined) throw new RangeError(`No code ${code} in the ${kind} list`);
      return name;
    },
    itemsOf: (work) => (below.get(work) ?? []).map(({ code }) => code).toSorted(),
  };
}
