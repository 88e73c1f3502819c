import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/telemetry/log.js';
import { crlAddresses } from '../../domain/certificates/certificate-extensions.js';
import { idOf, RevocationLists } from '../application/revocation-lists.js';
import { certificateOf } from '../application/trust-store.js';
import { isDue, listWarning } from '../domain/kept-list.js';
import { RevocationListQueries } from '../persistence/revocation-list-queries.js';
import { TrustQueries } from '../persistence/trust-queries.js';

/** Asks for each list before the one before ends, and tells the administrators once a day of those that are not available. */
@Injectable()
export class RefreshLists {
  constructor(
    private readonly lists: RevocationLists,
    private readonly queries: RevocationListQueries,
    private readonly trust: TrustQueries,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const rows = new Map((await this.queries.all()).map((row) => [row.id, row] as const));
    const addresses = new Set([...(await this.named()), ...[...rows.values()].map(({ address }) => address)]);
    for (const address of addresses) {
      const row = rows.get(idOf(address));
      if (row === undefined || isDue(row, this.clock.now())) await this.refresh(address);
    }
    await this.warn();
  }

  /** Whatever goes wrong with one, the next has its turn. */
  private async refresh(address: string): Promise<void> {
    try {
      await this.lists.refresh(address);
    } catch (error) {
      this.log.warn('trust.list-not-refreshed', { address, error });
    }
  }

  /** By the certificates of the store. */
  private async named(): Promise<readonly string[]> {
    return (await this.trust.active()).flatMap((row) => crlAddresses(certificateOf(row)));
  }

  private async warn(): Promise<void> {
    const now = this.clock.now();
    const bad = (await this.queries.all()).flatMap((row) => {
      const warning = listWarning(row, now);
      const { id, issuer, address } = row;
      return warning === null ? [] : [{ id, issuer, address, warning }];
    });
    if (bad.length === 0) return;
    const administrators = (await this.staff.peopleWith('administrator')).map(({ id }) => id);
    await this.uow.run(async (tx) => {
      for (const { id, issuer, address, warning } of bad) {
        const words = `${issuer === '' ? address : issuer}: ${warning} Xem trang Chứng thư số tin cậy (/kho-tin-cay).`;
        const key = `trust.list:${id.slice(0, 32)}:${civilDateOf(now)}`;
        await this.notices.tellEach(tx, administrators, { key, kind: 'reminder', words });
      }
    });
  }
}
