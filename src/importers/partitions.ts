import { folderOf } from './source';

/** A column that a folder's name gives to all files in it: `year=2026/` */
export type Partition = readonly [name: string, value: string];

/** What programs write for a folder without a value. */
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';
const KEY = /^([^=/]+)=([^/]*)$/;

/** The columns that a file's folders give, from the top. */
export const partitionsOf = (path: string): Partition[] =>
  folderOf(path)
    .split('/')
    .flatMap((folder) => {
      const [, name, value] = KEY.exec(folder) ?? [];
      return name === undefined
        ? []
        : [[decoded(name), value === NO_VALUE ? '' : decoded(value!)] as const];
    });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A file's path without the folders that give columns. */
export const withoutPartitions = (path: string): string =>
  path
    .split('/')
    .filter((part, i, parts) => i === parts.length - 1 || !KEY.test(part))
    .join('/');
