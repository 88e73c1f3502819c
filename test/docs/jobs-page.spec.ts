import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'oxfmt';
import { JOBS } from '../../src/bootstrap/jobs.js';

const PAGE = 'docs/jobs.md';

const INTRODUCTION = `# Jobs

Written by \`npm run jobs-page\` from the declarations in \`jobs/jobs.ts\` of each feature, and held against them by \`test/docs/jobs-page.spec.ts\`. How jobs are done:
[ARCHITECTURE.md](ARCHITECTURE.md#jobs); how one is added: [CONTRIBUTING.md](../CONTRIBUTING.md#a-job).`;

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ name: basename(path), text: readFileSync(join('src', path), 'utf8') }));

const DECLARATIONS = SOURCES.filter(({ name }) => name === 'jobs.ts').flatMap(({ text }) => [
  ...text.matchAll(/export const (?<job>\w+) = defineJob\(\{\s*kind: '(?<kind>[\w.]+)'/gu),
]);

function filesWith(words: RegExp): string {
  const names = SOURCES.filter(({ text }) => words.test(text)).map(({ name }) => `\`${name}\``);
  return names.toSorted().join(', ');
}

/** Files that make such jobs: `SEND_DIGEST.of(…)`, but for its key alone, or one of two kinds chosen by `?` and `:`. */
function makers(kind: string): string {
  const job = DECLARATIONS.find(({ groups }) => groups?.['kind'] === kind)?.groups?.['job'] ?? '';
  return filesWith(new RegExp(`\\b${job}\\.of\\((?!.*\\.key)|[?:] ${job}\\b`, 'u'));
}

/** The page as the declarations give it. */
async function jobsPage(): Promise<string> {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = ['kind', 'what it is', 'channel', 'enqueued by', 'done by', 'why a repeat is safe'];
  const rows = JOBS.declared.map(({ kind, words, channel, repeat }) => [
    ...[`\`${kind}\``, words, channel, makers(kind)],
    ...[filesWith(new RegExp(`class ${JOBS.handlers[kind]?.name ?? ''}\\b`, 'u')), repeat],
  ]);
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return (await format(PAGE, `${INTRODUCTION}\n\n${table}\n`)).code;
}

describe('docs/jobs.md', () => {
  it('tells of every job that is declared', async () => {
    if (process.env['WRITE_JOBS_PAGE'] === '1') writeFileSync(PAGE, await jobsPage());
    expect(readFileSync(PAGE, 'utf8')).toBe(await jobsPage());
  });
});
