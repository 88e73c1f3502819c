// The directions of docs/ARCHITECTURE.md, as errors. `feature` = a folder of src that belongs to one part of the department's work.
const feature = '^src/(?!kernel|platform|law|config|bootstrap)([^/]+)/';
/** What documents and the exchange are made of. */
const documents = 'documents|drafting|signing|exchange|copies';
/** What stands over tickets. */
const watchers =
  'proposals|supervision|reports|commendations|correspondence|circulars|publication|records|officers|outages|data-requests|hotline';

/** What the image leaves out, by tsconfig.product.json and .dockerignore. */
const beside = '(/simulator/|/conformance/|\\.fixture\\.ts$|\\.spec\\.tsx?$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^src/kernel', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/kernel', '^(node:)?(crypto|net)$'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'Rules import rules, the kernel, and nothing installed.',
      from: { path: '/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/kernel', '^src/law', '/domain/', '^(node:)?(buffer|crypto|zlib)$'] },
    },
    {
      name: 'law-is-pure',
      severity: 'error',
      from: { path: '^src/law', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/kernel', '^src/law'] },
    },
    {
      name: 'ports-are-pure',
      severity: 'error',
      from: { path: '/ports/' },
      to: { pathNot: ['^src/kernel', '/domain/', '/ports/'] },
    },
    {
      name: 'application-not-http',
      severity: 'error',
      from: { path: '/(application|persistence)/' },
      to: { path: '/http/|^@nestjs/swagger' },
    },
    {
      name: 'http-not-database',
      severity: 'error',
      from: { path: '/http/|^src/web/', pathNot: '^src/platform/' },
      to: { path: '/persistence/|node_modules/typeorm/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform' },
      to: { path: '^src/', pathNot: '^src/(platform|kernel|config)' },
    },
    {
      name: 'only-the-root-knows-adapters',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/(app\\.module|bootstrap/((adapters|worker|cli)\\.module|e-office-lines|cli-tools|schema))\\.ts$',
        ],
      },
      to: { path: '^integrations/' },
    },
    {
      name: 'adapters-see-ports-only',
      severity: 'error',
      comment:
        'Threads, spools and traces know no feature: heavy work of an adapter belongs into the first, long files into the second; its calls are steps of a trace.',
      from: { path: '^integrations/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^src/',
        pathNot: ['/ports/', '^src/kernel', '^src/platform/(threads|spool)/', '^src/platform/telemetry/spans'],
      },
    },
    {
      name: 'features-meet-at-their-face',
      severity: 'error',
      comment: 'Another feature is reached through its index.ts, its domain or its ports.',
      from: { path: feature },
      to: { path: feature, pathNot: ['^src/$1/', '/index\\.ts$', '/domain/', '/ports/'] },
    },
    {
      name: 'files-know-nobody',
      severity: 'error',
      comment: 'Every door takes files; what reads them knows no door.',
      from: { path: '^src/files/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(files|platform|kernel|config)/' },
    },
    {
      name: 'features-form-no-ring',
      severity: 'error',
      from: {
        path: '^src/(calendar|policies|agency-profile|organisation|journal|delegation|routing-table|substitution)/',
      },
      to: { path: `^src/(${documents}|tickets|${watchers})/` },
    },
    {
      name: 'privacy-knows-nobody',
      severity: 'error',
      comment: 'Whatever holds text asks it what is private; it knows no feature.',
      from: { path: '^src/privacy/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(privacy|kernel)/' },
    },
    {
      name: 'notices-before-documents',
      severity: 'error',
      comment: 'Everybody may tell somebody something; notices know nobody who tells.',
      from: { path: '^src/notices/' },
      to: { path: `^src/(${documents}|tickets|${watchers})/` },
    },
    {
      name: 'documents-know-no-tickets',
      severity: 'error',
      from: { path: '^src/(documents|drafting|signing|exchange|copies)/' },
      to: { path: `^src/(tickets|${watchers})/` },
    },
    {
      name: 'petitions-know-no-tickets',
      severity: 'error',
      comment:
        'A ticket that turns out to be a petition enters it; the register of petitions asks for no ticket, and documents ask for neither.',
      from: { path: '^src/petitions/' },
      to: { path: `^src/(tickets|${watchers})/` },
    },
    {
      name: 'documents-know-no-petitions',
      severity: 'error',
      from: { path: `^src/(${documents}|notices)/` },
      to: { path: '^src/petitions/' },
    },
    {
      name: 'documents-before-exchange',
      severity: 'error',
      from: { path: '^src/documents/' },
      to: { path: '^src/(drafting|signing|exchange|copies)/' },
    },
    {
      name: 'drafting-before-signing',
      severity: 'error',
      from: { path: '^src/drafting/' },
      to: { path: '^src/(signing|exchange|copies)/' },
    },
    {
      name: 'signing-before-exchange',
      severity: 'error',
      from: { path: '^src/signing/' },
      to: { path: '^src/(exchange|copies)/' },
    },
    {
      name: 'tickets-know-no-watchers',
      severity: 'error',
      from: { path: '^src/tickets/' },
      to: { path: `^src/(${watchers})/` },
    },
    {
      name: 'nobody-knows-successions',
      severity: 'error',
      comment: 'Features bring their open work to the organisation; who has it moved stands above them all.',
      from: { path: '^src/', pathNot: '^src/(succession|web)/' },
      to: { path: '^src/succession/' },
    },
    {
      name: 'nobody-knows-the-pages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(web/|bootstrap/start\\.ts|app\\.module)' },
      to: { path: '^src/web/' },
    },
    {
      name: 'nobody-knows-the-api',
      severity: 'error',
      comment: 'Pages and the API are two ways into one app; neither goes through the other.',
      from: { path: '^src/', pathNot: '^src/(api/|app\\.module)' },
      to: { path: '^src/api/' },
    },
    {
      name: 'production-not-test',
      severity: 'error',
      from: { path: '^(src|integrations)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/' },
    },
    {
      name: 'production-not-simulators',
      severity: 'error',
      from: { path: '^(src|integrations|templates)/', pathNot: beside },
      to: { path: '/simulator/|/conformance/' },
    },
    {
      name: 'production-not-development-packages',
      severity: 'error',
      from: { path: '^(src|integrations|templates)/', pathNot: beside },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'loaded-when-first-asked',
      severity: 'error',
      comment: 'Large, and used seldom: imported where it is used, so that an app at rest does not hold it.',
      from: { path: '^(src|integrations)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: 'node_modules/(nodemailer|write-excel-file|@aws-sdk)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
