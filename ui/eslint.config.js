import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** One arrow of the drawing: files in `from` may not import what matches `never`. */
const arrow = (from, never, message) => ({
  files: [`src/${from}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: [...never, '@tauri-apps/*'], message }] }],
  },
});

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/generated'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // `style:` sets the style object, which the window's policy allows; a style attribute it refuses.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name="style"]', message: 'Use a class, or a style: directive.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/host/tauri.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only host/tauri.ts speaks to the desktop.' }] },
      ],
    },
  },
  arrow(
    'components/shared',
    ['@/api/*', '@/state/*', '@/host', '@/host/*', '@/views/*', '@/generated/*'],
    'A shared piece knows styles and words, nothing of the subject.',
  ),
  arrow('views', ['@/host', '@/host/*'], 'A view uses components and state.'),
  arrow(
    'state',
    ['@/components/*', '@/views/*', '@/host', '@/host/*'],
    'State asks the api, never the screen.',
  ),
  arrow('api', ['@/components/*', '@/views/*', '@/state/*'], 'The api knows the host and the contract only.'),
  arrow(
    'shortcuts',
    ['@/api/*', '@/state/*', '@/views/*', '@/components/*', '@/host', '@/host/*'],
    'A table.',
  ),
  arrow('words', ['@/*'], 'Words depend on nothing.'),
  {
    files: ['src/host/**/*.ts'],
    ignores: ['src/host/tauri.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@/api/*', '@/components/*', '@/state/*', '@/views/*', '@tauri-apps/*'],
              message: 'The host is the lowest step.',
            },
          ],
        },
      ],
    },
  },
);
