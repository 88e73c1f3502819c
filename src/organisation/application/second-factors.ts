import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { acceptedStep, authenticatorUri, base32 } from '../domain/sign-in/totp.js';
import { RecoveryCodeEntity, SecondFactorEntity } from '../persistence/account.entities.js';
import { AccountKeys } from './account-keys.js';

/** RFC 4226, 4: at least 128 bits, better 160. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 8;
/** 120 bits: a code that nobody guesses needs no slow hash. Source: OWASP ASVS 5.0, 6.5.2. */
const RECOVERY_BYTES = 15;

const WRONG_CODE =
  'Mã chưa đúng hoặc đã dùng. Đợi ứng dụng hiện mã mới rồi nhập lại; xem giờ của điện thoại có đúng không.';

export interface SecondFactorStanding {
  readonly confirmedAt: Date | null;
  readonly recoveryCodesLeft: number;
}

/** What is shown, so that an authenticator app can take it over. */
export interface NewSecondFactor {
  /** The secret, encrypted; the session holds it until the first code. */
  readonly sealed: string;
  readonly uri: string;
  /** In groups of four, for those who type it. */
  readonly secret: string;
}

/** Codes of authenticator apps (RFC 6238) beside the password, and a sheet of codes for the day the telephone is lost. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: AccountKeys,
    private readonly journal: Journal,
  ) {}

  async standing(staffId: string): Promise<SecondFactorStanding> {
    const { manager } = this.database.reader;
    const factor = await manager.findOneBy(SecondFactorEntity, { staffId });
    if (!factor) return { confirmedAt: null, recoveryCodesLeft: 0 };
    return {
      confirmedAt: factor.confirmedAt,
      recoveryCodesLeft: await manager.countBy(RecoveryCodeEntity, { staffId }),
    };
  }

  /** Whether a code is asked beside the password. */
  async isOn(staffId: string): Promise<boolean> {
    return (await this.standing(staffId)).confirmedAt !== null;
  }

  /**
   * A secret for the person's app; it counts from its first code, and until then nothing is kept here.
   *
   * @param begun `sealed` of a beginning before, which goes on
   * @throws DomainError `forbidden` when one is on already
   */
  async begin(staffId: string, username: string, begun: string | undefined): Promise<NewSecondFactor> {
    if (await this.isOn(staffId)) throw new DomainError('forbidden');
    const secret = begun === undefined ? randomBytes(SECRET_BYTES) : await this.keys.open(staffId, begun);
    const sealed = begun ?? (await this.keys.seal(staffId, secret));
    return { sealed, uri: authenticatorUri(secret, username), secret: grouped(base32(secret)) };
  }

  /**
   * The first code: from now on one is asked.
   *
   * @param sealed of the beginning
   * @returns the recovery codes, shown this once
   * @throws DomainError `input-invalid` on `code`; `forbidden` when one is on already
   */
  async confirm(actor: Actor, sealed: string, typed: string): Promise<readonly string[]> {
    const now = this.clock.now();
    const step = acceptedStep(await this.keys.open(actor.id, sealed), typed, now, 0);
    if (step === null) throw new DomainError('input-invalid', { field: 'code', message: WRONG_CODE });
    return this.uow.run(async (tx) => {
      if (await tx.existsBy(SecondFactorEntity, { staffId: actor.id })) throw new DomainError('forbidden');
      await tx.insert(SecondFactorEntity, { staffId: actor.id, secret: sealed, confirmedAt: now, lastStep: step });
      await this.journal.record(tx, actor, { action: 'account.secondFactorOn', ...accountOf(actor.id) });
      return this.newRecoveryCodes(actor.id);
    });
  }

  /** Whether that is a code of the authenticator app that holds now, or one of the sheet; either is used up by it. */
  async accept(staffId: string, typed: string): Promise<boolean> {
    return this.uow.run(async (tx) => {
      const factor = await tx.findOneBy(SecondFactorEntity, { staffId });
      if (!factor) return false;
      if (await this.use(factor, typed)) return true;
      const { affected } = await tx.delete(RecoveryCodeEntity, { id: await this.recoveryId(staffId, typed), staffId });
      return affected === 1;
    });
  }

  /** A new sheet in place of the old. @returns its codes, shown this once @throws DomainError `forbidden` when no second factor is on */
  async renewRecoveryCodes(actor: Actor): Promise<readonly string[]> {
    return this.uow.run(async (tx) => {
      if (!(await this.isOn(actor.id))) throw new DomainError('forbidden');
      await this.journal.record(tx, actor, { action: 'account.recoveryCodes', ...accountOf(actor.id) });
      return this.newRecoveryCodes(actor.id);
    });
  }

  /** No code is asked any more, until a new authenticator app is set up. */
  async remove(actor: Actor, staffId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const { affected } = await tx.delete(SecondFactorEntity, { staffId });
      await tx.delete(RecoveryCodeEntity, { staffId });
      if (affected === 0) return;
      await this.journal.record(tx, actor, { action: 'account.secondFactorOff', ...accountOf(staffId) });
    });
  }

  /** Takes a code of the authenticator app, once among all processes. */
  private async use({ staffId, secret, lastStep }: SecondFactorEntity, typed: string): Promise<boolean> {
    const step = acceptedStep(await this.keys.open(staffId, secret), typed, this.clock.now(), lastStep);
    if (step === null) return false;
    const { affected } = await this.uow.run((tx) =>
      tx.update(SecondFactorEntity, { staffId, lastStep: LessThan(step) }, { lastStep: step }),
    );
    return affected === 1;
  }

  private async newRecoveryCodes(staffId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => grouped(base32(randomBytes(RECOVERY_BYTES))));
    await this.uow.run(async (tx) => {
      await tx.delete(RecoveryCodeEntity, { staffId });
      for (const code of codes)
        await tx.insert(RecoveryCodeEntity, { id: await this.recoveryId(staffId, code), staffId });
    });
    return codes;
  }

  private recoveryId(staffId: string, typed: string): Promise<string> {
    const plain = typed.replace(/[\s-]/gu, '').toUpperCase();
    return this.keys.hash('recovery', `${staffId} ${plain}`);
  }
}

function accountOf(staffId: string): { objectKind: 'staff'; objectId: string } {
  return { objectKind: 'staff', objectId: staffId };
}

function grouped(text: string): string {
  return text.match(/.{1,4}/gu)?.join('-') ?? '';
}
