import { argv, cwd, stdout } from 'node:process';
import { build, type Rolldown } from 'vite';
import { sharedConfig } from '../../vite.config.ts';
import { dependencyFixes } from './dependency-fixes.ts';

/** Writes the worker whose entry is named on the command line to standard output, as one classic script. */
const [entry] = argv.slice(2);
if (!entry) throw new Error('Name the entry of the worker');
const result = await build({
  ...sharedConfig(false),
  root: cwd(),
  configFile: false,
  logLevel: 'error',
  plugins: [dependencyFixes()],
  build: {
    target: 'es2022',
    write: false,
    copyPublicDir: false,
    chunkSizeWarningLimit: 16_000,
    rolldownOptions: {
      input: entry,
      // What a dependency does with its own address is meant for other ways of shipping it.
      checks: { emptyImportMeta: false },
      output: { format: 'iife', codeSplitting: false },
    },
  },
});
const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
stdout.write(output[0].code);
