import { goesOn, MAX_TURN, saysNothingNew, sittingAt, wroteIt } from './sitting.js';

const NOW = new Date('2026-03-18T02:41:00Z');
const MINUTE = 60_000;
const ngoc = { id: 'ngoc' };
const standIn = { id: 'ngoc', onBehalfOf: { id: 'thang', name: 'Vũ Đức Thắng', by: 'Ngọc' } };
const at = (page: string | null, turn = 1) => ({ page, turn });
const mine = sittingAt(ngoc, at('a'));

function begun(sitting: string | null, minutesAgo = 0) {
  return { sitting, savedAt: new Date(NOW.getTime() - minutesAgo * MINUTE) };
}

describe('what a form saves by itself', () => {
  it.each([
    ['goes on with the revision of the same page', begun(mine), true],
    ['goes on after half an hour', begun(mine, 30), true],
    ['begins a revision after a longer pause', begun(mine, 30.001), false],
    ['goes on on a page that was opened anew', begun(sittingAt(ngoc, at('b'))), true],
    ['begins a revision where the last one stands', begun(null), false],
    ['begins a revision after somebody else', begun(sittingAt({ id: 'thang' }, at('a'))), false],
    ['begins a revision in the place of somebody else', begun(sittingAt(standIn, at('a'))), false],
  ])('%s', (_rule, revision, expected) => {
    expect(goesOn(revision, mine, NOW)).toBe(expected);
  });

  it.each([
    ['by this page, in an earlier turn', mine, sittingAt(ngoc, at('a', 10)), true],
    ['by this page, in the same turn', mine, mine, false],
    [
      'by this page, in a later turn that overtook this one',
      sittingAt(ngoc, at('a', 10)),
      sittingAt(ngoc, at('a', 9)),
      false,
    ],
    ['by this page, before its turns were counted', mine.slice(0, -2), mine, true],
    ['by another page of the same person', sittingAt(ngoc, at('b')), sittingAt(ngoc, at('a', 2)), false],
    ['by nobody who still writes', null, mine, false],
    ['by a page without a name', sittingAt(ngoc, at(null)), sittingAt(ngoc, at(null, 2)), false],
  ])('was written %s', (_who, sitting, asking, expected) => {
    expect(wroteIt({ sitting }, asking)).toBe(expected);
  });

  it('has room for each turn', () => {
    expect(sittingAt(ngoc, at('a'.repeat(32), MAX_TURN)).length).toBeLessThanOrEqual(60);
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
