import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'docs/adr';
const MAX_PAGE_LENGTH = 80;
const HEADINGS = ['Context', 'Decision', 'Cost', 'What would make us think again'];
/** This file makes up citations. */
const CITES_NOTHING = 'test/docs/decisions.spec.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);

const pages = readdirSync(join(ROOT, FOLDER))
  .filter((name) => name !== 'README.md')
  .sort()
  .map((name) => ({ name, number: Number(name.slice(0, 4)), text: read(`${FOLDER}/${name}`) }));
const names = pages.map(({ name }) => name);
const index = read(`${FOLDER}/README.md`);

/** Each text of the repository that may cite a decision. */
const texts = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...['.github', 'docs', 'integrations', 'src', 'templates', 'test'].flatMap(filesIn),
].filter((path) => /\.(?:tsx?|m?js|cjs|ya?ml|md)$/u.test(path) && path !== CITES_NOTHING);
const sources = new Set(texts.map((path) => basename(path)));

const LINK = /\[(?<words>[^\]\n]*)\]\((?<to>[^)\s#]+\.md)(?:#[^)]*)?\)/gu;
const PATH = /\badr\/(?<name>[\w-]*(?:\.md)?)/gu;
const NUMBER = /\bADRs? (?<number>\d+)/gu;

/** What a text cites amiss: pages that are not there, numbers of none, a link whose words give another number than its page. */
function mistakenIn(path: string, text: string, known: readonly string[]): readonly string[] {
  const links = [...text.matchAll(LINK)].map(({ groups }) => ({
    to: join(dirname(path), groups?.['to'] ?? ''),
    number: /^(?:ADR )?(?<number>\d+)$/u.exec(groups?.['words'] ?? '')?.groups?.['number'],
  }));
  const cited = links.filter(({ to }) => dirname(to) === FOLDER && basename(to) !== 'README.md');
  return [
    ...cited.map(({ to }) => basename(to)).filter((name) => !known.includes(name)),
    ...cited
      .filter(({ to, number }) => number !== undefined && Number(number) !== Number(basename(to).slice(0, 4)))
      .map(({ to, number }) => `[${number}] for ${basename(to)}`),
    ...[...text.matchAll(PATH)]
      .map(({ groups }) => groups?.['name'] ?? '')
      .filter((name) => name !== '' && name !== 'README.md' && !known.includes(name)),
    ...[...text.matchAll(NUMBER)]
      .map(({ groups }) => Number(groups?.['number']))
      .filter((number) => number < 1 || number > known.length)
      .map((number) => `ADR ${number}`),
  ].map((mistake) => `${path}: ${mistake}`);
}

describe('a citation of a decision', () => {
  const known = ['0001-runtime.md', '0002-databases.md'];

  it.each([
    ['docs/a.md', 'see [0002](adr/0002-databases.md) and [ADR 1](adr/0001-runtime.md#cost)', []],
    ['docs/law/a.md', '[why](../adr/0003-gone.md)', ['0003-gone.md', '0003-gone.md']],
    ['docs/a.md', '[0001](adr/0002-databases.md)', ['[0001] for 0002-databases.md']],
    ['docs/adr/0001-runtime.md', 'as [0002](0002-data.md) says', ['0002-data.md']],
    ['src/a.ts', '// See docs/adr/0001-runtime.md.', []],
    ['src/a.ts', '// See docs/adr/0001.', ['0001']],
    ['src/a.ts', '/** As ADR 3 says. */', ['ADR 3']],
  ])('in %s is read from %j', (path, text, mistakes) => {
    expect(mistakenIn(path, text, known)).toEqual(mistakes.map((mistake) => `${path}: ${mistake}`));
  });
});

describe('the decisions', () => {
  it('are numbered from 1 without a gap', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_page, place) => place + 1));
  });

  it('stand each once in the index by topic, under number and title', () => {
    const rows = [...index.matchAll(/^\| \[(?<number>\d{4})\]\((?<name>[\w-]+\.md)\)\s+\| (?<title>.+?)\s+\|$/gmu)];
    const listed = rows.map(({ groups }) => ({ name: groups?.['name'] ?? '', title: groups?.['title'] ?? '' }));
    const titled = pages.map(({ name, number, text }) => ({
      name,
      title: text.startsWith(`# ${number}. `) ? text.slice(`# ${number}. `.length, text.indexOf('\n')) : 'no title',
    }));
    expect([...listed].sort((one, other) => one.name.localeCompare(other.name))).toEqual(titled);
  });

  it('say context, decision, cost and what would make us think again, on a page that is read at once', () => {
    const headings = pages.map(({ text }) =>
      [...text.matchAll(/^## (?<heading>.+)$/gmu)].map(({ groups }) => groups?.['heading']),
    );
    expect(headings).toEqual(pages.map(() => HEADINGS));
    expect(pages.filter(({ text }) => text.split('\n').length > MAX_PAGE_LENGTH).map(({ name }) => name)).toEqual([]);
  });

  it('are there wherever one is cited', () => {
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.flatMap((path) => mistakenIn(path, read(path), names))).toEqual([]);
  });

  it('name only files that there are', () => {
    const named = pages.flatMap(({ name, text }) => [
      ...[...text.matchAll(LINK)].map(({ groups }) => ({ name, path: join(FOLDER, groups?.['to'] ?? '') })),
      ...[...text.matchAll(/`(?<path>(?:src|integrations|templates|test|docs)\/[^`\s]*)`/gu)].map(({ groups }) => ({
        name,
        path: groups?.['path'] ?? '',
      })),
    ]);
    const gone = named.filter(({ path }) => !existsSync(join(ROOT, path)));
    const alone = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/`(?<file>[a-z][\w.-]*\.(?:tsx?|mjs|cjs|py))`/gu)]
        .map(({ groups }) => ({ name, path: groups?.['file'] ?? '' }))
        .filter(({ path }) => !path.endsWith('.py') && !sources.has(path)),
    );
    expect(named.length).toBeGreaterThan(50);
    expect([...gone, ...alone]).toEqual([]);
  });
});
