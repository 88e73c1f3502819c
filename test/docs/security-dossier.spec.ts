import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { isThere, rowsOf, testsNamedIn } from '../support/named-tests.js';
import { WAYS_OUT } from '../support/ways-out.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = 'docs/security/level-dossier.md';
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const page = read(PAGE);
const rows = rowsOf(PAGE);
/** Of the assets, the threats and the requirements: each begins with its code. */
const coded = rows.filter(([code = '']) => /^[A-Z]{2}\d+$/u.test(code));
const requirements = coded.filter(({ length }) => length === 6);
const [ports = '', ways = ''] = ['Cổng', 'Đường ra'].map(
  (name) => new RegExp(`\\n### ${name}\\n(.*?)\\n##`, 'su').exec(page)?.[1],
);
const firstCellsOf = (section: string): readonly string[] =>
  [...section.matchAll(/^\| (?<cell>[^|]+) \|/gmu)].map(({ groups }) => groups?.['cell']?.trim() ?? '').slice(2);

describe('the dossier of the level', () => {
  it('says of each requirement by which test it is met, that it is the agency’s, or that it is not there', () => {
    expect(requirements.length).toBeGreaterThan(70);
    const bare = requirements.filter(
      ([, , , , , shownBy = '']) =>
        testsNamedIn(shownBy).length === 0 && !/^(?:đơn vị làm|chưa có)(?:: \S|$)/u.test(shownBy),
    );
    expect(bare).toEqual([]);
  });

  it('names only tests that there are', () => {
    const named = requirements.flatMap(([code = '', , , , , shownBy = '']) =>
      testsNamedIn(shownBy).map((test) => ({ ...test, code })),
    );
    expect(named.length).toBeGreaterThan(90);
    expect(named.filter((test) => !isThere(test))).toEqual([]);
  });

  it('names only pages and files that there are, and headings that it has', () => {
    const links = [...page.matchAll(/\]\((?!https:)(?<to>[^)]+)\)/gu)].map(({ groups }) => groups?.['to'] ?? '');
    const files = [...page.matchAll(/`(?<path>(?:src|integrations|test|docs)\/[^`]+)`/gu)].map(
      ({ groups }) => groups?.['path'] ?? '',
    );
    const places = [
      ...links.filter((to) => !to.startsWith('#')).map((to) => normalize(join(dirname(PAGE), to))),
      ...files,
    ];
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const headings = [...page.matchAll(/^#+ (?<words>.+)$/gmu)].map(
      ({ groups }) => `#${(groups?.['words'] ?? '').toLowerCase().replace(/,/gu, '').replace(/ /gu, '-')}`,
    );
    expect(links.filter((to) => to.startsWith('#') && !headings.includes(to))).toEqual([]);
  });

  it('gives each code once, and threatens and guards nothing that has none', () => {
    const codes = coded.map(([code = '']) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const meant = coded
      .filter(({ length }) => length === 4)
      .flatMap(([, , harmed = '', guarded = '']) => [...`${harmed} ${guarded}`.matchAll(/\b[A-Z]{2}\d+\b/gu)])
      .map(([code]) => code);
    expect(meant.length).toBeGreaterThan(40);
    expect(meant.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('has every way out of the app, and no other', () => {
    const named = firstCellsOf(ways).map((cell) => cell.replaceAll('`', ''));
    expect(named.toSorted()).toEqual(Object.keys(WAYS_OUT).toSorted());
  });

  it('has every port of the settings, the image and the samples', () => {
    const said = firstCellsOf(ports).flatMap((cell) => cell.split(', '));
    const inText = [...ports.matchAll(/\d{2,5}/gu)].map(([port]) => port);
    const used = [
      ...read('.env.example').matchAll(/:\/\/[^\s/]*:(?<port>\d{2,5})\b/gu),
      ...read('.env.example').matchAll(/^HOI_AM_PORT=(?<port>\d+)/gmu),
      ...read('Dockerfile').matchAll(/^EXPOSE (?<port>\d+)/gmu),
      ...read('docs/operations/deploy/kubernetes/network-policies.yaml').matchAll(/port: (?<port>\d+)/gu),
      ...read('docs/operations/production.md').matchAll(/127\.0\.0\.1:(?<port>\d+)/gu),
    ].map(({ groups }) => groups?.['port'] ?? '');
    expect(new Set(used).size).toBeGreaterThan(9);
    expect(used.filter((port) => !said.includes(port))).toEqual([]);
    const published = [...read('docs/operations/deploy/compose.yaml').matchAll(/'(\d+):(\d+)'/gu)].flatMap(
      ([, outside = '', inside = '']) => [outside, inside],
    );
    expect(published.length).toBeGreaterThan(2);
    expect(published.filter((port) => !inText.includes(port))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  it('says in both languages how to report, what to expect, and which versions are mended', () => {
    const [vietnamese = '', english = ''] = read('SECURITY.md').split('## In English');
    for (const words of ['Báo ở đâu', 'Ghi gì', 'Khi nào được trả lời', 'Phiên bản được vá', 'Được thử gì'])
      expect(vietnamese).toContain(`**${words}.**`);
    for (const words of ['Where', 'What', 'What to expect', 'Supported versions', 'What you may try'])
      expect(english).toContain(`**${words}.**`);
    const days = (text: string): readonly string[] => text.match(/\b\d+\b(?= ngày| working days|,| days)/gu) ?? [];
    expect(days(vietnamese)).toEqual(days(english));
  });
});
