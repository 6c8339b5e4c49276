import oxlint from 'eslint-plugin-oxlint';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

/** oxlint does not read templates yet, so ESLint looks at `.vue` files and nothing else. */
export default tseslint.config(
  { ignores: ['**/*', '!src/', '!src/**/', '!src/**/*.vue'] },
  ...vue.configs['flat/recommended'],
  {
    files: ['src/**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, sourceType: 'module' },
    },
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  // Layout of templates belongs to oxfmt.
  {
    files: ['src/**/*.vue'],
    rules: Object.fromEntries(
      Object.keys(vue.configs['no-layout-rules']?.rules ?? {}).map((rule) => [rule, 'off']),
    ),
  },
  ...oxlint.buildFromOxlintConfigFile('./.oxlintrc.json'),
);
