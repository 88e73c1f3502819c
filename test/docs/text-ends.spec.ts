import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

const sources = ['src', 'integrations', 'templates'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|js)$/u.test(name) && !/\.spec\./u.test(name))
    .map((name) => `${top}/${name}`),
);

/** A pattern that begins with a run of characters and ends where the text does. */
const RUN_AT_END = /(?:(?<!\\)\/\(?|\|)(?:\[(?:[^\]\\]|\\.)+\]|\\[sdw])[+*]\)?\$\//u;

describe('a run of characters at the end of a text', () => {
  it('is looked for from where it begins alone: a text of blanks would else be read once for each of them', () => {
    const found = sources.flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (RUN_AT_END.test(line) ? [`${file}:${String(at + 1)}`] : [])),
    );
    expect(sources.length).toBeGreaterThan(1_000);
    expect(found).toEqual([]);
  });
});
