import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../config/settings.js';
import { secretOf } from '../../platform/files/secrets.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What the app keeps of accounts is sealed, or hashed, with a key that is not in the database: the database alone neither makes codes nor tells
 * what was typed at the door. The key is ACCOUNT_KEY, or made at first start and kept beside the data.
 */
@Injectable()
export class AccountKeys {
  private readonly keys = new Map<string, Promise<Buffer>>();

  constructor(private readonly settings: Settings) {}

  /** Makes the key where there is none: at the start, and not when the first person signs in, when there may be no room for a file. */
  async begin(): Promise<void> {
    await this.keyFor('seal');
  }

  /** A hash that nobody makes without the key. @param use what for: the same words hash differently elsewhere */
  async hash(use: string, words: string): Promise<string> {
    return createHmac('sha256', await this.keyFor(use))
      .update(words)
      .digest('hex');
  }

  /** @param owner whose it is: sealed for one it opens for no other */
  async seal(owner: string, secret: Buffer): Promise<string> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, await this.keyFor('seal'), iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws DomainError `account-key-other` when it was sealed for another, with another key, or was changed since */
  async open(owner: string, sealed: string): Promise<Buffer> {
    const bytes = Buffer.from(sealed, 'base64url');
    const cipher = createDecipheriv(CIPHER, await this.keyFor('seal'), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(Buffer.from(owner));
    cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]);
    } catch {
      throw new DomainError('account-key-other');
    }
  }

  private keyFor(use: string): Promise<Buffer> {
    const key = this.keys.get(use) ?? this.derive(use);
    this.keys.set(use, key);
    key.catch(() => this.keys.delete(use));
    return key;
  }

  private async derive(use: string): Promise<Buffer> {
    const { accountKey } = this.settings.session;
    const secret = accountKey ?? (await secretOf(this.settings.dataDirectory, 'tai-khoan'));
    return Buffer.from(hkdfSync('sha256', secret, '', `hoi-am ${use}`, 32));
  }
}
