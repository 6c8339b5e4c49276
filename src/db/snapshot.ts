import { strFromU8, strToU8, unzip } from 'fflate';
import type { PreparedAnswers } from './prepared';

/** What the app ships with: tables of the engine as Arrow IPC streams, and the answers of the first screen. */
export interface Snapshot {
  tables: ReadonlyMap<string, Uint8Array>;
  answers: PreparedAnswers;
}

const TABLE_EXTENSION = '.arrow';
const ANSWERS = 'answers.json';

/** The files of an archive that holds a snapshot. */
export const snapshotFiles = ({
  tables,
  answers,
}: Snapshot): [name: string, bytes: Uint8Array][] => [
  [ANSWERS, strToU8(JSON.stringify(answers))],
  ...[...tables].map(([name, ipc]): [string, Uint8Array] => [name + TABLE_EXTENSION, ipc]),
];

/** Rejects when the archive is damaged. */
export async function readSnapshot(zip: Uint8Array): Promise<Snapshot> {
  const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    unzip(zip, (error, data) => (error ? reject(error) : resolve(data)));
  });
  const { [ANSWERS]: answers, ...tables } = files;
  return {
    tables: new Map(
      Object.entries(tables).map(([name, ipc]) => [name.slice(0, -TABLE_EXTENSION.length), ipc]),
    ),
    answers: answers ? (JSON.parse(strFromU8(answers)) as PreparedAnswers) : {},
  };
}
