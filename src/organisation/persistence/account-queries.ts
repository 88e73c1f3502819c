import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { byPersonName } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import { KnownDeviceEntity, SecondFactorEntity } from './account.entities.js';
import { DirectoryRunEntity } from './directory-run.entity.js';
import { StaffEntity } from './organisation.entities.js';

/** An open account, as those see it who ask whether it ought to be open. */
export interface OpenAccount {
  readonly fullName: string;
  readonly isAdministrator: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Whether somebody has signed in since the day that was asked for. */
  readonly isUsed: boolean;
}

/** How accounts stand, and the directory that fills them. */
@Injectable()
export class AccountQueries {
  constructor(private readonly database: Database) {}

  /** Accounts by which somebody may sign in, here or by the directory, by the names of their people. */
  async open(usedSince: Date): Promise<readonly OpenAccount[]> {
    const { manager } = this.database.reader;
    const staff = await manager.find(StaffEntity, {
      select: { id: true, fullName: true, roles: true, passwordHash: true, directoryId: true },
      where: { active: true },
    });
    const secured = idsOf(await manager.find(SecondFactorEntity, { select: { staffId: true } }));
    const lastSeenAt = MoreThanOrEqual(usedSince);
    const seen = idsOf(await manager.find(KnownDeviceEntity, { select: { staffId: true }, where: { lastSeenAt } }));
    return staff
      .filter(({ passwordHash, directoryId }) => passwordHash !== null || directoryId !== null)
      .map(({ id, fullName, roles, passwordHash }) => ({
        fullName,
        isAdministrator: roles.includes('administrator'),
        hasPassword: passwordHash !== null,
        hasSecondFactor: secured.has(id),
        isUsed: seen.has(id),
      }))
      .sort((one, other) => byPersonName(one.fullName, other.fullName));
  }

  /** When the directory was last carried out, and why the latest reading failed, if it did. */
  async lastReading(): Promise<{ readonly appliedAt: Date | null; readonly failure: string | null }> {
    const { manager } = this.database.reader;
    const select = { id: true, state: true, finishedAt: true, reason: true } as const;
    const order = { startedAt: 'DESC' } as const;
    const [latest] = await manager.find(DirectoryRunEntity, { select, order, take: 1 });
    const [applied] = await manager.find(DirectoryRunEntity, { select, order, take: 1, where: { state: 'applied' } });
    return {
      appliedAt: applied?.finishedAt ?? null,
      failure: latest?.state === 'failed' ? (latest.reason ?? '') : null,
    };
  }
}

function idsOf(rows: readonly { readonly staffId: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ staffId }) => staffId));
}
