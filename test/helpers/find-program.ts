import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';
/** `office`: LibreOffice, which opens what the app writes for office programs. */
export type ProgramName = BrowserName | 'office';

interface Whereabouts {
  /** Environment variable that names the program. */
  variable: string;
  /** Names looked for in PATH. */
  commands: readonly string[];
  /** Usual places outside PATH. */
  places: readonly string[];
  /** Debian packages. */
  debian: readonly string[];
}

const WINDOWS = [process.env.ProgramFiles, process.env['ProgramFiles(x86)']].flatMap((folder) =>
  folder ? [folder] : [],
);

const WHEREABOUTS: Record<ProgramName, Whereabouts> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    places: [
      '/snap/bin/chromium',
      '/opt/google/chrome/chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...WINDOWS.flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ],
    debian: ['chromium'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    places: [
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...WINDOWS.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
    debian: ['firefox-esr'],
  },
  office: {
    variable: 'SOFFICE_PATH',
    commands: ['soffice', 'libreoffice'],
    places: [
      '/snap/bin/libreoffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      ...WINDOWS.map((folder) => join(folder, 'LibreOffice/program/soffice.com')),
    ],
    debian: ['libreoffice-calc-nogui', 'libreoffice-writer-nogui'],
  },
};

/**
 * Path of an installed program; on Debian as root a missing one is installed.
 * Throws with what to install when there is none.
 */
export function findProgram(name: ProgramName): string {
  return lookFor(name) ?? installed(name) ?? giveUp(name);
}

function lookFor(name: ProgramName): string | undefined {
  const { variable, commands, places } = WHEREABOUTS[name];
  const named = process.env[variable];
  if (named) return requireNamed(named, variable);
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...inPath, ...places].find(isProgram);
}

function requireNamed(path: string, variable: string): string {
  if (isProgram(path)) return path;
  throw new Error(`${variable} is ${path}, which is no program: correct it or unset it`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(name: ProgramName): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const { debian } = WHEREABOUTS[name];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debian], {
      stdio: 'inherit',
      env,
    });
  } catch {
    return undefined; // giveUp says what to do by hand
  }
  return lookFor(name);
}

function giveUp(name: ProgramName): never {
  const { variable, commands, debian } = WHEREABOUTS[name];
  throw new Error(
    `No ${name} found (looked for ${commands.join(', ')} in PATH and the usual places). ` +
      `Install it (Debian, Ubuntu: sudo apt-get install ${debian.join(' ')}) or set ${variable} to its path.`,
  );
}
