import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { OutgoingDocumentEntity } from '../../documents/index.js';
import { sendingAfterRecall } from '../domain/recall.js';
import { DispatchEntity } from '../persistence/exchange.entities.js';
import { Mailroom } from '../ports/mailroom.port.js';
import type { EdxmlStatus } from '../ports/message.js';

export interface StatusPromise {
  readonly status: EdxmlStatus;
  /** What the citizen or the hotline's operator reads. */
  readonly description: string;
  /** Names this status among those about the document, e.g. `05-{entryId}`: promised once, sent once. */
  readonly key: string;
}

/** Promises messages to other agencies; all about one incoming document go in the order in which they were promised. */
@Injectable()
export class Dispatches {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly mailroom: Mailroom,
  ) {}

  /** 01 is left to an e-office that tells it by itself. */
  async status(
    tx: EntityManager,
    about: { readonly id: string },
    { status, description, key }: StatusPromise,
  ): Promise<void> {
    if (status === '01' && this.mailroom.tellsArrival) return;
    await this.promise(tx, about, {
      kind: 'status',
      status,
      description,
      business: null,
      outgoingDocumentId: null,
      answersInboxId: null,
      consignmentId: `SGDDT-${about.id}-${key}`,
    });
  }

  /**
   * What we say to a recall, an update or a replacement: once for each message, in the lane of the document it speaks of. It names the message's own
   * document, as its sender calls it.
   */
  async answer(
    tx: EntityManager,
    { inboxId, aboutDocumentId }: { readonly inboxId: string; readonly aboutDocumentId: string | null },
    { status, description }: { readonly status: Extract<EdxmlStatus, '15' | '16'>; readonly description: string },
  ): Promise<void> {
    await this.promise(
      tx,
      { id: aboutDocumentId ?? inboxId },
      {
        kind: 'status',
        status,
        description,
        business: null,
        outgoingDocumentId: null,
        answersInboxId: inboxId,
        consignmentId: `SGDDT-${inboxId}-answer`,
      },
    );
  }

  /** The released letter itself; its edXML is written when it is sent. One that replaces another says so to whoever has that. */
  async reply(
    tx: EntityManager,
    about: { readonly id: string },
    { id: outgoingDocumentId, amendment }: Pick<OutgoingDocumentEntity, 'id' | 'amendment'>,
  ): Promise<void> {
    const consignmentId = `SGDDT-${about.id}-reply-${outgoingDocumentId}`;
    await this.promise(tx, about, {
      kind: 'document',
      business: amendment === 'replacement' ? 'replace' : null,
      status: null,
      description: null,
      outgoingDocumentId,
      answersInboxId: null,
      consignmentId,
    });
  }

  /**
   * Nobody is to keep a letter that was recalled: what has not left is held back, and whoever has it, or may have it, is asked to give it up, after the
   * letter itself.
   */
  async recall(tx: EntityManager, outgoingDocumentId: string, reason: string): Promise<void> {
    for (const sending of await tx.findBy(DispatchEntity, { outgoingDocumentId, kind: 'document' })) {
      if (sendingAfterRecall(sending) === 'cancelled' && (await this.heldBack(tx, sending))) continue;
      await this.promise(
        tx,
        { id: sending.aboutDocumentId },
        {
          kind: 'document',
          business: 'revoke',
          status: null,
          description: reason,
          outgoingDocumentId,
          answersInboxId: null,
          consignmentId: `SGDDT-${sending.aboutDocumentId}-revoke-${outgoingDocumentId}`,
        },
      );
    }
  }

  /** @returns false where a worker has begun to send it meanwhile */
  private async heldBack(tx: EntityManager, { id, sha256 }: DispatchEntity): Promise<boolean> {
    const unmoved = { id, sentAt: IsNull(), sha256: sha256 ?? IsNull() };
    const { affected } = await tx.update(DispatchEntity, unmoved, { cancelledAt: this.clock.now() });
    return affected === 1;
  }

  /** Whether a letter about one of these documents has not arrived yet, or was refused. */
  async isLetterOnItsWay(tx: EntityManager, documentIds: readonly string[]): Promise<boolean> {
    const unsent = { aboutDocumentId: In([...documentIds]), kind: 'document' as const, sentAt: IsNull() };
    const standing = { ...unsent, cancelledAt: IsNull() };
    return tx.existsBy(DispatchEntity, [
      { ...standing, business: IsNull() },
      { ...standing, business: Not('revoke' as const) },
    ]);
  }

  private async promise(
    tx: EntityManager,
    about: { readonly id: string },
    facts: Pick<
      DispatchEntity,
      'kind' | 'business' | 'status' | 'description' | 'outgoingDocumentId' | 'answersInboxId' | 'consignmentId'
    >,
  ): Promise<void> {
    if (await tx.existsBy(DispatchEntity, { consignmentId: facts.consignmentId })) return;
    const id = newId();
    await tx.insert(DispatchEntity, {
      ...facts,
      id,
      aboutDocumentId: about.id,
      sha256: null,
      createdAt: this.clock.now(),
      sentAt: null,
      receiptId: null,
      failure: null,
      cancelledAt: null,
      answer: null,
      answeredAt: null,
      answerReason: null,
    });
    const lane = `exchange.about:${about.id}`;
    await this.outbox.promise(tx, {
      kind: 'exchange.send',
      key: `exchange.send:${id}`,
      lane,
      // A status says all it says alone; what is said of a letter makes no sense to who has not got it.
      ...(facts.kind === 'document' ? { holdsLane: true } : {}),
      payload: { dispatchId: id },
    });
  }
}
