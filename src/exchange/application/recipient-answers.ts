import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { OutgoingDocumentEntity } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import { beginningOf } from '../../kernel/beginning-of.js';
import { Notices } from '../../notices/index.js';
import { DocumentRecallEntity } from '../persistence/document-recall.entity.js';
import { DispatchEntity } from '../persistence/exchange.entities.js';

const REASON_LONGEST = 1000;

/** A recipient's word about a recall or a change of ours. */
export interface RecipientAnswer {
  /** 15 agreed, 16 refused. */
  readonly status: '15' | '16';
  readonly at: Date;
  /** Empty where none was given. */
  readonly reason: string;
}

/**
 * Keeps what a recipient answers beside what was sent to it, whether it came as a message or was found by comparing both sides. The last word counts;
 * who proposed a recall hears of a refusal.
 */
@Injectable()
export class RecipientAnswers {
  constructor(private readonly notices: Notices) {}

  /** Nothing changes where a later answer is here. */
  async keep(tx: EntityManager, dispatchId: string, { status, at, reason }: RecipientAnswer): Promise<void> {
    const sent = await tx.findOneBy(DispatchEntity, { id: dispatchId });
    if (!sent || (sent.answeredAt !== null && sent.answeredAt > at)) return;
    const answerReason = reason === '' ? null : beginningOf(reason, REASON_LONGEST);
    const before = { id: sent.id, answeredAt: sent.answeredAt ?? IsNull() };
    const { affected } = await tx.update(DispatchEntity, before, { answer: status, answeredAt: at, answerReason });
    if (affected === 1 && status === '16' && sent.business === 'revoke') await this.tellProposer(tx, sent);
  }

  private async tellProposer(tx: EntityManager, { id, outgoingDocumentId }: DispatchEntity): Promise<void> {
    const document = await tx.findOneBy(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });
    const recall =
      document && (await tx.findOneBy(DocumentRecallEntity, { documentId: document.id, decision: 'granted' }));
    if (!document || !recall) return;
    const code = printedCode(document.number, document.notation);
    await this.notices.tell(tx, {
      key: `document.recallRefused:${id}`,
      staffId: recall.proposedById,
      kind: 'news',
      words: `Một nơi nhận từ chối thu hồi văn bản đi số ${code}; mở trang văn bản để xem lý do và trao đổi lại.`,
    });
  }
}
