import { goesOn, saysNothingNew, sittingAt, wroteIt } from './sitting.js';

const NOW = new Date('2026-03-18T02:41:00Z');
const MINUTE = 60_000;
const ngoc = { id: 'ngoc' };
const standIn = { id: 'ngoc', onBehalfOf: { id: 'thang', name: 'Vũ Đức Thắng', by: 'Ngọc' } };
const mine = sittingAt(ngoc, 'a');

function begun(sitting: string | null, minutesAgo = 0) {
  return { sitting, savedAt: new Date(NOW.getTime() - minutesAgo * MINUTE) };
}

describe('what a form saves by itself', () => {
  it.each([
    ['goes on with the revision of the same page', begun(mine), true],
    ['goes on after half an hour', begun(mine, 30), true],
    ['begins a revision after a longer pause', begun(mine, 30.001), false],
    ['goes on on a page that was opened anew', begun(sittingAt(ngoc, 'b')), true],
    ['begins a revision where the last one stands', begun(null), false],
    ['begins a revision after somebody else', begun(sittingAt({ id: 'thang' }, 'a')), false],
    ['begins a revision in the place of somebody else', begun(sittingAt(standIn, 'a')), false],
  ])('%s', (_rule, revision, expected) => {
    expect(goesOn(revision, mine, NOW)).toBe(expected);
  });

  it.each([
    ['by this page', mine, mine, true],
    ['by another page of the same person', sittingAt(ngoc, 'b'), mine, false],
    ['by nobody who still writes', null, mine, false],
    ['by a page without a name', sittingAt(ngoc, null), sittingAt(ngoc, null), false],
  ])('was written %s', (_who, sitting, asking, expected) => {
    expect(wroteIt({ sitting }, asking)).toBe(expected);
  });

  const stands = { fields: { a: '1', b: ['2'] }, signerId: 'khanh', reason: 'Rõ hơn.' };

  it.each([
    ['the same in another order', { fields: { b: ['2'], a: '1' } }, true],
    ['no reason any more', { reason: ' ' }, true],
    ['another word', { fields: { a: '1', b: ['3'] } }, false],
    ['another signer', { signerId: 'duc' }, false],
    ['another reason', { reason: 'Rõ hơn nữa.' }, false],
  ])('says nothing new: %s', (_what, change, expected) => {
    expect(saysNothingNew(stands, { ...stands, ...change })).toBe(expected);
  });
});
