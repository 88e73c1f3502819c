import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { isEnd, leavesAnswerBehind, leftBehindWords } from '../../domain/ending.js';
import { wishFallsAway } from '../../domain/deadlines/extension.js';
import { endOfPause } from '../../domain/information-request.js';
import type { TicketState } from '../../domain/ticket-state.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketPauseEntity,
} from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { updateRegisterDueDate } from '../intake/document-line.js';
import { ownCount } from '../deadlines/period-basis.js';
import { Periods } from '../deadlines/periods.js';
import { WithdrawDraft } from '../reply/withdraw-draft.js';
import type { TicketCourse } from '../reading/ticket-course.js';

/** Facts of a ticket that ended with a move. */
type Ended = Partial<
  Pick<
    TicketEntity,
    'extensionAskedById' | 'pausedAt' | 'dueAt' | 'legalEndAt' | 'acceptBy' | 'answerProposedById' | 'evidence'
  >
>;

/** What changes in the ticket's row, and what its course says of it. */
export interface CancelledWork {
  readonly change: Ended;
  readonly lines: readonly TicketCourse[];
}

const FELL_AWAY = 'Phiếu đã chuyển bước; đề nghị không còn hiệu lực.';
const NOT_SENT = 'Phiếu đã kết thúc; câu trả lời không gửi nữa.';

/**
 * Ends what cannot outlive a move, whichever act makes it: a wish for more time once the unit that asked no longer holds the ticket; the standing
 * still of the clock once nobody waits for the citizen; an answer on its way once nobody goes on with it; and, when the ticket ends, what units owe it.
 */
@Injectable()
export class CancelPendingWork {
  constructor(
    private readonly clock: Clock,
    private readonly periods: Periods,
    private readonly withdrawDraft: WithdrawDraft,
  ) {}

  /** @throws DomainError `letter-under-way` where the move would leave a letter behind that has gone to be approved or signed */
  async cancel(tx: EntityManager, actor: Actor, ticket: TicketEntity, to: TicketState): Promise<CancelledWork> {
    const { state: from } = ticket;
    const dropped = ticket.extensionAskedById !== null && wishFallsAway(from, to);
    const resumes = from === 'waitingCitizenInfo' && to !== 'waitingCitizenInfo';
    const answer = leavesAnswerBehind(from, to) ? await this.giveUpAnswer(tx, actor, ticket, to) : NOTHING;
    return {
      change: {
        ...(dropped ? await this.dropWish(tx, ticket) : {}),
        ...(resumes ? await this.resume(tx, ticket) : {}),
        ...(isEnd(from, to) ? await this.release(tx, ticket) : {}),
        ...answer.change,
      },
      lines: answer.lines,
    };
  }

  private async dropWish(tx: EntityManager, { id, cycle }: TicketEntity): Promise<Ended> {
    const waiting = { ticketId: id, cycle, decidedAt: IsNull() };
    await tx.update(TicketExtensionEntity, waiting, { decidedAt: this.clock.now(), decisionReason: FELL_AWAY });
    return { extensionAskedById: null };
  }

  /** The clock runs again: from now, or from the cap where that came first. The count up to the cap stands when the pause went on to it. */
  private async resume(tx: EntityManager, ticket: TicketEntity): Promise<Ended> {
    const { id: ticketId, cycle } = ticket;
    const pause = await tx.findOneBy(TicketPauseEntity, { ticketId, cycle, endedAt: IsNull() });
    if (!pause) return { pausedAt: null };
    const endedAt = endOfPause(pause, this.clock.now());
    await tx.update(TicketPauseEntity, { id: pause.id }, { endedAt });
    const inForce = await this.periods.inForce(tx, ticket, 'process');
    if (!inForce || endedAt >= pause.until) return { pausedAt: null };
    const from = pause.startedAt.toISOString();
    const pauses = ownCount(inForce).pauses.map((kept) =>
      kept.from === from ? { ...kept, to: endedAt.toISOString() } : kept,
    );
    const { dueAt, legalEndAt } = await this.periods.count(tx, ticket, { duty: 'process', reason: 'pause', pauses });
    await updateRegisterDueDate(tx, ticket, dueAt);
    return { pausedAt: null, dueAt, legalEndAt };
  }

  /** Nobody owes the ticket an answer to being asked, or to being given it. */
  private async release(tx: EntityManager, { id: ticketId }: TicketEntity): Promise<Ended> {
    await tx.update(TicketCoordinationEntity, { ticketId, endedAt: IsNull() }, { endedAt: this.clock.now() });
    return { acceptBy: null };
  }

  private async giveUpAnswer(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    to: TicketState,
  ): Promise<CancelledWork> {
    const decided = { approved: false, decidedById: actor.id, decidedAt: this.clock.now(), decisionReason: NOT_SENT };
    await tx.update(TicketAnswerEntity, { ticketId: ticket.id, approved: IsNull() }, decided);
    const letter = await this.withdrawDraft.withdraw(tx, actor, ticket, leftBehindWords(to));
    return {
      change: { answerProposedById: null, ...letter?.change },
      lines: letter === null ? [] : [letter.line],
    };
  }
}

const NOTHING: CancelledWork = { change: {}, lines: [] };
