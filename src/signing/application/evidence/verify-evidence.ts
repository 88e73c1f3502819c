import { Injectable } from '@nestjs/common';
import { JournalQueries, type JournalEntryEntity } from '../../../journal/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import {
  EVIDENCE,
  type EvidenceFlaw,
  judgementFlaw,
  KEEPING_ACTS,
  type KeptJudgement,
} from '../../domain/evidence/evidence-proof.js';
import { EvidenceQueries } from '../../persistence/evidence-queries.js';

/** Compares the stored judgements with the journal, which has the hash of each report. Read-only; judgements may be added meanwhile. */
@Injectable()
export class VerifyEvidence {
  constructor(
    private readonly evidence: EvidenceQueries,
    private readonly journal: JournalQueries,
  ) {}

  /** @throws DomainError `evidence-not-whole` when its report is no longer what the journal has the hash of */
  async require(kept: KeptJudgement): Promise<void> {
    const line = (await this.linesOf([kept])).get(kept.id) ?? null;
    const flaw = judgementFlaw(kept, line);
    if (flaw !== null) throw new DomainError('evidence-not-whole', { id: kept.id, flaw });
  }

  async verify(): Promise<readonly EvidenceFlaw[]> {
    const flaws: EvidenceFlaw[] = (await this.evidence.isGuarded()) ? [] : [{ code: 'unguarded' }];
    const { seq } = await this.journal.head();
    const lines = await this.journal.countOf(KEEPING_ACTS, seq);
    let found = 0;
    for await (const page of this.evidence.pages()) {
      const said = await this.linesOf(page);
      for (const kept of page) {
        const line = said.get(kept.id) ?? null;
        const code = judgementFlaw(kept, line);
        if (code !== null) flaws.push({ code, id: kept.id });
        if (line !== null && line.seq <= seq) found += 1;
      }
    }
    return found < lines ? [...flaws, { code: 'rows-missing', rows: lines - found }] : flaws;
  }

  private async linesOf(page: readonly KeptJudgement[]): Promise<ReadonlyMap<string, JournalEntryEntity>> {
    const ids = page.map(({ id }) => id);
    const lines = await this.journal.actsOn({ kind: EVIDENCE, ids }, KEEPING_ACTS);
    return new Map(lines.toReversed().map((line) => [line.objectId, line]));
  }
}
