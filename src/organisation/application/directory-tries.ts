import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { directoryRestOf, failuresAtDirectory } from '../domain/sign-in/slow-down.js';
import { SignInAttemptEntity } from '../persistence/account.entities.js';
import { DirectoryLogin, type DirectoryAnswer } from '../ports/directory-login.port.js';
import { AccountKeys } from './account-keys.js';
import { count, counterOf, oneSpelling, takeOff, type CountedTry } from './slow-down.js';

/**
 * Asks the directory, and lets it see fewer wrong passwords of an account than it takes to lock that account: a directory that locks would do to a person,
 * everywhere in the office, what our own slow-down never does.
 */
@Injectable()
export class DirectoryTries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: AccountKeys,
    private readonly settings: Settings,
    private readonly directory: DirectoryLogin,
  ) {}

  /** @returns what the directory says; `resting` where it was not asked, with the seconds until it is */
  async check(
    username: string,
    password: string,
    isKnownDevice: boolean,
  ): Promise<DirectoryAnswer | { readonly kind: 'resting'; readonly waitSeconds: number }> {
    const counted = await this.reserve(username, isKnownDevice);
    if ('waitSeconds' in counted) return { kind: 'resting', ...counted };
    const answer = await this.directory.check(username, password);
    if (answer.kind !== 'unknown') await this.giveBack(counted, answer);
    return answer;
  }

  /** A directory that was shown the right password forgets the wrong ones, and so do we. */
  private async giveBack(counted: CountedTry, { kind }: DirectoryAnswer): Promise<void> {
    await this.uow.run(async (tx) => {
      if (kind === 'known') await tx.delete(SignInAttemptEntity, { id: counted.id });
      else await takeOff(tx, counted);
    });
  }

  private async reserve(
    username: string,
    isKnownDevice: boolean,
  ): Promise<CountedTry | { readonly waitSeconds: number }> {
    const id = await this.keys.hash('counter directory', oneSpelling(username));
    const [now, patience] = [this.clock.now(), this.settings.directoryPatience];
    return this.uow.run(async (tx) => {
      const before = await counterOf(tx, id);
      const restMs = directoryRestOf(before, now, { patience, isKnownDevice });
      if (restMs > 0) return { waitSeconds: Math.ceil(restMs / 1000) };
      const counted = { id, before, counted: failuresAtDirectory(before, now, patience) + 1 };
      await count(tx, counted, now);
      return counted;
    });
  }
}
