import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingFiles, ownName } from '../../files/index.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import { JobControl } from '../../platform/outbox/job-control.js';
import { requireTendsExchange } from '../domain/policy.js';

const MAX_NOTE_LENGTH = 1000;
const MAX_REASON_LENGTH = 500;
const MAX_RECEIPT_LENGTH = 100;
const MAX_FILE_NAME_LENGTH = 255;

export interface ProofOfDelivery {
  /** How it is known that the peer has it. */
  readonly note: string;
  /** `''` where the peer gave none. */
  readonly receiptId: string;
  readonly file: { readonly name: string; readonly content: Buffer };
}

/** What a clerk or administrator does with a job that the app cannot or should not do by itself; each with its reason, in the journal. */
@Injectable()
export class ManageJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly control: JobControl,
    private readonly incoming: IncomingFiles,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` while a worker has it in hand */
  async hold(actor: Actor, seq: number, reason: string): Promise<void> {
    await this.act(actor, 'promise.hold', { reason }, (tx) =>
      this.control.hold(tx, seq, actor, reason.slice(0, MAX_REASON_LENGTH)),
    );
  }

  /** @throws DomainError as `hold` */
  async release(actor: Actor, seq: number): Promise<void> {
    await this.act(actor, 'promise.release', {}, (tx) => this.control.release(tx, seq));
  }

  /** What was given up or is held is not done any more. @throws DomainError as `hold` */
  async setAside(actor: Actor, seq: number, reason: string): Promise<void> {
    await this.act(actor, 'promise.setAside', { reason }, (tx) => this.control.setAside(tx, seq, reason));
  }

  /** The peer has it, as a file shows. @throws DomainError as `hold`, and as every file from outside */
  async markDelivered(actor: Actor, seq: number, { note, receiptId, file }: ProofOfDelivery): Promise<void> {
    requireTendsExchange(actor);
    const { sha256 } = await this.incoming.keepOne(file, 'file');
    const evidence = {
      note: note.slice(0, MAX_NOTE_LENGTH),
      receiptId: receiptId === '' ? null : receiptId.slice(0, MAX_RECEIPT_LENGTH),
      sha256,
      fileName: ownName(file.name).slice(-MAX_FILE_NAME_LENGTH),
    };
    await this.act(actor, 'promise.markDelivered', evidence, (tx) =>
      this.control.markDelivered(tx, seq, actor, evidence),
    );
  }

  /** @param action with the journal's word for a job, older than its name in the code */
  private async act(
    actor: Actor,
    action: JournalAction,
    said: Readonly<Record<string, unknown>>,
    change: (tx: EntityManager) => Promise<OutboxEntity>,
  ): Promise<void> {
    requireTendsExchange(actor);
    await this.uow.run(async (tx) => {
      const { seq, kind, attempts } = await change(tx);
      const detail = { kind, attempts, ...said };
      await this.journal.record(tx, actor, {
        action,
        objectKind: 'promise',
        objectId: String(seq),
        detail,
      });
    });
  }
}
