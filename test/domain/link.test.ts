import { describe, expect, test } from 'vitest';
import { addressOfLink, settledState } from '@/domain/link';
import { readViewState } from '@/domain/view-state';
import { documentInfo } from '../helpers/document-info';

const SCREENS = ['overview', 'compare'];

describe('a pasted link', () => {
  test.each([
    ['file:///D:/tongchi.html#/compare?chart=ranking', '/compare?chart=ranking'],
    ['https://example.org/a/?threads=on#/overview', '/overview'],
    ['#/overview?orgs=a,b', '/overview?orgs=a,b'],
    ['  /compare?unit=%E5%85%83\n', '/compare?unit=%E5%85%83'],
    ['<https://example.org/#/compare?a=1>', '/compare?a=1'],
    ['“compare?reportTitle=a#b”', null],
  ])('%s', (text, address) => {
    expect(addressOfLink(text, SCREENS)).toBe(address);
  });

  test.each([
    '',
    '#',
    'https://example.org/compare',
    '#/elsewhere?x=1',
    '#//example.org/',
    '#/compare/x',
    'javascript:alert(1)#/x',
    '#/compare?a b',
  ])('leads nowhere: %s', (text) => {
    expect(addressOfLink(text, SCREENS)).toBeNull();
  });
});

describe('a state that is handed on', () => {
  const documents = ['a', 'b'].map((org_id) => documentInfo({ org_id }));
  const time = { year: 2026, stage: 'budget' as const };

  test('says what it leaves open', () => {
    expect(settledState(readViewState({}), { documents, time, headcounts: [] })).toEqual(
      readViewState({ orgs: 'a,b', year: '2026', stage: 'budget' }),
    );
  });

  test('keeps what it names, those without a document among it', () => {
    const { orgs } = settledState(readViewState({ orgs: 'a,z' }), {
      documents,
      time,
      headcounts: [],
    });
    expect(orgs).toEqual(['a', 'z']);
  });

  test('stays as it is where nothing is shown', () => {
    const state = readViewState({ orgs: 'z', year: '2031' });
    expect(settledState(state, { documents: [], time, headcounts: [] })).toEqual(state);
  });
});
