import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketReader } from '../../tickets/index.js';
import { requireText } from '../../tickets/domain/required-text.js';
import {
  ACHIEVEMENT_LENGTHS,
  CONSENT_LENGTHS,
  DOCUMENT_LENGTHS,
  LINK_LENGTHS,
  REASON_LENGTHS,
  RECIPIENT_LENGTHS,
  SYMBOL_LENGTHS,
  type Consent,
  type Effect,
  type MeritKind,
  type Reach,
  type RecipientKind,
} from '../domain/merit.js';
import { COMMENDERS, requireCommender } from '../domain/policy.js';
import { requireNameless } from '../domain/proposal.js';
import { MeritEntity } from '../persistence/commendations.entities.js';

export interface MeritCommand {
  /** Id or code of the ticket. */
  readonly ticket: string;
  readonly kind: MeritKind;
  readonly effect: Effect;
  readonly reach: Reach;
  readonly documentTitle: string;
  readonly documentSymbol: string;
  readonly changedOn: CivilDate;
  readonly link: string;
  readonly achievement: string;
  readonly recipientKind: RecipientKind;
  /** Of an organisation or a member of staff. */
  readonly recipientName: string;
}

/** Says which ticket changed something, and whether its sender agrees to be named for it. */
@Injectable()
export class FlagMerit {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly tickets: TicketReader,
  ) {}

  /** @returns the id @throws DomainError `not-found` for tickets that the actor does not see, `ticket-act-barred` before the answer, `input-invalid` */
  async flag(actor: Actor, { ticket: idOrCode, ...command }: MeritCommand): Promise<string> {
    const ticket = await this.tickets.one(actor, idOrCode.trim());
    if (ticket.answeredAt === null)
      throw new DomainError('ticket-act-barred', { message: 'Ghi nhận sau khi phiếu đã được trả lời.' });
    const flaggedAt = this.clock.now();
    const words = wordsOf(command, civilDateOf(flaggedAt));
    const { kind, effect, reach, changedOn, recipientKind } = command;
    const id = newId();
    await this.uow.run(async (tx) => {
      await tx.insert(MeritEntity, {
        ...words,
        id,
        kind,
        effect,
        reach,
        changedOn,
        recipientKind,
        ticketId: ticket.id,
        ticketCode: ticket.code,
        unitId: ticket.leadUnitId,
        consent: 'unasked',
        consentHow: null,
        consentAt: null,
        consentByName: null,
        flaggedById: actor.id,
        flaggedByName: actor.name,
        flaggedAt,
        proposalId: null,
        form: null,
        granted: null,
        awardedOn: null,
        version: 1,
        withdrawnAt: null,
        withdrawnByName: null,
        withdrawnBecause: null,
      });
      await this.record(tx, actor, { action: 'merit.flag', id, detail: { ticketId: ticket.id, kind, effect } });
    });
    return id;
  }

  /** Writes down what the sender said when asked; only of senders. @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` */
  async consent(actor: Actor, id: string, given: { readonly consent: Consent; readonly how: string }): Promise<void> {
    requireCommender(actor);
    const consentHow = requireNameless('how', given.how, CONSENT_LENGTHS);
    const said = { consent: given.consent, consentHow, consentAt: this.clock.now(), consentByName: actor.name };
    await this.uow.run(async (tx) => {
      await requireThere(tx, id);
      const open = { id, recipientKind: 'sender' as const, withdrawnAt: IsNull(), granted: IsNull() };
      await change(tx, open, said);
      await this.record(tx, actor, { action: 'merit.consent', id, detail: { consent: given.consent } });
    });
  }

  /** Takes a flag back, by who set it or the Office. @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` once proposed */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    const withdrawnBecause = requireText('reason', reason, REASON_LENGTHS);
    await this.uow.run(async (tx) => {
      const merit = await requireThere(tx, id);
      if (merit.flaggedById !== actor.id && !hasRole(actor, ...COMMENDERS))
        throw new DomainError('forbidden', { act: 'commendation' });
      const withdrawn = { withdrawnAt: this.clock.now(), withdrawnByName: actor.name, withdrawnBecause };
      await change(tx, { id, withdrawnAt: IsNull(), proposalId: IsNull() }, withdrawn);
      await this.record(tx, actor, { action: 'merit.withdraw', id, detail: { reason: withdrawnBecause } });
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    {
      action,
      id,
      detail,
    }: { readonly action: JournalAction; readonly id: string; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'merit', objectId: id, detail });
  }
}

function wordsOf(command: Omit<MeritCommand, 'ticket'>, today: CivilDate) {
  const { changedOn, recipientKind, link } = command;
  if (changedOn > today)
    throw new DomainError('input-invalid', { field: 'changedOn', message: 'Ngày thay đổi không thể sau hôm nay.' });
  const isSender = recipientKind === 'sender';
  const address = requireText('link', link, LINK_LENGTHS);
  if (address !== '' && !/^https:\/\/[^\s<>"]+$/u.test(address))
    throw new DomainError('input-invalid', {
      field: 'link',
      message: 'Ghi địa chỉ bắt đầu bằng https://, hoặc bỏ trống.',
    });
  return {
    documentTitle: requireNameless('documentTitle', command.documentTitle, DOCUMENT_LENGTHS),
    documentSymbol: requireText('documentSymbol', command.documentSymbol, SYMBOL_LENGTHS),
    link: address,
    achievement: requireNameless('achievement', command.achievement, ACHIEVEMENT_LENGTHS),
    recipientName: isSender ? '' : requireText('recipientName', command.recipientName, RECIPIENT_LENGTHS),
  };
}

async function requireThere(tx: EntityManager, id: string): Promise<MeritEntity> {
  const merit = await tx.findOneBy(MeritEntity, { id });
  if (!merit) throw new DomainError('not-found', { what: 'merit' });
  return merit;
}

async function change(
  tx: EntityManager,
  where: FindOptionsWhere<MeritEntity> & { readonly id: string },
  to: Partial<MeritEntity>,
): Promise<void> {
  const { affected } = await tx.update(MeritEntity, where, to);
  if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'merit', id: where.id });
}
