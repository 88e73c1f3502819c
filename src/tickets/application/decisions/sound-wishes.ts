import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { REFUSAL_GROUNDS } from '../../../law/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import type { ProposedAssignment, ProposedWish } from '../../domain/decisions/proposed-decision.js';
import { requireRejection, requireReturn, type Rejection, type Return } from '../../domain/refusal.js';
import type { OutgoingText } from '../../domain/reply/outgoing.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { EndMatter } from '../ending/end-matter.js';
import { requireAllAsked } from '../ending/reject-unfounded.js';
import { CoordinationRequests } from '../inquiry/coordination-requests.js';
import { WithdrawDraft } from '../reply/withdraw-draft.js';
import { soundReceiver } from '../sound-receiver.js';
import { TicketRules } from '../ticket-rules.js';

export interface SoundWish {
  readonly sound: ProposedWish;
  /** How the ticket's course says it. */
  readonly words: string;
}

/** Asks of what is proposed the rules of the act itself, so that no leader is given what could not be done. */
@Injectable()
export class SoundWishes {
  constructor(
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
    private readonly ends: EndMatter,
    private readonly coordination: CoordinationRequests,
    private readonly withdrawDraft: WithdrawDraft,
  ) {}

  /**
   * @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `ticket-unit-has-no-officer`, `ticket-act-barred`, `letter-under-way`, each as the
   *   act would throw it
   */
  async of(tx: EntityManager, ticket: TicketEntity, wish: ProposedWish): Promise<SoundWish> {
    switch (wish.act) {
      case 'assign':
        return this.assignment(tx, ticket, wish.given);
      case 'return':
        return this.giveBack(tx, ticket, wish.given);
      case 'reject':
        return this.rejection(tx, ticket, wish.given);
      case 'rejectUnfounded':
        return this.unfounded(tx, ticket, wish.given);
    }
  }

  private async giveBack(tx: EntityManager, ticket: TicketEntity, given: Return): Promise<SoundWish> {
    const { agency, text } = requireReturn(given);
    await this.ends.require(tx, ticket, { act: 'return', concerns: 'matter' });
    const sound = { act: 'return', given: { ...given, agency, text } } as const;
    return { sound, words: `Cơ quan có thẩm quyền: ${agency}.\n${text}` };
  }

  private async rejection(tx: EntityManager, ticket: TicketEntity, given: Rejection): Promise<SoundWish> {
    const { reason, text } = requireRejection(given, await this.rules.policyOf(ticket));
    await this.ends.require(tx, ticket, { act: 'reject', concerns: REFUSAL_GROUNDS[reason].concerns });
    return { sound: { act: 'reject', given: { ...given, text } }, words: text };
  }

  private async unfounded(tx: EntityManager, ticket: TicketEntity, given: OutgoingText): Promise<SoundWish> {
    await requireAllAsked(tx, ticket);
    const asked = { ...given, reason: 'insufficientInformation' } as const;
    const { text } = requireRejection(asked, await this.rules.policyOf(ticket));
    return { sound: { act: 'rejectUnfounded', given: { ...given, text } }, words: text };
  }

  private async assignment(tx: EntityManager, ticket: TicketEntity, given: ProposedAssignment): Promise<SoundWish> {
    const { unitId, officerId, coordinators: asks = [] } = given;
    const { unit, officer, directive } = await soundReceiver(this.staff, given);
    if (unitId !== ticket.leadUnitId) await this.withdrawDraft.requireInHand(tx, ticket);
    const helping = await this.coordination.validate(tx, ticket, { asks, leadUnitId: unitId });
    const words = [
      `${unit.name} chủ trì, cán bộ đầu mối: ${officer.fullName}.`,
      ...(helping.length === 0 ? [] : [`Phối hợp: ${helping.map((ask) => ask.unit.name).join(', ')}.`]),
      ...(directive === '' ? [] : [`Dự thảo ý kiến chỉ đạo của lãnh đạo: ${directive}`]),
    ].join('\n');
    const coordinators = helping.map((ask) => ({ unitId: ask.unit.id, question: ask.question }));
    return { sound: { act: 'assign', given: { unitId, officerId, coordinators, directive } }, words };
  }
}
