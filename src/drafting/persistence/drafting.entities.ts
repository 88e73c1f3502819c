import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { Amendment } from '../../documents/domain/register.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { CaseKind } from '../domain/case.js';
import type { KeptDetails } from '../domain/letter/private-details.js';
import { DRAFT_STATES, type ApprovalKind, type DraftState } from '../domain/draft.js';

/** A letter being written for a case; the case is named by kind and id, for drafting knows no tickets. */
@Entity('draft')
@Index('ix_draft_case', ['caseId', 'savedAt'])
@Index('ix_draft_kind_state', ['caseKind', 'state', 'savedAt'])
@Index('ix_draft_unit', ['unitId', 'state', 'authorId'])
@Index('ix_draft_given_back', ['caseKind', 'state', 'savedAt'], { where: '"returnReason" IS NOT NULL' })
@Index('ix_draft_amends', ['amendsId'], { where: '"amendsId" IS NOT NULL' })
@Index('uq_draft_case_letter', ['caseKind', 'caseId', 'round'], {
  unique: true,
  where: `"state" <> 'withdrawn' AND "amendsId" IS NULL`,
})
@Index('uq_draft_amendment', ['amendsId'], {
  unique: true,
  where: `"amendsId" IS NOT NULL AND "state" <> 'withdrawn' AND "state" <> 'done'`,
})
@Check('ck_draft_state', `"state" in (${DRAFT_STATES.map((state) => `'${state}'`).join(', ')})`)
export class DraftEntity {
  @KeyColumn({ text: 36 }, 'pk_draft')
  id!: string;

  @KindColumn({ text: 20 })
  caseKind!: CaseKind;

  @KindColumn({ text: 36 })
  caseId!: string;

  /** 1 at first, one more each time the case comes back: a released letter holds up none of a later round. */
  @KindColumn('integer')
  round!: number;

  /** What it does to a letter that was released; null for the letter that answers the round. */
  @KindColumn({ text: 20 }, { nullable: true })
  amendment!: Amendment | null;

  /** The outgoing document that it corrects or replaces. */
  @KindColumn({ text: 36 }, { nullable: true })
  amendsId!: string | null;

  @KindColumn({ text: 60 })
  template!: string;

  @KindColumn({ text: 20 })
  templateVersion!: string;

  /** The template's fields as the form left them. */
  @KindColumn('json')
  fields!: object;

  /** 1, 2, 3…: every saved change is a new one. */
  @KindColumn('integer')
  revision!: number;

  @KindColumn({ text: 20 })
  state!: DraftState;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 36 })
  authorId!: string;

  /** Who saved the present revision. */
  @KindColumn({ text: 36 })
  writerId!: string;

  /** Everybody who has saved a revision of it: none of them approves it. */
  @KindColumn('json', { nullable: true })
  writerIds!: string[] | null;

  /** Who approved the content of the present revision; kept until the next one, for nobody gives both approvals. */
  @KindColumn({ text: 36 }, { nullable: true })
  contentApproverId!: string | null;

  @KindColumn({ text: 36 })
  signerId!: string;

  @KindColumn({ text: 64 }, { nullable: true })
  docxSha256!: string | null;

  /** The page with its places prepared: what is submitted for signature. */
  @KindColumn({ text: 64 }, { nullable: true })
  pdfSha256!: string | null;

  /** Why rendering the pages failed; null when it did not. */
  @KindColumn({ text: 1000 }, { nullable: true })
  pdfProblem!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  returnReason!: string | null;

  /** Private details that stay in it, and why; null while none was answered for. */
  @KindColumn('json', { nullable: true })
  keptDetails!: KeptDetails | null;

  @KindColumn('instant')
  savedAt!: Date;

  @VersionColumn()
  version!: number;
}

/** One recorded act of approval; void when the draft has moved on to another revision. */
@Entity('draft_approval')
@Index('ix_draft_approval_draft', ['draftId', 'revision'])
export class DraftApprovalEntity {
  @KeyColumn({ text: 36 }, 'pk_draft_approval')
  id!: string;

  @KindColumn({ text: 36 })
  draftId!: string;

  @KindColumn('integer')
  revision!: number;

  @KindColumn({ text: 20 })
  kind!: ApprovalKind;

  @KindColumn({ text: 36 })
  approverId!: string;

  @KindColumn({ text: 100 })
  approverName!: string;

  @KindColumn({ text: 64 })
  contentSha256!: string;

  @KindColumn('instant')
  at!: Date;
}
