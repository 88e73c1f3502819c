import {
  DECIDED_MATTERS,
  NO_POWERS,
  powersOf,
  type DecisionAuthority,
  type DecisionPowers,
} from '../../../src/delegation/domain/decision-authority.js';
import type { Actor, Role } from '../../../src/kernel/actor.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { handlingAbilities, type HandlingAbilities } from '../../../src/correspondence/domain/policy.js';
import { mayAct, PETITION_ACTS, type PetitionAct } from '../../../src/petitions/domain/petition-acts.js';
import type { PetitionParty } from '../../../src/petitions/domain/petition-access.js';
import type { PetitionState } from '../../../src/petitions/domain/petition.js';
import { partiesOf } from '../../../src/tickets/domain/deadlines/policy.js';
import { barrierToAct, groundOf, isDecided, mayPropose } from '../../../src/tickets/domain/decisions/who-decides.js';
import { TICKET_ACTS, type ActName } from '../../../src/tickets/domain/ticket-acts.js';
import type { TicketState } from '../../../src/tickets/domain/ticket-state.js';
import { NOW, ready } from '../ready-ticket.js';
import { SHORT_WAY } from '../short-way.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });

/** Everybody who may meet a ticket that unit `u` leads and unit `v` helps with. */
export const TICKET_PEOPLE = {
  'registry clerk': person('clerk', 'vp', 'registryClerk'),
  leader: person('leader', 'ld', 'leader'),
  'person authorised by name': person('authorised', 'vp', 'formatChecker'),
  supervisor: person('supervisor', 'ttr', 'supervisor'),
  'head of the unit': person('head', 'u', 'unitHead'),
  'officer in charge': person('officer', 'u', 'contactOfficer'),
  'officer of a helping unit': person('helper', 'v', 'contactOfficer'),
  administrator: person('administrator', 'vp', 'administrator'),
} as const satisfies Readonly<Record<string, Actor>>;

export type TicketPerson = keyof typeof TICKET_PEOPLE;

const DAY = civilDate('2026-03-13');

const BY_NAME: DecisionAuthority = {
  ...{ id: 'by-name', personId: 'authorised', office: null, matters: DECIDED_MATTERS, basis: '41/UQ-SGDĐT' },
  ...{ validFrom: DAY, validTo: DAY, endedFrom: null },
};

/** `law`: nothing was handed on but to the one person · `setting`: each office decides what is in its hands. */
export type Way = 'law' | 'setting';

function powers(way: Way, actor: Actor): DecisionPowers {
  return actor === TICKET_PEOPLE.administrator
    ? NO_POWERS
    : powersOf(way === 'law' ? [BY_NAME] : [BY_NAME, ...SHORT_WAY], actor, DAY);
}

/** What comes of it when somebody tries an act on a ticket for which nothing else stands in the way. */
export function triedOnTicket(act: ActName, who: TicketPerson, way: Way): string {
  const actor = TICKET_PEOPLE[who];
  const [state] = Object.keys(TICKET_ACTS[act].moves) as [TicketState];
  const ticket = { ...ready(act, state), coordinators: ['v'] };
  const attempt = { ticket, actor, parties: partiesOf(actor, ticket), now: NOW };
  const held = powers(way, actor);
  const proposes = mayPropose(act, attempt, held);
  if (barrierToAct(act, attempt, held) !== null) return proposes ? 'proposes' : '–';
  if (!isDecided(act)) return 'yes';
  if (groundOf(act, attempt.parties, held) !== null) return 'decides';
  return proposes ? 'by the table, else proposes' : 'within the unit';
}

export const PETITION_PEOPLE: readonly PetitionParty[] = ['clerk', 'leader', 'charged'];

export function triedOnPetition(act: PetitionAct, party: PetitionParty): string {
  const [state] = Object.keys(PETITION_ACTS[act].moves) as [PetitionState];
  const [way = 'accept'] = PETITION_ACTS[act].ways ?? [];
  return mayAct(act, { state, way }, [party]) ? 'yes' : '–';
}

export const DOCUMENT_ACTS: readonly (keyof HandlingAbilities)[] = [
  ...(['see', 'route', 'assign', 'advise', 'settle', 'answer'] as const),
];

export function triedOnDocument(act: keyof HandlingAbilities, who: TicketPerson): string {
  const handling = { state: 'routed', leadUnitId: 'u', officerId: 'officer', coordinators: ['v'] } as const;
  return handlingAbilities(TICKET_PEOPLE[who], handling)[act] ? 'yes' : '–';
}
