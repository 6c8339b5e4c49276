import { expect, test } from 'vitest';
import { searchTerms } from '@/domain/organization-search';

const texts = (typed: string) => searchTerms(typed).map(({ text }) => text);

test('words apart by spaces are terms of their own, in small letters', () => {
  expect(texts('  靖宇\u3000Finance ')).toEqual(['靖宇', 'finance']);
  expect(texts('   ')).toEqual([]);
});

test('a term has a sound only where it has letters', () => {
  const [chinese, latin, code] = searchTerms('靖宇 jy 2206');
  expect(chinese?.pattern).toBeNull();
  expect(latin?.pattern).toMatch(/^\[/);
  expect(code?.pattern).toBeNull();
});

test('a term names sectors in either language', () => {
  expect(searchTerms('audit')[0]?.sectors).toEqual(['audit']);
  expect(searchTerms('政务服务')[0]?.sectors).toEqual(['government_services']);
  expect(searchTerms('靖宇')[0]?.sectors).toEqual([]);
});

test('what is typed is bounded', () => {
  expect(searchTerms('a '.repeat(50)).length).toBe(6);
  expect(searchTerms('长'.repeat(500))[0]?.text.length).toBe(60);
});
