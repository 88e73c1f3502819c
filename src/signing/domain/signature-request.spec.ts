import { SIGNATURE_STATUSES, type RemoteSignatureStatus } from '../ports/signing-desk.port.js';
import {
  consequenceOf,
  inCourse,
  maySignatureMove,
  revisionToPassAgain,
  SIGNATURE_STATES,
  type Consequence,
  type SignatureState,
} from './signature-request.js';

type Row = [RemoteSignatureStatus, boolean, Consequence];

describe('what news of the e-office means', () => {
  it.each<Row>([
    ['received', false, 'noted'],
    ['inProgress', true, 'noted'],
    ['returned', false, 'returned'],
    ['rejected', false, 'rejected'],
    ['cancelled', false, 'cancelled'],
    ['failed', true, 'failed'],
    ['signed', true, 'signed'],
    ['signed', false, 'unfinished'],
    ['numbered', true, 'signed'],
    ['sealed', true, 'signed'],
    ['published', true, 'signed'],
    ['published', false, 'unfinished'],
  ])('at the leader, %s with a file = %s: %s', (status, hasFile, expected) => {
    expect(consequenceOf('submitted', { status, hasFile })).toBe(expected);
  });

  it.each<Row>([
    ['signed', true, 'noted'],
    ['numbered', false, 'noted'],
    ['sealed', true, 'proveSeal'],
    ['sealed', false, 'unfinished'],
    ['published', true, 'proveSeal'],
    ['failed', false, 'sealFailed'],
    ['cancelled', false, 'sealFailed'],
    ['rejected', false, 'sealFailed'],
    ['returned', true, 'sealFailed'],
  ])('at the seal, %s with a file = %s: %s', (status, hasFile, expected) => {
    expect(consequenceOf('sealing', { status, hasFile })).toBe(expected);
  });

  it('moves a letter only where its table lets it go', () => {
    for (const status of SIGNATURE_STATUSES) {
      for (const state of ['submitted', 'sealing'] as const) {
        const to = SIGNATURE_STATES.find((known) => known === consequenceOf(state, { status, hasFile: true }));
        if (to !== undefined) expect([state, to, maySignatureMove(state, to)]).toEqual([state, to, true]);
      }
    }
  });
});

describe('a seal ordered again', () => {
  it.each([
    ['looks anew at the file that did not prove itself', 'proof', 6],
    ['waits for news after a refusal', 'refusal', 7],
  ] as const)('%s', (_rule, stoppedBy, expected) => {
    expect(revisionToPassAgain(7, stoppedBy)).toBe(expected);
  });
});

describe('the course of a letter', () => {
  const step = (state: SignatureState, at: string) => ({ state, at: new Date(`2026-03-16T${at}:00Z`) });

  it('tells steps by time, and of one moment the one that led to the other first', () => {
    const kept = [
      step('verified', '09:52'),
      step('sealing', '10:30'),
      step('submitted', '08:12'),
      step('signed', '09:52'),
      step('pending', '08:12'),
    ];
    expect(inCourse(kept).map(({ state }) => state)).toEqual(['pending', 'submitted', 'signed', 'verified', 'sealing']);
  });

  it('keeps a step that follows no other, at its time', () => {
    const kept = [step('sealed', '08:12'), step('pending', '08:10'), step('verified', '08:12')];
    expect(inCourse(kept).map(({ state }) => state)).toEqual(['pending', 'sealed', 'verified']);
  });
});
