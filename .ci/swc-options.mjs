/** How swc turns a source into JavaScript: as the compiler does it by tsconfig.json, one file at a time and without looking at types. */
export const swcOptions = (tsx) => ({
  jsc: {
    parser: { syntax: 'typescript', tsx, decorators: true },
    target: 'es2022',
    keepClassNames: true,
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
  module: { type: 'es6' },
});
