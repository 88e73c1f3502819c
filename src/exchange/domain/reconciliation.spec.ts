import { NO_BYTES } from './inbox.js';
import {
  compareAnswers,
  compareNumbers,
  compareReceived,
  compareSent,
  inOrderOfNumbers,
  type MessageThere,
  type ReceivedHere,
  type SentHere,
} from './reconciliation.js';
import { isComparisonDue, skewOf, windowOf } from './comparison-window.js';

const at = (text: string): Date => new Date(`2026-11-${text}:00Z`);
const WINDOW = { from: at('20T00:00'), settled: at('27T00:00') };
const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

const there = (change: Partial<MessageThere> = {}): MessageThere => ({
  messageId: 'm-1',
  kind: 'document',
  fromAgency: 'H24.1022',
  size: 10,
  sha256: HASH,
  at: at('25T01:00'),
  acknowledged: true,
  ...change,
});
const received = (change: Partial<ReceivedHere> = {}): ReceivedHere => ({
  id: 'i-1',
  remoteId: 'm-1',
  documentId: 'D',
  sha256: HASH,
  queuedAt: at('25T01:00'),
  receivedAt: at('25T01:01'),
  registered: { number: 7, year: 2026 },
  ...change,
});
const sent = (change: Partial<SentHere> = {}): SentHere => ({
  id: 'd-1',
  consignmentId: 'SGDDT-1',
  sha256: HASH,
  createdAt: at('25T02:00'),
  sentAt: at('25T02:01'),
  cancelledAt: null,
  ...change,
});
const kinds = (found: readonly { readonly kind: string }[]): readonly string[] => found.map(({ kind }) => kind);

describe('what came', () => {
  it.each<[string, MessageThere[], ReceivedHere[], string[]]>([
    ['is the same on both sides', [there()], [received()], []],
    ['is listed there and not here', [there()], [], ['missingHere']],
    ['waits there for our next look', [there({ acknowledged: false })], [], []],
    ['is here without its bytes', [there()], [received({ sha256: NO_BYTES })], ['missingHere']],
    ['has other bytes there', [there({ sha256: OTHER })], [received()], ['contentDiffers']],
    ['still waits there for our word', [there({ acknowledged: false })], [received()], ['unacknowledged']],
    [
      'came a moment ago, its acknowledgement on its way',
      [there({ acknowledged: false })],
      [received({ receivedAt: WINDOW.settled })],
      [],
    ],
    ['is here and not listed there', [], [received()], ['unknownThere']],
    ['was queued before the window', [there({ at: at('19T23:59') })], [], []],
    ['was acknowledged by us a moment ago, and is not here', [there({ at: WINDOW.settled })], [], ['missingHere']],
    ['was queued a moment ago and still waits there', [there({ at: WINDOW.settled, acknowledged: false })], [], []],
    ['bears the same number in the mirror', [there({ mirrored: { number: 7, year: 2026 } })], [received()], []],
    [
      'bears another number in the mirror',
      [there({ mirrored: { number: 8, year: 2026 } })],
      [received()],
      ['numberTaken'],
    ],
    [
      'was entered there by hand, under a number of that register',
      [there({ mirrored: { number: 8, year: 2026 } })],
      [received({ isNumberedThere: true })],
      [],
    ],
    [
      'has a number there that our register does not know, as after an old backup',
      [there({ mirrored: { number: 8, year: 2026 } })],
      [],
      ['missingHere', 'numberTaken'],
    ],
  ])('%s', (_what, theirs, ours, expected) => {
    expect(kinds(compareReceived(theirs, ours, WINDOW))).toEqual(expected);
  });

  it('is fetched in the order of the numbers that it had, so that it gets them again', () => {
    const missing = [
      there({ messageId: 'late', at: at('25T03:00') }),
      there({ messageId: 'second', at: at('25T01:00'), mirrored: { number: 9, year: 2026 } }),
      there({ messageId: 'first', at: at('25T02:00'), mirrored: { number: 8, year: 2026 } }),
    ];
    const found = compareReceived(missing, [], WINDOW).filter(({ kind }) => kind === 'missingHere');
    expect(inOrderOfNumbers(found).map(({ subject }) => subject)).toEqual(['first', 'second', 'late']);
  });
});

describe('what was sent', () => {
  const taken = (change: Partial<MessageThere> = {}): MessageThere =>
    there({ messageId: 'out-1', consignmentId: 'SGDDT-1', fromAgency: 'H24.3', at: at('25T02:01'), ...change });
  const unsent = { sentAt: null };

  it.each<[string, MessageThere[], SentHere[], string[]]>([
    ['is the same on both sides', [taken()], [sent()], []],
    ['is not known there', [], [sent()], ['missingThere']],
    ['is known there, its receipt was lost', [taken()], [sent(unsent)], ['receiptUnknown']],
    ['waits here, and was not taken there', [], [sent(unsent)], []],
    ['is being sent', [taken()], [sent({ ...unsent, createdAt: WINDOW.settled })], []],
    ['has other bytes there', [taken({ sha256: OTHER })], [sent()], ['contentDiffers']],
    ['is known there alone', [taken()], [], ['unknownHere']],
    ['was taken there a moment ago, and is not known here', [taken({ at: WINDOW.settled })], [], ['unknownHere']],
    ['was sent before the window', [], [sent({ sentAt: at('19T00:00') })], []],
  ])('%s', (_what, theirs, ours, expected) => {
    expect(kinds(compareSent(theirs, ours, WINDOW))).toEqual(expected);
  });

  it.each([
    ['is that of the letter', new Map([['2026/513', 'OURS']]), []],
    ['was never given by our register', new Map<string, string>(), ['numberTaken']],
    ['is that of another letter of ours', new Map([['2026/513', 'ANOTHER']]), ['numberTaken']],
  ])('the number of what left %s', (_what, here, expected) => {
    const named = { number: 513, year: 2026, documentId: 'OURS', at: at('25T02:00') };
    expect(kinds(compareNumbers([named], here))).toEqual(expected);
  });

  it.each([
    ['agreed, and we know', '15', '15', []],
    ['agreed, and we do not know', '15', null, ['statusDiffers']],
    ['changed its mind', '16', '15', ['statusDiffers']],
    ['has received it, which asks nothing of us', '01', null, []],
  ])('its receiver %s', (_what, status, here, expected) => {
    const answers = { dispatchId: 'd', documentId: 'D', agencyCode: 'A', there: { status, at: at('25T03:00') }, here };
    expect(kinds(compareAnswers([answers]))).toEqual(expected);
  });
});

describe('a comparison by itself', () => {
  const now = at('27T00:00');

  it.each([
    ['a day after the last', at('26T00:00'), true],
    ['not sooner', at('26T00:01'), false],
    ['when there was none', null, true],
  ])('is due %s', (_what, last, expected) => {
    expect(isComparisonDue(now, last)).toBe(expected);
  });

  it.each([
    ['a week', at('26T00:00'), at('20T00:00')],
    ['to a day before the last, which lies longer ago', at('10T00:00'), at('09T00:00')],
  ])('reaches back %s', (_what, last, expected) => {
    expect(windowOf(now, last).from).toEqual(expected);
  });

  it('counts half of the way of question and answer when it compares clocks', () => {
    expect(skewOf(new Date(1000), new Date(3000), new Date(62_000))).toBe(60_000);
  });
});
