import type { Actor } from '../../kernel/actor.js';
import { isNews, isUndoable, requireUndoable, undoBarrier, type DoneAct, type UndoBarrier } from './undo.js';

const ME: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };
const NOTE: DoneAct = { kind: 'progress', actorId: ME.id, toHotline: false, isFollowed: false };

describe('undoBarrier', () => {
  it.each<[rule: string, change: Partial<DoneAct>, barrier: UndoBarrier | null]>([
    ['takes back an internal note of progress', {}, null],
    ['takes back a reminder', { kind: 'reminded' }, null],
    ['leaves what was told outside, whatever it was', { kind: 'answered', toHotline: true }, 'toldOutside'],
    ['leaves a note that goes to the hotline', { toHotline: true }, 'toldOutside'],
    ['leaves an assignment, of which the hotline hears', { kind: 'assigned', toHotline: true }, 'toldOutside'],
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
