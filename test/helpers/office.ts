import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from './find-program';

/** A filter with its options, as LibreOffice names them. */
export type OfficeTarget = string;

/** Every sheet of a workbook, formulas as such, numbers in their format. */
export const AS_CSV: OfficeTarget =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';
export const AS_TEXT: OfficeTarget = 'txt:Text (encoded):UTF8';
export const AS_PDF: OfficeTarget = 'pdf';

/**
 * The files that LibreOffice makes of a document, by name: `<document>-<sheet>.csv`, `<document>.pdf`. One that it cannot
 * open as it is gives an error. `name` has the ending of its kind.
 */
export function convertedByOffice(
  name: string,
  bytes: Uint8Array,
  to: OfficeTarget,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'tongchi-office-'));
  try {
    const file = join(folder, name);
    const made = join(folder, 'made');
    writeFileSync(file, bytes);
    const said = execFileSync(
      findProgram('office'),
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        made,
        file,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 },
    );
    if (!existsSync(made)) throw new Error(`LibreOffice made nothing of ${name}: ${said}`);
    return new Map(readdirSync(made).map((each) => [each, readFileSync(join(made, each))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
