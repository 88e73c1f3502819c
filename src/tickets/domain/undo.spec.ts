import type { Actor } from '../../kernel/actor.js';
import {
  heldSince,
  isNews,
  isTellingHeld,
  isUndoable,
  requireUndoable,
  standingLines,
  undoBarrier,
  type Assigning,
  type DoneAct,
  type UndoBarrier,
} from './undo.js';

const ME: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const NOTE: DoneAct = { kind: 'progress', actorId: ME.id, toHotline: false, isFollowed: false };

describe('undoBarrier', () => {
  it.each<[rule: string, change: Partial<DoneAct>, barrier: UndoBarrier | null]>([
    ['takes back an internal note of progress', {}, null],
    ['takes back a reminder', { kind: 'reminded' }, null],
    ['leaves what was told outside, whatever it was', { kind: 'answered', toHotline: true }, 'toldOutside'],
    ['leaves a note that goes to the hotline', { toHotline: true }, 'toldOutside'],
    ['leaves a measure, which may have begun the work', { kind: 'measure' }, 'lasting'],
    ['leaves an approval', { kind: 'published' }, 'lasting'],
    ['leaves what somebody else did', { actorId: 'luc' }, 'byAnother'],
    ['leaves what something has followed', { isFollowed: true }, 'followed'],
    ['does not take back a taking back', { kind: 'undone' }, 'lasting'],
  ])('%s', (_rule, change, barrier) => {
    const done = { ...NOTE, ...change };
    expect(undoBarrier(done, ME)).toBe(barrier);
    expect(isUndoable(done)).toBe(barrier === null || barrier === 'byAnother');
  });

  it('takes back an assignment, of which the hotline hears later, while nothing has followed', () => {
    const assigned = { ...NOTE, kind: 'assigned', toHotline: true };
    expect(undoBarrier(assigned, ME)).toBeNull();
    expect(undoBarrier({ ...assigned, isFollowed: true }, ME)).toBe('followed');
  });

  it('lets the person take it back who acts for the one who did it', () => {
    const standIn: Actor = { ...ME, id: 'luc', onBehalfOf: { id: 'ngoc', name: 'Ngọc', by: 'Lực' } };
    expect(undoBarrier(NOTE, standIn)).toBeNull();
  });
});

describe('requireUndoable', () => {
  it('refuses what may not be taken back', () => {
    expect(() => requireUndoable({ ...NOTE, isFollowed: true }, ME)).toThrow('ticket-act-barred');
  });
});

describe('isNews', () => {
  it.each([
    ['hears of progress', 'progress', true],
    ['hears nothing in a reminder', 'reminded', false],
    ['hears nothing in what is taken back', 'undone', false],
  ])('%s', (_rule, kind, expected) => {
    expect(isNews(kind)).toBe(expected);
  });
});

describe('isTellingHeld', () => {
  const PLAIN: Assigning = { level: 'normal', isProposed: false, endsLetter: false, changesHelpers: false };
  it.each<[rule: string, change: Partial<Assigning>, expected: boolean]>([
    ['holds an assignment back while it may be taken back', {}, true],
    ['tells at once what is urgent', { level: 'urgent' }, false],
    ['tells at once what a clerk had proposed', { isProposed: true }, false],
    ['tells at once what gave a letter up', { endsLetter: true }, false],
    ['tells at once what asks other units', { changesHelpers: true }, false],
  ])('%s', (_rule, change, expected) => {
    expect(isTellingHeld({ ...PLAIN, ...change })).toBe(expected);
  });
});

describe('standingLines', () => {
  const NOW = new Date('2026-03-18T02:00:00Z');
  const ASSIGNED = { seq: 1, ticketId: 'a', at: NOW, kind: 'assigned', toHotline: true };
  const earlier = heldSince(NOW);
  it.each([
    ['leaves out an assignment that may be taken back', [ASSIGNED], []],
    ['has one that can no longer be', [{ ...ASSIGNED, at: earlier }], [1]],
    ['has one of before the clock was set back', [{ ...ASSIGNED, at: new Date('2026-03-18T03:00:00Z') }], [1]],
    ['has one on which something has followed', [ASSIGNED, { ...ASSIGNED, seq: 2, kind: 'unitAccepted' }], [1, 2]],
    ['leaves out one that was taken back', [{ ...ASSIGNED, at: earlier, toHotline: false }], []],
    ['has what came to another ticket', [{ ...ASSIGNED, kind: 'accepted', toHotline: false }], [1]],
  ])('%s', (_rule, lines, expected) => {
    expect(standingLines(lines, NOW).map(({ seq }) => seq)).toEqual(expected);
  });
});
