import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Book } from '../domain/register.js';
import {
  requireConfirmStart,
  requireFirstNumber,
  requireProposeStart,
  requireStartBasis,
  requireStartRefusal,
} from '../domain/register-start.js';
import { isTakenOverBook, type TakeOverSource } from '../domain/take-over/taken-over.js';
import { REGISTER_TITLES } from '../domain/register-span.js';
import { RegisterStartEntity } from '../persistence/register-start.entity.js';
import { EnterTakenOver } from './enter-taken-over.js';
import { RegisterChain } from './register-chain.js';
import { RegisterNumbers } from './register-numbers.js';
import { TakeOverRegister, type BroughtRegister, type TakeOverReview } from './take-over-register.js';

/**
 * A department that starts in the middle of a year goes on from the last number of its old register: one person proposes the first number with the
 * reason, another confirms it, once, before the book has given any.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, Điều 22: numbers run on within a year, none is given twice.
 */
@Injectable()
export class BeginRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly chain: RegisterChain,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly journal: Journal,
    private readonly takeOver: TakeOverRegister,
    private readonly enterTakenOver: EnterTakenOver,
  ) {}

  /**
   * For the book of the present year.
   *
   * @returns the proposal's id
   * @throws DomainError `forbidden`, `input-invalid`; `register-begun` when the book has given a number or begins at one already; `changed-meanwhile`
   *   when another proposal waits
   */
  async propose(actor: Actor, book: Book, given: { readonly first: number; readonly basis: string }): Promise<string> {
    requireProposeStart(actor);
    const first = requireFirstNumber(given.first);
    const year = yearOf(civilDateOf(this.clock.now()));
    return this.keep(actor, { book, year, first, basis: requireStartBasis(given.basis), takeOverId: null });
  }

  /** The book is to begin with the lines of a register that was brought. @returns the proposal's id @throws DomainError as `propose` does; `not-found` */
  async proposeTakeOver(actor: Actor, brought: BroughtRegister, given: string): Promise<string> {
    requireProposeStart(actor);
    const basis = requireStartBasis(given);
    const { file, register } = await this.takeOver.sound(actor, brought);
    const { book, year, id: takeOverId } = file;
    return this.keep(actor, { book, year, first: register.first, basis, takeOverId });
  }

  private async keep(
    actor: Actor,
    proposal: Pick<RegisterStartEntity, 'book' | 'year' | 'first' | 'basis' | 'takeOverId'>,
  ): Promise<string> {
    const { book, year, first, basis, takeOverId } = proposal;
    const id = newId();
    await this.uow.run(async (tx) => {
      if ((await this.numbers.last(tx, book, year)) > 0) throw new DomainError('register-begun', { book, year });
      if (await tx.existsBy(RegisterStartEntity, { book, year, state: 'waiting' }))
        throw new DomainError('changed-meanwhile', { what: 'registerStart' });
      await tx.insert(RegisterStartEntity, {
        ...proposal,
        id,
        state: 'waiting',
        proposedById: actor.id,
        proposedByName: actor.name,
        proposedAt: this.clock.now(),
        decidedByName: null,
        decidedAt: null,
        refusedBecause: null,
      });
      const detail = { first, basis, ...(takeOverId === null ? {} : { takeOverId }) };
      await this.record(tx, actor, { action: 'register.proposeStart', book, year, detail });
      await this.tellConfirmers(tx, actor, { id, book, first, takeOverId });
    });
    return id;
  }

  /**
   * From now on the book gives this number first; its chain says so before anything else.
   *
   * @throws DomainError `forbidden`, `register-start-same-person`, `not-found`; `changed-meanwhile` when it was decided on; `register-begun` when the
   *   book has given a number meanwhile; `register-closed`
   */
  async confirm(actor: Actor, book: Book, proposalId: string): Promise<void> {
    const takenOver = await this.broughtFor(actor, book, proposalId);
    await this.uow.run(async (tx) => {
      const proposal = await this.waiting(tx, actor, { book, proposalId });
      const { year, first, basis, proposedByName: proposedBy } = proposal;
      const source = takenOver && sourceOf(takenOver);
      const said = { book, year, first, basis, proposedBy, confirmedBy: actor.name };
      await this.numbers.beginAt(tx, { book, year, first });
      await this.chain.begin(tx, source === null ? said : { ...said, takenOver: source });
      if (takenOver !== null) await this.enterTakenOver.enter(tx, takenOver.file, takenOver.register);
      await this.decide(tx, actor, proposal, { state: 'confirmed', refusedBecause: null });
      const detail = { first, basis, proposedBy, ...(source === null ? {} : { takenOver: source }) };
      await this.record(tx, actor, { action: 'register.start', book, year, detail });
    });
  }

  /** Read before the transaction, for reading takes its time. */
  private async broughtFor(actor: Actor, book: Book, proposalId: string): Promise<TakeOverReview | null> {
    const { takeOverId } = await this.uow.run((tx) => this.waiting(tx, actor, { book, proposalId }));
    return takeOverId === null || !isTakenOverBook(book) ? null : this.takeOver.sound(actor, { book, id: takeOverId });
  }

  /** @throws DomainError as `confirm` does; `input-invalid` without a reason */
  async refuse(
    actor: Actor,
    book: Book,
    { proposalId, reason: given }: { readonly proposalId: string; readonly reason: string },
  ): Promise<void> {
    const reason = requireStartRefusal(given);
    await this.uow.run(async (tx) => {
      const proposal = await this.waiting(tx, actor, { book, proposalId });
      await this.decide(tx, actor, proposal, { state: 'refused', refusedBecause: reason });
      const { year, first } = proposal;
      await this.record(tx, actor, { action: 'register.refuseStart', book, year, detail: { first, reason } });
    });
  }

  private async waiting(
    tx: EntityManager,
    actor: Actor,
    { book, proposalId: id }: { readonly book: Book; readonly proposalId: string },
  ): Promise<RegisterStartEntity> {
    const proposal = await tx.findOneBy(RegisterStartEntity, { id, book });
    if (!proposal) throw new DomainError('not-found', { what: 'registerStart' });
    requireConfirmStart(actor, proposal.proposedById);
    if (proposal.state !== 'waiting') throw new DomainError('changed-meanwhile', { id });
    return proposal;
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { id }: RegisterStartEntity,
    decision: Pick<RegisterStartEntity, 'state' | 'refusedBecause'>,
  ): Promise<void> {
    const decided = { ...decision, decidedByName: actor.name, decidedAt: this.clock.now() };
    const { affected } = await tx.update(RegisterStartEntity, { id, state: 'waiting' }, decided);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { id });
  }

  private async tellConfirmers(
    tx: EntityManager,
    actor: Actor,
    { id, book, first, takeOverId }: Pick<RegisterStartEntity, 'id' | 'book' | 'first' | 'takeOverId'>,
  ): Promise<void> {
    const roles = ['registryClerk', 'leader', 'administrator'] as const;
    const asked = await Promise.all(roles.map((role) => this.staff.peopleWith(role)));
    const others = new Set(asked.flat().map((person) => person.id));
    others.delete(actor.id);
    const what = takeOverId === null ? `bắt đầu từ số ${String(first)}` : 'tiếp quản sổ cũ của năm';
    const words = `${REGISTER_TITLES[book]}: ${actor.name} đề nghị ${what}, chờ người thứ hai xác nhận. Mở Sổ văn bản, bấm Đặt số bắt đầu của sổ.`;
    await this.notices.tellEach(tx, others, { key: `register.start:${id}`, kind: 'news', words });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: { readonly action: JournalAction; readonly book: Book; readonly year: number; readonly detail: object },
  ): Promise<void> {
    const { action, book, year, detail } = act;
    const whole = { book, year, ...detail };
    return this.journal.record(tx, actor, {
      action,
      objectKind: 'register',
      objectId: `${book} ${year}`,
      detail: whole,
    });
  }
}

function sourceOf({ file, register }: TakeOverReview): TakeOverSource {
  const { last, rows, missing } = register;
  return {
    source: file.source,
    fileName: file.name,
    fileSha256: file.sha256,
    last,
    lines: rows.length,
    gaps: missing.length,
  };
}
