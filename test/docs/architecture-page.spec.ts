import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mjs)$/u.test(path) && !/\.spec\.tsx?$/u.test(path))
    .map((path) => join(folder, path));
}

const PAGE = read('docs/ARCHITECTURE.md');
const NAMED = [...new Set([...PAGE.matchAll(/`(?<name>[^`\s]+)`/gu)].map((found) => found.groups?.['name'] ?? ''))];
const SOURCES = [...sources('src'), ...sources('integrations')];

/** Sources that the page prints whole, as models to follow. */
const PRINTED = [...PAGE.matchAll(/^`(?<path>[^`\n]+)`\n\n```tsx?\n(?<text>.*?)```$/gmsu)].map(({ groups }) => [
  groups?.['path'] ?? '',
  groups?.['text'] ?? '',
]);

describe('docs/ARCHITECTURE.md', () => {
  it.each(PRINTED)('prints %s as it is', (path, text) => {
    expect(text).toBe(read(path));
  });

  it('prints one use case and one page', () => {
    const ends = ['.ts', '-page-query.ts', '-page.tsx', '.controller.tsx'];
    for (const end of ends) expect(PRINTED.some(([path = '']) => path.endsWith(end))).toBe(true);
  });

  it('draws each folder of src and integrations in the tree', () => {
    const tree = /```\n(?<tree>src\/\n.*?)```/su.exec(PAGE)?.groups?.['tree'] ?? '';
    const drawn = [...tree.matchAll(/^ {2}(?<folder>[\w-]+)\/ /gmu)].map(({ groups }) => groups?.['folder']);
    const there = ['src', 'integrations'].flatMap((root) =>
      readdirSync(join(ROOT, root), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    );
    expect([...drawn].sort()).toEqual([...there].sort());
  });

  it('links only to headings that it has', () => {
    const headings = [...PAGE.matchAll(/^## (?<words>.+)$/gmu)].map(({ groups }) =>
      (groups?.['words'] ?? '')
        .toLowerCase()
        .replaceAll(/[^\w\s-]/gu, '')
        .replaceAll(' ', '-'),
    );
    const linked = [...PAGE.matchAll(/\]\(#(?<to>[^)]+)\)/gu)].map(({ groups }) => groups?.['to'] ?? '');
    expect(linked.length).toBeGreaterThan(20);
    expect(linked.filter((to) => !headings.includes(to))).toEqual([]);
  });

  it.each(NAMED.filter((name) => /^(src|integrations|templates|test|docs)\//u.test(name)))('%s is there', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });

  it.each(NAMED.filter((name) => /^[a-z][\w.-]*\.(ts|tsx|mjs)$/u.test(name)))('%s names a file', (name) => {
    expect(SOURCES.map((path) => basename(path))).toContain(name);
  });

  it('names every rule of the directions', () => {
    const rules = [...read('.dependency-cruiser.cjs').matchAll(/name: '(?<rule>[\w-]+)'/gu)];
    expect(NAMED).toEqual(expect.arrayContaining(rules.map((found) => found.groups?.['rule'])));
  });
});
