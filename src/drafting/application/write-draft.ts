import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import type { Amendment } from '../../documents/domain/register.js';
import { Journal } from '../../journal/index.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { LetterCase } from '../domain/case.js';
import { DraftEntity } from '../persistence/drafting.entities.js';
import { DraftPresenceEntity, type DraftRevisionEntity } from '../persistence/draft-revision.entities.js';
import { goesOn, saysNothingNew, sittingAt, wroteIt } from '../domain/sitting.js';
import { Drafts, requireAbility } from './drafts.js';
import { Revisions } from './revisions.js';
import { typedFields } from './typed-fields.js';

export interface NewDraft extends LetterCase {
  /** The round of the case that the letter ends: a case that comes back needs a letter of its own for each. */
  readonly round: number;
  readonly template: string;
  readonly templateVersion: string;
  readonly unitId: string;
  readonly signerId: string;
  readonly fields: object;
  /** The released letter that it corrects or replaces; left out for the letter that answers the round. */
  readonly amends?: { readonly id: string; readonly as: Amendment };
}

/** What a form saves, over the version that it was drawn from. */
export interface SavedForm {
  readonly fields: object;
  readonly signerId: string;
  readonly version: number;
  /** Why the letter is changed; must be said where it came back, or was approved. */
  readonly reason?: string;
  /** What the page of the form calls itself; null where it has no scripts. */
  readonly page?: string | null;
  /** How many times it has been sent from that page, with this time. */
  readonly turn?: number;
  /** The form saves itself: nobody has pressed anything. */
  readonly byItself?: boolean;
}

/** What the draft is once a form is saved; a page that stays open goes on from it. */
export type SavedDraft = Pick<DraftEntity, 'version' | 'revision' | 'savedAt'>;

/** Begins a letter and saves what the form says; each save is a revision, and asks for its page. */
@Injectable()
export class WriteDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly drafts: Drafts,
    private readonly revisions: Revisions,
  ) {}

  /** @returns the id of the new draft @throws DomainError `letter-under-way`: a round of a case has one letter, and a released letter one that amends it */
  async begin(tx: EntityManager, actor: Actor, { amends, ...letter }: NewDraft): Promise<string> {
    if (amends === undefined && (await this.letterOf(tx, letter, letter.round)))
      throw new DomainError('letter-under-way', { caseId: letter.caseId });
    const id = newId();
    const savedAt = this.clock.now();
    const begun = tx.insert(DraftEntity, {
      ...letter,
      id,
      amendment: amends?.as ?? null,
      amendsId: amends?.id ?? null,
      revision: 1,
      state: 'editing',
      authorId: actor.id,
      writerId: actor.id,
      writerIds: [actor.id],
      contentApproverId: null,
      docxSha256: null,
      pdfSha256: null,
      pdfProblem: null,
      returnReason: null,
      keptDetails: null,
      savedAt,
    });
    await begun.catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('letter-under-way', { caseId: letter.caseId });
    });
    await this.journal.record(tx, actor, {
      action: 'draft.begin',
      objectKind: 'draft',
      objectId: id,
      detail: { template: letter.template, templateVersion: letter.templateVersion },
    });
    const { fields, signerId } = letter;
    await this.revisions.first(tx, actor, id, { fields, signerId, savedAt });
    return id;
  }

  /**
   * Saves the form: as a revision of its own, or over the one that the form has begun by itself in this sitting. Pressed, it ends the sitting. A form
   * that saves itself and says nothing new leaves no trace: nobody becomes a writer by it.
   *
   * @throws DomainError `not-found`, `forbidden`, `draft-in-word`, `changed-meanwhile`, `input-invalid` naming the field
   */
  async save(
    actor: Actor,
    id: string,
    { page = null, turn = 0, byItself = false, ...form }: SavedForm,
  ): Promise<SavedDraft> {
    const fields = typedFields(form.fields);
    const mine = sittingAt(actor, { page, turn });
    return this.uow.run(async (tx) => {
      const { draft, may } = await this.drafts.forActor(tx, actor, id);
      requireAbility(may, byItself ? 'saveByItself' : 'edit');
      const present = await this.revisions.present(tx, draft);
      requireSeen(draft, present, { version: form.version, mine });
      const { signerId, reason = '' } = form;
      if (byItself && saysNothingNew(present, { fields, signerId, reason }))
        return turn > 1 ? this.revisions.overtake(tx, draft, present, mine) : draft;
      const next = { fields, signerId, reason, version: draft.version, sitting: byItself ? mine : null };
      const isOver =
        goesOn(present, mine, this.clock.now()) &&
        (await this.revisions.writeOn(tx, actor, draft, { ...next, over: present }));
      if (!isOver) await this.revisions.add(tx, actor, draft, next);
      if (!byItself) await tx.delete(DraftPresenceEntity, { draftId: id, staffId: actor.id });
      return tx.findOneByOrFail(DraftEntity, { id });
    });
  }

  /** A revision is given out, to be changed in Word: what is typed from now on is not in it. @throws DomainError `not-found` */
  async giveOut(actor: Actor, id: string, revision: number): Promise<DraftRevisionEntity> {
    return this.uow.run(async (tx) => {
      await this.drafts.forActor(tx, actor, id);
      await this.revisions.close(tx, id, revision);
      return this.revisions.present(tx, { id, revision });
    });
  }

  /** The letter of a round of a case that was not given up, from its first word to its release; what amends a released one is another. */
  letterOf(tx: EntityManager, { caseKind, caseId }: LetterCase, round: number): Promise<DraftEntity | null> {
    return tx.findOneBy(DraftEntity, {
      caseKind,
      caseId,
      round,
      state: Not('withdrawn'),
      amendsId: IsNull(),
    });
  }

  /** The letter of the highest round of a case that was not given up. */
  async latestOf(tx: EntityManager, letterCase: LetterCase): Promise<DraftEntity | null> {
    const [latest] = await this.lettersOf(tx, letterCase);
    return latest ?? null;
  }

  /** The letters of a case that were not given up, the latest round first; of one kind, where it is named. */
  lettersOf(
    tx: EntityManager,
    { caseKind, caseId, template }: LetterCase & { readonly template?: string },
  ): Promise<DraftEntity[]> {
    const ofKind = template === undefined ? {} : { template };
    return tx.find(DraftEntity, {
      where: { caseKind, caseId, ...ofKind, state: Not('withdrawn'), amendsId: IsNull() },
      order: { round: 'DESC' },
    });
  }

  /** Gives up a letter that is still being written; the text stays on record. @throws DomainError `draft-transition-refused`, `changed-meanwhile` */
  async withdraw(tx: EntityManager, actor: Actor, draft: DraftEntity): Promise<void> {
    await this.drafts.move(tx, actor, draft, { to: 'withdrawn', action: 'draft.withdraw' });
  }
}

/** @throws DomainError `changed-meanwhile`, `draft-in-word` */
function requireSeen(
  { id, version, revision }: DraftEntity,
  present: DraftRevisionEntity,
  form: { readonly version: number; readonly mine: string },
): void {
  if (form.version !== version && !wroteIt(present, form.mine))
    throw new DomainError('changed-meanwhile', { what: 'letterForm', id });
  if (present.source === 'word') throw new DomainError('draft-in-word', { revision });
}
