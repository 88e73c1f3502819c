import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { DraftQueries, type CaseKind } from '../../drafting/index.js';
import { SignatureQueries } from '../../signing/index.js';
import type { CaseLetter } from './case-letters-view.js';

/** Reads what was written for cases that answer no ticket, and how far it has come. */
@Injectable()
export class CaseLetterQuery {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
    private readonly registers: RegisterQueries,
  ) {}

  /** Newest first, those that were given up left out. */
  async of(kind: CaseKind, caseIds: readonly string[]): Promise<readonly CaseLetter[]> {
    const drafts = await this.drafts.ofCases(kind, caseIds);
    const requests = await this.signatures.ofDrafts(drafts.map(({ id }) => id));
    const numbered = new Map(requests.map(({ outgoingDocumentId, draftId }) => [outgoingDocumentId ?? '', draftId]));
    const lines = await this.registers.outgoingByIds([...numbered.keys()].filter((id) => id !== ''));
    return drafts.map((draft) => ({
      draft,
      outgoing: lines.find(({ id, state }) => state !== 'voided' && numbered.get(id) === draft.id) ?? null,
    }));
  }
}
