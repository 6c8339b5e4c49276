import { InputError, type Issue, type IssueCode } from '@/domain/issue';

/** An error that keeps one file out: its code, what was found and what to do. */
export const refusal = (
  code: IssueCode,
  file: string,
  words: string,
  details: Partial<Issue> = {},
): InputError => new InputError([{ code, file, ...details, message: `${file}: ${words}` }]);

/** What went wrong in words; dependencies throw errors, strings and other things. */
export const reasonOf = (error: unknown): string =>
  ((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '').replace(
    /\.$/,
    '',
  );

/** Numbers told in a message; the rest are counted. */
const TOLD = 5;

/** Counts places of one kind and keeps the first to name them. */
export class Places {
  count = 0;
  private readonly first: string[] = [];

  add(place: string | number): void {
    this.count += 1;
    if (this.first.length < TOLD) this.first.push(String(place));
  }

  /** The first places, with `…` if there are more. */
  get told(): string {
    return this.first.join(', ') + (this.count > this.first.length ? ' …' : '');
  }
}

/** A warning about counted places of a table; `words` follows the list of places. Empty if there are none. */
export function placesNote(
  code: IssueCode,
  table: { file: string; sheet: string | null },
  places: Places,
  words: (told: string, count: number) => string,
): Issue[] {
  if (places.count === 0) return [];
  const { file, sheet } = table;
  return [
    {
      code,
      file,
      ...(sheet === null ? {} : { table: sheet }),
      found: places.told,
      count: places.count,
      message: `${placeName(table)}: ${words(places.told, places.count)}`,
    },
  ];
}

/** File, and sheet if there is one. */
export const placeName = ({ file, sheet }: { file: string; sheet: string | null }): string =>
  sheet === null ? file : `${file}, ${sheet}`;
