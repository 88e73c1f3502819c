import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import { DomainError } from '../../kernel/domain-error.js';
import { inTurns } from '../../kernel/turns.js';
import { newId } from '../../kernel/ids.js';
import { z } from 'zod';
import { signedFields } from '../../../templates/document-fields.js';
import { outdatedWords } from '../domain/letter/agency-fields.js';
import { leftOverIn } from '../domain/letter/left-over.js';
import { detailSteps, detailWords, unkeptOf } from '../domain/letter/private-details.js';
import { formErrors, outdatedIn, type WrittenLetter } from '../domain/letter/written-letter.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { isAboutTicket } from '../domain/case.js';
import { requireBothApprovals, type ApprovalKind } from '../domain/draft.js';
import { approversBesides, mayApproveBesides } from '../domain/policy.js';
import { DraftApprovalEntity, DraftEntity } from '../persistence/drafting.entities.js';
import type { LetterNews } from '../domain/letter-news.js';
import { tellCase } from './case-events.js';
import { Drafts, requireAbility } from './drafts.js';
import { IssuerOfLetter } from './issuer-of-letter.js';
import { Revisions } from './revisions.js';
import { SignerOfLetter } from './signer-of-letter.js';

const APPROVE = {
  content: { ability: 'approveContent', to: 'formatReview', news: 'contentApproved' },
  format: { ability: 'approveFormat', to: 'approved', news: 'formatApproved' },
} as const;

/** The way of a draft from its author to the leader: sent, content approved, form approved, or given back with a reason. */
@Injectable()
export class ReviewDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly drafts: Drafts,
    private readonly issuer: IssuerOfLetter,
    private readonly revisions: Revisions,
    private readonly signer: SignerOfLetter,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws DomainError `draft-approver-missing` when nobody could approve its content */
  async send(actor: Actor, id: string): Promise<void> {
    const today = civilDateOf(this.clock.now());
    await this.uow.run(async (tx) => {
      const { draft, may } = await this.drafts.forActor(tx, actor, id);
      requireAbility(may, 'send');
      const letter = await this.revisions.present(tx, draft);
      const facts = await this.issuer.facts(draft);
      requireForm(letter, facts);
      requireNothingLeftOver(letter);
      await requireDetailsAnswered(draft, letter);
      requirePresentNames(letter, facts, today);
      await this.signer.require(draft, letter);
      await this.requireApprover(draft);
      await this.revisions.close(tx, id, draft.revision);
      await this.drafts.move(tx, actor, draft, {
        to: 'contentReview',
        change: { returnReason: null },
        action: 'draft.send',
      });
      await this.tell(tx, actor, draft, ['sentForContent']);
    });
  }

  private async requireApprover(draft: DraftEntity): Promise<void> {
    const asked = [
      this.staff.peopleWith('unitHead', draft.unitId),
      ...approversBesides(draft.caseKind).map((role) => this.staff.peopleWith(role)),
    ];
    const people = (await Promise.all(asked)).flat();
    if (!people.some((person) => mayApproveBesides(person, draft, 'content')))
      throw new DomainError('draft-approver-missing', { draftId: draft.id });
  }

  /**
   * @param remark what the case is told besides, where it was approved as it is; null where there is nothing to say
   * @throws DomainError `not-found`, `draft-approver-same-person`, `forbidden`, `changed-meanwhile`
   */
  async approve(actor: Actor, id: string, kind: ApprovalKind, remark: string | null = null): Promise<void> {
    const { ability, to, news } = APPROVE[kind];
    await this.uow.run(async (tx) => {
      const { draft, may } = await this.drafts.forActor(tx, actor, id);
      if (!mayApproveBesides(actor, draft, kind)) throw new DomainError('draft-approver-same-person');
      requireAbility(may, ability);
      await tx.insert(DraftApprovalEntity, {
        id: newId(),
        draftId: id,
        revision: draft.revision,
        kind,
        approverId: actor.id,
        approverName: actor.name,
        contentSha256: draft.pdfSha256 ?? '',
        at: this.clock.now(),
      });
      const change = kind === 'content' ? { contentApproverId: actor.id } : {};
      await this.drafts.move(tx, actor, draft, { to, change, action: `draft.approve.${kind}` });
      await this.tell(tx, actor, draft, remark === null ? [news] : [news, remark]);
    });
  }

  /** @param reason shown to the author; never empty */
  async giveBack(actor: Actor, id: string, reason: string): Promise<void> {
    const returnReason = reason.trim();
    if (returnReason === '')
      throw new DomainError('input-invalid', {
        field: 'reason',
        message: 'Viết lý do trả lại để người soạn biết sửa chỗ nào.',
      });
    await this.uow.run(async (tx) => {
      const { draft, may } = await this.drafts.forActor(tx, actor, id);
      requireAbility(may, 'giveBack');
      await this.drafts.move(tx, actor, draft, { to: 'editing', change: { returnReason }, action: 'draft.giveBack' });
      await this.tell(tx, actor, draft, ['givenBack', returnReason]);
    });
  }

  /** Hands an approved draft to signing. @throws DomainError `draft-approval-missing` when anything changed after approval */
  async submit(tx: EntityManager, actor: Actor, id: string): Promise<DraftEntity> {
    const { draft, may } = await this.drafts.forActor(tx, actor, id);
    requireAbility(may, 'submit');
    const letter = await this.revisions.present(tx, draft);
    const today = civilDateOf(this.clock.now());
    requirePresentNames(letter, await this.issuer.facts(draft), today);
    requireNothingLeftOver(letter);
    await this.signer.require(draft, letter);
    const approvals = await tx.findBy(DraftApprovalEntity, { draftId: id });
    requireBothApprovals(approvals, draft.revision, draft.pdfSha256 ?? '');
    await this.drafts.move(tx, actor, draft, { to: 'submitted', action: 'draft.submit' });
    return draft;
  }

  /** Signing gives a letter back, with the reason: its author goes on from a new revision, which is approved and submitted again. */
  async backFromSigning(tx: EntityManager, actor: Actor, id: string, reason: string): Promise<void> {
    const draft = await tx.findOneByOrFail(DraftEntity, { id });
    await this.revisions.again(tx, actor, draft, reason);
  }

  /** The letter has left the agency. */
  async finish(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const draft = await tx.findOneByOrFail(DraftEntity, { id });
    await this.drafts.move(tx, actor, draft, { to: 'done', action: 'draft.finish' });
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    draft: DraftEntity,
    [what, detail]: readonly [LetterNews, string?],
  ): Promise<void> {
    return tellCase(this.outbox, tx, actor, { draftId: draft.id, what, ...(detail === undefined ? {} : { detail }) });
  }
}

/** A letter that breaks the form of Decree 30 is not sent for approval. @throws DomainError `input-invalid` with the first finding */
function requireForm({ fields, reading }: WrittenLetter, { titlesBeforeNames: titlesAllowed }: AgencyProfile): void {
  const [error] = formErrors(z.object(signedFields).parse(fields), reading, { titlesAllowed });
  if (error) throw new DomainError('input-invalid', { field: error.field, message: error.message });
}

/** A letter with a bracket, a tag or a mask in it is not finished. @throws DomainError `input-invalid` naming the field */
function requireNothingLeftOver(letter: WrittenLetter): void {
  const [found] = leftOverIn(letter);
  if (found) throw new DomainError('input-invalid', { field: found.field, message: found.message });
}

/**
 * Private details stay in what is written about a ticket with a reason alone. Other letters name whom they are about: contact officers, who is commended.
 *
 * @throws DomainError `input-invalid` naming the field
 */
async function requireDetailsAnswered({ caseKind, keptDetails }: DraftEntity, letter: WrittenLetter): Promise<void> {
  if (!isAboutTicket(caseKind)) return;
  const [first, ...further] = unkeptOf(await inTurns(detailSteps(letter)), keptDetails);
  if (first === undefined) return;
  const message = `Còn ${detailWords([first, ...further])}. Thay bằng lời chung (tên tệp thì đổi tên rồi thêm lại), hoặc nêu lý do giữ ở trang bản thảo.`;
  throw new DomainError('input-invalid', { field: first.field, message });
}

/** A letter goes out under the names and the year of its day. @throws DomainError `input-invalid` naming the first that has changed since it was saved */
function requirePresentNames(letter: WrittenLetter, facts: AgencyProfile, today: CivilDate): void {
  const [outdated] = outdatedIn(letter, facts, today);
  if (outdated) throw new DomainError('input-invalid', { message: outdatedWords(outdated, letter.reading !== null) });
}
