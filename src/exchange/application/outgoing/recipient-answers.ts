import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutgoingDocumentEntity } from '../../../documents/index.js';
import { printedCode } from '../../../documents/domain/register.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Notices } from '../../../notices/index.js';
import type { Receiver } from '../../domain/letter-recipients.js';
import { DocumentRecallEntity } from '../../persistence/document-recall.entity.js';
import { DispatchEntity } from '../../persistence/exchange.entities.js';

const REASON_LONGEST = 1000;

/** A recipient's word about a recall or a change of ours. */
export interface RecipientAnswer {
  /** All codes by which the recipient goes. */
  readonly codes: readonly string[];
  /** 15 agreed, 16 refused. */
  readonly status: '15' | '16';
  readonly at: Date;
  /** Empty where none was given. */
  readonly reason: string;
}

/**
 * Keeps what each recipient answers beside what was sent to it, whether it came as a message or was found by comparing both sides. The last word of each
 * counts; who proposed a recall hears of every one that refuses.
 */
@Injectable()
export class RecipientAnswers {
  constructor(private readonly notices: Notices) {}

  /** Nothing changes where a later answer of the same recipient is here. */
  async keep(tx: EntityManager, dispatchId: string, answer: RecipientAnswer): Promise<void> {
    const sent = await heldRow(tx, dispatchId);
    if (!sent) return;
    const { codes, status } = answer;
    const other = sent.alsoTo?.find(({ code }) => codes.includes(code)) ?? null;
    const isKept = await (other === null ? keepOwn(tx, sent, answer) : keepOther(tx, sent, other, answer));
    if (isKept && status === '16' && sent.business === 'revoke') await this.tellProposer(tx, sent, other);
  }

  private async tellProposer(
    tx: EntityManager,
    { id, outgoingDocumentId, receiverName }: DispatchEntity,
    other: Receiver | null,
  ): Promise<void> {
    const document = await tx.findOneBy(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });
    const recall =
      document && (await tx.findOneBy(DocumentRecallEntity, { documentId: document.id, decision: 'granted' }));
    if (!document || !recall) return;
    const code = printedCode(document.number, document.notation);
    const who = other?.name ?? receiverName ?? 'Một nơi nhận';
    await this.notices.tell(tx, {
      key: `document.recallRefused:${id}${other === null ? '' : `:${other.code}`}`,
      staffId: recall.proposedById,
      kind: 'news',
      words: `${who} từ chối thu hồi văn bản đi số ${code}; mở trang văn bản để xem lý do và trao đổi lại.`,
    });
  }
}

/** Written to before it is read, so that answers of two recipients at one time wait for each other and neither is lost. */
async function heldRow(tx: EntityManager, id: string): Promise<DispatchEntity | null> {
  await tx.update(DispatchEntity, { id }, { answer: () => '"answer"' });
  return tx.findOneBy(DispatchEntity, { id });
}

async function keepOwn(tx: EntityManager, sent: DispatchEntity, answer: RecipientAnswer): Promise<boolean> {
  const { status, at: answeredAt, reason } = answer;
  if (sent.answeredAt !== null && sent.answeredAt > answeredAt) return false;
  await tx.update(DispatchEntity, { id: sent.id }, { answer: status, answeredAt, answerReason: said(reason) });
  return true;
}

async function keepOther(
  tx: EntityManager,
  { id, alsoAnswered }: DispatchEntity,
  { code, name }: Receiver,
  { status, at, reason }: RecipientAnswer,
): Promise<boolean> {
  const answers = alsoAnswered ?? [];
  const before = answers.find((one) => one.code === code);
  if (before && new Date(before.answeredAt) > at) return false;
  const answer = { code, name, answer: status, answeredAt: at.toISOString(), answerReason: said(reason) };
  const kept = [...answers.filter((one) => one !== before), answer];
  await tx.update(DispatchEntity, { id }, { alsoAnswered: kept });
  return true;
}

function said(reason: string): string | null {
  return reason === '' ? null : beginningOf(reason, REASON_LONGEST);
}
