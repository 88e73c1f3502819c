import { Module } from '@nestjs/common';
import { DelegationModule } from '../delegation/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
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
import { EnterGivenNumber } from './application/numbering/enter-given-number.js';
import { LetterUnderGivenNumber } from './application/numbering/letter-under-given-number.js';
import { NumberOrders } from './application/numbering/number-orders.js';
import { SealOrders } from './application/numbering/seal-orders.js';
import { TakeNumber } from './application/numbering/take-number.js';
import { PrintedLetters } from './application/numbering/printed-letters.js';
import { OverrideProof } from './application/proof/override-proof.js';
import { ProveLetter } from './application/proof/prove-letter.js';
import { ProveReleased } from './application/proof/prove-released.js';
import { ProveSealed, ProveSigned } from './application/proof/prove-on-return.js';
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
import { SignatureMetrics } from './persistence/signature-metrics.js';

/** Who does which job. */
export const SIGNING_HANDLERS = {
  'signing.submit': SendToLeader,
  'signing.look': PollSignatures,
  'signing.applySeal': NumberAndSeal,
  'signing.takeNumber': TakeNumber,
  'signing.cancel': TakeBack,
  'signing.sealAnnexes': SealAnnexes,
  'signing.keepLate': KeepLateFile,
  'signing.judgeAgain': JudgeAgain,
  'signing.proveSigned': ProveSigned,
  'signing.proveSealed': ProveSealed,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  OverrideProof,
  ExportEvidence,
  SealFile,
  SignatureRequests,
  SubmissionReadiness,
  SubmitForSignature,
  EnterGivenNumber,
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
];

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
    ...EXPORTED,
    LetterNumbers,
    NumberOrders,
    SealOrders,
    LetterUnderGivenNumber,
    SignatureRoutes,
    PrintedLetters,
    ApplySignatureStatus,
    OcspAnswers,
    VerifyNow,
    ExpectedSigners,
    KeepEvidence,
    LetterSealed,
    SealedAnnexes,
    ProveLetter,
    ProveReturned,
    NotifyOfRefusal,
    SignatureMetrics,
    ...Object.values(SIGNING_HANDLERS),
  ],
  exports: [...EXPORTED, PollSignatures, NumberAndSeal],
})
export class SigningModule {}
