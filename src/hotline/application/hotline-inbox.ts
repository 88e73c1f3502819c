import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { sha256Of } from '../../kernel/sha256.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { NotifyRegistry } from '../../notices/index.js';
import { HotlineCallEntity, type HotlineDoor } from '../persistence/hotline.entities.js';

/** A call that changes something, as received. */
export interface HotlineCall {
  readonly door: HotlineDoor;
  /** The token or the endpoint with which it came. */
  readonly sourceId: string;
  /** The caller's own id of the call, new for each thing to be done; null where it gave none. */
  readonly onceId: string | null;
  /** As it came, without what opens a door. */
  readonly raw: Buffer;
}

/** The outcome. */
export type Handled = Pick<HotlineCallEntity, 'ticketId' | 'ticketCode' | 'hotlineCode' | 'saidHash'> & {
  readonly outcome: 'taken' | 'known';
};

/** The same with the name of the call, under which its line stands where it wrote one. */
export type Receipt = Handled & { readonly id: string };

/** Does the work of a call; `id` names the call. */
export type CallWork = (tx: EntityManager, id: string) => Promise<Handled>;

const MAX_REASON_LENGTH = 500;

/**
 * Keeps every call of the hotline in the bytes in which it came, in the transaction of what it does. What comes again under the caller's own id is
 * answered again and not done again; what was refused is kept with its reason and may come again, corrected.
 */
@Injectable()
export class HotlineInbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  /** @throws DomainError `idempotency-key-reused` when the id came before with other bytes; what the work throws */
  async receive(call: HotlineCall, work: CallWork): Promise<Receipt> {
    const sha256 = await this.files.put(call.raw);
    try {
      return await this.once({ ...call, sha256 }, work);
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'idempotency-key-reused')
        await this.keepRefused({ ...call, sha256 }, error);
      throw error;
    }
  }

  /** Of two that come at the same moment one is second, and finds what the first has done. */
  private async once(call: HotlineCall & { readonly sha256: string }, work: CallWork): Promise<Receipt> {
    try {
      return await this.take(call, work);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return this.take(call, work);
    }
  }

  private take(call: HotlineCall & { readonly sha256: string }, work: CallWork): Promise<Receipt> {
    const onceKey = onceKeyOf(call);
    return this.uow.run(async (tx) => {
      const before = onceKey === null ? null : await tx.findOneBy(HotlineCallEntity, { onceKey });
      if (before) return answeredBefore(before, call.sha256);
      const id = newId();
      const handled = await work(tx, id);
      await tx.insert(HotlineCallEntity, { ...this.rowOf(call), ...handled, id, onceKey, code: null, reason: null });
      return { ...handled, id };
    });
  }

  /** Other words under a number that is known are for the desk to look at: somebody may have mistyped the number. */
  private async keepRefused(call: HotlineCall & { readonly sha256: string }, { code, details }: DomainError) {
    const { message, hotlineCode = null, ticket } = details;
    const id = newId();
    const about = isTicket(ticket) ? ticket : null;
    await this.uow.run(async (tx) => {
      await tx.insert(HotlineCallEntity, {
        ...this.rowOf(call),
        id,
        onceKey: null,
        outcome: 'refused',
        saidHash: null,
        code,
        hotlineCode: typeof hotlineCode === 'string' ? hotlineCode : null,
        ticketId: about?.id ?? null,
        ticketCode: about?.code ?? null,
        reason: typeof message === 'string' ? message.slice(0, MAX_REASON_LENGTH) : null,
      });
      if (code !== 'message-changed-content' || about === null) return;
      const words = `Tổng đài gửi lại số của phiếu ${about.code} với nội dung khác: không ghi gì, hãy hỏi Tổng đài.`;
      await this.notifyRegistry.notify(tx, { key: `hotline.changed:${id}`, kind: 'news', ticket: about, words });
    });
  }

  private rowOf({ door, sourceId, sha256 }: HotlineCall & { readonly sha256: string }) {
    return { door, sourceId, sha256, receivedAt: this.clock.now() };
  }
}

function onceKeyOf({ door, sourceId, onceId }: HotlineCall): string | null {
  return onceId === null ? null : sha256Of(JSON.stringify([door, sourceId, onceId]));
}

function answeredBefore(before: HotlineCallEntity, sha256: string): Receipt {
  if (before.sha256 !== sha256) throw new DomainError('idempotency-key-reused', { field: 'Idempotency-Key' });
  const { id, ticketId, ticketCode, hotlineCode, saidHash } = before;
  const outcome = before.outcome === 'taken' ? 'taken' : 'known';
  return { id, ticketId, ticketCode, hotlineCode, saidHash, outcome };
}

function isTicket(value: unknown): value is { readonly id: string; readonly code: string } {
  return typeof value === 'object' && value !== null && 'id' in value && 'code' in value;
}
