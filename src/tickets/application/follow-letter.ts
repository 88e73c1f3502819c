import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LETTER_NEWS, type LetterNews } from '../../drafting/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { mayTicketMove, type TicketState } from '../domain/ticket-state.js';
import { TicketEntity, TicketEntryEntity } from '../persistence/tickets.entities.js';
import { Tickets, type TicketCourse } from './tickets.js';

interface Consequence {
  /** Where the ticket goes; left out where it stays. */
  readonly to?: TicketState;
  readonly title: string;
}

/** What each piece of news about the reply letter means for its ticket. */
const CONSEQUENCES: Readonly<Record<LetterNews, Consequence>> = {
  saved: { title: 'Lưu bản thảo' },
  sentForContent: { to: 'waitingApproval', title: 'Trình trưởng phòng duyệt nội dung' },
  contentApproved: { title: 'Duyệt nội dung' },
  formatApproved: { title: 'Duyệt thể thức' },
  givenBack: { to: 'draftingReply', title: 'Trả lại bản thảo' },
  submitted: { title: 'Trình lãnh đạo ký' },
  returnedByLeader: { to: 'draftingReply', title: 'Lãnh đạo trả lại' },
  refusedByEOffice: { to: 'draftingReply', title: 'E-office không nhận bản trình ký' },
  leaderSigned: { title: 'Lãnh đạo đã ký, kiểm tra đạt' },
  proofFailed: { to: 'draftingReply', title: 'Bản trả về không đạt kiểm tra, chưa được phát hành' },
  numbered: { title: 'Lấy số văn bản đi' },
  sealOrderedAgain: { title: 'Yêu cầu đóng dấu lại' },
  sealFailed: { title: 'Bản đóng dấu không đạt kiểm tra, chưa được phát hành' },
  sealed: { title: 'Đã đóng dấu, kiểm tra đạt' },
  released: { to: 'answered', title: 'Đã phát hành văn bản trả lời' },
};

/** Moves a ticket on with its reply letter; when the letter is released, the ticket closes. News told twice makes one line. */
@Injectable()
export class FollowLetter implements PromiseKeeper {
  readonly kind = 'case.letter';

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
  ) {}

  async keep({ eventId, caseId, what, actorId, actorName, detail }: Payload): Promise<void> {
    const news = LETTER_NEWS.find((known) => known === what);
    if (news === undefined)
      throw new DomainError('input-invalid', { field: 'what', message: `Không rõ tin ${what ?? ''}` });
    const actor: Actor = { ...SYSTEM, id: actorId ?? SYSTEM.id, name: actorName ?? SYSTEM.name };
    await this.follow(actor, caseId ?? '', {
      entry: { ...courseOf(news, detail ?? ''), id: eventId ?? newId() },
      to: CONSEQUENCES[news].to,
    });
  }

  private async follow(
    actor: Actor,
    id: string,
    { entry, to }: { entry: TicketCourse; to: TicketState | undefined },
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(TicketEntryEntity, { id: entry.id ?? '' })) return;
      const ticket = await tx.findOneBy(TicketEntity, { id });
      if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
      const target = to !== undefined && mayTicketMove(ticket.state, to) ? to : ticket.state;
      if (target === ticket.state) {
        await this.tickets.addLine(tx, actor, id, entry);
        await tx.update(TicketEntity, { id }, { latest: entry.title.slice(0, 200) });
        return;
      }
      await this.tickets.move(tx, actor, ticket, { to: target, action: `ticket.${entry.kind}`, entry });
      if (target === 'answered') await this.close(tx, actor, id);
    });
  }

  private async close(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const answered = await tx.findOneByOrFail(TicketEntity, { id });
    const entry = { kind: 'closed', title: 'Đóng phiếu' };
    await this.tickets.move(tx, actor, answered, {
      to: 'closed',
      action: 'ticket.close',
      change: { closedAt: this.clock.now() },
      entry,
    });
  }
}

function courseOf(news: LetterNews, detail: string): TicketCourse {
  const { title } = CONSEQUENCES[news];
  if (news === 'saved') return { kind: news, title: `${title} ${detail}` };
  return { kind: news, title, toHotline: news === 'released', ...(detail === '' ? {} : { text: detail }) };
}
