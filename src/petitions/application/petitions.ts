import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Calendars, type WorkingCalendar } from '../../calendar/index.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import type { PetitionDuty } from '../../law/index.js';
import { partiesOf, readsPetition } from '../domain/petition-access.js';
import { PETITION_ACTS, requireAct, type PetitionAct } from '../domain/petition-acts.js';
import type { CountedDuty } from '../domain/petition-clocks.js';
import { PetitionDutyEntity, PetitionEntity, PetitionStepEntity } from '../persistence/petition.entities.js';

export type PetitionChange = Partial<Omit<PetitionEntity, 'id' | 'version' | 'dueAt'>>;

/** What changes with a petition, beside its state. */
export interface PetitionMove {
  readonly change?: PetitionChange;
  readonly title?: string;
  /** Without names. */
  readonly text?: string;
  /** What is owed no longer. */
  readonly met?: readonly PetitionDuty[] | 'all';
  /** What was counted again and is thrown away, with nothing done. */
  readonly dropped?: readonly PetitionDuty[] | 'all';
  readonly owed?: readonly CountedDuty[];
}

interface WrittenMove extends PetitionMove {
  readonly action: JournalAction;
  readonly title: string;
}

/** Loads and moves petitions. Every act passes the table, is guarded by version, and leaves a step and a journal line without a person or a word. */
@Injectable()
export class Petitions {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not read it; `changed-meanwhile` where another version was seen */
  async forActor(tx: EntityManager, actor: Actor, id: string, seen?: number): Promise<PetitionEntity> {
    const petition = await tx.findOneBy(PetitionEntity, { id });
    if (!petition || !readsPetition(actor, petition)) throw new DomainError('not-found', { what: 'petition' });
    if (seen !== undefined && seen !== petition.version) throw changed(id);
    return petition;
  }

  /** Refuses what the table refuses. @throws DomainError `petition-act-barred`, `forbidden` */
  require(actor: Actor, petition: PetitionEntity, act: PetitionAct): void {
    requireAct(act, petition, partiesOf(actor, petition));
  }

  /** @throws DomainError `petition-act-barred`, `forbidden`, `changed-meanwhile` */
  async perform(
    tx: EntityManager,
    actor: Actor,
    petition: PetitionEntity,
    { act, ...move }: PetitionMove & { readonly act: PetitionAct },
  ): Promise<void> {
    const state = requireAct(act, petition, partiesOf(actor, petition));
    const { words: title } = PETITION_ACTS[act];
    const change = { ...move.change, state };
    await this.write(tx, actor, petition, { title, ...move, change, action: `petition.${act}` });
  }

  /** Writes a change that is no act of the table. @throws DomainError `changed-meanwhile` */
  async write(tx: EntityManager, actor: Actor, petition: PetitionEntity, move: WrittenMove): Promise<void> {
    const { id, version, state: from } = petition;
    const { change = {}, title, text = '', action } = move;
    await this.settle(tx, id, move);
    const dueAt = await this.soonest(tx, id);
    const { affected } = await tx.update(PetitionEntity, { id, version }, { ...change, dueAt });
    if (affected !== 1) throw changed(id);
    await this.addStep(tx, actor, id, { title, text });
    await this.journal.record(tx, actor, {
      action,
      objectKind: 'petition',
      objectId: id,
      detail: { from, to: change.state ?? from },
    });
  }

  async addStep(
    tx: EntityManager,
    actor: Actor,
    petitionId: string,
    { title, text }: { readonly title: string; readonly text: string },
  ): Promise<void> {
    const by = { actorId: actor.id, actorName: actor.name };
    await tx.insert(PetitionStepEntity, { id: newId(), petitionId, at: this.clock.now(), ...by, title, text });
  }

  /** By what petitions are counted. */
  async counting(startedOn: CivilDate): Promise<{ readonly startedOn: CivilDate; readonly calendar: WorkingCalendar }> {
    return { startedOn, calendar: await this.calendars.current() };
  }

  /** @returns the soonest end of what is owed */
  async owe(tx: EntityManager, petitionId: string, duties: readonly CountedDuty[]): Promise<Date | null> {
    const calendarVersion = await this.calendars.inForce();
    for (const { duty, limit, startedOn, extended, due, legalEnd, proof } of duties) {
      const { amount, unit, source, confidence } = limit;
      await tx.insert(PetitionDutyEntity, {
        id: newId(),
        petitionId,
        duty,
        amount,
        unit,
        source,
        confidence,
        startedOn,
        extended,
        dueAt: due,
        legalEndAt: legalEnd,
        calendarVersion,
        proof: [...proof],
        toldOn: null,
        metAt: null,
        supersededAt: null,
      });
    }
    return this.soonest(tx, petitionId);
  }

  private async settle(tx: EntityManager, petitionId: string, { met = [], dropped = [], owed = [] }: PetitionMove) {
    const open = { petitionId, metAt: IsNull(), supersededAt: IsNull() };
    const now = this.clock.now();
    if (dropped === 'all') await tx.update(PetitionDutyEntity, open, { supersededAt: now });
    else for (const duty of dropped) await tx.update(PetitionDutyEntity, { ...open, duty }, { supersededAt: now });
    if (met === 'all') await tx.update(PetitionDutyEntity, open, { metAt: now });
    else for (const duty of met) await tx.update(PetitionDutyEntity, { ...open, duty }, { metAt: now });
    if (owed.length > 0) await this.owe(tx, petitionId, owed);
  }

  private async soonest(tx: EntityManager, petitionId: string): Promise<Date | null> {
    const [first] = await tx.find(PetitionDutyEntity, {
      where: { petitionId, metAt: IsNull(), supersededAt: IsNull() },
      order: { dueAt: 'ASC' },
    });
    return first?.dueAt ?? null;
  }
}

function changed(id: string): DomainError {
  return new DomainError('changed-meanwhile', { what: 'petition', id });
}
