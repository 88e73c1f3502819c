import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DraftQueries,
  TELL_OF_LETTER,
  type CaseKind,
  type DraftEntity,
  type LetterNews,
} from '../../../drafting/index.js';
import { mayApproveBesides } from '../../../drafting/domain/policy.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../../signing/index.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { letterNotice, letterNoticeWords, type LetterHearer, type LetterNotice } from './letter-notices.js';

/** A piece of news about a letter, told once. */
export interface ToldLetter {
  readonly eventId: string;
  readonly draftId: string;
  readonly what: LetterNews;
  readonly detail: string;
  /** Who did it, and hears nothing of it. */
  readonly actorId: string;
}

const NAMES: Readonly<Record<CaseKind, string>> = {
  ticket: 'Công văn trả lời phiếu',
  ticketDocument: 'Văn bản về phiếu',
  incoming: 'Văn bản trả lời văn bản đến',
  document: 'Văn bản',
  report: 'Công văn của báo cáo',
  reminder: 'Công văn đôn đốc',
  officerChange: 'Công văn về cán bộ đầu mối',
  commendation: 'Văn bản khen thưởng',
};

/** Tells people that a letter waits for them, came back, failed or has left: of tickets with their course, of other cases by a job of its own. */
@Injectable()
export class TellOfLetter implements JobHandler<typeof TELL_OF_LETTER> {
  readonly job = TELL_OF_LETTER;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
    private readonly notices: Notices,
  ) {}

  async handle(told: PayloadOf<typeof TELL_OF_LETTER>): Promise<void> {
    await this.uow.run((tx) => this.tell(tx, told));
  }

  async tell(tx: EntityManager, { eventId, draftId, what, detail, actorId }: ToldLetter): Promise<void> {
    const notice = letterNotice(what);
    const draft = notice === null ? null : await this.drafts.byId(draftId, tx);
    if (notice === null || draft === null) return;
    const ticket = draft.caseKind === 'ticket' ? await tx.findOneBy(TicketEntity, { id: draft.caseId }) : null;
    const hearers = (await this.hearers(draft, notice)).filter((id) => id !== actorId);
    const letter = ticket === null ? NAMES[draft.caseKind] : `${NAMES.ticket} ${ticket.code}`;
    await this.notices.tellEach(tx, hearers, {
      key: `letter.${what}:${eventId}`,
      kind: 'news',
      ...(ticket === null ? {} : { ticket: { id: ticket.id, code: ticket.code } }),
      words: letterNoticeWords(notice, letter, detail),
    });
  }

  private async hearers(draft: DraftEntity, { hearers }: LetterNotice): Promise<string[]> {
    const [request] = await this.signatures.ofDraft(draft.id);
    const found = await Promise.all(hearers.map((hearer) => this.of(hearer, draft, request ?? null)));
    return found.flat();
  }

  private async of(
    hearer: LetterHearer,
    draft: DraftEntity,
    request: SignatureRequestEntity | null,
  ): Promise<readonly string[]> {
    switch (hearer) {
      case 'author':
        return [draft.authorId, draft.writerId, ...(request === null ? [] : [request.submittedById])];
      case 'signer':
        return request === null ? [] : [request.leaderId];
      case 'unitHead':
        return this.holders('unitHead', draft.unitId);
      case 'contentApprover':
        return this.contentApprovers(draft);
      case 'formatChecker':
        return (await this.holders('formatChecker')).filter((id) => mayApproveBesides({ id }, draft, 'format'));
      case 'registryClerk':
        return this.holders('registryClerk');
    }
  }

  private async contentApprovers(draft: DraftEntity): Promise<readonly string[]> {
    const may = (id: string): boolean => mayApproveBesides({ id }, draft, 'content');
    const heads = (await this.holders('unitHead', draft.unitId)).filter(may);
    return heads.length > 0 || draft.caseKind === 'ticket' ? heads : (await this.holders('leader')).filter(may);
  }

  private async holders(
    role: 'unitHead' | 'formatChecker' | 'registryClerk' | 'leader',
    unitId?: string,
  ): Promise<readonly string[]> {
    return (await this.staff.peopleWith(role, unitId)).map(({ id }) => id);
  }
}
