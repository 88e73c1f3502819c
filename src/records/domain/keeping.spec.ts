import type { Actor, Role } from '../../kernel/actor.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import { droppedAtClosing, endOfDocuments, hasEnded, mayKeep, requireClosable } from './keeping.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });

describe('closing a file', () => {
  it.each(TICKET_STATES.filter((state) => !hasEnded(state)))('is refused while its ticket is %s', (state) => {
    expect(() => requireClosable('open', state)).toThrow('file-act-barred');
  });

  it('is possible once, when nobody goes on with the ticket', () => {
    expect(() => requireClosable('open', 'closed')).not.toThrow();
    expect(() => requireClosable('closed', 'closed')).toThrow('file-act-barred');
  });

  it('counts from the last of its documents or from when the last was settled, and waits for those in hand', () => {
    const [first, second, third] = [new Date(1), new Date(2), new Date(3)] as const;
    expect(endOfDocuments([first, third], [second])).toEqual(third);
    expect(endOfDocuments([second, first], [third, second])).toEqual(third);
    expect(endOfDocuments([], [])).toBeNull();
    expect(() => endOfDocuments([first], [second, null])).toThrow('file-act-barred');
  });

  it('drops drafts, and of equal papers all but the first', () => {
    const papers = [
      { id: 'letter', contents: ['a', 'b'], isRegistered: true, isDraft: false },
      { id: 'again', contents: ['b'], isRegistered: false, isDraft: false },
      { id: 'further letter', contents: ['a'], isRegistered: true, isDraft: false },
      { id: 'more', contents: ['b', 'c'], isRegistered: false, isDraft: false },
      { id: 'words', contents: [], isRegistered: false, isDraft: false },
      { id: 'draft', contents: [], isRegistered: false, isDraft: true },
    ];
    expect(droppedAtClosing(papers).map(({ id }) => id)).toEqual(['again', 'draft']);
  });
});

it.each<[string, Actor, boolean]>([
  ['the registry', person('vanthu', 'van-phong', 'registryClerk'), true],
  ['the officer in charge', person('ngoc', 'gdtrh', 'contactOfficer'), true],
  ['another officer of the unit', person('binh', 'gdtrh', 'contactOfficer'), false],
  ['the head of the unit', person('thang', 'gdtrh', 'unitHead'), true],
  ['the head of another unit', person('lan', 'khtc', 'unitHead'), false],
  ['supervision', person('giamsat', 'van-phong', 'supervisor'), false],
])('%s puts a file in order: %p', (_who, actor, may) => {
  expect(mayKeep(actor, { leadUnitId: 'gdtrh', officerId: 'ngoc' })).toBe(may);
});
