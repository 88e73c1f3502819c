import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { ACHIEVEMENT_LENGTHS, MERIT_TITLE_LENGTHS, REASON_LENGTHS } from '../domain/merit.js';
import { requireCommender } from '../domain/policy.js';
import { requireNameless, type CommendationForm, type ProposalState } from '../domain/proposal.js';
import { CommendationProposalEntity, MeritEntity } from '../persistence/commendations.entities.js';

export interface DecisionCommand {
  readonly proposalId: string;
  /** Number and symbol: `12/QĐ-SGDĐT`. */
  readonly number: string;
  readonly decidedOn: CivilDate;
  /** Who signed it. */
  readonly signer: string;
  /** Merits that are granted; the others of the list are not. */
  readonly granted: readonly string[];
}

const NUMBER_LENGTHS = { shortest: 3, longest: 60 } as const;
const SIGNER_LENGTHS = { shortest: 3, longest: 100 } as const;

/** Puts merits on a list, proposes it, and writes down what was decided and handed over. */
@Injectable()
export class WriteProposal {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @returns the id @throws DomainError `forbidden`, `input-invalid` without merits; `changed-meanwhile` where one stands on another list already */
  async begin(actor: Actor, { title, meritIds }: { title: string; meritIds: readonly string[] }): Promise<string> {
    requireCommender(actor);
    const chosen = [...new Set(meritIds)];
    if (chosen.length === 0)
      throw new DomainError('input-invalid', { field: 'meritIds', message: 'Chọn ít nhất một trường hợp.' });
    const id = newId();
    const named = requireText('title', title, MERIT_TITLE_LENGTHS);
    await this.uow.run(async (tx) => {
      await tx.insert(CommendationProposalEntity, {
        id,
        title: named,
        state: 'draft' as const,
        version: 1,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: this.clock.now(),
        submittedByName: null,
        submittedAt: null,
        decisionNumber: null,
        decidedOn: null,
        decidedByName: null,
        recordedByName: null,
        droppedBecause: null,
      });
      const free = { id: In(chosen), proposalId: IsNull(), withdrawnAt: IsNull() };
      const { affected } = await tx.update(MeritEntity, free, { proposalId: id, form: 'certificate' });
      if (affected !== chosen.length) throw new DomainError('changed-meanwhile', { what: 'merit' });
      await this.record(tx, actor, { action: 'commendation.begin', id, detail: { merits: chosen } });
    });
    return id;
  }

  /** What one of the list is to get, and for what, in words that name nobody. @throws DomainError `forbidden`, `input-invalid`, `changed-meanwhile` */
  async describe(actor: Actor, { proposalId, meritId, form, achievement }: LineCommand): Promise<void> {
    requireCommender(actor);
    const words = requireNameless('achievement', achievement, ACHIEVEMENT_LENGTHS);
    await this.uow.run(async (tx) => {
      await this.requireIn(tx, proposalId, 'draft');
      const { affected } = await tx.update(MeritEntity, { id: meritId, proposalId }, { form, achievement: words });
      if (affected !== 1) throw new DomainError('not-found', { what: 'merit' });
      await this.record(tx, actor, { action: 'commendation.describe', id: proposalId, detail: { meritId, form } });
    });
  }

  /** The list has gone to the person who decides; it is changed no longer. @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` */
  async submit(actor: Actor, id: string): Promise<void> {
    requireCommender(actor);
    await this.uow.run(async (tx) => {
      await this.requireIn(tx, id, 'draft');
      const submitted = { state: 'submitted' as const, submittedAt: this.clock.now(), submittedByName: actor.name };
      await tx.update(CommendationProposalEntity, { id }, submitted);
      await this.record(tx, actor, { action: 'commendation.submit', id });
    });
  }

  /** Writes down the decision on a list. @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` before it was submitted */
  async decide(actor: Actor, { proposalId: id, granted, ...command }: DecisionCommand): Promise<void> {
    requireCommender(actor);
    const decisionNumber = requireText('number', command.number, NUMBER_LENGTHS);
    const decidedByName = requireText('signer', command.signer, SIGNER_LENGTHS);
    const { decidedOn } = command;
    if (decidedOn > civilDateOf(this.clock.now()))
      throw new DomainError('input-invalid', { field: 'decidedOn', message: 'Ngày quyết định không thể sau hôm nay.' });
    await this.uow.run(async (tx) => {
      await this.requireIn(tx, id, 'submitted');
      const merits = await tx.findBy(MeritEntity, { proposalId: id });
      if (granted.some((one) => !merits.some((merit) => merit.id === one)))
        throw new DomainError('not-found', { what: 'merit' });
      for (const merit of merits)
        await tx.update(MeritEntity, { id: merit.id }, { granted: granted.includes(merit.id) });
      const decided = { decisionNumber, decidedOn, decidedByName, recordedByName: actor.name };
      await tx.update(CommendationProposalEntity, { id }, { ...decided, state: 'decided' });
      await this.record(tx, actor, {
        action: 'commendation.decide',
        id,
        detail: { decisionNumber, decidedOn, granted },
      });
    });
  }

  /** Gives a list up; its merits may be proposed again. @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` once decided */
  async drop(actor: Actor, id: string, reason: string): Promise<void> {
    requireCommender(actor);
    const droppedBecause = requireText('reason', reason, REASON_LENGTHS);
    await this.uow.run(async (tx) => {
      await this.requireIn(tx, id, 'draft', 'submitted');
      await tx.update(CommendationProposalEntity, { id }, { state: 'dropped', droppedBecause });
      await tx.update(MeritEntity, { proposalId: id }, { proposalId: null, form: null });
      await this.record(tx, actor, { action: 'commendation.drop', id, detail: { reason: droppedBecause } });
    });
  }

  /** Writes down that somebody got what was granted. @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` for what was not */
  async award(actor: Actor, id: string, { meritId, on }: { meritId: string; on: CivilDate }): Promise<void> {
    requireCommender(actor);
    if (on > civilDateOf(this.clock.now()))
      throw new DomainError('input-invalid', { field: 'on', message: 'Ngày trao không thể sau hôm nay.' });
    await this.uow.run(async (tx) => {
      await this.requireIn(tx, id, 'decided');
      const owed = { id: meritId, proposalId: id, granted: true, awardedOn: IsNull() };
      const { affected } = await tx.update(MeritEntity, owed, { awardedOn: on });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'merit', id: meritId });
      await this.record(tx, actor, { action: 'commendation.award', id, detail: { meritId, on } });
    });
  }

  private async requireIn(tx: EntityManager, id: string, ...states: readonly ProposalState[]): Promise<void> {
    const proposal = await tx.findOneBy(CommendationProposalEntity, { id });
    if (!proposal) throw new DomainError('not-found', { what: 'proposal' });
    // The version moves, so that of two who act at once the second is told.
    const { version, title } = proposal;
    const { affected } = states.includes(proposal.state)
      ? await tx.update(CommendationProposalEntity, { id, version }, { title })
      : { affected: 0 };
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'proposal', id });
  }

  private record(tx: EntityManager, actor: Actor, { action, id, detail = {} }: ProposalAct): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'commendationProposal', objectId: id, detail });
  }
}

export interface LineCommand {
  readonly proposalId: string;
  readonly meritId: string;
  readonly form: CommendationForm;
  readonly achievement: string;
}

interface ProposalAct {
  readonly action: JournalAction;
  readonly id: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}
