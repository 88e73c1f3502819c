import { SIGNATURE_STATUSES, type RemoteSignatureStatus } from '../ports/signing-desk.port.js';
import {
  consequenceOf,
  maySignatureMove,
  revisionToPassAgain,
  SIGNATURE_STATES,
  type Consequence,
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
