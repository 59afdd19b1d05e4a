import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** One library each, in one place each (design: the seams). */
const seam = (name, message) => ({ name, message })
const JUDGE = seam('@sigstore/verify', 'Only src/verify/judge.ts touches @sigstore/verify.')
const TUF = seam('tuf-js', 'Only src/trust/tuf.ts fetches by TUF.')
const restrict = (...paths) => ({ 'no-restricted-imports': ['error', { paths }] })

/** What follows links, waits for pipes or writes in place, wherever somebody else can put something. */
const BARE_CALLS = [
  ...['appendFile', 'copyFile', 'cp', 'link', 'mkdtemp', 'open', 'readFile', 'rename', 'rm', 'rmdir'],
  ...['symlink', 'truncate', 'unlink', 'writeFile'],
]
const STREAMS = ['createReadStream', 'createWriteStream', 'openAsBlob', 'promises']
const FILES_MESSAGE = 'Only src/files/ touches these: use its one reader and one writer.'
const FILES = [
  { name: 'node:fs/promises', importNames: [...BARE_CALLS, 'default'], message: FILES_MESSAGE },
  {
    name: 'node:fs',
    importNames: [...BARE_CALLS, ...BARE_CALLS.map((call) => `${call}Sync`), ...STREAMS, 'default'],
    message: FILES_MESSAGE,
  },
  // Without the prefix they would be other names for the same.
  seam('fs', FILES_MESSAGE),
  seam('fs/promises', FILES_MESSAGE),
]

/** What the scripts use of Node's globals. */
const NODE_GLOBALS = ['Buffer', 'URL', 'console', 'fetch', 'performance', 'process', 'setTimeout']

export default defineConfig(
  globalIgnores(['dist/', '.build/', '.real/', 'node_modules/', 'coverage/']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Set process.exitCode: output may be unflushed.' },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/*.ts', '__tests__/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An input or environment variable that is empty is one that is not there.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // env['PATH'] says that the key may be absent; env.PATH looks like a known field.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A method that records a fault returns undefined, and `return refuse(…)` reads well.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // It wants `!`, which another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // It does not see that a constructor narrows the types of its parameters.
      '@typescript-eslint/no-useless-constructor': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: restrict(JUDGE, TUF, ...FILES) },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/lab/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression[source.value=/^(?:node:)?fs/]', message: FILES_MESSAGE },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/lab/**/*.ts', 'src/report/audit/page/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Set process.exitCode: output may be unflushed.' },
        { object: 'JSON', property: 'parse', message: 'parseJson looks at the depth first.' },
      ],
    },
  },
  {
    // Small functions and small files.
    files: ['src/**/*.ts'],
    rules: {
      complexity: ['error', 15],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  // Tables.
  { files: ['src/error-codes.ts', 'src/lab/hostile*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/files/**/*.ts', 'src/lab/**/*.ts'], rules: restrict(JUDGE, TUF) },
  { files: ['src/verify/judge.ts'], rules: restrict(TUF, ...FILES) },
  { files: ['src/trust/tuf.ts'], rules: restrict(JUDGE, ...FILES) },
  {
    // Tests and the lab take records of functions apart.
    files: ['__tests__/**/*.ts', 'src/lab/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
)
