import { AGENCY_WORDS } from '../../proposals/domain/competent-agencies.js';
import type { KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { LEVEL_WORDS } from '../../law/index.js';
import type { TicketReading } from './ticket-reading.js';

type ProposedUnit = KeptProposal['units'][number];

/** The unit that is proposed, of those to which the ticket may be handed today. */
export function proposedUnit(reading: TicketReading): ProposedUnit | null {
  const { proposal, assignable, ticket } = reading;
  // The category was changed after this proposal was made; a new one follows within seconds.
  if (!isUnclassified(reading) && proposal?.basis !== ticket.category) return null;
  const found = proposal?.units.find(({ unitId }) => assignable?.officers.some((officer) => officer.unitId === unitId));
  return found ?? null;
}

/** Why it is proposed, what else would do, and that another agency may be competent. */
export function proposalReason(reading: TicketReading): string | null {
  const { proposal, units } = reading;
  const unit = proposedUnit(reading);
  if (proposal === null) return null;
  const others = proposal.units
    .filter(({ unitId }) => unit !== null && unitId !== unit.unitId)
    .flatMap(({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? []);
  const parts = [
    ...(unit === null ? [] : [`Đề xuất. ${unit.reason}`]),
    ...(others.length === 0 ? [] : [`Cũng có thể: ${others.join('; ')}.`]),
    ...(proposal.agency === null ? [] : [agencyWords(proposal.agency)]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

export function agencyWords({ agency, reason }: NonNullable<KeptProposal['agency']>): string {
  return `Có thể không thuộc thẩm quyền của Sở; cơ quan có thẩm quyền: ${AGENCY_WORDS[agency]}. ${reason}`;
}

export function similarTickets(reading: TicketReading): readonly { readonly code: string; readonly href: string }[] {
  const earlier = proposedUnit(reading)?.earlier ?? [];
  return earlier.map(({ ticketId, code }) => ({ code, href: `/phieu/${ticketId}` }));
}

/** A value of a form, and why it stands there. */
interface ProposedValue {
  readonly value: string;
  readonly hint: string | null;
}

/** The field in the form that classifies, before anybody has: the proposal with its reason, else what is known. */
export function proposedCategory(reading: TicketReading): ProposedValue {
  const proposed = isUnclassified(reading) ? reading.proposal?.category : null;
  if (!proposed) return { value: reading.ticket.category, hint: null };
  const { category, reason } = proposed;
  return { value: category, hint: `Đề xuất: ${reading.policy.categories[category].name}. ${reason}` };
}

/** The same for the level. */
export function proposedLevel(reading: TicketReading): ProposedValue {
  const proposed = isUnclassified(reading) ? reading.proposal?.level : null;
  if (!proposed) return { value: reading.ticket.level, hint: null };
  return { value: proposed.level, hint: `Đề xuất: ${LEVEL_WORDS[proposed.level]}. ${proposed.reason}` };
}

function isUnclassified({ ticket }: TicketReading): boolean {
  return ticket.state === 'received' || ticket.state === 'accepted';
}

/** The agency to which a ticket may be returned, and why it stands there; null where the department is competent. */
export function proposedAgency({ proposal }: TicketReading): ProposedValue | null {
  const agency = proposal?.agency ?? null;
  return agency && { value: AGENCY_WORDS[agency.agency], hint: `Đề xuất: ${agency.reason}` };
}

/** Unit and officer that stand in the form: who has the ticket, else who is proposed, for those who may hand it to anybody. */
export function unitAndOfficer(
  reading: TicketReading,
  mayAssignAnyUnit: boolean,
): { readonly unitId: string | null; readonly officerId: string | null } {
  const { leadUnitId, officerId } = reading.ticket;
  const proposed = mayAssignAnyUnit && leadUnitId === null ? proposedUnit(reading) : null;
  return proposed ?? { unitId: leadUnitId, officerId };
}
