import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CHAIN_START, linkHash, type Link } from '../../kernel/hash-chain.js';
import { RegisterCheck, type RegisterVerdict } from './register-check.js';
import { registerFlawSentence } from './register-flaw-words.js';
import { saidByEntry, type RegisterEntry, type RegisterLine } from './register-line.js';
import { requireConfirmStart, requireFirstNumber, requireStartBasis, startWords } from './register-start.js';

const AT = new Date('2026-06-15T02:00:00Z');
const BOOK = { book: 'outgoing', year: 2026 } as const;

type Said = Omit<RegisterEntry, 'book' | 'year' | 'seq' | 'at'>;

const start = (number: number, first = number): Said => ({
  act: 'begun',
  number,
  documentId: 'bat-dau-2026',
  facts: { ...BOOK, first, basis: 'sổ giấy', proposedBy: 'Tuệ', confirmedBy: 'Khánh' },
});

const entered = (number: number): Said => ({ act: 'entered', number, documentId: `d-${number}`, facts: { number } });

function chained(said: readonly Said[]): readonly (RegisterEntry & Link)[] {
  let previousHash = CHAIN_START;
  return said.map((one, at) => {
    const entry = { ...BOOK, ...one, seq: at + 1, at: AT };
    const link = { previousHash, hash: linkHash(previousHash, saidByEntry(entry)) };
    previousHash = link.hash;
    return { ...entry, ...link };
  });
}

interface Book {
  readonly said: readonly Said[];
  readonly numbers: readonly number[];
  readonly last: number;
}

/** The verdict on a book whose chain says this and which holds these numbers. */
function verdictOn({ said, numbers, last }: Book): RegisterVerdict {
  const check = new RegisterCheck('outgoing', 2026);
  for (const entry of chained(said)) check.entry(entry);
  for (const number of numbers) {
    const line: RegisterLine = {
      ...BOOK,
      number,
      documentId: `d-${number}`,
      facts: { number },
      voided: false,
      files: [],
    };
    check.line(line);
  }
  return check.verdict(last);
}

describe('a book that begins at another number than 1', () => {
  it('is whole from there on', () => {
    const verdict = verdictOn({ said: [start(412), entered(412), entered(413)], numbers: [412, 413], last: 413 });
    expect(verdict).toMatchObject({ accept: true, chain: 'intact', from: 412, to: 413, present: 2, gaps: [] });
  });

  it('is whole before its first document, having given nothing', () => {
    expect(verdictOn({ said: [start(412)], numbers: [], last: 411 })).toMatchObject({
      accept: true,
      from: 0,
      to: 0,
      present: 0,
      gaps: [],
    });
  });

  it.each<[string, Book, object]>([
    [
      'a gap after its first number',
      { said: [start(412), entered(413)], numbers: [413], last: 413 },
      { code: 'number-missing', number: 412 },
    ],
    [
      'a line before its first number',
      { said: [start(412), entered(411)], numbers: [411], last: 411 },
      { code: 'number-before-start', number: 411, first: 412 },
    ],
    [
      'a last number that was set back',
      { said: [start(412)], numbers: [], last: 3 },
      { code: 'last-number-wrong', number: 411, said: 3 },
    ],
    [
      'a second beginning',
      { said: [start(412), start(500)], numbers: [], last: 411 },
      { code: 'start-misplaced', seq: 2 },
    ],
    [
      'a beginning after a document',
      { said: [entered(1), start(412)], numbers: [1], last: 1 },
      { code: 'start-misplaced', seq: 2 },
    ],
    [
      'a beginning that says two numbers',
      { said: [start(412, 400)], numbers: [], last: 0 },
      { code: 'start-misplaced', seq: 1 },
    ],
    ['a beginning at 1 or below', { said: [start(1)], numbers: [], last: 0 }, { code: 'start-misplaced', seq: 1 }],
  ])('shows %s', (_what, book, flaw) => {
    const verdict = verdictOn(book);
    expect(verdict.accept).toBe(false);
    expect(verdict.flaws).toContainEqual(flaw);
    expect(verdict.flaws.map(registerFlawSentence).join(' ')).not.toContain('undefined');
  });

  it('takes the lines of another register over, right after it has begun and nowhere else', () => {
    const begun = { ...start(1), facts: { ...start(1).facts, takenOver: { source: 'sổ giấy', last: 2 } } };
    const old = (number: number): Said => ({
      ...entered(number),
      act: 'takenOver',
      facts: { number, takenOver: { source: 'sổ giấy' } },
    });
    const facts = { number: 2, takenOver: { source: 'sổ giấy' }, state: 'voided' };
    const codesOf = (...said: readonly Said[]) =>
      verdictOn({ said, numbers: [], last: 0 })
        .flaws.map(({ code }) => code)
        .filter((code) => code === 'act-impossible' || code === 'start-misplaced');
    expect(codesOf(begun, old(1), old(2), entered(3))).toEqual([]);
    expect(codesOf(begun, old(1), entered(2), old(3))).toEqual(['act-impossible']);
    expect(codesOf(start(412), old(412))).toEqual(['act-impossible']);
    expect(codesOf(begun, { ...old(1), facts: { number: 1 } })).toEqual(['act-impossible']);
    expect(codesOf(begun, { ...entered(1), facts: old(1).facts })).toEqual(['act-impossible']);
    expect(codesOf(begun, old(2), { act: 'voided', number: 2, documentId: 'd-2', facts })).toEqual(['act-impossible']);
  });

  it('takes a line of the e-office, which owns the book, at any time', () => {
    const facts = {
      number: 2,
      takenOver: { source: 'hệ thống quản lý văn bản' },
      givenBy: { by: 'clerk', name: 'Tuệ' },
    };
    const other: Said = { act: 'takenOver', number: 2, documentId: 'd-2', facts };
    const flaws = verdictOn({ said: [entered(1), entered(3), other], numbers: [1, 3], last: 3 }).flaws;
    expect(flaws.map(({ code }) => code)).toEqual(['line-missing', 'number-missing']);
  });

  it('still counts from 1 where nothing was decided', () => {
    const verdict = verdictOn({ said: [entered(412)], numbers: [412], last: 412 });
    expect(verdict).toMatchObject({ accept: false, from: 1, to: 412 });
    expect(verdict.gaps).toHaveLength(411);
  });
});

describe('a proposal of a first number', () => {
  it.each([1, 0, -3, 1.5, 100_000, Number.NaN])('is never %p', (first) => {
    expect(refusalOf(() => requireFirstNumber(first))).toBe('input-invalid');
  });

  it.each(['', '  ', 'a'.repeat(501)])('has a reason of a readable length', (basis) => {
    expect(refusalOf(() => requireStartBasis(basis))).toBe('input-invalid');
  });

  it.each<[string, Actor, string | null]>([
    ['the clerk who proposed it', actorOf('tue', 'registryClerk'), 'register-start-same-person'],
    [
      'the substitute of the clerk who proposed it',
      { ...actorOf('an', 'registryClerk'), onBehalfOf: { id: 'tue', name: 'Tuệ', by: 'An' } },
      'register-start-same-person',
    ],
    ['another clerk', actorOf('an', 'registryClerk'), null],
    ['a leader', actorOf('khanh', 'leader'), null],
    ['an administrator', actorOf('quantri', 'administrator'), null],
    ['a contact officer', actorOf('ngoc', 'contactOfficer'), 'forbidden'],
    ['a supervisor', actorOf('sam', 'supervisor'), 'forbidden'],
  ])('is confirmed by a second person: %s', (_who, actor, code) => {
    expect(refusalOf(() => requireConfirmStart(actor, 'tue'))).toBe(code);
  });

  it.each([
    ['Sổ giấy, số cuối 411', 'Sổ bắt đầu từ số 412 theo sổ giấy, số cuối 411.'],
    ['Theo biên bản 03/BB-VP.', 'Sổ bắt đầu từ số 412 theo biên bản 03/BB-VP.'],
    ['Nguyễn Văn An bàn giao', 'Sổ bắt đầu từ số 412 theo Nguyễn Văn An bàn giao.'],
  ])('is said in one sentence: %s', (basis, words) => {
    expect(startWords({ first: 412, basis })).toBe(words);
  });
});

/** Why something is refused; null where it is not. */
function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : 'not ours';
  }
}

function actorOf(id: string, role: Actor['roles'][number]): Actor {
  return { id, name: id, unitId: null, roles: [role] };
}
