import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { StaffEntity } from '../persistence/organisation.entities.js';

/** argon2id, 19 MiB, two passes: OWASP's minimum for 2026, about 90 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const LONGEST_PASSWORD = 256;

/** Signs people in with local accounts. */
@Injectable()
export class SignIn {
  /** Verified in place of a missing account, so that the time taken tells nothing. */
  private readonly nobody = hash('không có ai', COST);

  constructor(private readonly database: Database) {}

  /** @returns the person, or null when name and password do not belong together; which of the two was wrong is not told */
  async execute(username: string, password: string): Promise<Actor | null> {
    if (password === '' || password.length > LONGEST_PASSWORD) return null;
    const account = await this.database.reader
      .getRepository(StaffEntity)
      .findOneBy({ username: username.toLowerCase() });
    const matches = await verify(account?.passwordHash ?? (await this.nobody), password);
    if (!account?.passwordHash || !account.active || !matches) return null;
    return { id: account.id, name: account.fullName, unitId: account.unitId, roles: account.roles };
  }

  /** Whether an account bears that name: for those who watch the door, never for whoever knocks. */
  knows(username: string): Promise<boolean> {
    return this.database.reader.getRepository(StaffEntity).existsBy({ username: username.toLowerCase() });
  }
}

/** The hash that is stored for a password. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, COST);
}
