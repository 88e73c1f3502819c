import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { addressGroup } from '../../kernel/address-group.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sha256Of } from '../../kernel/sha256.js';
import { fold } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  countersOf,
  failuresAt,
  FORGOTTEN_AFTER_MS,
  waitOf,
  type Counter,
  type CounterKind,
} from '../domain/sign-in/slow-down.js';
import { SignInAttemptEntity } from '../persistence/account.entities.js';
import { AccountKeys } from './account-keys.js';

/** Who knocks, as far as the door can see. */
export interface Knock {
  /** Which door, where it is not that of the app: each counts for itself. */
  readonly door?: string;
  /** The name that was typed, or that of the person whose session it is. */
  readonly account: string;
  readonly address: string;
  /** What the browser's cookie holds. */
  readonly device: string | undefined;
  readonly watch?: Watch;
}

/** What is guessed at from anywhere. Nobody waits for it, for then a stranger would make others wait. */
export interface Watch {
  readonly subjects: readonly string[];
  /** Called before a try is checked; throws where the number of wrong tries asks for more. @param wrong at the subject tried most */
  require(wrong: number): void;
}

/** A try that was counted before it was looked at. */
export interface CountedTry {
  readonly id: string;
  /** Before this try. */
  readonly before: Counter | null;
  /** With this try. */
  readonly counted: number;
}

interface Reserved extends CountedTry {
  readonly kind: CounterKind;
}

/**
 * Counts wrong tries in the database, so that all processes count together. A try is counted before it is looked at and given back when it was right:
 * so a thousand tries at once are not all free.
 */
@Injectable()
export class SlowDown {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: AccountKeys,
  ) {}

  /**
   * Looks at a try unless too many before were wrong.
   *
   * @param isKnownDevice whether the person has signed in there before
   * @param check the look itself; `isWrong` only when what was typed is wrong
   * @throws DomainError `tried-too-often` with `waitSeconds`; nothing was looked at
   */
  async around<T extends { readonly isWrong: boolean; readonly owesMore?: boolean }>(
    knock: Knock,
    isKnownDevice: boolean,
    check: () => Promise<T>,
  ): Promise<T> {
    const reserved = await this.reserve(await this.subjects(knock, isKnownDevice), knock.watch);
    try {
      const result = await check();
      if (!result.isWrong) await this.giveBack(reserved, result.owesMore !== true);
      return result;
    } catch (error) {
      await this.giveBack(reserved, false);
      throw error;
    }
  }

  private async subjects(knock: Knock, isKnownDevice: boolean): Promise<readonly { id: string; kind: CounterKind }[]> {
    const account = oneSpelling(knock.account);
    const subjects: Readonly<Record<Exclude<CounterKind, 'watch'>, string>> = {
      device: `${sha256Of(knock.device ?? '')} ${account}`,
      account,
      address: addressGroup(knock.address),
    };
    const door = knock.door === undefined ? '' : `${knock.door} `;
    const counted = [
      ...countersOf(isKnownDevice).map((kind) => ({ kind, subject: subjects[kind] })),
      ...(knock.watch?.subjects ?? []).map((subject) => ({ kind: 'watch' as const, subject })),
    ];
    return Promise.all(
      counted.map(async ({ kind, subject }) => ({ kind, id: await this.keys.hash(`counter ${door}${kind}`, subject) })),
    );
  }

  private async reserve(
    subjects: readonly { id: string; kind: CounterKind }[],
    watch?: Watch,
  ): Promise<readonly Reserved[]> {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const reserved: Reserved[] = [];
      for (const subject of subjects) {
        const before = await counterOf(tx, subject.id);
        reserved.push({ ...subject, before, counted: failuresAt(before, now) + 1 });
      }
      const waitMs = Math.max(...reserved.map(({ kind, before }) => waitOf(kind, before, now)));
      if (waitMs > 0) throw tooOften(Math.ceil(waitMs / 1000));
      const watched = reserved.filter(({ kind }) => kind === 'watch').map(({ counted }) => counted - 1);
      watch?.require(Math.max(0, ...watched));
      for (const one of reserved) await (one.kind === 'watch' ? countAlong : count)(tx, one, now);
      return reserved;
    });
  }

  /** What the try had counted is taken off; a device on which the person was right starts again. */
  private async giveBack(reserved: readonly Reserved[], isRight: boolean): Promise<void> {
    await this.uow.run(async (tx) => {
      for (const one of reserved) {
        if (isRight && one.kind === 'device') await tx.delete(SignInAttemptEntity, { id: one.id });
        else await takeOff(tx, one);
      }
    });
  }
}

/** Directories and databases find a name in many spellings; all of them are one account here. */
export function oneSpelling(account: string): string {
  return fold(account).replaceAll(' ', '');
}

/** As it was before; where another try has counted meanwhile, only this one is taken off. */
export async function takeOff(tx: EntityManager, { id, before, counted }: CountedTry): Promise<void> {
  const untouched = { id, failures: counted };
  const { affected } =
    before === null
      ? await tx.delete(SignInAttemptEntity, untouched)
      : await tx.update(SignInAttemptEntity, untouched, { failures: before.failures, lastAt: before.lastAt });
  if (affected !== 1) await tx.decrement(SignInAttemptEntity, { id }, 'failures', 1);
}

/**
 * A counter as it stands, held until the transaction ends: tries that come at the same moment are counted one after another, as when all of an office
 * sign in at eight. Changing nothing takes the row; one that is not there is taken by inserting it.
 */
export async function counterOf(tx: EntityManager, id: string): Promise<SignInAttemptEntity | null> {
  await tx.increment(SignInAttemptEntity, { id }, 'failures', 0);
  return tx.findOneBy(SignInAttemptEntity, { id });
}

/** Counts a try that is about to be made, at a counter that `counterOf` holds. */
export async function count(
  tx: EntityManager,
  { id, before, counted: failures }: CountedTry,
  now: Date,
): Promise<void> {
  const counted = { failures, lastAt: now };
  if (before !== null) {
    await tx.update(SignInAttemptEntity, { id }, counted);
    return;
  }
  await tx.delete(SignInAttemptEntity, { lastAt: LessThan(new Date(now.getTime() - FORGOTTEN_AFTER_MS)) });
  await tx.insert(SignInAttemptEntity, { id, ...counted });
}

/** Counts a try at what many try at the same moment. */
async function countAlong(tx: EntityManager, { id, before, counted }: CountedTry, now: Date): Promise<void> {
  if (before === null) return count(tx, { id, before, counted }, now);
  const { affected } = await tx.update(
    SignInAttemptEntity,
    { id, failures: before.failures },
    { failures: counted, lastAt: now },
  );
  if (affected !== 1) await tx.increment(SignInAttemptEntity, { id }, 'failures', 1);
}

/** The refusal of a try at which nothing was looked. */
export function tooOften(waitSeconds: number): DomainError {
  return new DomainError('tried-too-often', { waitSeconds });
}
