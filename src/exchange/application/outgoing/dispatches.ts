import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import type { NewJob } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { OutgoingDocumentEntity } from '../../../documents/index.js';
import type { Receiver } from '../../domain/letter-recipients.js';
import { sendingAfterRecall } from '../../domain/recall.js';
import { DispatchEntity } from '../../persistence/exchange.entities.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import type { EdxmlStatus } from '../../ports/message.js';
import { inOrderAbout } from '../../domain/sending-order.js';
import { SEND_DISPATCH } from '../../jobs/jobs.js';
import { insertRows, rowsBy } from '../../../platform/database/rows.js';

export interface StatusDispatch {
  readonly status: EdxmlStatus;
  /** What the citizen or the hotline's operator reads. */
  readonly description: string;
  /** Names this status among those about the document, e.g. `05-{entryId}`: enqueued once, sent once. */
  readonly key: string;
}

interface LetterDispatch {
  readonly letter: Pick<OutgoingDocumentEntity, 'id' | 'amendment'>;
  readonly others: readonly Receiver[];
}

type Others = Pick<DispatchEntity, 'receiverCode' | 'receiverName' | 'alsoTo'>;

type DispatchFacts = Pick<
  DispatchEntity,
  'kind' | 'business' | 'status' | 'description' | 'outgoingDocumentId' | 'answersInboxId' | 'consignmentId'
> &
  Partial<Others>;

/** A letter to each of its receivers, in a message of its own. */
interface SentToEach {
  readonly letter: Omit<DispatchFacts, 'consignmentId'>;
  readonly outgoingDocumentId: string;
  readonly others: readonly Receiver[];
}

const NO_OTHERS: Others = { receiverCode: null, receiverName: null, alsoTo: null };

const LETTER = { kind: 'document', status: null, description: null, answersInboxId: null } as const;

/** Enqueues messages to other agencies; all about one incoming document go in the order in which they were enqueued. */
@Injectable()
export class Dispatches {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly transport: MessageTransport,
  ) {}

  /** 01 is left to an e-office that tells it by itself. */
  async status(tx: EntityManager, about: { readonly id: string }, ...all: readonly StatusDispatch[]): Promise<void> {
    const told = all.filter(({ status }) => status !== '01' || !this.transport.tellsArrival);
    await this.enqueue(
      tx,
      about,
      ...told.map(({ status, description, key }) => ({
        kind: 'status' as const,
        status,
        description,
        business: null,
        outgoingDocumentId: null,
        answersInboxId: null,
        consignmentId: statusName(about, key),
      })),
    );
  }

  /**
   * Takes statuses back that wait behind another job of their document.
   *
   * @param keys as they were enqueued
   * @returns false where one has been sent, or may have been
   */
  async retract(tx: EntityManager, about: { readonly id: string }, keys: readonly string[]): Promise<boolean> {
    const consignmentId = In(keys.map((key) => statusName(about, key)));
    for (const status of await tx.findBy(DispatchEntity, { consignmentId })) {
      const isBack = await this.heldBack(tx, status);
      if (!isBack || !(await this.outbox.retract(tx, SEND_DISPATCH.of({ dispatchId: status.id })))) return false;
    }
    return true;
  }

  /**
   * What we say to a recall, an update or a replacement: once for each message, under the ordering key of the document it speaks of. It names the message's own
   * document, as its sender calls it.
   */
  async answer(
    tx: EntityManager,
    { inboxId, aboutDocumentId }: { readonly inboxId: string; readonly aboutDocumentId: string | null },
    { status, description }: { readonly status: Extract<EdxmlStatus, '15' | '16'>; readonly description: string },
  ): Promise<void> {
    await this.enqueue(
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

  /**
   * The released letter itself; its edXML is written when it is sent. A letter that replaces another says so to the receivers of the old one.
   *
   * @param others who get it besides the sender of what it answers: each in a message of its own, so that one that is refused keeps none from another,
   *   unless the e-office takes a document only once
   */
  async reply(
    tx: EntityManager,
    about: { readonly id: string },
    { letter: { id: outgoingDocumentId, amendment }, others }: LetterDispatch,
  ): Promise<void> {
    const letter = {
      ...LETTER,
      business: amendment === 'replacement' ? ('replace' as const) : null,
      outgoingDocumentId,
    };
    const together = this.transport.takesDocumentOnce && others.length > 0;
    const consignmentId = `SGDDT-${about.id}-reply-${outgoingDocumentId}`;
    await this.enqueue(tx, about, { ...letter, consignmentId, ...(together ? { alsoTo: others } : {}) });
    if (together) return;
    await this.each(tx, about, { letter, outgoingDocumentId, others });
  }

  /** A released document that answers nothing, to those who were chosen; to nobody where nobody was. */
  async document(tx: EntityManager, { letter: { id: outgoingDocumentId }, others }: LetterDispatch): Promise<void> {
    const about = { id: outgoingDocumentId };
    const letter = { ...LETTER, business: null, outgoingDocumentId };
    const [first, ...further] = others;
    if (first === undefined) return;
    if (!this.transport.takesDocumentOnce) return this.each(tx, about, { letter, outgoingDocumentId, others });
    const receivers = { receiverCode: first.code, receiverName: first.name, alsoTo: further };
    await this.enqueue(tx, about, { ...letter, ...receivers, consignmentId: `SGDDT-${outgoingDocumentId}-to-1` });
  }

  private async each(
    tx: EntityManager,
    about: { readonly id: string },
    { letter, outgoingDocumentId, others }: SentToEach,
  ): Promise<void> {
    for (const [at, { code, name }] of others.entries()) {
      const copy = { consignmentId: `SGDDT-${outgoingDocumentId}-to-${String(at + 1)}` };
      await this.enqueue(tx, about, { ...letter, ...copy, receiverCode: code, receiverName: name });
    }
  }

  /**
   * Nobody is to keep a letter that was recalled: what has not left is held back, and every receiver that has it, or may have it, is asked to return it,
   * after the letter itself.
   */
  async recall(tx: EntityManager, outgoingDocumentId: string, reason: string): Promise<void> {
    for (const sending of await tx.findBy(DispatchEntity, { outgoingDocumentId, kind: 'document' })) {
      if (sendingAfterRecall(sending) === 'cancelled' && (await this.heldBack(tx, sending))) continue;
      const { aboutDocumentId, receiverCode, receiverName, alsoTo, consignmentId } = sending;
      await this.enqueue(
        tx,
        { id: aboutDocumentId },
        {
          ...LETTER,
          business: 'revoke',
          description: reason,
          outgoingDocumentId,
          receiverCode,
          receiverName,
          alsoTo,
          consignmentId:
            receiverCode === null ? `SGDDT-${aboutDocumentId}-revoke-${outgoingDocumentId}` : `${consignmentId}-revoke`,
        },
      );
    }
  }

  /** Holds back unsent messages of a letter, without telling anybody. */
  async holdBack(tx: EntityManager, outgoingDocumentId: string): Promise<void> {
    for (const sending of await tx.findBy(DispatchEntity, { outgoingDocumentId, kind: 'document' }))
      if (sendingAfterRecall(sending) === 'cancelled') await this.heldBack(tx, sending);
  }

  /** @returns false where a worker has begun to send it meanwhile */
  private async heldBack(tx: EntityManager, { id, sha256 }: DispatchEntity): Promise<boolean> {
    const unmoved = { id, sentAt: IsNull(), sha256: sha256 ?? IsNull() };
    const { affected } = await tx.update(DispatchEntity, unmoved, { cancelledAt: this.clock.now() });
    return affected === 1;
  }

  /** Whether a letter has not arrived yet at the sender of one of these documents, or was refused there. */
  async isLetterOnItsWay(tx: EntityManager, documentIds: readonly string[]): Promise<boolean> {
    const unsent = { aboutDocumentId: In([...documentIds]), kind: 'document' as const, sentAt: IsNull() };
    const standing = { ...unsent, cancelledAt: IsNull(), receiverCode: IsNull() };
    return tx.existsBy(DispatchEntity, [
      { ...standing, business: IsNull() },
      { ...standing, business: Not('revoke' as const) },
    ]);
  }

  /** @param all a few: each is a row of some twenty values */
  private async enqueue(
    tx: EntityManager,
    about: { readonly id: string },
    ...all: readonly DispatchFacts[]
  ): Promise<void> {
    const consignmentId = all.map((facts) => facts.consignmentId);
    const known = await rowsBy(tx, DispatchEntity, { consignmentId }, { only: ['consignmentId'] });
    const fresh = all
      .filter((facts) => !known.some((row) => row.consignmentId === facts.consignmentId))
      .map((facts) => ({
        ...NO_OTHERS,
        ...facts,
        id: newId(),
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
        alsoAnswered: null,
      }));
    if (fresh.length === 0) return;
    await insertRows(tx, DispatchEntity, ...fresh);
    await this.outbox.enqueue(tx, ...fresh.map((row) => sendingOf(row)));
  }
}

function statusName(about: { readonly id: string }, key: string): string {
  return `SGDDT-${about.id}-${key}`;
}

function sendingOf({
  id,
  kind,
  aboutDocumentId,
  outgoingDocumentId,
  receiverCode,
}: Pick<DispatchEntity, 'id' | 'kind' | 'aboutDocumentId' | 'outgoingDocumentId' | 'receiverCode'>): NewJob {
  // What another agency does not take must hold nothing back from the one that is answered.
  const orderingKey =
    receiverCode === null
      ? inOrderAbout(aboutDocumentId)
      : `exchange.letter:${outgoingDocumentId ?? ''}:${receiverCode}`;
  return {
    ...SEND_DISPATCH.of({ dispatchId: id }),
    orderingKey,
    // A status stands alone; messages about a letter must not overtake the letter.
    ...(kind === 'document' ? { blocksFollowing: true } : {}),
  };
}
