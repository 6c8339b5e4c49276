import type { Issue } from '@/domain/issue';
import { Places, refusal } from '../refuse';
import type { InputSource } from '../source';
import { damaged } from './open-pdf';
import type { ReadPage } from './read-page';

/** What became of a page: read, blank, a picture, or text whose characters are not named. */
type PageState = 'read' | 'blank' | 'picture' | 'garbled';

/** Fewer characters on a picture are a stamp, or a number that a program added. */
const FEW = 25;
/** Part of the page that a scanned picture covers at least. */
const COVERED = 0.4;
/** Characters drawn as outlines make at least so many paths. */
const OUTLINES = 60;
/** Part of the characters without a name that makes text unreadable. */
const UNREADABLE = 0.3;
/** Part of the characters laid invisibly over pictures. */
const RECOGNISED = 0.5;

function stateOf({ facts }: ReadPage): PageState {
  const { characters, nameless, picture, paths } = facts;
  const unnamed = nameless / Math.max(1, characters + nameless);
  if (nameless > FEW && unnamed > UNREADABLE) return 'garbled';
  if (characters < FEW && picture >= COVERED) return 'picture';
  if (characters > 0) return 'read';
  return paths >= OUTLINES ? 'picture' : 'blank';
}

/**
 * What has to be said of a document whose pages are read. `cutOff`: its bytes do not end as a whole file does.
 * @throws InputError if it is scanned, its text has no meaning, or a part of it is missing.
 */
export function checkPages(
  source: InputSource,
  pages: readonly ReadPage[],
  cutOff: boolean,
): Issue[] {
  const states = pages.map(stateOf);
  const count = (state: PageState) => states.filter((each) => each === state).length;
  const [read, garbled, pictures] = [count('read'), count('garbled'), count('picture')];
  if (garbled > read + pictures) throw garbledText(source, garbled, pages.length);
  const hasTables = pages.some(({ tables }) => tables.length > 0);
  if (read === 0 || (pictures > read && !hasTables)) throw scanned(source, pictures, pages.length);
  if (cutOff && count('blank') > 0)
    throw damaged(source, `its end is cut off, and ${count('blank')} of its pages are missing`);
  const notes = unreadPages(source, pages, states);
  if (isRecognised(pages)) notes.push(recognised(source));
  if (cutOff) notes.push(repaired(source));
  return notes;
}

function isRecognised(pages: readonly ReadPage[]): boolean {
  let all = 0;
  let invisible = 0;
  for (const { facts } of pages) {
    all += facts.characters;
    invisible += facts.invisible;
  }
  return invisible > all * RECOGNISED;
}

function unreadPages(
  { path }: InputSource,
  pages: readonly ReadPage[],
  states: readonly PageState[],
): Issue[] {
  const places = new Places();
  for (const [index, state] of states.entries())
    if (state === 'picture' || state === 'garbled') places.add(pages[index]!.facts.page);
  if (places.count === 0) return [];
  return [
    {
      code: 'unread_pages',
      file: path,
      found: places.told,
      count: places.count,
      message: `${path}: pages ${places.told} have nothing but pictures or garbled text and were not read; compare with the original and add what is missing.`,
    },
  ];
}

const recognised = ({ path }: InputSource): Issue => ({
  code: 'recognised_text',
  file: path,
  message: `${path}: its text was recognised from a scan by a machine, which errs; check every figure.`,
});

const repaired = ({ path }: InputSource): Issue => ({
  code: 'repaired_file',
  file: path,
  message: `${path}: it does not end as a whole PDF does, yet every page was read; better download it again and compare.`,
});

const scanned = ({ path }: InputSource, pictures: number, pages: number) =>
  refusal(
    'scanned_document',
    path,
    `it is a scan (${pictures} of ${pages} pages are pictures without text); look for a version with text, or have its text recognised first.`,
    { found: `${pictures}/${pages}` },
  );

const garbledText = ({ path }: InputSource, garbled: number, pages: number) =>
  refusal(
    'garbled_text',
    path,
    `its fonts do not say which characters they print (${garbled} of ${pages} pages); look for a Word or Excel version, or have its text recognised first.`,
    { found: `${garbled}/${pages}` },
  );
