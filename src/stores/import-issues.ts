import { InputError, type Issue } from '@/domain/issue';

/** Whatever went wrong, as issues. */
export function issuesOf(file: string, error: unknown): readonly Issue[] {
  if (error instanceof InputError) return error.issues;
  const found = String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
  const code = /out of memory|allocation failed/i.test(found) ? 'out_of_memory' : 'engine_failed';
  return [{ code, file, found, message: `${file}: ${found}` }];
}

export const unusedFile = (file: string): Issue => ({
  code: 'unused_file',
  file,
  message: `${file}: is no table of a data package and was left aside.`,
});

/** Some of what was opened together had been loaded when the user cancelled. */
export const givenUp = (file: string): Issue => ({
  code: 'given_up',
  file,
  message: `${file}: was cancelled; what had been loaded by then stays, and the rest is not loaded.`,
});

export const otherOrigin = (address: string): InputError =>
  new InputError([
    {
      code: 'not_reachable',
      file: address,
      message: `${address}: is not on the server this page came from; download the file and open it here.`,
    },
  ]);

export const notThere = (address: string, status: number): InputError =>
  new InputError([
    {
      code: 'not_reachable',
      file: address,
      found: String(status),
      message: `${address}: the server answered ${status}; check the address.`,
    },
  ]);
