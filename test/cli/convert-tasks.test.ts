import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { fileTasks, type Task } from '@/cli/convert-tasks';
import { zipFiles } from '@/importers/zip';

const folder = mkdtempSync(join(tmpdir(), 'tongchi-tasks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
};
const inner = zipFiles([
  ['deep.html', strToU8('<p>x')],
  ['__MACOSX/._deep.html', strToU8('x')],
]);
write('县/b.txt', 'x');
write('县/a.pdf', '%PDF-1.4');
write('县/.hidden.pdf', 'x');
write('县/.cache/x.pdf', 'x');
write(
  '县/部门/c.zip',
  zipFiles([
    ['d.txt', strToU8('x')],
    ['in.zip', inner],
  ]),
);
write('县/broken.zip', strToU8('PK\u0003\u0004cut off'));
write('县/out/old.csv', 'x');

async function named(...inputs: string[]): Promise<[string, string][]> {
  const tasks: Task[] = [];
  for await (const task of fileTasks(inputs, join(folder, '县/out'))) tasks.push(task);
  return tasks.map((task) => [
    task.file,
    'lost' in task ? (task.lost[0]?.code ?? '') : Object.keys(task.from).join(''),
  ]);
}

test('files of a folder and of archives in it, hidden ones and those of the target left alone', async () => {
  expect(await named(join(folder, '县'))).toEqual([
    ['县/a.pdf', 'path'],
    ['县/b.txt', 'path'],
    ['县/broken.zip', 'damaged_file'],
    ['县/部门/c.zip/d.txt', 'bytes'],
    ['县/部门/c.zip/in.zip/deep.html', 'bytes'],
  ]);
});

test('one file is named alone; what is not there is told and stops nothing', async () => {
  const gone = join(folder, 'gone.pdf');
  expect(await named(gone, join(folder, '县/a.pdf'))).toEqual([
    [gone, 'unreadable_file'],
    ['a.pdf', 'path'],
  ]);
});
