import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = 'docs/law/rules.md';
/** The page lists every number, and this file makes some up. */
const CITES_NOTHING: ReadonlySet<string> = new Set([PAGE, 'test/docs/rules-page.spec.ts']);

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const page = read(PAGE);

const CITATION =
  /\brule(?:\s+(?:\*\s+|\/\/\s+)?(?<one>\d+)\b|s\s+(?:\*\s+|\/\/\s+)?(?<several>\d+(?:(?:, | and | to | ?[–-] ?)\d+)*))/giu;
const LIST_ITEM = /(?<first>\d+)(?:(?: to | ?[–-] ?)(?<last>\d+))?/gu;

/** Numbers of the rules that a text cites: `rule 21`, `rules 14 and 15`, `rules 23 to 25`, `rules 40–53`. */
function rulesCitedIn(text: string): readonly number[] {
  return [...text.matchAll(CITATION)].flatMap(({ groups }) =>
    [...(groups?.['one'] ?? groups?.['several'] ?? '').matchAll(LIST_ITEM)].flatMap(({ groups: item }) => {
      const first = Number(item?.['first']);
      const last = Number(item?.['last'] ?? first);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

interface Rule {
  readonly number: number;
  /** Paragraphs before the list of facts: the rule itself, in one. */
  readonly sentences: readonly string[];
  /** `Source`, `Code`, `Tests`, `Not held`, as written. */
  readonly facts: ReadonlyMap<string, string>;
}

function rulesOn(text: string): readonly Rule[] {
  return text
    .split(/^### Rule /mu)
    .slice(1)
    .map((section) => {
      const [number = '', ...lines] = (section.split(/^## /mu)[0] ?? '').split('\n');
      const body = lines.join('\n').trim();
      const facts = [...body.matchAll(/^- (?<name>[A-Z][a-z ]+): (?<words>.+)$/gmu)].map(
        ({ groups }): [string, string] => [groups?.['name'] ?? '', groups?.['words'] ?? ''],
      );
      const sentences = (body.split(/^- /mu)[0] ?? '').trim().split('\n\n');
      return { number: Number(number), sentences, facts: new Map(facts) };
    });
}

const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`(?<path>[\w./-]+\/[\w.-]+\.\w+)`/gu)].map(({ groups }) => groups?.['path'] ?? '');

const rules = rulesOn(page);
const numbers = rules.map(({ number }) => number);

/** Each text of the repository that may cite a rule. */
const texts = ['src', 'integrations', 'templates', 'test', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.(?:tsx?|m?js|cjs|css|md)$/u.test(path) && !CITES_NOTHING.has(path)),
);

/** Citations of numbers that stand in no list: `path: rule 99`. */
function unknownIn(path: string, text: string, known: readonly number[]): readonly string[] {
  return rulesCitedIn(text)
    .filter((number) => !known.includes(number))
    .map((number) => `${path}: rule ${number}`);
}

describe('a citation of rules', () => {
  it.each([
    ['// As rule 21 says.', [21]],
    ["it('rule 56, rule 57: starts both clocks')", [56, 57]],
    ['(rules 11, 16, 17 and 20)', [11, 16, 17, 20]],
    ['Rules 23 to 25 are held', [23, 24, 25]],
    ['rules 40–42, 44', [40, 41, 42, 44]],
    [' * never alone (rule\n * 42). The rest', [42]],
    ['rule 35, 500 letters at most', [35]],
    ['three rules and 12 tables', []],
  ])('is read in %j', (text, cited) => {
    expect(rulesCitedIn(text)).toEqual(cited);
  });

  it('of a number that no list has is told with its file', () => {
    expect(unknownIn('src/a.ts', '/** Rule 1; but see rules 2 and 99. */', [1, 2])).toEqual(['src/a.ts: rule 99']);
  });
});

describe('the list of rules', () => {
  it('numbers its rules from 1, in order, each once', () => {
    expect(numbers).toEqual(rules.map((_rule, index) => index + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(66);
  });

  it('says of each rule one sentence, its source, and the code that decides it', () => {
    const lacking = rules.filter(
      ({ sentences, facts }) =>
        sentences.length !== 1 || !/\.$/u.test(sentences[0] ?? '') || !facts.has('Source') || !facts.has('Code'),
    );
    expect(lacking.map(({ number }) => number)).toEqual([]);
    expect(rules.filter(({ facts }) => pathsIn(facts.get('Code') ?? '').length === 0)).toEqual([]);
  });

  it('has every rule that code, tests and documents cite', () => {
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.flatMap((path) => unknownIn(path, read(path), numbers))).toEqual([]);
  });

  it('names only files that there are', () => {
    const linked = [...page.matchAll(/\]\((?<to>[^)#]+\.md)/gu)].map(({ groups }) =>
      join(dirname(PAGE), groups?.['to'] ?? ''),
    );
    expect(linked.length).toBeGreaterThan(5);
    expect([...pathsIn(page), ...linked].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names for each rule tests that cite it, or says why there is none', () => {
    const mistaken = rules.flatMap(({ number, facts }) => {
      const tests = pathsIn(facts.get('Tests') ?? '');
      if (tests.length === 0) return facts.has('Not held') ? [] : [`rule ${number}: neither a test nor a reason`];
      return tests
        .filter((path) => !/\.spec\.tsx?$/u.test(path) || !rulesCitedIn(read(path)).includes(number))
        .map((path) => `${path} does not cite rule ${number}`);
    });
    expect(mistaken).toEqual([]);
  });
});
