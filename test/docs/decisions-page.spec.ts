import { DECISIONS, type DecidedAct } from '../../src/tickets/domain/decisions/who-decides.js';
import { ACT_NAMES, TICKET_ACTS, type ActName } from '../../src/tickets/domain/ticket-acts.js';
import { decisionsPage, keptDecisionsPage } from '../support/decisions/decisions-page.js';
import { TICKET_PEOPLE, triedOnTicket, type TicketPerson } from '../support/decisions/tried-acts.js';

const DECIDED = Object.keys(DECISIONS) as readonly DecidedAct[];
const PEOPLE = Object.keys(TICKET_PEOPLE) as readonly TicketPerson[];
const who = (act: ActName, way: 'law' | 'setting', word: string): readonly TicketPerson[] =>
  PEOPLE.filter((one) => triedOnTicket(act, one, way) === word);

describe('docs/decisions.md', () => {
  it('says what comes of it when every role tries every act', async () => {
    expect(await keptDecisionsPage()).toBe(await decisionsPage());
  });
});

describe('who decides', () => {
  it.each(DECIDED)('rule 70: %s is decided by a leader and by whom he authorised by name, by law', (act) => {
    expect(who(act, 'law', 'decides')).toEqual(['leader', 'person authorised by name']);
  });

  it.each<[DecidedAct, readonly TicketPerson[]]>([
    ['reject', ['registry clerk']],
    ['rejectUnfounded', ['head of the unit']],
    ['return', ['registry clerk']],
    ['assign', ['registry clerk', 'supervisor']],
    ['grantExtension', ['supervisor']],
    ['refuseExtension', ['supervisor']],
    ['approvePublication', ['supervisor']],
    ['declinePublication', ['supervisor']],
  ])('%s is decided besides, where the department has authorised its offices, by: %j', (act, offices) => {
    const besides = who(act, 'setting', 'decides').filter((one) => !who(act, 'law', 'decides').includes(one));
    expect(besides).toEqual(offices);
  });

  it.each<[DecidedAct, readonly TicketPerson[]]>([
    ['reject', ['registry clerk']],
    ['rejectUnfounded', ['head of the unit']],
    ['return', ['registry clerk']],
    ['assign', ['supervisor']],
    ['grantExtension', []],
    ['refuseExtension', []],
    ['approvePublication', []],
    ['declinePublication', []],
  ])('%s is proposed, by law, by: %j', (act, proposers) => {
    expect(who(act, 'law', 'proposes')).toEqual(proposers);
  });

  it('hands work out by the standing table without a leader, and within the own unit', () => {
    expect(triedOnTicket('assign', 'registry clerk', 'law')).toBe('by the table, else proposes');
    expect(triedOnTicket('assign', 'head of the unit', 'law')).toBe('within the unit');
  });

  it.each(ACT_NAMES.filter((act) => !Object.hasOwn(DECISIONS, act)))('%s is the same by law and by setting', (act) => {
    for (const one of PEOPLE) expect(triedOnTicket(act, one, 'law')).toBe(triedOnTicket(act, one, 'setting'));
    expect(who(act, 'law', 'decides')).toEqual([]);
  });

  it('knows every act that the table of tickets has', () => {
    for (const act of DECIDED) expect(TICKET_ACTS[act].by).toContain('leader');
  });
});
