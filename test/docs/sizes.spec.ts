import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

const entries = ['src', 'integrations'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true }),
);
const files = entries.filter((entry) => entry.isFile());
const sources = files.filter(({ name }) => /\.tsx?$/u.test(name) && !/\.spec\.tsx?$/u.test(name));

describe('a stranger takes in at one look', () => {
  it('each folder: at most 40 files', () => {
    const counts = new Map<string, number>();
    for (const { parentPath } of files) counts.set(parentPath, (counts.get(parentPath) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(100);
    expect([...counts].filter(([, count]) => count > 40)).toEqual([]);
  });

  it('each source: at most 300 lines', () => {
    const lines = ({ parentPath, name }: (typeof sources)[number]): number =>
      readFileSync(join(parentPath, name), 'utf8').split('\n').length - 1;
    expect(sources.filter((file) => lines(file) > 300).map(({ name }) => name)).toEqual([]);
  });
});
