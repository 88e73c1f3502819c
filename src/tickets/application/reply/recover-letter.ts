import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLostLetter } from '../../../documents/domain/lost-number.js';
import { printedCode } from '../../../documents/domain/register.js';
import { OutgoingDocumentEntity, OutgoingRegister, type RecoveredLetter } from '../../../documents/index.js';
import { ResolveRecoveredLetter } from '../../../exchange/index.js';
import { IncomingFiles } from '../../../files/index.js';
import type { InspectedFile } from '../../../files/domain/inspection/inspect-file.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ProveReleased } from '../../../signing/index.js';
import { seesTicket } from '../../domain/deadlines/policy.js';
import { recoveredWords, requireRecovers, type SaidOfLetter } from '../../domain/reply/recovered-letter.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { WithdrawDraft } from './withdraw-draft.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

const FIELD = 'file';
const BECAUSE = 'vì văn bản đã phát hành được đưa trở lại sổ';
const TITLE = 'Đưa văn bản trả lời đã phát hành trở lại sổ, sau khi phục hồi dữ liệu';

/**
 * Brings a letter back that was released after the backup which was restored: its signed file proves itself against the number that the register kept,
 * stands there again as released, and its ticket is answered as of then. Nothing is sent: its recipients have it.
 */
@Injectable()
export class RecoverLetter {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
    private readonly prove: ProveReleased,
    private readonly register: OutgoingRegister,
    private readonly resolveRecoveredLetter: ResolveRecoveredLetter,
    private readonly tickets: Tickets,
    private readonly rules: TicketRules,
    private readonly withdrawDraft: WithdrawDraft,
  ) {}

  /**
   * @param id the line of the outgoing register that keeps the number
   * @throws DomainError `forbidden`, `not-found`, `input-invalid` with the first line of the proof that does not hold, `changed-meanwhile`,
   *   `number-already-taken`, `register-closed`, `letter-under-way`, `ticket-transition-refused`
   */
  async recover(actor: Actor, id: string, said: SaidOfLetter & { readonly file: InspectedFile }): Promise<void> {
    requireRecovers(actor);
    const words = recoveredWords(said);
    const line = await this.database.reader.manager.findOneBy(OutgoingDocumentEntity, { id });
    if (line === null) throw new DomainError('not-found', { what: 'outgoingDocument' });
    if (!isLostLetter(line)) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument', id });
    await this.incoming.require([said.file], FIELD);
    const released = await this.prove.require(said.file.content, line);
    const { signerName, notation, issuedDate, sealedAt } = released.proof;
    const { sha256: sealedSha256 } = await this.incoming.keepOne(said.file, FIELD);
    const known = {
      ...words,
      signerName: signerName.slice(0, 100),
      notation: notation.slice(0, 60),
      sealedSha256,
      issuedDate: issuedDate ?? line.issuedDate,
      keeper: 'VT',
      releasedAt: sealedAt === null ? this.clock.now() : new Date(sealedAt),
    };
    await this.uow.run(async (tx) => {
      const ticket = await this.ticketOf(tx, actor, said.ticketCode);
      const letter = { ...known, replyToId: ticket?.incomingDocumentId ?? null };
      await this.register.recover(tx, actor, id, letter);
      await this.prove.record(tx, line, released);
      await this.resolveRecoveredLetter.resolve(tx, actor, { ...letter, number: line.number });
      if (ticket !== null) await this.answer(tx, actor, ticket, { ...letter, number: line.number });
    });
  }

  private async ticketOf(tx: EntityManager, actor: Actor, code: string): Promise<TicketEntity | null> {
    if (code.trim() === '') return null;
    const ticket = await tx.findOneBy(TicketEntity, { code: code.trim().toUpperCase() });
    if (ticket !== null && seesTicket(actor, ticket)) return ticket;
    const message = 'Không có phiếu mang mã này. Xem lại mã phiếu, hoặc để trống nếu văn bản không trả lời phiếu nào.';
    throw new DomainError('input-invalid', { field: 'ticketCode', message });
  }

  /** As of the day on which the letter was sealed. What was written in its place since the restore falls away. */
  private async answer(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { releasedAt: answeredAt, number, notation }: RecoveredLetter & { readonly number: number },
  ): Promise<void> {
    if (answeredAt < ticket.startedAt) {
      const message = 'Phiếu này đến sau khi văn bản đóng dấu, nên văn bản không thể trả lời phiếu. Xem lại mã phiếu.';
      throw new DomainError('input-invalid', { field: 'ticketCode', message });
    }
    this.tickets.require(actor, ticket, 'letterReleased', 'system');
    const dropped = await this.withdrawDraft.withdraw(tx, actor, ticket, BECAUSE);
    if (dropped !== null) await this.tickets.addLine(tx, actor, ticket.id, dropped.line);
    const windows = await this.rules.windowsAfterAnswer(ticket, answeredAt);
    await this.tickets.perform(tx, actor, ticket, {
      act: 'letterReleased',
      as: 'system',
      change: { ...dropped?.change, answerMode: 'letter', answeredAt, ...windows },
      entry: { kind: 'released', title: TITLE, text: printedCode(number, notation) },
    });
  }
}
