import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type UserConfig } from 'vite';
import { dependencyFixes } from './src/offline/dependency-fixes.ts';
import { sitePlugin } from './src/offline/site-plugin.ts';
import { singlePlugin } from './src/offline/single-plugin.ts';

/** Packing megabytes of wasm takes its time; that is no news in every build. */
const QUIET = { bundlerTimings: false };

/** `--mode single` makes `dist/tongchi.html`; every other build makes the site. */
export default defineConfig(({ mode }) =>
  mode === 'single' ? singleFileConfig('src/main.ts', 'tongchi.html') : siteConfig(),
);

function siteConfig(): UserConfig {
  return {
    ...sharedConfig(false),
    plugins: [dependencyFixes(), vue(), sitePlugin()],
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { checks: QUIET },
    },
  };
}

/** A build of one entry script into one HTML file in `dist/`. */
export function singleFileConfig(entry: string, fileName: string): UserConfig {
  return {
    ...sharedConfig(true),
    plugins: [dependencyFixes(), vue(), singlePlugin(fileName)],
    build: {
      target: 'es2022',
      emptyOutDir: false,
      copyPublicDir: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      chunkSizeWarningLimit: 16_000,
      rolldownOptions: {
        checks: QUIET,
        input: entry,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  };
}

/** Addresses, names and constants that builds and tests share. */
export function sharedConfig(singleFile: boolean): UserConfig {
  return {
    base: './',
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    define: {
      __SINGLE_FILE__: JSON.stringify(singleFile),
      __VUE_I18N_LEGACY_API__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'true',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
      __INTLIFY_JIT_COMPILATION__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  };
}
