import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { changeReason, MAX_REASON_LENGTH } from '../domain/revision.js';
import { wroteIt } from '../domain/sitting.js';
import { DraftRevisionEntity } from '../persistence/draft-revision.entities.js';
import { DraftEntity } from '../persistence/drafting.entities.js';
import { tellCase } from './case-events.js';
import { Drafts } from './drafts.js';
import { MAKE_PAGE } from '../jobs/jobs.js';

/** Room for what signing says of a letter that it gives back. */
const MAX_RETURN_LENGTH = 1000;

/** How long somebody who writes rests before the page is made of what they wrote. */
const PAGE_AFTER_MS = 10_000;

/** Of a revision whose page is still to be made. */
const NO_PAGE = { pdfSha256: null, pdfProblem: null } as const;

/** What a revision says, before its page is made. */
type Written = Pick<DraftRevisionEntity, 'fields' | 'signerId'> &
  Partial<Pick<DraftRevisionEntity, 'source' | 'basedOn' | 'reading' | 'docxSha256' | 'annexes' | 'sitting'>>;

/** A revision to be, over the version of the draft that it was written from. */
export interface NextRevision extends Written {
  readonly version: number;
  /** Why the letter is changed; must be said where it came back, or was approved. */
  readonly reason: string;
}

/** What is written over a revision, as that one was read. */
export interface NextOver extends NextRevision {
  readonly over: Pick<DraftRevisionEntity, 'sitting' | 'savedAt' | 'reason'>;
}

/** Keeps each revision of a draft beside the change that makes it, and asks for its page. */
@Injectable()
export class Revisions {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly drafts: Drafts,
  ) {}

  /** Keeps what a letter begins with. */
  async first(tx: EntityManager, writer: Actor, draftId: string, written: Written & { savedAt: Date }): Promise<void> {
    await this.keep(tx, writer, { ...written, draftId, revision: 1, reason: null });
  }

  /**
   * Makes a revision the present one: approvals of the one before are void. It has the annexes of the one before, unless it says otherwise.
   *
   * @throws DomainError `draft-transition-refused`, `changed-meanwhile`, `input-invalid` where it is to say why
   */
  async add(
    tx: EntityManager,
    writer: Actor,
    draft: DraftEntity,
    { version, reason: given, ...written }: NextRevision,
  ): Promise<number> {
    const reason = changeReason(draft, given);
    const annexes = written.annexes ?? (await this.present(tx, draft)).annexes;
    const { fields, signerId, docxSha256 = null } = written;
    const saved = { fields, signerId, docxSha256, revision: draft.revision + 1, savedAt: this.clock.now() };
    const writers = { writerId: writer.id, writerIds: withWriter(draft, writer) };
    const change = { ...saved, ...writers, ...NO_PAGE, contentApproverId: null };
    const read = Object.assign(new DraftEntity(), draft, { version });
    await this.drafts.move(tx, writer, read, { to: 'editing', change, action: 'draft.save' });
    await this.keep(tx, writer, { ...written, ...saved, annexes, draftId: draft.id, reason });
    await tellCase(this.outbox, tx, writer, { draftId: draft.id, what: 'saved', detail: String(saved.revision) });
    return saved.revision;
  }

  /**
   * Writes the present revision over, within the sitting in which the form began it. The journal and the case heard of it when it began; they
   * hear no more of it, unless the person says that it is finished. The reason that was given once stays, unless another is given.
   *
   * @returns whether it was: the sitting may have been closed since the revision was read
   * @throws DomainError `changed-meanwhile`, `input-invalid` where it is to say why
   */
  async writeOn(tx: EntityManager, writer: Actor, draft: DraftEntity, next: NextOver): Promise<boolean> {
    const { id, revision } = draft;
    const { over, version, reason: given, fields, signerId, sitting = null } = next;
    const reason = changeReason(draft, given.trim() === '' ? (over.reason ?? '') : given);
    const savedAt = after(over.savedAt, this.clock.now());
    const saved = { fields, signerId, savedAt, docxSha256: null, ...NO_PAGE };
    const seen = { draftId: id, revision, sitting: over.sitting ?? IsNull() };
    const written = await tx.update(DraftRevisionEntity, seen, { ...saved, reason, sitting });
    if (written.affected !== 1) return false;
    if (sitting === null) {
      const read = Object.assign(new DraftEntity(), draft, { version });
      await this.drafts.move(tx, writer, read, { to: 'editing', change: saved, action: 'draft.save' });
    } else {
      const { affected } = await tx.update(DraftEntity, { id, version }, saved);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'letterForm', id });
    }
    await this.askForPage(tx, { draftId: id, revision, savedAt, sitting });
    return true;
  }

  /** A page says once more what stands, after it has said something else that may still be on its way: what comes late is refused. */
  async overtake(
    tx: EntityManager,
    { id, version, revision }: DraftEntity,
    { sitting }: DraftRevisionEntity,
    mine: string,
  ): Promise<DraftEntity> {
    if (sitting !== null && wroteIt({ sitting }, mine))
      await tx.update(DraftRevisionEntity, { draftId: id, revision, sitting }, { sitting: mine });
    await tx.update(DraftEntity, { id, version }, { revision });
    return tx.findOneByOrFail(DraftEntity, { id });
  }

  /** What others have in hand is written over no more: the next words are a revision of their own. */
  async close(tx: EntityManager, draftId: string, revision: number): Promise<void> {
    await tx.update(DraftRevisionEntity, { draftId, revision, sitting: Not(IsNull()) }, { sitting: null });
  }

  /**
   * The present revision once more under the next number, with its page: signing gave the letter back, its approvals are void, and the next
   * submission needs another revision. The author stays the same: authors never approve their own words.
   */
  async again(tx: EntityManager, actor: Actor, draft: DraftEntity, because: string): Promise<void> {
    const present = await this.present(tx, draft);
    const [revision, savedAt] = [draft.revision + 1, this.clock.now()];
    await this.drafts.move(tx, actor, draft, {
      to: 'editing',
      change: { revision, savedAt, contentApproverId: null, returnReason: because.slice(0, MAX_RETURN_LENGTH) },
      action: 'draft.returned',
    });
    const copied = {
      revision,
      savedAt,
      writerName: actor.name,
      reason: because.slice(0, MAX_REASON_LENGTH),
      basedOn: present.source === 'word' ? draft.revision : null,
      sitting: null,
    };
    await tx.insert(DraftRevisionEntity, Object.assign(new DraftRevisionEntity(), present, copied));
  }

  /** What the present revision says. */
  present(tx: EntityManager, { id, revision }: Pick<DraftEntity, 'id' | 'revision'>): Promise<DraftRevisionEntity> {
    return tx.findOneByOrFail(DraftRevisionEntity, { draftId: id, revision });
  }

  private async keep(
    tx: EntityManager,
    writer: Actor,
    revision: Written & Pick<DraftRevisionEntity, 'draftId' | 'revision' | 'reason' | 'savedAt'>,
  ): Promise<void> {
    await tx.insert(DraftRevisionEntity, {
      source: 'form',
      basedOn: null,
      docxSha256: null,
      annexes: null,
      ...revision,
      reading: revision.reading ?? null,
      sitting: revision.sitting ?? null,
      ...NO_PAGE,
      writerId: writer.id,
      writerName: writer.name,
    });
    await this.askForPage(tx, { sitting: null, ...revision });
  }

  /** A page takes seconds and is kept for good: what goes on being written gets one where its writer rests. */
  private async askForPage(
    tx: EntityManager,
    { draftId, revision, savedAt, sitting }: Pick<DraftRevisionEntity, 'draftId' | 'revision' | 'savedAt' | 'sitting'>,
  ): Promise<void> {
    const job = MAKE_PAGE.of({ draftId, revision: String(revision), savedAt: savedAt.toISOString() });
    const dueAt = new Date(savedAt.getTime() + PAGE_AFTER_MS);
    await this.outbox.enqueue(tx, sitting === null ? job : { ...job, dueAt });
  }
}

/** A moment that nothing else was saved at: page and job of what is written over are told apart by it. */
function after(last: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), last.getTime() + 1));
}

/** Everybody who has saved a revision, the writer of the next among them. */
function withWriter({ writerId, writerIds }: DraftEntity, { id }: Actor): string[] {
  return [...new Set([...(writerIds ?? []), writerId, id])];
}
