import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { insertRows, rowBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { EOfficeEventEntity } from '../../persistence/exchange.entities.js';
import { EOfficeEvents, type EOfficeEvent } from '../../ports/e-office-events.port.js';
import { LOOK_FOR_MESSAGES } from '../../jobs/jobs.js';
import { LOOK_AT_LETTER } from '../../../signing/index.js';

/** Takes the e-office's words as hints: each once, each followed by a look of our own, those of messages by one that begins after them. */
@Injectable()
export class TakeEvents extends EOfficeEvents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  async notify({ eventId, about }: EOfficeEvent, raw: Buffer): Promise<{ receiptId: string; duplicate: boolean }> {
    const sha256 = await this.files.put(raw);
    return this.uow.run(async (tx) => {
      const known = await rowBy(tx, EOfficeEventEntity, { eventId });
      if (known) return { receiptId: known.receiptId, duplicate: true };
      const receiptId = newId();
      await insertRows(tx, EOfficeEventEntity, { eventId, receivedAt: this.clock.now(), sha256, receiptId });
      await this.outbox.enqueue(
        tx,
        about.kind === 'message'
          ? LOOK_FOR_MESSAGES.of({}, eventId)
          : LOOK_AT_LETTER.of({ clientRequestId: about.clientRequestId }, eventId),
      );
      return { receiptId, duplicate: false };
    });
  }
}
