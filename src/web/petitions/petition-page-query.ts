import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { noticeWords, ReadPetition, type SeenPetition } from '../../petitions/index.js';
import { PETITION_READERS } from '../../petitions/domain/petition-access.js';
import { FindDuplicates, TicketReader } from '../../tickets/index.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { personChoices } from '../kit/form/known-choices.js';
import type { PetitionPeople } from './petition-forms.js';
import type { LikePetition, PetitionReading } from './petition-view.js';

/** Reads one petition with all that its page shows. */
@Injectable()
export class PetitionPageQuery {
  constructor(
    private readonly petitions: ReadPetition,
    private readonly tickets: TicketReader,
    private readonly duplicates: FindDuplicates,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not read it */
  async read(actor: Actor, id: string, today: Today): Promise<PetitionReading> {
    const seen = await this.petitions.read(actor, id);
    const { petition } = seen;
    const { ticketId, leaderId, chargedId } = petition;
    const [ticket, names, people, agency, alike] = await Promise.all([
      ticketId === null ? null : this.tickets.find(actor, ticketId),
      this.names.people([leaderId, chargedId]),
      this.people(seen),
      this.agencyProfiles.at(civilDateOf(today.now)),
      this.alike(actor, seen),
    ]);
    return {
      seen,
      today,
      ...people,
      alike,
      ticket: ticket && { href: `/phieu/${ticket.id}`, words: ticket.words.text },
      leaderName: nameIn(names, leaderId),
      chargedName: nameIn(names, chargedId),
      notice: noticeWords(seen, agency.shortName),
    };
  }

  /** What the hotline brought before or since and may be the same; asked for only while the way is open, when it counts. */
  private async alike(actor: Actor, { petition, may }: SeenPetition): Promise<readonly LikePetition[]> {
    if (petition.ticketId === null || (!may.has('screen') && !may.has('decide'))) return [];
    const found = await this.duplicates.of(actor, petition.ticketId);
    const likeness = new Map(found.map((duplicate) => [duplicate.ticket.id, duplicate.likeness]));
    const others = await this.petitions.amongTickets(actor, [...likeness.keys()]);
    return others.flatMap((other) => {
      const like = likeness.get(other.ticketId ?? '');
      return like === undefined ? [] : [{ petition: other, likeness: like }];
    });
  }

  /** Whom one may choose; asked for only by those who choose. */
  private async people({ may }: SeenPetition): Promise<PetitionPeople> {
    if (!may.has('screen') && !may.has('decide')) return { leaders: [], others: [] };
    const people = (await this.staff.people()).filter(({ actor }) => hasRole(actor, ...PETITION_READERS));
    return {
      leaders: personChoices(people.filter(({ actor }) => hasRole(actor, 'leader'))),
      others: personChoices(people),
    };
  }
}

function nameIn(names: ReadonlyMap<string, { readonly fullName: string }>, id: string | null): string | null {
  return id === null ? null : (names.get(id)?.fullName ?? null);
}
