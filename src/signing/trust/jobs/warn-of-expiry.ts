import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { expiryStep, expiryWords, isRenewed } from '../domain/expiry.js';
import { isAuthorityKind } from '../domain/trusted-certificate.js';
import type { TrustCertificateEntity } from '../persistence/trust.entities.js';
import { TrustQueries } from '../persistence/trust-queries.js';

/** Tells administrators and the holder that a certificate will expire: once at each step. */
@Injectable()
export class WarnOfExpiry {
  constructor(
    private readonly queries: TrustQueries,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const ending = expiringCertificates(await this.queries.active(), now);
    if (ending.length === 0) return;
    const administrators = (await this.staff.peopleWith('administrator')).map(({ id }) => id);
    await this.uow.run(async (tx) => {
      for (const { row, step } of ending) {
        const words = `${expiryWords(row.subject, row.notAfter, now)} Xin chứng thư mới rồi đề nghị thêm ở trang Chứng thư số tin cậy (/kho-tin-cay).`;
        const readers = [...administrators, ...(row.personId === null ? [] : [row.personId])];
        const key = `trust.expiry:${row.id}:${String(step)}`;
        await this.notices.tellEach(tx, readers, { key, kind: step === 0 ? 'overdue' : 'reminder', words });
      }
    });
  }
}

/** Certificates that have expired or soon will, and have no successor of the same holder. */
export function expiringCertificates(
  active: readonly TrustCertificateEntity[],
  now: Date,
): readonly { readonly row: TrustCertificateEntity; readonly step: number }[] {
  return active.flatMap((row) => {
    const step = expiryStep(row.notAfter, now);
    if (step === null || isRenewed(row, othersOf(row, active), now)) return [];
    return [{ row, step }];
  });
}

/** Other certificates of the same person or the agency; authorities have no successors. */
function othersOf(row: TrustCertificateEntity, active: readonly TrustCertificateEntity[]): TrustCertificateEntity[] {
  if (isAuthorityKind(row.kind)) return [];
  return active.filter((one) => one.id !== row.id && one.kind === row.kind && one.personId === row.personId);
}
