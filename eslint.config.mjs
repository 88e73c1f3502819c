import tseslint from 'typescript-eslint';
import { noChance } from './eslint.chance.mjs';

const noWallClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock.' },
];

// Functions take four parameters at most; constructors take their collaborators by injection, up to a point.
const fewParameters = [
  { selector: 'FunctionDeclaration[params.length>4]', message: 'At most four parameters: name an object.' },
  { selector: 'ArrowFunctionExpression[params.length>4]', message: 'At most four parameters: name an object.' },
  {
    selector: "MethodDefinition[kind!='constructor'] > FunctionExpression[params.length>4]",
    message: 'At most four parameters: name an object.',
  },
  {
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>12]",
    message: 'A class with more than twelve collaborators does too much.',
  },
];

const everywhere = [
  ...fewParameters,
  {
    selector: "UnaryExpression[operator='void'] > :matches(Identifier, MemberExpression, Literal, TemplateLiteral)",
    message: 'void stands before a call whose answer nobody waits for.',
  },
];

// Rules that ask for types stand in .oxlintrc.json: there the compiler of Go answers, in a third of the time.
export default tseslint.config(
  { ignores: ['dist', 'coverage', 'var', '**/*.js', '!src/web/public/js/*.js', '**/*.cjs', '**/*.mjs'] },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      complexity: ['error', 10],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'integrations/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', 'src/platform/system-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noWallClock] },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'integrations/**/*.{ts,tsx}'],
    ignores: ['src/config/**', 'src/platform/database/columns.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read it from src/config.' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', complexity: 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**'],
    ignores: ['test/bench/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noChance] },
  },
  {
    // What a page query reads is the type of its page's data; written down, it would be said twice.
    files: ['src/web/**/*-query.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // Types stand in comments there; the compiler asks for them.
    files: ['src/web/public/js/*.js'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/*.fixture.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noWallClock, ...noChance] },
  },
);
