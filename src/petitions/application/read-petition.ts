import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { partiesOf, readsPetition, type PetitionParty } from '../domain/petition-access.js';
import { mayAct, PETITION_ACT_NAMES, type PetitionAct } from '../domain/petition-acts.js';
import type { PetitionDutyEntity, PetitionEntity, PetitionStepEntity } from '../persistence/petition.entities.js';
import { PetitionQueries } from '../persistence/petition-queries.js';

/** A petition as one of those reads it who handle it. */
export interface SeenPetition {
  readonly petition: PetitionEntity;
  readonly duties: readonly PetitionDutyEntity[];
  readonly steps: readonly PetitionStepEntity[];
  readonly parties: readonly PetitionParty[];
  readonly may: ReadonlySet<PetitionAct>;
}

/** Reads one petition, and has the journal say who read it. */
@Injectable()
export class ReadPetition {
  constructor(
    private readonly queries: PetitionQueries,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** The petition that a ticket was entered as. @throws DomainError `not-found`, also for those who may not read it */
  async idOfTicket(actor: Actor, ticketId: string): Promise<string> {
    const petition = await this.queries.ofTicket(ticketId);
    if (!petition || !readsPetition(actor, petition)) throw new DomainError('not-found', { what: 'petition' });
    return petition.id;
  }

  /** Of the petitions that those tickets were entered as, what the actor may read. @param ticketIds few */
  async amongTickets(actor: Actor, ticketIds: readonly string[]): Promise<readonly PetitionEntity[]> {
    if (ticketIds.length === 0) return [];
    return (await this.queries.ofTickets(ticketIds)).filter((petition) => readsPetition(actor, petition));
  }

  /** @throws DomainError `not-found`, also for those who may not read it */
  async read(actor: Actor, id: string): Promise<SeenPetition> {
    const petition = await this.queries.byId(id);
    if (!petition || !readsPetition(actor, petition)) throw new DomainError('not-found', { what: 'petition' });
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, { action: 'petition.read', objectKind: 'petition', objectId: id }),
    );
    const [duties, steps] = await Promise.all([this.queries.dutiesOf(id), this.queries.stepsOf(id)]);
    const parties = partiesOf(actor, petition);
    const may = new Set(PETITION_ACT_NAMES.filter((act) => mayAct(act, petition, parties)));
    return { petition, duties, steps, parties, may };
  }
}
