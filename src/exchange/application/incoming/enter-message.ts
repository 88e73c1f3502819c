import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { awaitsNumber } from '../../../documents/domain/arrival/arrival-number.js';
import { Settings } from '../../../config/settings.js';
import {
  NumberingHold,
  RegisterIncoming,
  type IncomingDocumentEntity,
  type IncomingEntry,
} from '../../../documents/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { amendmentOf } from '../../domain/clerk-task.js';
import type { ExchangeTaskEntity } from '../../persistence/exchange-task.entity.js';
import { AwaitedDocuments } from './awaited-documents.js';
import { Dispatches } from '../outgoing/dispatches.js';
import { MIRROR_INCOMING, OPEN_HANDLING, OPEN_TICKET } from '../../jobs/jobs.js';

/**
 * Enters a document that may be entered, and enqueues what follows: statuses to its sender, the line in the e-office, the case it opens, and what
 * waited for it.
 */
@Injectable()
export class EnterMessage {
  constructor(
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly dispatches: Dispatches,
    private readonly registerIncoming: RegisterIncoming,
    private readonly awaited: AwaitedDocuments,
    private readonly hold: NumberingHold,
  ) {}

  /** Whether no number can be given now: what came waits. */
  isHeld(): Promise<boolean> {
    return this.hold.isHeld();
  }

  /** @param task the decision by which it updates or replaces another; null for a new document */
  async enter(
    tx: EntityManager,
    { inboxId, entry, task }: { inboxId: string; entry: IncomingEntry; task: ExchangeTaskEntity | null },
  ): Promise<void> {
    const document = await this.registerIncoming.register(tx, SYSTEM, { ...entry, ...amendsOf(task) });
    await this.tellSender(tx, document, task);
    await this.awaited.came(tx, document);
    const payload = { inboxId, incomingDocumentId: document.id };
    await this.outbox.enqueue(tx, MIRROR_INCOMING.of(payload));
    const isFeedback = entry.senderCode === this.settings.hotline.code;
    const open = isFeedback ? OPEN_TICKET.of(payload) : OPEN_HANDLING.of({ incomingDocumentId: document.id });
    await this.outbox.enqueue(tx, open);
  }

  /** A further version under a name that was received already gets no second 01 and 03 under it: its sender hears the answer. */
  private async tellSender(
    tx: EntityManager,
    document: IncomingDocumentEntity,
    task: ExchangeTaskEntity | null,
  ): Promise<void> {
    const number = awaitsNumber(document) ? '' : `, số ${String(document.arrivalNumber)}`;
    const description = `Đã vào Sổ văn bản đến${number}.`;
    if (document.edition === null) {
      const stored = 'Hệ thống của Sở đã nhận văn bản.';
      await this.dispatches.status(
        tx,
        document,
        { status: '01', description: stored, key: '01' },
        { status: '03', description, key: '03' },
      );
    }
    if (task === null) return;
    await this.dispatches.answer(tx, task, { status: '15', description: task.decisionReason ?? description });
  }
}

/** What is said to change a document that we do not have is entered like any other. */
function amendsOf(task: ExchangeTaskEntity | null): Pick<IncomingEntry, 'amends'> {
  const amendment = task && amendmentOf(task.kind);
  return task?.aboutDocumentId && amendment ? { amends: { id: task.aboutDocumentId, amendment } } : {};
}
