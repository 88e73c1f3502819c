import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CaseKind } from '../../drafting/domain/case.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { NUMBER_THERE_LENGTH } from '../domain/number-there.js';
import {
  SIGNATURE_STATES,
  type SignatureState,
  type StepSource,
  type Withdrawal,
} from '../domain/signature-request.js';

/** One letter at the e-office: from the job that submits it until it is sealed and proved. */
@Entity('signature_request')
@Index('uq_signature_request_client', ['clientRequestId'], { unique: true })
@Index('ix_signature_request_draft', ['draftId'])
@Index('ix_signature_request_state', ['state', 'createdAt'])
@Check('ck_signature_request_state', `"state" in (${SIGNATURE_STATES.map((state) => `'${state}'`).join(', ')})`)
export class SignatureRequestEntity {
  @KeyColumn({ text: 36 }, 'pk_signature_request')
  id!: string;

  @KindColumn({ text: 100 })
  clientRequestId!: string;

  @KindColumn({ text: 100 }, { nullable: true })
  remoteId!: string | null;

  /** Highest revision of the e-office's state that we have seen; older news changes nothing. */
  @KindColumn('integer')
  remoteRevision!: number;

  @KindColumn({ text: 20 })
  state!: SignatureState;

  @KindColumn({ text: 36 })
  draftId!: string;

  @KindColumn('integer')
  draftRevision!: number;

  @KindColumn({ text: 20 })
  caseKind!: CaseKind;

  @KindColumn({ text: 36 })
  caseId!: string;

  @KindColumn({ text: 36 }, { nullable: true })
  replyToId!: string | null;

  @KindColumn({ text: 500 })
  subject!: string;

  /** `SGDĐT-GDTrH` */
  @KindColumn({ text: 60 })
  notation!: string;

  @KindColumn('json')
  recipients!: string[];

  @KindColumn({ text: 200 })
  keeper!: string;

  @KindColumn({ text: 36 })
  leaderId!: string;

  @KindColumn({ text: 100 })
  leaderName!: string;

  @KindColumn({ text: 60 })
  leaderCode!: string;

  @KindColumn({ text: 36 })
  submittedById!: string;

  @KindColumn({ text: 64 })
  submittedSha256!: string;

  @KindColumn({ text: 100 }, { nullable: true })
  fileId!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  signedSha256!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  sealedSha256!: string | null;

  /** The proof of the file that came back last: lines of the panel. */
  @KindColumn('json', { nullable: true })
  proof!: object | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  comment!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  outgoingDocumentId!: string | null;

  /** Another number than ours under which the e-office has it: while it stands, none is given here. */
  @KindColumn({ text: NUMBER_THERE_LENGTH }, { nullable: true })
  numberThere!: string | null;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('instant', { nullable: true })
  lastLookAt!: Date | null;

  /** Null: with the next turn of looking; set while looks at it fail. */
  @KindColumn('instant', { nullable: true })
  nextLookAt!: Date | null;

  /** Looks in a row that told nothing; null and 0 are the same. */
  @KindColumn('integer', { nullable: true })
  failedLooks!: number | null;

  /** Why the last look told nothing. */
  @KindColumn({ text: 500 }, { nullable: true })
  lookFailure!: string | null;

  /** What the e-office made of our taking the letter back; null where nobody did. */
  @KindColumn({ text: 20 }, { nullable: true })
  withdrawal!: Withdrawal | null;

  /** Why the e-office does not give it up, in its words. */
  @KindColumn({ text: 500 }, { nullable: true })
  withdrawalRefusal!: string | null;

  /** A file that was signed although the letter had been taken back: kept as evidence, never released. */
  @KindColumn({ text: 64 }, { nullable: true })
  lateSha256!: string | null;

  @VersionColumn()
  version!: number;
}

/** Each state a request has been in, with the moment and who or what moved it. */
@Entity('signature_step')
@Index('ix_signature_step_request', ['requestId', 'at'])
export class SignatureStepEntity {
  @KeyColumn({ text: 36 }, 'pk_signature_step')
  id!: string;

  @KindColumn({ text: 36 })
  requestId!: string;

  @KindColumn({ text: 20 })
  state!: SignatureState;

  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 100 })
  actorName!: string;

  /** Whose word it was; null for steps of before it was kept. */
  @KindColumn({ text: 20 }, { nullable: true })
  source!: StepSource | null;

  /** Of the e-office's state that moved it. */
  @KindColumn('integer', { nullable: true })
  remoteRevision!: number | null;

  /** What was said with it. */
  @KindColumn({ text: 1000 }, { nullable: true })
  comment!: string | null;
}
