import { CHAIN_START, linkHash } from '../../../kernel/hash-chain.js';
import { RegisterCheck, type RegisterVerdict } from '../register-check.js';
import { saidByEntry, type LineAct } from '../register-line.js';

interface Step {
  readonly act: LineAct;
  readonly id?: string;
  readonly facts: object;
}

const GIVEN = { givenBy: { by: 'eOffice' } };

/** A chain in which these acts follow one another, each well hashed, and the lines that stand at its end. */
function checked(
  steps: readonly Step[],
  lines: readonly { readonly id: string; readonly facts: object }[],
): RegisterVerdict {
  const check = new RegisterCheck('incoming', 2026);
  let previousHash = CHAIN_START;
  for (const [at, { act, id = 'a', facts }] of steps.entries()) {
    const entry = {
      ...{ book: 'incoming' as const, year: 2026, seq: at + 1, at: new Date('2026-03-18T02:00:00Z'), act },
      ...{ number: numberOf(facts), documentId: id, facts },
    };
    const hash = linkHash(previousHash, saidByEntry(entry));
    check.entry({ ...entry, previousHash, hash });
    previousHash = hash;
  }
  for (const { id, facts } of lines) {
    const line = { book: 'incoming' as const, year: 2026, number: numberOf(facts), documentId: id, facts };
    check.line({ ...line, voided: false, files: [] });
  }
  return check.verdict(Math.max(0, ...lines.map(({ facts }) => numberOf(facts))));
}

function numberOf(facts: object): number {
  return (facts as { number: number }).number;
}

const waits = { number: -1, subject: 'x' };
const numbered = { number: 1, subject: 'x', ...GIVEN };

describe('a line of the incoming book that waits for its number', () => {
  it('is counted apart from the numbers, and is proved', () => {
    const verdict = checked([{ act: 'entered', facts: waits }], [{ id: 'a', facts: waits }]);
    expect(verdict).toMatchObject({ accept: true, awaiting: 1, to: 0, present: 0 });
  });

  it('is one with a number once that was given', () => {
    const steps = [
      { act: 'entered' as const, facts: waits },
      { act: 'numbered' as const, facts: numbered },
    ];
    expect(checked(steps, [{ id: 'a', facts: numbered }])).toMatchObject({ accept: true, to: 1, givenThere: 1 });
  });

  it('is gone from the book once it went into that of another year', () => {
    const steps = [
      { act: 'entered' as const, facts: waits },
      { act: 'carried' as const, facts: waits },
    ];
    expect(checked(steps, [])).toMatchObject({ accept: true, to: 0 });
  });

  it.each<[string, readonly Step[], object, readonly string[]]>([
    ['is missed', [{ act: 'entered', facts: waits }], [], ['line-missing']],
    [
      'was changed',
      [{ act: 'entered', facts: waits }],
      [{ id: 'a', facts: { ...waits, subject: 'y' } }],
      ['line-changed'],
    ],
    [
      'was moved',
      [{ act: 'entered', facts: waits }],
      [{ id: 'a', facts: { ...waits, number: -2 } }],
      ['number-below-one', 'line-changed'],
    ],
    [
      'got a number without a source',
      [
        { act: 'entered', facts: waits },
        { act: 'numbered', facts: { number: 1, subject: 'x' } },
      ],
      [{ id: 'a', facts: { number: 1, subject: 'x' } }],
      ['act-impossible'],
    ],
    [
      'got other words with its number',
      [
        { act: 'entered', facts: waits },
        { act: 'numbered', facts: { ...numbered, subject: 'y' } },
      ],
      [{ id: 'a', facts: { ...numbered, subject: 'y' } }],
      ['act-impossible'],
    ],
    [
      'had its number and got another',
      [
        { act: 'entered', facts: { number: 1, subject: 'x' } },
        { act: 'numbered', facts: { ...numbered, number: 2 } },
      ],
      [{ id: 'a', facts: { ...numbered, number: 2 } }],
      ['act-impossible', 'number-missing'],
    ],
    [
      'had its number and was carried away',
      [
        { act: 'entered', facts: numbered },
        { act: 'carried', facts: numbered },
      ],
      [],
      ['act-impossible'],
    ],
  ])('tells when it %s', (_what, steps, lines, codes) => {
    const { flaws } = checked(steps, lines as readonly { id: string; facts: object }[]);
    expect(flaws.map(({ code }) => code)).toEqual(codes);
  });
});
