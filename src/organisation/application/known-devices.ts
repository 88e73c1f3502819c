import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { sha256Of } from '../../kernel/sha256.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { KnownDeviceEntity } from '../persistence/account.entities.js';

/** So long after the last sign-in a browser is still known. */
export const DEVICE_KEPT_DAYS = 400;

const FORM = /^[A-Za-z0-9_-]{43}$/u;

/** Browsers in which people signed in before, so that wrong tries from elsewhere do not hold them up. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param cookie what the browser brought, whatever that is */
  async knows(cookie: string | undefined, staffId: string): Promise<boolean> {
    if (cookie === undefined || !FORM.test(cookie)) return false;
    return this.database.reader.getRepository(KnownDeviceEntity).existsBy({ id: sha256Of(cookie), staffId });
  }

  /** Somebody has signed in there. @returns what the browser shall bring from now on */
  async remember(cookie: string | undefined, staffId: string): Promise<string> {
    const kept = cookie !== undefined && FORM.test(cookie) ? cookie : randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      await tx.delete(KnownDeviceEntity, { lastSeenAt: LessThan(new Date(now.getTime() - DEVICE_KEPT_DAYS * DAY_MS)) });
      const device = { id: sha256Of(kept), staffId };
      const { affected } = await tx.update(KnownDeviceEntity, device, { lastSeenAt: now });
      if (affected !== 1) await tx.insert(KnownDeviceEntity, { ...device, lastSeenAt: now });
    });
    return kept;
  }
}
