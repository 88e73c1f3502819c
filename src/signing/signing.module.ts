import { Module, type OnModuleInit } from '@nestjs/common';
import { DelegationModule } from '../delegation/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { CheckAnyPdf } from './application/evidence/check-any-pdf.js';
import { CheckPackageSignatures } from './application/evidence/check-package-signatures.js';
import { CheckSignatures } from './application/evidence/check-signatures.js';
import { ApplySignatureStatus } from './application/apply-signature-status.js';
import { KeepLateFile } from './application/keep-late-file.js';
import { ExportEvidence } from './application/evidence/export-evidence.js';
import { JudgeAgain } from './application/proof/judge-again.js';
import { KeepEvidence } from './application/evidence/keep-evidence.js';
import { RestoreLetterNumbers } from './application/numbering/restore-letter-numbers.js';
import { LetterNumbers } from './application/numbering/letter-numbers.js';
import { ExpectedSigners } from './application/proof/expected-signers.js';
import { LetterSealed } from './application/numbering/letter-sealed.js';
import { CheckXmlSignatures } from './application/evidence/check-xml-signatures.js';
import { PollSignatures } from './application/poll-signatures.js';
import { NumberAndSeal } from './application/numbering/number-and-seal.js';
import { PrintedLetters } from './application/numbering/printed-letters.js';
import { OverrideProof } from './application/proof/override-proof.js';
import { ProveLetter } from './application/proof/prove-letter.js';
import { ProveReleased } from './application/proof/prove-released.js';
import { ProveReturned } from './application/proof/prove-returned.js';
import { SealAnnexes } from './application/numbering/seal-annexes.js';
import { SealFile } from './application/numbering/seal-file.js';
import { SendToLeader } from './application/send-to-leader.js';
import { SignatureRequests } from './application/signature-requests.js';
import { SignatureRoutes } from './application/signature-routes.js';
import { SignerAtSigning } from './application/proof/signer-at-signing.js';
import { SubmissionReadiness } from './application/submission-readiness.js';
import { SubmitForSignature } from './application/submit-for-signature.js';
import { TakeBack } from './application/take-back.js';
import { NotifyOfRefusal } from './application/notify-of-refusal.js';
import { SealedAnnexes } from './application/numbering/sealed-annexes.js';
import { UploadSealedAnnexes } from './application/upload-sealed-annexes.js';
import { UploadSignedFile } from './application/upload-signed-file.js';
import { OcspAnswers } from './application/evidence/ocsp-answers.js';
import { VerifyNow } from './application/evidence/verify-now.js';
import { VoidNumber } from './application/numbering/void-number.js';
import { WithdrawLetter } from './application/withdraw-letter.js';
import { EvidenceModule } from './evidence.module.js';
import { TrustModule } from './trust/index.js';
import { SignatureQueries } from './persistence/signature-queries.js';

@Module({
  imports: [
    DelegationModule,
    DocumentsModule,
    DraftingModule,
    EvidenceModule,
    FilesModule,
    AgencyProfileModule,
    JournalModule,
    OrganisationModule,
    TrustModule,
    NoticesModule,
    OrganisationModule,
  ],
  providers: [
    LetterNumbers,
    RestoreLetterNumbers,
    SignatureRequests,
    SignatureRoutes,
    SubmissionReadiness,
    SubmitForSignature,
    PrintedLetters,
    SendToLeader,
    ApplySignatureStatus,
    PollSignatures,
    NumberAndSeal,
    OcspAnswers,
    VerifyNow,
    ExpectedSigners,
    SealFile,
    KeepEvidence,
    OverrideProof,
    ExportEvidence,
    JudgeAgain,
    LetterSealed,
    SealAnnexes,
    SealedAnnexes,
    UploadSealedAnnexes,
    ProveLetter,
    ProveReleased,
    ProveReturned,
    TakeBack,
    NotifyOfRefusal,
    UploadSignedFile,
    KeepLateFile,
    WithdrawLetter,
    VoidNumber,
    SignatureQueries,
    CheckAnyPdf,
    CheckSignatures,
    CheckXmlSignatures,
    CheckPackageSignatures,
    SignerAtSigning,
  ],
  exports: [
    OverrideProof,
    ExportEvidence,
    SealFile,
    SignatureRequests,
    SubmissionReadiness,
    SubmitForSignature,
    PollSignatures,
    NumberAndSeal,
    UploadSealedAnnexes,
    UploadSignedFile,
    VoidNumber,
    ProveReleased,
    RestoreLetterNumbers,
    WithdrawLetter,
    SignatureQueries,
    CheckAnyPdf,
    CheckSignatures,
    CheckXmlSignatures,
    CheckPackageSignatures,
    SignerAtSigning,
  ],
})
export class SigningModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly send: SendToLeader,
    private readonly pollSignatures: PollSignatures,
    private readonly numberAndSeal: NumberAndSeal,
    private readonly proveReturned: ProveReturned,
    private readonly takeBack: TakeBack,
    private readonly sealAnnexes: SealAnnexes,
    private readonly keepLate: KeepLateFile,
    private readonly judgeAgain: JudgeAgain,
  ) {}

  onModuleInit(): void {
    this.handlers.add(
      this.send,
      this.pollSignatures,
      this.numberAndSeal,
      this.takeBack,
      this.sealAnnexes,
      this.keepLate,
      this.judgeAgain,
      {
        kind: 'signing.proveSigned',
        handle: (payload) => this.proveReturned.leaderSigned(payload),
        giveUp: (payload, reason) => this.proveReturned.giveUpSigned(payload, reason),
      },
      {
        kind: 'signing.proveSealed',
        handle: (payload) => this.proveReturned.sealed(payload),
        giveUp: (payload, reason) => this.proveReturned.giveUpSealed(payload, reason),
      },
    );
  }
}
