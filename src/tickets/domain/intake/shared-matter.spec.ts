import { othersWaiting, waiting, type OwnEnd, type SharedTicket } from './shared-matter.js';

const of = (code: string, incomingDocumentId: string, ownEnd: OwnEnd | null = null): SharedTicket => ({
  code,
  incomingDocumentId,
  ownEnd,
});

describe('who waits for a ticket', () => {
  it.each<[string, SharedTicket, SharedTicket[], string[]]>([
    ['its own sender alone', of('1', 'a'), [], ['a']],
    ['its own sender first, then those of merged tickets', of('1', 'a'), [of('2', 'b'), of('3', 'c')], ['a', 'b', 'c']],
    ['the next one first, where its own sender has withdrawn', of('1', 'a', 'withdrawn'), [of('2', 'b')], ['b']],
    ['not who ended before the ticket was merged', of('1', 'a'), [of('2', 'b', 'rejected'), of('3', 'c')], ['a', 'c']],
    ['nobody, where all have withdrawn', of('1', 'a', 'withdrawn'), [of('2', 'b', 'withdrawn')], []],
  ])('rule 18: %s', (_rule, ticket, merged, documents) => {
    expect(waiting(ticket, merged).map(({ incomingDocumentId }) => incomingDocumentId)).toEqual(documents);
  });

  it('rule 19: a part of the same letter is the same sender', () => {
    const [part, other] = [of('2', 'a'), of('3', 'b')];
    expect(othersWaiting(of('1', 'a'), [part, other, of('4', 'c', 'withdrawn')])).toEqual([other]);
  });
});
