import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Journal } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Log } from '../../platform/telemetry/log.js';
import { isExpired, isTemporary } from '../domain/sign-in/temporary-password.js';
import { typedCredentials, type Credentials } from '../domain/sign-in/typed-credentials.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { DirectoryLogin, type DirectoryBar } from '../ports/directory-login.port.js';
import { DirectoryTries } from './directory-tries.js';
import { PasswordAge } from './password-age.js';
import { UnusedAccounts } from './unused-accounts.js';

/** argon2id, 19 MiB, two passes: OWASP's minimum for 2026, about 90 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A refusal of the directory comes no sooner, so that the time it took to compare a password, or not to, is not seen. */
const REFUSED_AFTER_MS = 500;

/**
 * What comes of a name and a password.
 *
 * `wrong`: they do not belong together, or the account is barred; which of it is not told. `stranger`: the directory knows the person and the password is
 * right, but there is no account of that name here. `expired`: the password was a temporary one, and its time is over. `locked`: it is right, and the
 * account was unused for too long. `directoryAway`: the directory does not answer. `directoryResting`: it saw as many wrong passwords of the account as it may.
 */
export type SignInAnswer =
  | { readonly kind: 'in'; readonly actor: Actor; readonly owesPassword: boolean; readonly byDirectory: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'directoryAway' }
  | { readonly kind: 'directoryResting'; readonly waitSeconds: number };

const WRONG: SignInAnswer = { kind: 'wrong' };

/**
 * Signs people in. Without a directory by the accounts that are kept here; with one by the directory, and administrators who have a password here by that one,
 * also while the directory is unavailable. What a person may do here is never taken from the directory.
 */
@Injectable()
export class SignIn {
  private static standIn: Promise<string> | null = null;
  /** Verified in place of a missing account, so that the time taken tells nothing; made once in a process, before the first may ask. */
  private readonly standIn = (SignIn.standIn ??= passwordHash('không có ai'));

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly directory: DirectoryLogin,
    private readonly tries: DirectoryTries,
    private readonly unused: UnusedAccounts,
    private readonly ages: PasswordAge,
    private readonly log: Log,
  ) {}

  /** @param isKnownDevice whether the person has signed in there before */
  async signIn(username: string, password: string, isKnownDevice = false): Promise<SignInAnswer> {
    const given = typedCredentials(username, password);
    if (given === null) return WRONG;
    const account = await this.accountOf(given.username);
    const answer =
      (await this.byOwnPassword(account, given.password)) ??
      (this.directory.isOn ? await this.byDirectory(given, isKnownDevice) : WRONG);
    return answer.kind === 'in' && (await this.unused.isLocked(answer.actor)) ? { kind: 'locked' } : answer;
  }

  /** Whether an account has that name: for those who watch the sign-ins, never for the person who signs in. */
  async knows(username: string): Promise<boolean> {
    return (await this.accountOf(username)) !== null;
  }

  /** Compares with a stand-in where the account has no password that counts: it takes as long. */
  private async byOwnPassword(account: StaffEntity | null, password: string): Promise<SignInAnswer | null> {
    const own = account !== null && this.mayUseOwnPassword(account) ? account.passwordHash : null;
    const matches = await verify(own ?? (await this.standIn), password);
    return matches && account !== null && own !== null ? this.answerFor(account) : null;
  }

  private async answerFor(account: StaffEntity): Promise<SignInAnswer> {
    const { id, passwordUntil } = account;
    if (isExpired(passwordUntil, this.clock.now())) return { kind: 'expired' };
    const owesPassword = isTemporary(passwordUntil) || (await this.ages.isOver(id));
    return { kind: 'in', actor: actorOf(account), owesPassword, byDirectory: false };
  }

  private mayUseOwnPassword({ active, roles }: StaffEntity): boolean {
    return active && (!this.directory.isOn || roles.includes('administrator'));
  }

  private async byDirectory({ username, password }: Credentials, isKnownDevice: boolean): Promise<SignInAnswer> {
    const earliest = pause(REFUSED_AFTER_MS, undefined, { ref: false });
    const answer = await this.tries.check(username, password, isKnownDevice);
    if (answer.kind === 'resting') return { ...answer, kind: 'directoryResting' };
    if (answer.kind === 'known') return this.welcome(answer.directoryId, answer.name);
    if (answer.kind === 'away') {
      this.log.warn('directory.away', { reason: answer.reason });
      return { kind: 'directoryAway' };
    }
    if (answer.kind === 'barred') await this.noteBarred(username, answer.why);
    await earliest;
    return WRONG;
  }

  /**
   * By the identity in the directory; else by the name as the directory writes it, not as it was typed, because directories find a name in many spellings. An
   * account that is known to be of another entry is not of this person, though the name is the same; nor does the name alone open an administrator's account:
   * anyone who writes directory entries could take that name.
   */
  private async welcome(directoryId: string, name: string): Promise<SignInAnswer> {
    const staff = this.database.reader.getRepository(StaffEntity);
    const account = (await staff.findOneBy({ directoryId })) ?? (await this.accountByName(name));
    if (!account?.active) return { kind: 'stranger' };
    return { kind: 'in', actor: actorOf(account), owesPassword: false, byDirectory: true };
  }

  private async accountByName(name: string): Promise<StaffEntity | null> {
    const account = await this.accountOf(name);
    return account?.directoryId === null && !account.roles.includes('administrator') ? account : null;
  }

  private async noteBarred(username: string, why: DirectoryBar): Promise<void> {
    const account = await this.accountOf(username);
    if (account === null) return;
    const act = { action: 'account.barred', objectKind: 'staff', objectId: account.id, detail: { why } } as const;
    await this.uow.run((tx) => this.journal.record(tx, SYSTEM, act));
  }

  private accountOf(username: string): Promise<StaffEntity | null> {
    return this.database.reader.getRepository(StaffEntity).findOneBy({ username: username.toLowerCase() });
  }
}

function actorOf({ id, fullName, unitId, roles }: StaffEntity): Actor {
  return { id, name: fullName, unitId, roles };
}

/** The hash that is stored for a password. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, COST);
}
