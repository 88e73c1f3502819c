import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WriteDraft } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { withoutStatedReason } from '../../domain/reply/answer.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import type { TicketCourse } from '../reading/ticket-course.js';

/** A letter that was given up: the line that says so, and what of the ticket it takes along. */
export interface WithdrawnDraft {
  readonly line: TicketCourse;
  readonly change: Pick<TicketEntity, 'evidence'>;
}

/** Gives up the letter of a ticket that goes on without it, or ends. One that has gone to be approved or signed holds the ticket where it is. */
@Injectable()
export class WithdrawDraft {
  constructor(private readonly letters: WriteDraft) {}

  /**
   * @param because how the line ends that says so: `khi gộp phiếu`; left out where the letter itself is what was given up
   * @returns null where the ticket's cycle has no letter
   * @throws DomainError `letter-under-way`, `changed-meanwhile`
   */
  async withdraw(
    tx: EntityManager,
    actor: Actor,
    { id, cycle, evidence }: Pick<TicketEntity, 'id' | 'cycle' | 'evidence'>,
    because?: string,
  ): Promise<WithdrawnDraft | null> {
    const letter = await this.letters.letterOf(tx, { caseKind: 'ticket', caseId: id }, cycle);
    if (letter === null) return null;
    requireInHand(letter, id);
    await this.letters.withdraw(tx, actor, letter);
    return {
      line: { kind: 'letterWithdrawn', title: titleOf(letter.revision, because) },
      change: { evidence: withoutStatedReason(evidence) },
    };
  }

  /** Whether its letter, where it has one, may still be written otherwise. @throws DomainError `letter-under-way` */
  async requireInHand(tx: EntityManager, { id, cycle }: Pick<TicketEntity, 'id' | 'cycle'>): Promise<void> {
    const letter = await this.letters.letterOf(tx, { caseKind: 'ticket', caseId: id }, cycle);
    if (letter !== null) requireInHand(letter, id);
  }
}

function requireInHand({ state }: { readonly state: string }, ticketId: string): void {
  if (state === 'editing') return;
  throw new DomainError('letter-under-way', {
    ticketId,
    message:
      'Công văn trả lời đã trình duyệt hoặc trình ký. Trả lại công văn cho người soạn, rồi làm lại việc vừa rồi.',
  });
}

function titleOf(revision: number, because: string | undefined): string {
  return because === undefined ? `Bỏ bản thảo ${revision}` : `Rút bản thảo ${revision} ${because}`;
}
