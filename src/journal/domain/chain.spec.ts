import { CHAIN_START } from '../../kernel/hash-chain.js';
import { chainHash, firstBrokenLine, type ChainedLine } from './chain.js';

function chain(length: number): ChainedLine[] {
  const lines: ChainedLine[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const line = {
      seq,
      at: new Date(Date.UTC(2026, 2, seq)),
      actorId: 'u1',
      actorName: 'Phạm Minh Tuệ',
      action: 'register.incoming',
      objectKind: 'document',
      objectId: `d${String(seq)}`,
      detail: { number: seq },
      ...(seq < 3
        ? { form: null, actorRoles: null, principalId: null, principalName: null, address: null }
        : { form: 2, actorRoles: 'registryClerk', principalId: 'u2', principalName: 'Lê Văn An', address: '10.0.0.7' }),
    };
    const previousHash = lines.at(-1)?.hash ?? CHAIN_START;
    lines.push({ ...line, previousHash, hash: chainHash(previousHash, line) });
  }
  return lines;
}

describe('rule 54: the journal’s chain', () => {
  it('is whole as written', () => expect(firstBrokenLine(chain(5))).toBeNull());

  it.each<[string, (lines: ChainedLine[]) => ChainedLine[], number]>([
    ['an edited field', (lines) => lines.map((line) => (line.seq === 3 ? { ...line, actorName: 'Ai đó' } : line)), 3],
    [
      'an edited line with its own hash made anew',
      (lines) =>
        lines.map((line) => {
          if (line.seq !== 3) return line;
          const edited = { ...line, detail: { number: 99 } };
          return { ...edited, hash: chainHash(edited.previousHash, edited) };
        }),
      4,
    ],
    [
      'an edited address',
      (lines) => lines.map((line) => (line.seq === 4 ? { ...line, address: '10.0.0.8' } : line)),
      4,
    ],
    ['other roles', (lines) => lines.map((line) => (line.seq === 4 ? { ...line, actorRoles: 'leader' } : line)), 4],
    ['another principal', (lines) => lines.map((l) => (l.seq === 4 ? { ...l, principalName: 'Ai đó' } : l)), 4],
    [
      'a line made one of the old form',
      (lines) =>
        lines.map((line) =>
          line.seq === 4
            ? { ...line, form: null, actorRoles: null, principalId: null, principalName: null, address: null }
            : line,
        ),
      4,
    ],
    ['an address put into an old line', (lines) => lines.map((l) => (l.seq === 2 ? { ...l, address: 'cli' } : l)), 2],
    ['a removed line', (lines) => lines.filter((line) => line.seq !== 2), 3],
    ['two lines swapped', ([a, b, c, ...rest]) => [a!, c!, b!, ...rest], 3],
    ['a changed time', (lines) => lines.map((line) => (line.seq === 1 ? { ...line, at: new Date(0) } : line)), 1],
  ])('names the line after %s', (_tamper, tamper, broken) => {
    expect(firstBrokenLine(tamper(chain(5)))).toBe(broken);
  });

  it('does not depend on the order of keys in the detail', () => {
    const line = chain(1)[0]!;
    expect(chainHash(CHAIN_START, { ...line, detail: { a: 1, b: 2 } })).toBe(
      chainHash(CHAIN_START, { ...line, detail: { b: 2, a: 1 } }),
    );
  });
});
