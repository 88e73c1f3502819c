import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { momentWords } from '../../../calendar/domain/proof/moment-words.js';
import { Settings } from '../../../config/settings.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { Mailer } from '../../../notices/ports/mailer.port.js';
import { AccountKeys, StaffDirectory } from '../../../organisation/index.js';
import { isEmail, MAX_LENGTH } from '../../../organisation/domain/unit-flaws.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { answerPageAddress, mayAnswerByPage } from '../../domain/answer-page.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { newLinkSecret } from '../../domain/link-secret.js';
import { MAIL_ANSWER_PAGE } from '../../jobs/jobs.js';
import { AnswerPageEntity } from '../../persistence/answer-page.entity.js';
import type { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { CoordinationRequests } from '../inquiry/coordination-requests.js';
import { Tickets } from '../tickets.js';

export interface IssueAnswerPageCommand {
  readonly ticketId: string;
  /** The request that the page answers. */
  readonly coordinationId: string;
  /** Where its address is mailed to besides; empty where it goes with a letter alone. */
  readonly mailTo: string;
  readonly seen?: number;
}

export interface IssuedAnswerPage {
  /** Shown this once; only the hash of its secret is kept. */
  readonly address: string;
  readonly code: string;
  readonly unitName: string;
  readonly endsAt: Date;
  readonly mailTo: string | null;
}

/**
 * Gives a unit without accounts a page of its own for the answer it owes: one answer, until the end of its time. One that was given out before for the same
 * request and is not answered is dead from then on.
 */
@Injectable()
export class IssueAnswerPage {
  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly requests: CoordinationRequests,
    private readonly staff: StaffDirectory,
    private readonly keys: AccountKeys,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async issue(actor: Actor, command: IssueAnswerPageCommand): Promise<IssuedAnswerPage> {
    const mailTo = this.requireMailTo(command.mailTo.trim());
    const [id, secret] = [newId(), newLinkSecret()];
    const secretSealed = mailTo === null ? null : await this.keys.seal(sealedFor(id), Buffer.from(secret));
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, command.ticketId);
      requireAsSeen(ticket, command.seen);
      this.tickets.require(actor, ticket, 'issueAnswerPage');
      const request = await this.requestOf(tx, ticket, command.coordinationId);
      const unit = await this.requireWithoutAccounts(request.unitId);
      const issuedAt = this.clock.now();
      await revokeUnanswered(tx, request.id, issuedAt);
      await tx.insert(AnswerPageEntity, {
        ...{
          id,
          ticketId: ticket.id,
          coordinationId: request.id,
          hash: sha256Of(secret),
          issuedAt,
          issuedById: actor.id,
        },
        mailTo,
        mail: mailTo === null ? 'none' : 'waiting',
        secretSealed,
        revokedAt: null,
        answeredAt: null,
        answererName: null,
        answererPosition: null,
      });
      const sent = mailTo === null ? 'Trao cùng công văn.' : `Gửi thư tới ${mailTo}.`;
      await this.tickets.perform(tx, actor, ticket, {
        act: 'issueAnswerPage',
        entry: {
          kind: 'answerPageIssued',
          title: `Cấp trang trả lời cho ${unit.name}`,
          text: `${sent} Hạn trả lời: ${momentWords(request.dueAt)}.`,
        },
      });
      if (mailTo !== null) await this.outbox.enqueue(tx, MAIL_ANSWER_PAGE.of({ pageId: id }));
      const address = answerPageAddress(this.settings.http.publicUrl, secret);
      return { address, code: ticket.code, unitName: unit.name, endsAt: request.legalEndAt, mailTo };
    });
  }

  private requireMailTo(typed: string): string | null {
    if (typed === '') return null;
    if (!this.mailer.available)
      throw refused('Chưa đặt máy chủ thư nên không gửi được. Để trống, rồi chép địa chỉ trang vào công văn.');
    if (isEmail(typed) && typed.length <= MAX_LENGTH.email) return typed;
    throw refused('Địa chỉ thư điện tử chưa đúng. Ghi lại, ví dụ c3nuivoi@haiphong.edu.vn, hoặc để trống.');
  }

  /** @throws DomainError `ticket-act-barred` where that answer is no longer awaited */
  private async requestOf(
    tx: EntityManager,
    ticket: TicketEntity,
    coordinationId: string,
  ): Promise<TicketCoordinationEntity> {
    const request = (await this.requests.openOf(tx, ticket)).find(({ id }) => id === coordinationId);
    if (request !== undefined && request.legalEndAt > this.clock.now()) return request;
    throw barred('Đơn vị đã trả lời hoặc đã hết hạn trả lời. Cần ý kiến nữa thì xin ý kiến đơn vị lần nữa.');
  }

  private async requireWithoutAccounts(unitId: string): Promise<{ readonly name: string }> {
    const unit = await this.staff.unit(unitId);
    if ((await this.staff.answeringFor(unitId)).length > 0)
      throw barred(`${unit.name} có tài khoản trên hệ thống và trả lời ngay trên phiếu.`);
    if (mayAnswerByPage(unit.kind)) return unit;
    throw barred(`${unit.name} thuộc cơ quan Sở nên không trả lời qua trang. Cần cấp tài khoản cho người của đơn vị.`);
  }
}

/** For whom the secret of a page is sealed: it opens for no other. */
export function sealedFor(pageId: string): string {
  return `answer page ${pageId}`;
}

/** Revokes the unanswered pages of a request. @returns how many there were */
export async function revokeUnanswered(tx: EntityManager, coordinationId: string, revokedAt: Date): Promise<number> {
  const waiting = { coordinationId, answeredAt: IsNull(), revokedAt: IsNull() };
  const { affected } = await tx.update(AnswerPageEntity, waiting, { revokedAt, secretSealed: null });
  return affected ?? 0;
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'mailTo', message });
}

function barred(message: string): DomainError {
  return new DomainError('ticket-act-barred', { act: 'issueAnswerPage', message });
}
