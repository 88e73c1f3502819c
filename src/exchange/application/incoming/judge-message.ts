import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { arrivalWords } from '../../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import type { Following } from '../../domain/awaited.js';
import type { InboxState } from '../../domain/inbox.js';
import type { ExchangeTaskEntity } from '../../persistence/exchange-task.entity.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import type { DocumentMessage } from '../../ports/message.js';
import { AwaitedDocuments } from './awaited-documents.js';
import { ClerkTasks } from './clerk-tasks.js';

/** Why a message goes no further by itself. */
export interface Finding {
  readonly state: Extract<InboxState, 'task' | 'duplicate' | 'changed' | 'stored'>;
  readonly reason: string;
  readonly task?: Pick<ExchangeTaskEntity, 'kind' | 'aboutDocumentId'>;
  /** It waits for the document that it speaks of. */
  readonly awaits?: Following;
}

/** A message that may be entered, with the clerk's decision that lets it where it needed one. */
export interface Cleared {
  readonly state: null;
  readonly task: ExchangeTaskEntity | null;
}

/** Says of a message that was read whether it may be entered, or what a clerk must look at before anything is applied. */
@Injectable()
export class JudgeMessage {
  constructor(
    private readonly tasks: ClerkTasks,
    private readonly awaited: AwaitedDocuments,
  ) {}

  async judge(tx: EntityManager, inbox: InboxMessageEntity, message: DocumentMessage): Promise<Finding | Cleared> {
    const { from, business } = message;
    if (from.id !== inbox.fromAgency && !(await this.tasks.decided(tx, inbox.id, 'doubtfulSender'))) {
      const task = { kind: 'doubtfulSender' as const, aboutDocumentId: null };
      return { state: 'task', reason: senderDoubt(from.id, inbox.fromAgency), task };
    }
    if (business !== 'new') return this.amending(tx, inbox, { ...message, business });
    return (await this.known(tx, inbox, message)) ?? { state: null, task: null };
  }

  /** A recall, an update or a replacement: to be decided, decided, too early, or the same bytes once more. */
  private async amending(
    tx: EntityManager,
    inbox: InboxMessageEntity,
    message: DocumentMessage & { readonly business: Exclude<Following, 'askedBack'> },
  ): Promise<Finding | Cleared> {
    const { business: kind, documentId } = message;
    const task = await this.tasks.decided(tx, inbox.id, kind);
    if (task !== null) return { state: null, task };
    const handled = In<InboxState>(['task', 'noted', 'stored', 'registered']);
    const same = { documentId, sha256: inbox.sha256, id: Not(inbox.id), state: handled };
    if (await tx.existsBy(InboxMessageEntity, same)) return { state: 'duplicate', reason: SENT_AGAIN };
    const about = await this.tasks.meant(tx, message);
    if (about === null && this.awaited.mayCome(kind, inbox)) return { state: 'stored', reason: AWAITS, awaits: kind };
    return { state: 'task', reason: BUSINESS_TASKS[kind], task: { kind, aboutDocumentId: about?.id ?? null } };
  }

  /** A document that came before is never applied twice. */
  private async known(
    tx: EntityManager,
    inbox: InboxMessageEntity,
    { from, documentId }: DocumentMessage,
  ): Promise<Finding | null> {
    const [known] = await tx.find(IncomingDocumentEntity, {
      where: { senderCode: from.id, documentId },
      order: { edition: 'ASC' },
    });
    if (!known) return null;
    const brought = await tx.findOneBy(InboxMessageEntity, { remoteId: known.messageId ?? '' });
    if (brought?.sha256 === inbox.sha256) return { state: 'duplicate', reason: KNOWN };
    return {
      state: 'changed',
      reason: `Cùng mã văn bản với tin đã nhận (${arrivalWords(known)}) nhưng nội dung khác. Chưa ghi đè; hãy hỏi lại nơi gửi.`,
    };
  }
}

const KNOWN = 'Văn bản này đã nhận trước đó; không ghi sổ lần nữa.';
export const AWAITS = 'Chưa nhận được văn bản mà tin này nói tới; chờ văn bản đó tới, quá hạn chờ thì chuyển văn thư.';
const SENT_AGAIN = 'Thông điệp này đã nhận trước đó; văn thư quyết định một lần.';

/** Anyone on the axis can write any agency into a message; whose it is, the e-office knows. */
function senderDoubt(written: string, handedInBy: string): string {
  return `Văn bản ghi nơi gửi là ${written}, nhưng hệ thống quản lý văn bản nhận từ ${handedInBy}. Chưa vào sổ; văn thư xác minh nơi gửi.`;
}

const BUSINESS_TASKS: Readonly<Record<'revoke' | 'update' | 'replace', string>> = {
  revoke: 'Nơi gửi thu hồi văn bản; văn thư xem và quyết định.',
  update: 'Nơi gửi cập nhật văn bản; văn thư xem và quyết định.',
  replace: 'Nơi gửi thay thế văn bản; văn thư xem và quyết định.',
};
