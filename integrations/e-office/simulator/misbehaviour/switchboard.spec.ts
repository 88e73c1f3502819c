import type { SignatureState } from '../../soap/signature-contract.js';
import { bitesAt, MISBEHAVIOUR_CODES, type PenAct } from './catalogue.js';
import { Switchboard } from './switchboard.js';

const at = new Date('2026-03-18T02:00:00Z');
const state: SignatureState = {
  signatureRequestId: 'ky-1',
  clientRequestId: 'SGDDT-1',
  revision: 1,
  status: 'received',
  changedAt: at,
  step: [],
  signedFile: [],
};
const before = { state, at };

describe('the switches of the simulated e-office', () => {
  it('are off until somebody turns one on', () => {
    const board = new Switchboard();
    expect([board.begin('sign', 'ky-1', before), board.list, board.ignoresCancel('ky-1')]).toEqual([null, null, false]);
  });

  it('bite the letter that is named, and no other', () => {
    const board = new Switchboard();
    board.switchOn('wrongLeader', 'ky-1');
    expect([board.begin('sign', 'ky-2', before), board.begin('sign', 'ky-1', before)]).toEqual([null, 'wrongLeader']);
  });

  it('wait for the act that they concern', () => {
    const board = new Switchboard();
    board.switchOn('wrongNumber');
    expect(board.begin('sign', 'ky-1', before)).toBeNull();
    expect(board.begin('seal', 'ky-1', before)).toBe('wrongNumber');
    expect(board.begin('seal', 'ky-2', before)).toBeNull();
  });

  it('remember how the letter stood before the act', () => {
    const board = new Switchboard();
    board.switchOn('late');
    board.begin('sign', 'ky-1', before);
    expect(board.of('ky-1')).toEqual({ requestId: 'ky-1', code: 'late', before });
  });

  it('of the list of revocations concern every letter', () => {
    const board = new Switchboard();
    board.switchOn('noList', 'ky-1');
    expect([board.list, board.of('ky-1')]).toEqual(['noList', null]);
    board.switchOff();
    expect(board.list).toBeNull();
  });

  it('each bite somewhere', () => {
    const acts: readonly PenAct[] = ['sign', 'seal'];
    const elsewhere = MISBEHAVIOUR_CODES.filter((code) => !acts.some((act) => bitesAt(code, act)));
    expect(elsewhere).toEqual(['afterCancel', 'noList', 'outdatedList']);
  });
});
