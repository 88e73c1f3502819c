import { Injectable } from '@nestjs/common';
import type { DraftEntity } from '../../drafting/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { leaderWithoutCode, type MissingCode } from '../domain/missing-code.js';
import { BoundCertificates } from '../trust/index.js';
import { SignatureRoutes } from './signature-routes.js';

/** What speaks against a submission, before anybody tries. */
export interface Readiness {
  /** Why its leader cannot sign with a certificate that is bound to them; null where nothing speaks against it. */
  readonly lapsed: string | null;
  /** Whom the e-office does not know yet: the leader, and who initials before. */
  readonly missingCodes: readonly MissingCode[];
}

/** Whether a letter could be put before its leader, as far as people and their certificates go. */
@Injectable()
export class SubmissionReadiness {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly certificates: BoundCertificates,
    private readonly routes: SignatureRoutes,
  ) {}

  /** @param fullName of its leader, also when that one has left */
  async of(draft: DraftEntity, fullName: string): Promise<Readiness> {
    const lapsed = await this.certificates.whyNotSigning({ id: draft.signerId, fullName });
    return { lapsed, missingCodes: [...(await this.leader(draft)), ...(await this.routes.missingCodes(draft))] };
  }

  private async leader({ signerId }: DraftEntity): Promise<readonly MissingCode[]> {
    try {
      const leader = await this.staff.person(signerId);
      return leader.eOfficeCode === null ? [leaderWithoutCode(leader)] : [];
    } catch (error) {
      // Who has left is told by the table of who may sign.
      if (error instanceof DomainError && error.code === 'not-found') return [];
      throw error;
    }
  }
}
