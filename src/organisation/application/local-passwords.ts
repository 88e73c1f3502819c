import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveSessions, type WhichSessions } from '../../platform/sessions/live-sessions.js';
import { passwordFlaw } from '../domain/password-rules.js';
import { KnownDeviceEntity } from '../persistence/account.entities.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { Doorkeeper } from './doorkeeper.js';
import { passwordHash } from './sign-in.js';
import type { Knock } from './slow-down.js';

const WRONG = 'Mật khẩu đang dùng chưa đúng.';
const SAME = 'Mật khẩu mới phải khác mật khẩu đang dùng.';

export interface GivenPasswords {
  readonly password: string;
  readonly newPassword: string;
}

export interface HereAndNow extends Omit<Knock, 'account'> {
  /** Of the row of the session. */
  readonly sessionId: string;
}

/** Passwords of accounts that this house keeps itself; those of the directory are changed there. */
@Injectable()
export class LocalPasswords {
  constructor(
    private readonly database: Database,
    private readonly door: Doorkeeper,
    private readonly uow: UnitOfWork,
    private readonly sessions: LiveSessions,
    private readonly journal: Journal,
  ) {}

  /** Whether the account has a password here. */
  async isLocal(staffId: string): Promise<boolean> {
    const account = await this.database.reader.getRepository(StaffEntity).findOneBy({ id: staffId });
    return account?.passwordHash !== null && account?.passwordHash !== undefined;
  }

  /**
   * The person changes the own password; all other browsers are signed out.
   *
   * @param here where it is changed; that session stays
   * @throws DomainError `forbidden` without a password here; `input-invalid` on `password` or `newPassword`; `tried-too-often`
   */
  async change(actor: Actor, given: GivenPasswords, { sessionId, ...knock }: HereAndNow): Promise<void> {
    const account = await this.database.reader.getRepository(StaffEntity).findOneBy({ id: actor.id, active: true });
    if (!account?.passwordHash) throw new DomainError('forbidden');
    const answer = await this.door.password({ ...knock, account: account.username }, given.password);
    if (answer.kind !== 'in') throw new DomainError('input-invalid', { field: 'password', message: WRONG });
    if (given.newPassword === given.password) throw refused(SAME);
    await this.write(actor, account, given.newPassword, { allBut: sessionId });
  }

  /** Whoever looks after the server gives an account a new password; every browser is signed out. @throws DomainError `not-found`, `input-invalid` */
  async give(actor: Actor, username: string, newPassword: string): Promise<void> {
    const account = await this.database.reader
      .getRepository(StaffEntity)
      .findOneBy({ username: username.toLowerCase(), active: true });
    if (!account) throw new DomainError('not-found', { what: 'staff' });
    await this.write(actor, account, newPassword, 'all');
  }

  private async write(actor: Actor, account: StaffEntity, newPassword: string, ends: WhichSessions): Promise<void> {
    const flaw = passwordFlaw(newPassword, [account.username, account.fullName]);
    if (flaw !== null) throw refused(flaw);
    const hash = await passwordHash(newPassword);
    await this.uow.run(async (tx) => {
      const unchanged = { id: account.id, passwordHash: account.passwordHash ?? IsNull() };
      const { affected } = await tx.update(StaffEntity, unchanged, { passwordHash: hash });
      if (affected !== 1) throw new DomainError('changed-meanwhile');
      if (ends === 'all') await tx.delete(KnownDeviceEntity, { staffId: account.id });
      const ended = await this.sessions.end(tx, account.id, ends);
      const act = { action: 'account.password', objectKind: 'staff', objectId: account.id };
      await this.journal.record(tx, actor, { ...act, detail: { sessionsEnded: ended } });
    });
  }
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'newPassword', message });
}
