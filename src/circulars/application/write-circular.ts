import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { IncomingFiles, ownName } from '../../files/index.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { requireAudience, type Audience } from '../domain/audience.js';
import {
  MAX_FILES,
  REASON_LENGTHS,
  requireDays,
  SYMBOL_LENGTHS,
  TEXT_LENGTHS,
  TITLE_LENGTHS,
  type CircularFile,
} from '../domain/circular.js';
import { requireSender } from '../domain/policy.js';
import { CircularEntity } from '../persistence/circulars.entities.js';
import { HAND_OUT, TELL_RECEIVERS } from '../jobs/jobs.js';

export interface CircularDraft {
  readonly title: string;
  readonly symbol: string;
  readonly issuedOn: CivilDate | null;
  readonly text: string;
  readonly dueOn: CivilDate;
  readonly validTo: CivilDate | null;
  readonly replacesId: string | null;
  readonly audience: Audience;
  /** None: a draft keeps the files that it has. */
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
}

const MAX_NAME_LENGTH = 200;

/** Writes a circular, sends it to whom it addresses, and withdraws it. */
@Injectable()
export class WriteCircular {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly incoming: IncomingFiles,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
  ) {}

  /** Nobody is told of a draft. @returns its id @throws DomainError `forbidden`, `input-invalid`, `not-found` for what it would replace */
  async draft(actor: Actor, draft: CircularDraft): Promise<string> {
    requireSender(actor);
    const written = this.written(draft);
    const files = await this.kept(draft);
    const id = newId();
    await this.uow.run(async (tx) => {
      if (written.replacesId !== null && !(await tx.existsBy(CircularEntity, sentUnder(written.replacesId))))
        throw new DomainError('not-found', { what: 'circular' });
      await tx.insert(CircularEntity, {
        ...written,
        id,
        files,
        state: 'draft' as const,
        replacedById: null,
        remindedStep: null,
        version: 1,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: this.clock.now(),
        sentByName: null,
        sentAt: null,
        withdrawnByName: null,
        withdrawnAt: null,
        withdrawnBecause: null,
      });
      await this.record(tx, actor, { action: 'circular.draft', id });
    });
    return id;
  }

  /** Changes a draft. @throws DomainError `forbidden`, `input-invalid`, `not-found`; `changed-meanwhile` once it was sent */
  async change(actor: Actor, id: string, draft: CircularDraft): Promise<void> {
    requireSender(actor);
    const { replacesId, ...written } = this.written(draft);
    const files = await this.kept(draft);
    await this.uow.run(async (tx) => {
      await requireThere(tx, id);
      const change = { ...written, replacesId, ...(files.length > 0 && { files }) };
      const { affected } = await tx.update(CircularEntity, { id, state: 'draft' }, change);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'circular', id });
      await this.record(tx, actor, { action: 'circular.change', id });
    });
  }

  /**
   * Sends a draft: from now on whom it addresses must read it, and what it replaces holds no longer.
   *
   * @throws DomainError `forbidden`, `not-found`, `input-invalid` when its last day has passed; `changed-meanwhile` when it was sent already, or
   *   another circular has taken the place of what it replaces
   */
  async send(actor: Actor, id: string): Promise<void> {
    requireSender(actor);
    const sentAt = this.clock.now();
    await this.uow.run(async (tx) => {
      const circular = await requireThere(tx, id);
      requireDays(circular, civilDateOf(sentAt));
      const sent = { state: 'sent' as const, sentAt, sentByName: actor.name };
      const { affected } = await tx.update(CircularEntity, { id, state: 'draft' }, sent);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'circular', id });
      const { replacesId } = circular;
      if (replacesId !== null) {
        const replaced = await tx.update(CircularEntity, sentUnder(replacesId), { replacedById: id });
        if (replaced.affected !== 1) throw new DomainError('changed-meanwhile', { what: 'circular', id: replacesId });
      }
      await this.outbox.enqueue(tx, HAND_OUT.of({ circularId: id }));
      const { audience, dueOn } = circular;
      await this.record(tx, actor, { action: 'circular.send', id, detail: { audience, dueOn, replacesId } });
    });
  }

  /** Takes a circular back, or throws a draft away. @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    requireSender(actor);
    const withdrawnBecause = requireText('reason', reason, REASON_LENGTHS);
    await this.uow.run(async (tx) => {
      const { state } = await requireThere(tx, id);
      const withdrawn = { withdrawnAt: this.clock.now(), withdrawnByName: actor.name, withdrawnBecause };
      const asRead = { id, state, withdrawnAt: IsNull() };
      const { affected } = await tx.update(CircularEntity, asRead, { ...withdrawn, state: 'withdrawn' });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'circular', id });
      const told = TELL_RECEIVERS.of({ circularId: id, what: 'withdrawn' }, 'withdrawn');
      if (state === 'sent') await this.outbox.enqueue(tx, told);
      await this.record(tx, actor, { action: 'circular.withdraw', id, detail: { reason: withdrawnBecause } });
    });
  }

  /** Reminds everybody who owes it, once a day at most. @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` for what is not sent */
  async remind(actor: Actor, id: string): Promise<void> {
    requireSender(actor);
    const today = civilDateOf(this.clock.now());
    await this.uow.run(async (tx) => {
      const { state } = await requireThere(tx, id);
      if (state !== 'sent') throw new DomainError('changed-meanwhile', { what: 'circular', id });
      await this.outbox.enqueue(tx, TELL_RECEIVERS.of({ circularId: id, what: `asked-${today}` }, today));
      await this.record(tx, actor, { action: 'circular.remind', id });
    });
  }

  private written({ audience, dueOn, validTo, issuedOn, replacesId, ...words }: CircularDraft) {
    requireDays({ dueOn, validTo }, civilDateOf(this.clock.now()));
    requireAudience(audience);
    return {
      audience,
      dueOn,
      validTo,
      issuedOn,
      replacesId,
      title: requireText('title', words.title, TITLE_LENGTHS),
      symbol: requireText('symbol', words.symbol, SYMBOL_LENGTHS),
      text: requireText('text', words.text, TEXT_LENGTHS),
    };
  }

  private async kept({ files }: CircularDraft): Promise<readonly CircularFile[]> {
    if (files.length > MAX_FILES)
      throw new DomainError('input-invalid', { field: 'files', message: `Gửi nhiều nhất ${MAX_FILES} tệp.` });
    const kept = await this.incoming.keep(files, 'files');
    return kept.map(({ name, sha256, size }) => ({ name: ownName(name).slice(-MAX_NAME_LENGTH), sha256, size }));
  }

  private record(tx: EntityManager, actor: Actor, { action, id, detail = {} }: CircularAct): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'circular', objectId: id, detail });
  }
}

interface CircularAct {
  readonly action: JournalAction;
  readonly id: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A circular that was sent and that nothing has replaced. */
function sentUnder(id: string) {
  return { id, state: 'sent' as const, replacedById: IsNull() };
}

async function requireThere(tx: EntityManager, id: string): Promise<CircularEntity> {
  const circular = await tx.findOneBy(CircularEntity, { id });
  if (!circular) throw new DomainError('not-found', { what: 'circular' });
  return circular;
}
