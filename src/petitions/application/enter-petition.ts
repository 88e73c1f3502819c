import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { deskOf, type Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { requireRegistry } from '../domain/petition-access.js';
import { dutiesOnReceipt } from '../domain/petition-clocks.js';
import { requireReceivedOn, type PetitionKind } from '../domain/petition.js';
import { PetitionEntity } from '../persistence/petition.entities.js';
import { PetitionNumbers } from './petition-numbers.js';
import { Petitions } from './petitions.js';

export const SUMMARY_LENGTHS = { shortest: 10, longest: 1000 } as const;
export const NAME_LENGTHS = { shortest: 2, longest: 100 } as const;
export const CONTACT_LENGTHS = { shortest: 0, longest: 500 } as const;

const ENTERED_OTHERWISE = 'Mở lại trang Sổ tiếp nhận đơn rồi ghi lại.';

export interface EnterPetitionCommand {
  /** Names the form, so that pressed twice it makes one entry: the id that the petition gets, a UUID. */
  readonly key: string;
  readonly kind: PetitionKind;
  /** Null: today. */
  readonly receivedOn: CivilDate | null;
  readonly anonymous: boolean;
  readonly petitionerName: string;
  readonly petitionerContact: string;
  readonly summary: string;
}

/** What is known of a petition when it comes. */
export interface PetitionFacts extends Omit<EnterPetitionCommand, 'key' | 'receivedOn'> {
  readonly receivedOn: CivilDate;
  readonly ticket: { readonly id: string; readonly code: string } | null;
}

/** Enters a petition in the register: its number of the year, what is owed to it from now on, its first step. */
@Injectable()
export class EnterPetition {
  constructor(
    private readonly clock: Clock,
    private readonly petitions: Petitions,
    private readonly numbers: PetitionNumbers,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * From a paper, by a clerk of the registry.
   *
   * @returns the id
   * @throws DomainError `forbidden`, `deadline-calendar-missing`; `input-invalid`, also beside `key` where the form was entered with other contents
   */
  async enter(actor: Actor, { key, receivedOn, ...given }: EnterPetitionCommand): Promise<string> {
    requireRegistry(actor);
    const today = civilDateOf(this.clock.now());
    const day = receivedOn ?? today;
    requireReceivedOn(day, today);
    const { kind, anonymous } = given;
    const petitioner = anonymous
      ? { petitionerName: '', petitionerContact: '' }
      : {
          petitionerName: requireText('petitionerName', given.petitionerName, NAME_LENGTHS),
          petitionerContact: requireText('petitionerContact', given.petitionerContact, CONTACT_LENGTHS),
        };
    const summary = requireText('summary', given.summary, SUMMARY_LENGTHS);
    const facts = { kind, anonymous, summary, receivedOn: day, ticket: null, ...petitioner };
    return this.uow.run(async (tx) => {
      const known = await tx.findOneBy(PetitionEntity, { id: key });
      if (known === null) return this.open(tx, actor, facts, key);
      if (!isSame(known, facts)) throw new DomainError('input-invalid', { field: 'key', message: ENTERED_OTHERWISE });
      return key;
    });
  }

  /** In the transaction of what brings it. @returns the id @throws DomainError `deadline-calendar-missing` */
  async open(
    tx: EntityManager,
    actor: Actor,
    { ticket, summary, ...facts }: PetitionFacts,
    id = newId(),
  ): Promise<string> {
    const now = this.clock.now();
    const year = yearOf(civilDateOf(now));
    await tx.insert(PetitionEntity, {
      id,
      year,
      number: await this.numbers.next(tx, year),
      state: 'received' as const,
      ...facts,
      // What leads to a person stands in the petition itself, and in the fields for it.
      summary: nameless(summary, facts),
      ticketId: ticket?.id ?? null,
      ticketCode: ticket?.code ?? null,
      competence: null,
      competentAgency: '',
      way: null,
      wayReason: '',
      takenById: deskOf(actor),
      takenByName: actor.name,
      leaderId: null,
      chargedId: null,
      decidedAt: null,
      acceptedOn: null,
      result: null,
      resultText: '',
      dueAt: null,
      closedAt: null,
      createdAt: now,
      version: 1,
    });
    const duties = dutiesOnReceipt(facts.kind, await this.petitions.counting(facts.receivedOn));
    const dueAt = await this.petitions.owe(tx, id, duties);
    await tx.update(PetitionEntity, { id }, { dueAt });
    const title = ticket === null ? 'Vào sổ từ đơn giấy' : `Vào sổ từ phiếu ${ticket.code}`;
    await this.petitions.addStep(tx, actor, id, { title, text: '' });
    await this.journal.record(tx, actor, { action: 'petition.enter', objectKind: 'petition', objectId: id });
    return id;
  }
}

const WRITTEN = ['kind', 'receivedOn', 'anonymous', 'petitionerName', 'petitionerContact', 'summary'] as const;

/** Whether a form that was pressed again says what it said before. */
function isSame(entered: PetitionEntity, facts: PetitionFacts): boolean {
  const said = { ...facts, summary: nameless(facts.summary, facts) };
  return WRITTEN.every((field) => entered[field] === said[field]);
}

function nameless(summary: string, { petitionerName, petitionerContact }: Petitioner): string {
  const known = { name: petitionerName, phone: petitionerContact, email: '', address: petitionerContact };
  return withoutPeople(summary, known).slice(0, SUMMARY_LENGTHS.longest);
}

type Petitioner = Pick<EnterPetitionCommand, 'petitionerName' | 'petitionerContact'>;
