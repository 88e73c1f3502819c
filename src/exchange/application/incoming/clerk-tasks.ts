import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { byArrival } from '../../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { Journal } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { NotifyRegistry } from '../../../notices/index.js';
import { namesMeant, type TaskKind } from '../../domain/clerk-task.js';
import { isSameAgency } from '../../domain/incoming-check.js';
import { ExchangeTaskEntity } from '../../persistence/exchange-task.entity.js';
import type { DocumentMessage } from '../../ports/message.js';

/** The messages that a clerk must decide on before anything is done. */
@Injectable()
export class ClerkTasks {
  constructor(
    private readonly clock: Clock,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly journal: Journal,
  ) {}

  /** Opens a task and tells the clerks, in the transaction that sets the message aside. */
  async open(
    tx: EntityManager,
    { inboxId, kind, aboutDocumentId }: Pick<ExchangeTaskEntity, 'inboxId' | 'kind' | 'aboutDocumentId'>,
  ): Promise<void> {
    const id = newId();
    await tx.insert(ExchangeTaskEntity, {
      id,
      inboxId,
      kind,
      aboutDocumentId,
      openedAt: this.clock.now(),
      decision: null,
      decisionReason: null,
      decidedById: null,
      decidedByName: null,
      decidedAt: null,
    });
    await this.journal.record(tx, SYSTEM, {
      action: 'message.setAside',
      objectKind: 'inboxMessage',
      objectId: inboxId,
      detail: { kind },
    });
    const words = `${NEWS[kind]} Mở Sổ văn bản, Việc chờ quyết định.`;
    await this.notifyRegistry.notify(tx, { key: `exchange.task:${id}`, kind: 'news', words });
  }

  /** What a clerk decided of a message; null while it waits, or where there was nothing to decide. */
  async decided(tx: EntityManager, inboxId: string, kind: TaskKind): Promise<ExchangeTaskEntity | null> {
    const task = await tx.findOneBy(ExchangeTaskEntity, { inboxId, kind });
    return task?.decision === 'agreed' ? task : null;
  }

  /** Whether a wish of this kind about a document waits already. */
  async isOpen(tx: EntityManager, aboutDocumentId: string, kind: TaskKind): Promise<boolean> {
    return tx.existsBy(ExchangeTaskEntity, { aboutDocumentId, kind, decision: IsNull() });
  }

  /** The line of the incoming register that a message means: of the same agency, by the surest name, its last version. */
  async meant(
    tx: EntityManager,
    message: Pick<DocumentMessage, 'from' | 'documentId' | 'responseFor' | 'businessDetail'>,
  ): Promise<IncomingDocumentEntity | null> {
    const names = namesMeant(message);
    const named = await tx.findBy(IncomingDocumentEntity, { documentId: In([...names]) });
    const [meant] = [...named, ...(named.length > 0 ? [] : await numbered(tx, message))]
      .filter(({ senderCode }) => isSameAgency(senderCode, message.from.id))
      .sort((a, b) => names.indexOf(a.documentId) - names.indexOf(b.documentId) || byArrival(b, a));
    return meant ?? null;
  }
}

/** By number and day, where the names of its sender tell nothing. */
async function numbered(
  tx: EntityManager,
  { from, responseFor }: Pick<DocumentMessage, 'from' | 'responseFor'>,
): Promise<readonly IncomingDocumentEntity[]> {
  const codes = responseFor.map(({ code }) => code);
  const rows = await tx.findBy(IncomingDocumentEntity, { senderCode: from.id, code: In(codes) });
  return rows.filter(({ code, issuedDate }) =>
    responseFor.some((one) => one.code === code && one.promulgationDate === issuedDate),
  );
}

const NEWS: Readonly<Record<TaskKind, string>> = {
  revoke: 'Một nơi gửi xin thu hồi văn bản đã gửi Sở; cần xem và trả lời.',
  update: 'Có nơi gửi bản cập nhật của văn bản đã gửi Sở; cần xem và trả lời.',
  replace: 'Có nơi gửi văn bản thay thế văn bản đã gửi Sở; cần xem và trả lời.',
  askedBack: 'Một nơi gửi xin lấy lại văn bản đã gửi Sở; cần xem và trả lời.',
  doubtfulSender: 'Có văn bản ghi nơi gửi khác với nơi chuyển đến; cần xác minh nơi gửi.',
};
