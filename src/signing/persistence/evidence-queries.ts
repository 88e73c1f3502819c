import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { isAppendOnly } from '../../platform/database/append-only.js';
import { Database } from '../../platform/database/database.js';
import type { KeptJudgement } from '../domain/evidence/evidence-proof.js';
import { SignatureEvidenceEntity } from './signature-evidence.entity.js';

const PAGE = 200;

/** What a judgement says, without the files that it rests on. */
const SAID = {
  id: true,
  kind: true,
  subjectKind: true,
  subjectId: true,
  fileSha256: true,
  verdict: true,
  passed: true,
  report: true,
  reportSha256: true,
} as const;

/** Reads all evidence, page by page, for those who check it. */
@Injectable()
export class EvidenceQueries {
  constructor(private readonly database: Database) {}

  async *pages(): AsyncGenerator<readonly KeptJudgement[]> {
    for (let after = ''; ;) {
      const page = await this.database.reader.manager.find(SignatureEvidenceEntity, {
        select: SAID,
        where: { id: MoreThan(after) },
        order: { id: 'ASC' },
        take: PAGE,
      });
      if (page.length > 0) yield page;
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) return;
    }
  }

  /** Whether the database still refuses to change or remove a judgement. */
  isGuarded(): Promise<boolean> {
    return isAppendOnly(this.database.reader.manager, 'signature_evidence');
  }
}
