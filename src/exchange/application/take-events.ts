import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { EOfficeEventEntity, RefusedCallEntity } from '../persistence/exchange.entities.js';
import { EOfficeEvents, RefusedCalls, type EOfficeEvent } from '../ports/e-office-events.port.js';

const RAW_KEPT = 65_536;

/** Takes the e-office's words as hints: each once, each followed by a look of our own. */
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
      const known = await tx.findOneBy(EOfficeEventEntity, { eventId });
      if (known) return { receiptId: known.receiptId, duplicate: true };
      const receiptId = newId();
      await tx.insert(EOfficeEventEntity, { eventId, receivedAt: this.clock.now(), sha256, receiptId });
      await this.outbox.promise(
        tx,
        about.kind === 'message'
          ? { kind: 'exchange.look', key: `exchange.look:${eventId}`, payload: {} }
          : {
              kind: 'signing.look',
              key: `signing.look:${eventId}`,
              payload: { clientRequestId: about.clientRequestId },
            },
      );
      return { receiptId, duplicate: false };
    });
  }
}

/** Keeps what a door refused, so that a clerk sees it. */
@Injectable()
export class KeepRefusedCalls extends RefusedCalls {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(door: string, code: string, reason: string, raw: Buffer): Promise<void> {
    const rawSha256 = raw.length === 0 ? null : await this.files.put(raw.subarray(0, RAW_KEPT));
    const row = { id: newId(), at: this.clock.now(), door, code, reason: reason.slice(0, 1000), rawSha256 };
    await this.uow.run((tx) => tx.insert(RefusedCallEntity, row));
  }
}
