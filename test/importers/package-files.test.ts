import { expect, test } from 'vitest';
import { PACKAGE_TABLE_NAMES, tableDefinition } from '@/domain/package';
import { readPackage } from '@/importers/package-reader';
import { packageFiles, tableCsv } from '@/importers/package-files';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('an empty cell stays empty, a zero and a no are written, and quotes keep what they hold', () => {
  const row = { org_id: 'a', name: '某局,"本级"\n', short_name: null, jurisdiction_code: '011' };
  const [header, ...rest] = text(tableCsv('organization', [row])).split('\n');
  expect(header).toBe(Object.keys(tableDefinition('organization').columns).join(','));
  expect(rest.join('\n')).toBe('a,"某局,""本级""\n",,011,,,\n');
  expect(text(tableCsv('outsourcing', [{ amount: 0, is_procurement: false }]))).toContain(
    ',0,,false',
  );
});

test('the files are a package that reads as it was written', async () => {
  const rows = { organization: [{ org_id: 'a', name: '某局' }], headcount: [] };
  const files = packageFiles(rows, { name: 'p', title: 'P' });
  const required = PACKAGE_TABLE_NAMES.filter((table) => tableDefinition(table).required);
  expect(files.map(({ path }) => path)).toEqual([
    'datapackage.json',
    ...required.map((table) => `${table}.csv`),
  ]);
  const { tables } = await readPackage(files, () => Promise.reject(new Error('no Parquet here')));
  expect(tables.map(({ table }) => table).toSorted()).toEqual(required.toSorted());
  const organization = tables.find(({ table }) => table === 'organization');
  expect(text(organization!.bytes)).toContain('a,某局,');
});
