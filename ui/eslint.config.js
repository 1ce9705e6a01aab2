import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The floors: what a room may not import. `~/text`, `~/path`, `~/screen` and `~/kept` are for everybody; nothing imports an
 * area but `routes.tsx`. Inside a room imports are relative, from room to room they start with `~/`.
 */
const FLOORS = {
  text: ['api', 'parts', 'graph', 'shell', 'areas', 'routes'],
  api: ['parts', 'graph', 'shell', 'areas', 'routes'],
  parts: ['graph', 'shell', 'areas', 'routes'],
  graph: ['shell', 'areas', 'routes'],
  shell: ['graph', 'areas', 'routes'],
  areas: ['areas', 'routes'],
};

const floors = Object.entries(FLOORS).map(([room, above]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^~/(${above.join('|')})(/|$)`, message: `\`${room}\` may not know this; see the floors in README.md.` },
          { regex: '^\\.\\./\\.\\.', message: 'From room to room imports start with `~/`.' },
          { regex: '^@ui5/webcomponents-react$', message: 'Name the component: `@ui5/webcomponents-react/Button`.' },
          { regex: '/(Assets|AllIcons)(-fetch)?(\\.js)?$', message: 'Import only what is used; see src/shell/ui5.ts.' },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, reactHooks.configs.flat.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-eval': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  ...floors,
);
