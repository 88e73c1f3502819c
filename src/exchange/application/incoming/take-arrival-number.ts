import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity, NumberIncoming } from '../../../documents/index.js';
import { awaitsNumber } from '../../../documents/domain/arrival/arrival-number.js';
import { dayWords } from '../../../documents/domain/day-words.js';
import { numberIn } from '../../../documents/domain/given-number.js';
import { typeAndCode } from '../../../documents/domain/same-number.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { NotifyRegistry } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob } from '../../../platform/outbox/job.js';
import { recordThenEnd } from '../../../platform/outbox/record-then-end.js';
import { MessageTransport, type GivenArrival, type IncomingMirror } from '../../ports/message-transport.port.js';

/**
 * Number and day of an incoming document from the e-office's own book, asked for under the document's own id, so that a repetition brings the same number;
 * compared with our register, and entered with its source. What cannot stand in the register is kept from it, for a clerk to see.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 22: one book numbers what comes to an agency.
 */
@Injectable()
export class TakeArrivalNumber {
  constructor(
    private readonly transport: MessageTransport,
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberIncoming,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  async take({ id }: IncomingDocumentEntity, entry: IncomingMirror, end?: EndJob): Promise<void> {
    const { incomingId: eOfficeId, given } = await this.transport.registerIncoming(entry);
    await recordThenEnd(
      this.uow,
      async (tx) => {
        await tx.update(IncomingDocumentEntity, { id }, { eOfficeId });
        const why = await this.heed(tx, id, given);
        if (why !== null) await this.stop(tx, id, why);
      },
      end,
    );
  }

  /** @returns what stands against the number; null where the line has it, or has had one since */
  private async heed(tx: EntityManager, id: string, given: GivenArrival | undefined): Promise<string | null> {
    const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id });
    if (!awaitsNumber(document)) return null;
    if (given === undefined) return 'Hệ thống quản lý văn bản đã ghi văn bản này nhưng không cho biết số đến.';
    const said = `Hệ thống quản lý văn bản cấp số đến ${given.number}, ngày ${dayWords(given.day)}`;
    const number = numberIn(given.number);
    if (number === null) return `${said}: số không đọc được; sửa trên hệ thống đó.`;
    const source = { by: 'eOffice' as const };
    const fault = await this.numbers.number(tx, SYSTEM, id, { number, issuedDate: given.day, source });
    return fault && `${said}. ${fault.sentence}`;
  }

  private async stop(tx: EntityManager, id: string, why: string): Promise<void> {
    const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id });
    await this.numbers.stop(tx, id, why);
    const key = `incoming.numberStopped:${id}:${sha256Of(Buffer.from(why)).slice(0, HASH_SHOWN)}`;
    // Why it stopped may name a person who wrote, and notices name none: the page says it.
    const words = `${typeAndCode(document)} chưa có số đến: số hệ thống quản lý văn bản cấp chưa vào sổ được. Mở Sổ văn bản đến, “văn bản chờ số đến”.`;
    await this.notifyRegistry.notify(tx, { key, kind: 'news', words });
  }
}

/** Of why it stopped: the same is told once. */
const HASH_SHOWN = 12;
