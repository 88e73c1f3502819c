import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYNC_ACTS } from '../../organisation/domain/directory/sync-line.js';
import { actWords, knownActs, objectWords } from './journal-words.js';

/** Acts whose code is put together, by the part that stands there; their ends are listed where they are made. */
const PUT_TOGETHER: readonly (readonly [beginning: string, ends: readonly string[]])[] = [
  ['apiToken.', ['confirm', 'revoke']],
  ['circular.', ['change', 'draft', 'remind', 'send', 'withdraw']],
  ['commendation.', ['award', 'begin', 'decide', 'describe', 'drop', 'submit']],
  ['copy.', ['sealed', 'voided']],
  ['directive.', ['issue', 'answer', 'return', 'close', 'handOver']],
  ['draft.approve.', ['content', 'format']],
  ['file.', ['addPaper', 'close', 'describe', 'handOver', 'hold', 'keepBack', 'putBack', 'release', 'removePaper']],
  ['merit.', ['consent', 'flag', 'withdraw']],
  ['outgoing.', ['number', 'reserve', 'sealed', 'released', 'voided']],
  ['promise.', ['hold', 'release', 'setAside', 'markDelivered']],
  ['signature.', ['pending', 'released']],
  ['signatureEvidence.', ['judged', 'overridden', 'withdrawn']],
  ['staff.sync.', SYNC_ACTS],
  ['ticket.', ['assign', 'rejectUnfounded', 'withdraw']],
];

/** What the program writes into the journal, as its source says it. */
const written = sources('src')
  .map((path) => readFileSync(path, 'utf8'))
  .filter((source) => /journal\.record\(|\baction: /u.test(source));

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(join('src', 'web')) && !path.startsWith(join('src', 'cli')));
}

function found(pattern: RegExp): string[] {
  return [...new Set(written.flatMap((source) => [...source.matchAll(pattern)].map(([, text = '']) => text)))].sort();
}

describe('the words of the journal', () => {
  it('name every act that the program writes down', () => {
    const acts = [
      ...found(/\baction: '([a-z]\w+\.[\w.]+)'/gu),
      ...found(/\baction: \S+ \? '([a-z]\w+\.[\w.]+)'/gu),
      ...found(/\bexport const [A-Z_]+ = '(record\.\w+)';/gu),
      ...found(/record\(\s*tx,\s*\w+,\s*'([a-z]\w+\.\w+)'/gu),
      ...PUT_TOGETHER.flatMap(([beginning, ends]) => ends.map((end) => beginning + end)),
    ];
    expect(acts.length).toBeGreaterThan(80);
    expect(acts.filter((act) => actWords(act) === null)).toEqual([]);
  });

  it('know every act whose code is put together', () => {
    const beginnings = found(/\baction: `([\w.]+)\$\{/gu);
    const known = PUT_TOGETHER.map(([beginning]) => beginning);
    expect(beginnings.length).toBeGreaterThan(5);
    expect(beginnings.filter((beginning) => !known.includes(beginning))).toEqual([]);
  });

  it('name every kind of object', () => {
    expect(found(/\bobjectKind: '(\w+)'/gu).filter((kind) => objectWords(kind) === null)).toEqual([]);
  });

  it('tell every act apart', () => {
    const words = knownActs().map((act) => act.words);
    expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([]);
  });
});
