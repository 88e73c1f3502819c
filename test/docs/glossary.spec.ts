import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TICKET_STATES } from '../../src/tickets/domain/ticket-state.js';
import { DRAFT_STATE_WORDS } from '../../src/web/drafting/draft-states.js';
import { ticketStateLabel } from '../../src/web/kit/words/states.js';
import { LOOKS } from '../../src/web/signing/signature-verdict.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/GLOSSARY.md'), 'utf8');

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const tables: readonly Table[] = [...PAGE.matchAll(/(?:^\|.*\n)+/gmu)].map(([text]) => {
  const [head = '', , ...rows] = text.trimEnd().split('\n');
  return { head: cellsOf(head), rows: rows.map(cellsOf) };
});

/** The rows of all tables with this first column. */
function rowsUnder(head: string): readonly (readonly string[])[] {
  return tables.filter((table) => table.head[0] === head).flatMap(({ rows }) => rows);
}

const WORD = /[\p{L}\p{N}_]+/gu;
const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

/** The words that sources and their names are made of. */
const program = new Set(
  ['src', 'integrations', 'templates'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|m?js)$/u.test(name) && !/\.spec\.tsx?$/u.test(name))
      .flatMap((name) => [...new Set([...wordsIn(name), ...wordsIn(readFileSync(join(ROOT, folder, name), 'utf8'))])]),
  ),
);

describe('docs/GLOSSARY.md', () => {
  it('tells each word once', () => {
    const words = rowsUnder('tiếng Việt').map(([word = '']) => word);
    expect(words.length).toBeGreaterThan(250);
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
  });

  it('names the standard or the framework behind each English term', () => {
    const terms = rowsUnder('term');
    expect(terms.length).toBeGreaterThan(30);
    expect(terms.filter(([, , standard = '–']) => standard.length < 5)).toEqual([]);
  });

  it('names what the program has', () => {
    const named = [
      ...rowsUnder('tiếng Việt').map(([, code = '']) => code),
      ...rowsUnder('term').map((row) => row[3] ?? ''),
    ];
    const names = named.flatMap((code) =>
      [...code.matchAll(/`(?<name>[^`]+)`/gu)].map(({ groups }) => groups?.['name'] ?? ''),
    );
    const gone = names.filter((name) => !name.endsWith('…') && !wordsIn(name).every((word) => program.has(word)));
    expect(names.length).toBeGreaterThan(400);
    expect(gone).toEqual([]);
  });

  it.each([
    ['a ticket', Object.fromEntries(TICKET_STATES.map((state) => [state, ticketStateLabel(state)]))],
    ['a draft', DRAFT_STATE_WORDS],
    ['a signature request', Object.fromEntries(Object.entries(LOOKS).map(([state, { words }]) => [state, words]))],
  ])('calls the states of %s as pages do', (of, words) => {
    const told = rowsUnder(`state of ${of}`).map(([state = '', word = '']): [string, string] => [
      state.replaceAll('`', ''),
      word,
    ]);
    expect(Object.fromEntries(told)).toEqual(words);
  });
});
