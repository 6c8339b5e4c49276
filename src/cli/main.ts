import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { LocalEngine } from '@/db/duckdb';
import { rowsOf } from '@/db/engine';
import { CHECK_TABLE_NAMES } from '@/domain/check-tables';
import { InputError, type Issue } from '@/domain/issue';
import { check } from './check';
import { brokenLine, checkAll } from './check-all';
import { convert, DEFAULT_TIMEOUT } from './convert';
import { convertLine } from './convert-line';
import { PACKAGE_FORMATS, type PackageFormat } from '@/domain/package-sink';
import { describePackage } from './describe';
import { exportDataset } from './export';
import { DETAILS, type Detail } from '@/domain/synthetic/document';
import { SCALES, type Scale } from '@/domain/synthetic/places';
import { generate, type GenerateOptions } from './generate';
import { metricLines } from './metrics';
import { packInput } from './pack-input';
import { openInput, validate } from './session';

const DONE = 0;
const SOME_INPUT_FAILED = 1;
const WRONG_USAGE = 2;
const INTERRUPTED = 130;

// Who reads the lines may stop before the last of them.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(DONE);
});

const print = (lines: readonly string[]): void => {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
};
const tell = (message: string): void => void process.stderr.write(`${message}\n`);

/** Does one verb for each input; one that fails is told and never stops the others. */
async function forEach(
  inputs: readonly string[],
  work: (input: string) => Promise<string[]>,
): Promise<void> {
  for (const input of inputs) {
    try {
      print(await work(input));
    } catch (error) {
      process.exitCode = SOME_INPUT_FAILED;
      if (error instanceof InputError) error.issues.forEach(({ message }) => tell(message));
      else tell(`${input}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** An engine with what a path holds; what of it is refused is told, and the rest goes on. */
async function opened(path: string): Promise<LocalEngine> {
  const { engine, sound } = await openInput(path);
  if (!sound) process.exitCode = SOME_INPUT_FAILED;
  return engine;
}

/** Checks are run only where a question is about them. */
const asksForFindings = (sql: string): boolean =>
  CHECK_TABLE_NAMES.some((name) => sql.toLowerCase().includes(name));

const issueLine =
  (json: boolean) =>
  (issue: Issue): string => {
    const { table = null, row = null, column = null, code, message } = issue;
    return json ? JSON.stringify({ table, row, column, code, message }) : `${code}: ${message}`;
  };

const program = new Command('tongchi')
  .description('One ruler for published departmental budgets')
  .exitOverride();

function positive(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number above zero.');
}

interface ConvertFlags {
  out: string;
  format: 'csv' | 'parquet';
  jobs?: number;
  timeout: number;
  fresh?: boolean;
  json?: boolean;
}

interface ExportFlags {
  out: string;
  format: PackageFormat;
  json?: boolean;
}

program
  .command('convert')
  .argument('<input...>', 'published documents, folders and zip archives of them')
  .requiredOption('--out <folder>', 'where the data package is written')
  .addOption(new Option('--format <format>').choices(['csv', 'parquet']).default('csv'))
  .option('--jobs <number>', 'files at a time; as many as there are cores if not given', positive)
  .option('--timeout <seconds>', 'how long one file may take', positive, DEFAULT_TIMEOUT)
  .option('--fresh', 'reads all files again instead of going on where an earlier run was')
  .option('--json', 'JSON lines')
  .description('published documents to one data package; a line per file')
  .action(async (inputs: string[], { json = false, ...options }: ConvertFlags) => {
    process.once('SIGINT', () => {
      tell('Stopped. The same command goes on where it was.');
      process.exit(INTERRUPTED);
    });
    const onFile = (done: number, file: string, error: { code: string } | null): void =>
      tell(`${done}\t${file}${error ? `\t${error.code}` : ''}`);
    for await (const one of convert(inputs, { ...options, onFile })) {
      if (one.error) process.exitCode = SOME_INPUT_FAILED;
      print([convertLine(one, json)]);
    }
  });

program
  .command('metrics')
  .argument(
    '<input...>',
    'data packages (a folder or a zip archive), published documents or table files',
  )
  .option('--json', 'JSON lines')
  .description('every metric of every document')
  .action((inputs: string[], { json = false }: { json?: boolean }) =>
    forEach(inputs, async (input) => metricLines(await opened(input), json)),
  );

program
  .command('validate')
  .argument('<package>', 'data package: a folder or a zip archive')
  .option('--json', 'JSON lines')
  .description('a line per problem of a data package; nothing if there is none')
  .action((input: string, { json = false }: { json?: boolean }) =>
    forEach([input], async (path) => {
      const issues = await validate(path);
      if (issues.length > 0) process.exitCode = SOME_INPUT_FAILED;
      return issues.map(issueLine(json));
    }),
  );

program
  .command('check')
  .argument(
    '<input...>',
    'data packages (a folder or a zip archive), published documents or table files',
  )
  .option('--json', 'JSON lines: one for each rule and place, those that hold included')
  .description('every sum and equality of every document; all inputs are checked together')
  .action(async (inputs: string[], { json = false }: { json?: boolean }) => {
    const checking = check(inputs, { json, tell });
    for (;;) {
      const { value, done } = await checking.next();
      if (done) {
        if (!value) process.exitCode = SOME_INPUT_FAILED;
        return;
      }
      print(value);
    }
  });

program
  .command('query')
  .argument('<input>', 'data package (a folder or a zip archive), published document or table file')
  .argument(
    '<sql>',
    'one question over the tables of the package and over measure, metric and finding',
  )
  .option('--json', 'JSON lines')
  .description('a line per row of the answer')
  .action((input: string, sql: string, { json = false }: { json?: boolean }) =>
    forEach([input], async (path) => {
      const engine = await opened(path);
      const broken = asksForFindings(sql) ? await checkAll(engine) : [];
      if (broken.length > 0) process.exitCode = SOME_INPUT_FAILED;
      broken.map(brokenLine).forEach(tell);
      const answer = await engine.queryReadOnly(sql);
      if (json) return rowsOf<object>(answer).map((row) => JSON.stringify(row));
      const rows = rowsOf<Record<string, unknown>>(answer).map((row) =>
        answer.names.map((name) => String(row[name] ?? '')).join('\t'),
      );
      return [answer.names.join('\t'), ...rows];
    }),
  );

program
  .command('describe')
  .argument('<package>', 'folder of CSV tables')
  .description('writes the datapackage.json of a folder from its tables')
  .action((folder: string) => forEach([folder], async (path) => [describePackage(path)]));

program
  .command('export')
  .argument(
    '<input...>',
    'data packages (a folder or a zip archive), published documents or table files',
  )
  .requiredOption('--out <place>', 'a file that ends in .zip, or an empty folder')
  .addOption(new Option('--format <format>').choices(PACKAGE_FORMATS).default('csv'))
  .option('--json', 'JSON lines')
  .description('all inputs as one dataset with metrics, findings, description and citation')
  .action((inputs: string[], { json = false, ...options }: ExportFlags) =>
    forEach([options.out], async () => {
      const { dataset, sound } = await exportDataset(inputs, { ...options, tell });
      if (!sound) process.exitCode = SOME_INPUT_FAILED;
      return (dataset?.files ?? []).map((file) =>
        json ? JSON.stringify(file) : `${file.path}\t${file.bytes} bytes\t${file.sha256}`,
      );
    }),
  );

program
  .command('generate')
  .requiredOption('--out <folder>', 'an empty folder, or one that is made')
  .addOption(new Option('--scale <scale>').choices(SCALES).default('county' satisfies Scale))
  .option('--place <code>', 'the county, prefecture or province; the seed says which if not given')
  .option('--years <number>', 'years up to 2026', positive, 1)
  .option('--seed <number>', 'another seed gives other data', positive, 1)
  .addOption(
    new Option('--detail <detail>', 'the amounts of the main measures, or every table')
      .choices(DETAILS)
      .default('full' satisfies Detail),
  )
  .addOption(new Option('--format <format>').choices(['csv', 'parquet']).default('parquet'))
  .description('a data package of made-up budgets, named as such in every table')
  .action((options: Omit<GenerateOptions, 'onDocuments'>) =>
    forEach([options.out], async () => {
      const onDocuments = (count: number): void => tell(`${count} documents`);
      const { documents, lines, faults, bytes } = generate({ ...options, onDocuments });
      return [
        `${options.out}\t${documents} documents\t${lines} amounts\t${faults} wrong sums\t${bytes} bytes`,
      ];
    }),
  );

program
  .command('pack')
  .argument('<package>', 'data package: a folder or a zip archive')
  .requiredOption('--out <folder>', 'the data folder beside tongchi.html')
  .description('a package as a script that the app finds beside itself, for USB sticks and shares')
  .action((input: string, { out }: { out: string }) =>
    forEach([input], async (path) => [await packInput(path, out)]),
  );

try {
  await program.parseAsync();
  process.exitCode ??= DONE;
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? DONE : WRONG_USAGE;
}
