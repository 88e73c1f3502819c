import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { changeReason, MAX_REASON_LENGTH } from '../domain/revision.js';
import { DraftRevisionEntity } from '../persistence/draft-revision.entities.js';
import { DraftEntity } from '../persistence/drafting.entities.js';
import { tellCase } from './case-events.js';
import { Drafts } from './drafts.js';
import { MAKE_PAGE } from '../jobs/jobs.js';

/** Room for what signing says of a letter that it gives back. */
const MAX_RETURN_LENGTH = 1000;

/** What a revision says, before its page is made. */
type Written = Pick<DraftRevisionEntity, 'fields' | 'signerId'> &
  Partial<Pick<DraftRevisionEntity, 'source' | 'basedOn' | 'reading' | 'docxSha256' | 'annexes'>>;

/** A revision to be, over the version of the draft that it was written from. */
export interface NextRevision extends Written {
  readonly version: number;
  /** Why the letter is changed; must be said where it came back, or was approved. */
  readonly reason: string;
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
    const change = { ...saved, ...writers, contentApproverId: null, pdfSha256: null, pdfProblem: null };
    const read = Object.assign(new DraftEntity(), draft, { version });
    await this.drafts.move(tx, writer, read, { to: 'editing', change, action: 'draft.save' });
    await this.keep(tx, writer, { ...written, ...saved, annexes, draftId: draft.id, reason });
    await tellCase(this.outbox, tx, writer, { draftId: draft.id, what: 'saved', detail: String(saved.revision) });
    return saved.revision;
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
      pdfSha256: null,
      pdfProblem: null,
      writerId: writer.id,
      writerName: writer.name,
    });
    const { draftId, revision: number } = revision;
    await this.outbox.enqueue(tx, MAKE_PAGE.of({ draftId, revision: String(number) }));
  }
}

/** Everybody who has saved a revision, the writer of the next among them. */
function withWriter({ writerId, writerIds }: DraftEntity, { id }: Actor): string[] {
  return [...new Set([...(writerIds ?? []), writerId, id])];
}
