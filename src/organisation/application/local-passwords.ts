import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveSessions, type WhichSessions } from '../../platform/sessions/live-sessions.js';
import { passwordFlaw } from '../domain/sign-in/password-rules.js';
import { TEMPORARY_PASSWORD_DAYS, temporaryPassword } from '../domain/sign-in/temporary-password.js';
import { SEALED_ACCOUNT } from '../persistence/sealed-accounts.js';
import { KnownDeviceEntity } from '../persistence/account.entities.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { DirectoryLogin } from '../ports/directory-login.port.js';
import { Authentication } from './authentication.js';
import { passwordHash } from './sign-in.js';
import type { Knock } from './slow-down.js';
import { requireOrganiser } from './write-units.js';

const WRONG = 'Mật khẩu đang dùng chưa đúng.';
const SAME = 'Mật khẩu mới phải khác mật khẩu đang dùng.';
const OWN = 'Mật khẩu của chính mình thì đổi ở trang Tài khoản.';
const STOPPED = 'Tài khoản đang ngừng; cho hoạt động lại rồi cấp mật khẩu.';
const BY_DIRECTORY = 'Người này đăng nhập bằng tài khoản của cơ quan; mật khẩu đặt lại ở thư mục.';

export interface GivenPasswords {
  readonly password: string;
  readonly newPassword: string;
}

export interface HereAndNow extends Omit<Knock, 'account'> {
  /** Of the row of the session. */
  readonly sessionId: string;
}

/** A password that is shown once, to be handed to the person. */
export interface IssuedPassword {
  readonly username: string;
  readonly fullName: string;
  readonly password: string;
  readonly until: Date;
}

interface NewPassword {
  readonly password: string;
  /** Null for one that lasts. */
  readonly until: Date | null;
}

/** Passwords of accounts that the app keeps itself; those of the directory are changed there. */
@Injectable()
export class LocalPasswords {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly authentication: Authentication,
    private readonly directory: DirectoryLogin,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
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
    const answer = await this.authentication.password({ ...knock, account: account.username }, given.password);
    if (answer.kind !== 'in') throw new DomainError('input-invalid', { field: 'password', message: WRONG });
    if (given.newPassword === given.password) throw refused(SAME);
    await this.write(actor, account, { password: given.newPassword, until: null }, { allBut: sessionId });
  }

  /** An administrator at the server gives an account a new password; every browser is signed out. @throws DomainError `not-found`, `input-invalid` */
  async give(actor: Actor, username: string, newPassword: string): Promise<void> {
    const account = await this.database.reader
      .getRepository(StaffEntity)
      .findOneBy({ username: username.toLowerCase(), active: true });
    if (!account) throw new DomainError('not-found', { what: 'staff' });
    await this.write(actor, account, { password: newPassword, until: null }, 'all');
  }

  /** Of how many characters a password is, at least. */
  get shortest(): number {
    return this.settings.session.passwordLength;
  }

  /** Whether people without the administrator's role sign in by a password that is kept here. */
  get areForEverybody(): boolean {
    return !this.directory.isOn;
  }

  /**
   * Makes a temporary password for somebody: it opens the door for some days, and then only to choose another. Every browser is signed out.
   *
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile`; `input-invalid` for oneself, for an account that is stopped, and for one whose
   *   password the directory keeps
   */
  async issue(actor: Actor, staffId: string): Promise<IssuedPassword> {
    requireOrganiser(actor);
    const account = await this.database.reader.getRepository(StaffEntity).findOneBy({ id: staffId });
    if (!account) throw new DomainError('not-found', { what: 'staff' });
    const barred = this.barToIssue(actor, account);
    if (barred !== null) throw new DomainError('input-invalid', { message: barred });
    const password = temporaryPassword((below) => randomInt(below));
    const until = new Date(this.clock.now().getTime() + TEMPORARY_PASSWORD_DAYS * DAY_MS);
    await this.write(actor, account, { password, until }, 'all');
    return { username: account.username, fullName: account.fullName, password, until };
  }

  private barToIssue({ id }: Actor, account: StaffEntity): string | null {
    if (account.id === id) return OWN;
    if (!account.active) return STOPPED;
    return this.directory.isOn && !account.roles.includes('administrator') ? BY_DIRECTORY : null;
  }

  private async write(
    actor: Actor,
    account: StaffEntity,
    { password, until }: NewPassword,
    ends: WhichSessions,
  ): Promise<void> {
    // A temporary one is drawn by chance.
    const flaw = until === null ? passwordFlaw(password, [account.username, account.fullName], this.shortest) : null;
    if (flaw !== null) throw refused(flaw);
    const hash = await passwordHash(password);
    await this.uow.run(async (tx) => {
      const unchanged = { id: account.id, passwordHash: account.passwordHash ?? IsNull() };
      await noteTampers(tx, SEALED_ACCOUNT, [account.id]);
      const { affected } = await tx.update(StaffEntity, unchanged, { passwordHash: hash, passwordUntil: until });
      if (affected !== 1) throw new DomainError('changed-meanwhile');
      await sealRecords(tx, SEALED_ACCOUNT, [account.id]);
      if (ends === 'all') await tx.delete(KnownDeviceEntity, { staffId: account.id });
      const ended = await this.sessions.end(tx, account.id, ends);
      const action = until === null ? 'account.password' : 'account.temporaryPassword';
      const detail = { sessionsEnded: ended, ...(until !== null && { until: until.toISOString() }) };
      await this.journal.record(tx, actor, { action, objectKind: 'staff', objectId: account.id, detail });
    });
  }
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'newPassword', message });
}
