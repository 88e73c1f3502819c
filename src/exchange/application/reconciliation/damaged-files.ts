import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { incomingWords } from '../../../documents/domain/arrival/arrival-number.js';
import { DocumentFileEntity, IncomingDocumentEntity } from '../../../documents/index.js';
import { Journal } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { NoticeQueries, NotifyRegistry } from '../../../notices/index.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileDamaged } from '../../../platform/files/file-errors.js';
import { FileStore, type DamagedFile } from '../../../platform/files/file-store.js';
import { Log } from '../../../platform/telemetry/log.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import { MessageCodec } from '../../ports/message-codec.port.js';

/** What could not be brought back is tried again after an hour. */
const AGAIN_MS = 60 * 60_000;
const SHOWN = 12;

/**
 * Brings back what the file store found damaged: a message from the e-office, an attachment out of its message. What it cannot, only a backup can; clerks and
 * administrators hear of each once, and how it ended.
 */
@Injectable()
export class DamagedFiles {
  private readonly triedAt = new Map<string, number>();

  constructor(
    private readonly files: FileStore,
    private readonly transport: MessageTransport,
    private readonly codec: MessageCodec,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly notices: NoticeQueries,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** What is wrong with one of them stops none of the others. */
  async run(): Promise<void> {
    for (const found of await this.files.damaged()) {
      try {
        await this.lookAfter(found);
      } catch (error) {
        this.log.warn('exchange.damagedFile', { sha256: found.sha256, error });
      }
    }
  }

  private async lookAfter(found: DamagedFile): Promise<void> {
    const { sha256 } = found;
    if (!(await this.isWhole(sha256)) && this.isDue(sha256)) await this.bringBack(sha256);
    const isBack = await this.isWhole(sha256);
    await this.tell(found, isBack);
    if (isBack) await this.files.mended(sha256);
  }

  private isDue(sha256: string): boolean {
    const now = this.clock.now().getTime();
    if (now - (this.triedAt.get(sha256) ?? 0) < AGAIN_MS) return false;
    this.triedAt.set(sha256, now);
    return true;
  }

  private async isWhole(sha256: string): Promise<boolean> {
    return (await this.files.stateOf(sha256)) === 'whole';
  }

  private async bringBack(sha256: string): Promise<void> {
    for (const inbox of await this.messagesWith(sha256)) {
      try {
        const raw = await this.rawOf(inbox);
        if (inbox.sha256 !== sha256) await this.keepAttachment(raw, sha256);
        return;
      } catch (error) {
        // People are told that it is not back, whatever the cause.
        if (!isWithoutIt(error)) this.log.warn('exchange.damagedFile', { sha256, error });
      }
    }
  }

  private async keepAttachment(raw: Buffer, sha256: string): Promise<void> {
    const { message } = await this.codec.readInTurns(raw);
    const attachments = message?.kind === 'document' ? message.attachments : [];
    const found = attachments.find(({ content }) => sha256Of(content) === sha256);
    if (found) await this.files.put(found.content);
  }

  /** The messages that are this file, or that brought it. */
  private async messagesWith(sha256: string): Promise<readonly InboxMessageEntity[]> {
    const { manager } = this.database.reader;
    const brought = await manager
      .createQueryBuilder(InboxMessageEntity, 'inbox')
      .innerJoin(IncomingDocumentEntity, 'document', 'document.messageId = inbox.remoteId')
      .innerJoin(DocumentFileEntity, 'file', 'file.documentId = document.id')
      .where('file.sha256 = :sha256', { sha256 })
      .getMany();
    return [...(await manager.findBy(InboxMessageEntity, { sha256 })), ...brought];
  }

  /** From our store, else from the e-office, which is trusted only when it gives the very bytes that we had. */
  private async rawOf({ sha256, remoteId }: InboxMessageEntity): Promise<Buffer> {
    if (await this.isWhole(sha256)) return this.files.get(sha256);
    const { bytes } = await this.transport.getMessage(remoteId);
    try {
      const raw = await bytes.read();
      if (sha256Of(raw) !== sha256) throw new FileDamaged(sha256);
      await this.files.put(raw);
      return raw;
    } finally {
      await bytes.release();
    }
  }

  /** By the number under which its document arrived; never by its own name, which may name a citizen: administrators hear it too. */
  private async nameOf(sha256: string): Promise<string> {
    const messages = await this.messagesWith(sha256);
    const [document] = await this.database.reader.manager.find(IncomingDocumentEntity, {
      where: { messageId: In(messages.map(({ remoteId }) => remoteId)) },
      order: { year: 'ASC', arrivalNumber: 'ASC' },
      take: 1,
    });
    return document
      ? `Tệp của ${incomingWords(document)} năm ${String(document.year)}`
      : `Tệp ${sha256.slice(0, SHOWN)}…`;
  }

  private async tell({ sha256, foundAt }: DamagedFile, isBack: boolean): Promise<void> {
    const key = `file.${isBack ? 'mended' : 'damaged'}:${sha256.slice(0, SHOWN)}:${foundAt.toISOString()}`;
    if (await this.notices.isBegun(key)) return;
    const file = await this.nameOf(sha256);
    const words = isBack
      ? `${file} từng bị hỏng hoặc mất trên máy chủ đã được lấy lại nguyên vẹn.`
      : `${file} bị hỏng hoặc đã mất trên máy chủ, chưa lấy lại được từ hệ thống quản lý văn bản. Quản trị chép tệp từ bản sao lưu về tep/${sha256.slice(0, 2)}/${sha256} và kiểm tra ổ đĩa.`;
    const action = isBack ? 'file.mend' : 'file.quarantine';
    await this.uow.run(async (tx) => {
      await this.notifyRegistry.notify(tx, { key, kind: 'news', words }, 'administrator');
      await this.journal.record(tx, SYSTEM, { action, objectKind: 'storedFile', objectId: sha256, detail: {} });
    });
  }
}

/** The e-office does not have it, or not now, or not as it was. */
function isWithoutIt(error: unknown): boolean {
  return error instanceof OutsideUnavailable || error instanceof OutsideRefused || error instanceof FileDamaged;
}
