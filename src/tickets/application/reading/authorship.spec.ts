import type { Actor } from '../../../kernel/actor.js';
import { Authorship } from './authorship.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 18, hour));
const person = (unitId: string) => ({ fullName: unitId, unitId, honorific: 'Ông' }) as const;
const reader: Actor = { id: 'r', name: 'R', unitId: 'school', roles: ['contactOfficer'] };
const authorship = Authorship.of(reader, {
  people: new Map([
    ['colleague', person('school')],
    ['moved', person('division')],
    ['clerk', person('office')],
  ]),
  uninformed: new Map([['moved', at(8)]]),
});

describe('rule 21: whether the author of some words knew who had sent the ticket', () => {
  it.each<[string, string | null, Date | null, boolean]>([
    ['takes a colleague for uninformed', 'colleague', at(7), true],
    ['takes a person who was uninformed for it, wherever they work now', 'moved', at(8), true],
    ['takes for informed what they wrote before it was hidden from them', 'moved', at(7), false],
    ['takes the desk for informed', 'clerk', at(9), false],
    ['takes the app itself for informed', null, at(9), false],
    ['takes for informed what nobody has written', 'moved', null, false],
  ])('rule 21: %s', (_rule, authorId, when, uninformed) => {
    expect(authorship.by(authorId, when).uninformed).toBe(uninformed);
  });

  it('rule 21: leaves the names of colleagues', () => {
    expect(authorship.by('clerk', at(9)).colleagues).toEqual(['school', 'division', 'office']);
  });
});
