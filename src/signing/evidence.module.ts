import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { VerifyEvidence } from './application/evidence/verify-evidence.js';
import { EvidenceQueries } from './persistence/evidence-queries.js';

/** What proves the evidence that is kept: it needs no desk, no trust and no file. */
@Module({
  imports: [JournalModule],
  providers: [EvidenceQueries, VerifyEvidence],
  exports: [VerifyEvidence],
})
export class EvidenceModule {}
