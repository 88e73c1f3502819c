import { Dice } from '../../../test/support/dice.js';
import { SIGNATURE_STATUSES, type RemoteSignatureStatus } from '../ports/signing-desk.port.js';
import { outcomeOf, requireSignatureMove, SIGNATURE_STATES, type SignatureState } from './signature-request.js';

type Outcome = ReturnType<typeof outcomeOf>;

const SEEN = 5;

/** What a new word does that names the file, by the state in which it comes; a word that is not named does nothing. */
const DOES: Readonly<Partial<Record<SignatureState, Partial<Record<RemoteSignatureStatus, Outcome>>>>> = {
  submitted: {
    received: 'noted',
    inProgress: 'noted',
    returned: 'returned',
    rejected: 'rejected',
    cancelled: 'cancelled',
    failed: 'failed',
    signed: 'signed',
    numbered: 'signed',
    sealed: 'signed',
    published: 'signed',
  },
  sealing: {
    received: 'noted',
    inProgress: 'noted',
    signed: 'noted',
    numbered: 'noted',
    returned: 'sealFailed',
    rejected: 'sealFailed',
    cancelled: 'sealFailed',
    failed: 'sealFailed',
    sealed: 'proveSeal',
    published: 'proveSeal',
  },
  cancelled: { signed: 'late', numbered: 'late', sealed: 'late', published: 'late' },
  failed: { signed: 'late', numbered: 'late', sealed: 'late', published: 'late' },
};

const EVERY = SIGNATURE_STATES.flatMap((state) =>
  SIGNATURE_STATUSES.map((status) => ({ state, status, does: DOES[state]?.[status] ?? ('nothing' as const) })),
);

describe('a word of the e-office, in every state of a letter', () => {
  it.each(EVERY)('$status at $state: $does', ({ state, status, does }) => {
    const standing = { state, remoteRevision: SEEN, signedSha256: null };
    const said = (revision: number): Outcome => outcomeOf(standing, { status, revision, hasFile: true });
    const old = does === 'late' ? 'late' : 'nothing';
    expect([said(SEEN - 1), said(SEEN), said(SEEN + 1)]).toEqual([old, old, does]);
  });

  it.each(EVERY)('$status at $state without its file never moves a letter to be proved', ({ state, status }) => {
    const said = outcomeOf(
      { state, remoteRevision: SEEN, signedSha256: null },
      { status, revision: SEEN + 1, hasFile: false },
    );
    expect(['signed', 'proveSeal', 'late']).not.toContain(said);
  });
});

describe('a word about a letter that was taken back after its leader had signed it', () => {
  it.each([
    ['what was signed before', 'signed', SEEN, 'nothing'],
    ['the bad seal for which its number was voided', 'sealed', SEEN, 'nothing'],
    ['a number that is given there all the same', 'numbered', SEEN + 1, 'nothing'],
    ['a seal that is set all the same', 'sealed', SEEN + 1, 'late'],
  ] as const)('%s', (_which, status, revision, does) => {
    const standing = { state: 'cancelled', remoteRevision: SEEN, signedSha256: 'a'.repeat(64) } as const;
    expect(outcomeOf(standing, { status, revision, hasFile: true })).toBe(does);
  });
});

interface Word {
  readonly status: RemoteSignatureStatus;
  readonly revision: number;
  readonly hasFile: boolean;
}

/** What an e-office says until its leader has acted, and after our order to seal; the last of each is what it says whenever it is asked. */
interface History {
  readonly before: readonly Word[];
  readonly after: readonly Word[];
}

class Letter {
  state: SignatureState = 'submitted';
  remoteRevision = 0;
  signedSha256: string | null = null;

  hear(word: Word): void {
    const outcome = outcomeOf(this, word);
    if (outcome === 'nothing' || outcome === 'unfinished' || outcome === 'late') return;
    this.remoteRevision = word.revision;
    if (outcome === 'noted') return;
    this.move(outcome === 'proveSeal' ? 'sealed' : outcome);
    if (outcome === 'proveSeal') this.move('released');
    if (outcome === 'signed') this.move('verified');
  }

  orderSeal(): void {
    if (this.state === 'verified') this.move('sealing');
  }

  private move(to: SignatureState): void {
    requireSignatureMove(this.state, to);
    this.state = to;
  }
}

function told(
  { before, after }: History,
  deliver: (words: readonly Word[], known: readonly Word[]) => readonly Word[],
) {
  const letter = new Letter();
  for (const word of deliver(before, [])) letter.hear(word);
  letter.orderSeal();
  for (const word of deliver(after, before)) letter.hear(word);
  return letter.state;
}

const ENDS = ['returned', 'rejected', 'cancelled', 'failed'] as const;

function history(dice: Dice): History {
  let revision = 0;
  const next = (status: RemoteSignatureStatus, hasFile = true): Word => ({
    status,
    hasFile,
    revision: (revision += 1),
  });
  const waits = Array.from({ length: dice.below(4) }, () => next('inProgress'));
  const opened = [next('received'), ...waits];
  if (dice.below(2) === 0) return { before: [...opened, next(dice.oneOf(ENDS))], after: [] };
  const signed = next('signed');
  const before = [...opened, { ...signed, hasFile: false }, signed];
  const after =
    dice.below(4) === 0 ? [next(dice.oneOf(ENDS))] : [next('numbered'), next(dice.oneOf(['sealed', 'published']))];
  return { before, after };
}

function shuffled<T>(dice: Dice, list: readonly T[]): readonly T[] {
  return list
    .map((item) => ({ item, at: dice.next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Lost but for the last, doubled, out of order, and mixed with what came long before. */
const disturbed =
  (dice: Dice) =>
  (words: readonly Word[], known: readonly Word[]): readonly Word[] => {
    const last = words.at(-1);
    const some = [...words, ...words, ...known].filter(() => dice.below(3) > 0);
    return shuffled(dice, last === undefined ? some : [...some, last]);
  };

describe('2,000 histories of letters', () => {
  it('end as they do in order, however their words are lost, doubled, late or out of order', () => {
    const dice = new Dice(5034);
    const ends = new Map<SignatureState, number>();
    for (let at = 0; at < 2_000; at += 1) {
      const happened = history(dice);
      const inOrder = told(happened, (words) => words);
      ends.set(inOrder, (ends.get(inOrder) ?? 0) + 1);
      expect({ at, happened, state: told(happened, disturbed(dice)) }).toEqual({ at, happened, state: inOrder });
    }
    expect([...ends.keys()].toSorted()).toEqual([
      'cancelled',
      'failed',
      'rejected',
      'released',
      'returned',
      'sealFailed',
    ]);
    expect(Math.min(...ends.values())).toBeGreaterThan(100);
  });
});
