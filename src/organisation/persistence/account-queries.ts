import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { JournalQueries } from '../../journal/index.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import { maySignIn, RENEWING_ACTS } from '../domain/sign-in/unused-accounts.js';
import { KnownDeviceEntity, SecondFactorEntity } from './account.entities.js';
import { DirectoryRunEntity } from './directory-run.entity.js';
import { StaffEntity } from './organisation.entities.js';

/** An open account, as those see it who ask whether it ought to be open. */
export interface OpenAccount {
  readonly id: string;
  readonly fullName: string;
  readonly isAdministrator: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Whether somebody has signed in since the moment that was asked for, or the account was opened since. */
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
    const used = await this.usedSince(usedSince);
    return staff
      .filter(maySignIn)
      .map(({ id, fullName, roles, passwordHash }) => ({
        id,
        fullName,
        isAdministrator: roles.includes('administrator'),
        hasPassword: passwordHash !== null,
        hasSecondFactor: secured.has(id),
        isUsed: used.has(id),
      }))
      .sort((one, other) => byPersonName(one.fullName, other.fullName));
  }

  /** Whose account was used since then: somebody signed in, or it was made or opened. @param among only these are looked at; all where it is left out */
  async usedSince(since: Date, among?: readonly string[]): Promise<ReadonlySet<string>> {
    const seen = await this.database.reader.manager.find(KnownDeviceEntity, {
      select: { staffId: true },
      where: { lastSeenAt: MoreThanOrEqual(since), ...(among && { staffId: In([...among]) }) },
    });
    const about = { kind: 'staff', ids: among ?? null } as const;
    const renewed = await new JournalQueries(this.database).touchedSince(since, about, RENEWING_ACTS);
    return new Set([...idsOf(seen), ...renewed]);
  }

  /** Ids of administrators whose account is open and who have a way to sign in. */
  async administrators(): Promise<readonly string[]> {
    const staff = await this.database.reader.manager.find(StaffEntity, {
      select: { id: true, roles: true, passwordHash: true, directoryId: true },
      where: { active: true },
    });
    return staff.filter((one) => one.roles.includes('administrator') && maySignIn(one)).map(({ id }) => id);
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
