import { kindsBegunFrom, type BeginningPlace } from '../../../drafting/domain/begun-from.js';
import { DRAFTERS } from '../../../drafting/domain/policy.js';
import { hasRole, type Actor } from '../../../kernel/actor.js';
import type { TicketState } from '../ticket-state.js';

/** Where, about a ticket, a document besides its reply may be begun. */
export const TICKET_PLACES = [
  'extension',
  'informationRequest',
  'verification',
  'return',
  'outsideRequest',
] as const satisfies readonly BeginningPlace[];

export type TicketPlace = (typeof TICKET_PLACES)[number];

/** A ticket as the rule needs it. */
export interface DocumentedTicket {
  readonly state: TicketState;
  readonly leadUnitId: string | null;
  /** Whether more time was granted in this cycle. */
  readonly extended: boolean;
  /** Whether the citizen is asked for something and has not answered. */
  readonly asked: boolean;
  /** Whether a unit that is reached by a letter owes an answer. */
  readonly asksByLetter: boolean;
}

const VERIFIED_IN: readonly TicketState[] = [
  'verifying',
  'processing',
  'waitingCoordination',
  'waitingCitizenInfo',
  'draftingReply',
];

/**
 * Where this person may begin a document now: its unit tells the sender of more time and asks for what is missing once that was decided, writes minutes while it
 * verifies, and to units that read none of our pages or stand under a commune; the registry hands on what was returned.
 */
export function openPlaces(actor: Actor, ticket: DocumentedTicket): readonly TicketPlace[] {
  const { state, extended, asked, asksByLetter } = ticket;
  const ofUnit = worksOn(actor, ticket);
  if (state === 'returned') return ofUnit || isOfRegistry(actor) ? ['return'] : [];
  if (!ofUnit || !VERIFIED_IN.includes(state)) return [];
  return TICKET_PLACES.filter((place) => OPEN[place]({ state, extended, asked, asksByLetter }));
}

/** Of what was decided about a ticket that is in work. */
const OPEN: Readonly<Record<TicketPlace, (ticket: Omit<DocumentedTicket, 'leadUnitId'>) => boolean>> = {
  extension: ({ extended }) => extended,
  informationRequest: ({ state, asked }) => state === 'waitingCitizenInfo' && asked,
  verification: () => true,
  return: () => false,
  outsideRequest: ({ asksByLetter }) => asksByLetter,
};

function worksOn(actor: Actor, { leadUnitId }: Pick<DocumentedTicket, 'leadUnitId'>): boolean {
  return leadUnitId !== null && actor.unitId === leadUnitId && hasRole(actor, ...DRAFTERS);
}

function isOfRegistry(actor: Actor): boolean {
  return actor.unitId !== null && hasRole(actor, 'registryClerk');
}

/** The open place from which a kind is begun; null where it is begun from none of them. */
export function placeOfKind(kind: string, open: readonly TicketPlace[]): TicketPlace | null {
  return open.find((place) => kindsBegunFrom(place).includes(kind)) ?? null;
}

/**
 * Whether a letter is written to a unit: it is addressed, or gets a copy.
 *
 * @param fields of the letter, as they were typed last
 */
export function isWrittenTo(fields: object, unitName: string): boolean {
  return Object.entries(fields).some(
    ([name, value]: [string, unknown]) => RECEIVERS.includes(name) && Array.isArray(value) && value.includes(unitName),
  );
}

const RECEIVERS: readonly string[] = ['kinh_gui', 'noi_nhan'];
