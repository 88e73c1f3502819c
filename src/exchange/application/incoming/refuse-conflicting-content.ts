import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { NotifyRegistry } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { inWorkContext } from '../../../platform/telemetry/work-context.js';
import { mayBeOther } from '../../domain/inbox.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { MessageTransport, type PendingItem } from '../../ports/message-transport.port.js';
import { ACKNOWLEDGE_MESSAGE } from '../../jobs/jobs.js';

/**
 * A message that comes once more under its own name with other bytes is refused: what we have stays what counts, the other bytes are kept beside it, the
 * e-office hears `fail`, and the clerks are told.
 */
@Injectable()
export class RefuseConflictingContent {
  constructor(
    private readonly transport: MessageTransport,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  /** @returns whether it is another content, by its bytes @throws OutsideUnavailable · OutsideRefused */
  async refuse(item: PendingItem, known: InboxMessageEntity): Promise<boolean> {
    if (!mayBeOther(item, known)) return false;
    if (item.sha256 !== undefined && item.sha256 === known.otherSha256) return true;
    const { messageId } = item;
    const { bytes, sha256 } = await inWorkContext({ messageId }, () => this.transport.getMessage(messageId));
    try {
      if (sha256 === known.sha256) return false;
      if (sha256 === known.otherSha256) return true;
      await this.files.putHeld(bytes);
    } finally {
      await bytes.release();
    }
    await this.uow.run((tx) => this.recordRefusal(tx, known, sha256));
    return true;
  }

  private async recordRefusal(
    tx: EntityManager,
    { id, fromAgency }: InboxMessageEntity,
    otherSha256: string,
  ): Promise<void> {
    await tx.update(InboxMessageEntity, { id }, { otherSha256, otherSeenAt: this.clock.now() });
    await this.outbox.enqueue(tx, ACKNOWLEDGE_MESSAGE.of({ inboxId: id, other: otherSha256 }));
    const about = { objectKind: 'inboxMessage', objectId: id, detail: { otherSha256 } } as const;
    await this.journal.record(tx, SYSTEM, { action: 'message.refuseOther', ...about });
    const words = `Hệ thống quản lý văn bản giao lại một tin của ${fromAgency} với nội dung khác. Bản đầu giữ nguyên; mở “Văn bản, bản tin bị từ chối nhận” và hỏi lại nơi gửi.`;
    await this.notifyRegistry.notify(tx, {
      key: `message.other:${id}:${otherSha256.slice(0, 16)}`,
      kind: 'news',
      words,
    });
  }
}
