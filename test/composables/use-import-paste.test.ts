import { expect, test } from 'vitest';
import { pastedCells, writtenCells } from '@/composables/useImportPaste';

test('a table of a page goes before its text', () => {
  const html = '<meta><TABLE border=0><tr><td>1</td></tr></TABLE>';
  expect(pastedCells(html, '1\t2')).toEqual({ ending: 'html', text: html });
});

test('text in columns by tabs is cells, plain words are not', () => {
  expect(pastedCells('', '部门\t金额\n甲\t1')).toEqual({
    ending: 'tsv',
    text: '部门\t金额\n甲\t1',
  });
  expect(pastedCells('<p>甲</p><tablet>', '甲')).toBeNull();
});

test('what is written by hand is taken as it is, blank text aside', () => {
  expect(writtenCells('部门,金额\n甲,1')?.ending).toBe('csv');
  expect(writtenCells('部门\t金额')?.ending).toBe('tsv');
  expect(writtenCells(' \n\t')).toBeNull();
});
