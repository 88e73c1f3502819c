import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sha256Of } from '../../kernel/sha256.js';
import { OpenPendingTickets, TakeHotlineFeedback, type TakenReport } from '../../tickets/index.js';
import { isSpokenOf } from '../../tickets/domain/reply/told-outside.js';
import { readReport, type ReadReport, type ReportFields } from '../domain/read-report.js';
import { HotlineCallEntity } from '../persistence/hotline.entities.js';
import { HotlineInbox, type HotlineCall, type Receipt } from './hotline-inbox.js';
import { HotlineServices } from './hotline-services.js';

/** Takes a report of the hotline: a ticket the first time, the same ticket each time after that. */
@Injectable()
export class ReceiveReport {
  constructor(
    private readonly inbox: HotlineInbox,
    private readonly services: HotlineServices,
    private readonly clock: Clock,
    private readonly openPendingTickets: OpenPendingTickets,
    private readonly takeFeedback: TakeHotlineFeedback,
  ) {}

  /**
   * A number that is known is answered with its ticket's code, unless nobody outside is spoken to of that ticket.
   *
   * @param actor in whose name it is entered
   * @throws DomainError `input-invalid` with all `flaws`; `not-found` for an unknown service; `message-changed-content` when the number came before
   *   with other words; `policy-missing`, `deadline-calendar-missing`
   */
  async receive(actor: Actor, call: HotlineCall, fields: ReportFields): Promise<Receipt> {
    const services = new Set((await this.services.all()).map(({ code }) => code));
    await this.openPendingTickets.open();
    return this.inbox.receive(call, async (tx) => {
      const { hotlineCode, takenAt, feedback } = readReport(fields, services, this.clock.now());
      const saidHash = contentOf({ hotlineCode, takenAt, feedback });
      const { ticket, isNew } = await this.takeFeedback.take(tx, actor, { hotlineCode, feedback });
      if (!isNew) await this.requireSame(tx, { hotlineCode, saidHash }, ticket);
      const ticketCode = isSpokenOf(ticket) ? ticket.code : null;
      const about = { ticketId: ticket.id, ticketCode, hotlineCode, saidHash };
      return { ...about, outcome: isNew ? 'taken' : 'known' };
    });
  }

  /** What the e-office brought under the number cannot be compared, and stands. */
  private async requireSame(
    tx: EntityManager,
    { hotlineCode, saidHash }: { readonly hotlineCode: string; readonly saidHash: string },
    ticket: TakenReport['ticket'],
  ): Promise<void> {
    const first = await tx.findOneBy(HotlineCallEntity, { hotlineCode, outcome: 'taken' });
    if (first === null || first.saidHash === saidHash) return;
    const { id, code } = ticket;
    const what = isSpokenOf(ticket) ? `đã là phiếu ${code}` : 'đã nhận trước đó';
    const message = `Số này ${what} với nội dung khác. Thông tin thêm thì gửi bằng servicerequestupdates.`;
    throw new DomainError('message-changed-content', { hotlineCode, ticket: { id, code }, message });
  }
}

function contentOf({ takenAt, ...report }: ReadReport): string {
  return sha256Of(canonicalJson({ ...report, takenAt: takenAt.toISOString() }));
}
