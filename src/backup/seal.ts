import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ReadableStream as StreamOfNode } from 'node:stream/web';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { dirname } from 'node:path';
import type { Decrypter, Encrypter } from 'age-encryption';
import type { Bytes } from './domain/contents.js';
import { ChecksumMismatch, Count, writeCounted, writtenWhole } from './verified-copy.js';

/** A file as it was, and as it lies in the backup. */
export interface SealedBytes extends Bytes {
  readonly sealed: Bytes;
}

/** Where a sealed file goes: its name may say what its bytes are. */
export interface SealedPlace {
  readonly folder: string;
  readonly to: (sealed: Bytes) => string;
}

/** No key, or none that opens the backup; the Vietnamese message says what to do. */
export class UnusableIdentity extends Error {}

/**
 * Encrypts files in the format of age for people whose identities are not here. Each file is read again, opened by a key that this run alone knows and forgets,
 * and compared: what is written can be opened, although this machine cannot do it later.
 */
export class Sealer {
  private constructor(
    private readonly encrypter: Encrypter,
    private readonly trial: Decrypter,
  ) {}

  static async for(recipients: readonly string[]): Promise<Sealer> {
    const age = await import('age-encryption');
    const once = await age.generateX25519Identity();
    const encrypter = new age.Encrypter();
    for (const recipient of [...recipients, await age.identityToRecipient(once)]) encrypter.addRecipient(recipient);
    const trial = new age.Decrypter();
    trial.addIdentity(once);
    return new Sealer(encrypter, trial);
  }

  /**
   * @param expected sha256 of the file before; left out, it is not compared
   * @throws ChecksumMismatch when it is not the one expected, or does not come out again as it went in
   */
  copy(from: string, { folder, to }: SealedPlace, expected?: string): Promise<SealedBytes> {
    return writtenWhole(folder, async (half) => {
      const clear = new Count();
      const source = streamOf(clear.over(createReadStream(from)));
      const sealed = await writeCounted(await this.encrypter.encrypt(source), half);
      const written = clear.bytes();
      if (expected !== undefined && written.sha256 !== expected) throw new ChecksumMismatch(from);
      const [found, opened] = await openedBytes(this.trial, half);
      if (found.sha256 !== sealed.sha256 || opened.sha256 !== written.sha256) throw new ChecksumMismatch(half);
      return { ...written, sealed, to: to(sealed) };
    });
  }
}

/** Opens what was sealed for one of the keys of a file. */
export class Opener {
  private constructor(
    /** The public keys of those in the file. */
    readonly recipients: readonly string[],
    private readonly decrypter: Decrypter,
  ) {}

  /** @param path of a file as `age-keygen` writes it @throws UnusableIdentity */
  static async of(path: string): Promise<Opener> {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) throw new UnusableIdentity(`Không đọc được tệp khóa ${path}. Xem lại --identity.`);
    const identities = identitiesIn(text);
    if (identities.length === 0) throw new UnusableIdentity(noKeyIn(path, text));
    const age = await import('age-encryption');
    const decrypter = new age.Decrypter();
    try {
      for (const identity of identities) decrypter.addIdentity(identity);
      return new Opener(await Promise.all(identities.map(age.identityToRecipient)), decrypter);
    } catch {
      throw new UnusableIdentity(`Khóa trong ${path} bị gõ sai hoặc bị cắt. Dùng bản cất giữ khác của tệp khóa.`);
    }
  }

  copy(from: string, to: string, expected: string): Promise<Bytes> {
    return writtenWhole(dirname(to), async (half) => {
      const written = await writeCounted(await this.open(from), half);
      if (written.sha256 !== expected) throw new ChecksumMismatch(from);
      return { ...written, to };
    });
  }

  async read(path: string): Promise<Buffer> {
    return buffer(await this.open(path));
  }

  /** @returns the bytes inside; null where it does not open */
  async bytes(path: string): Promise<Bytes | null> {
    return openedBytes(this.decrypter, path).then(
      ([, opened]) => opened,
      () => null,
    );
  }

  private open(path: string): ReturnType<typeof openedBy> {
    return openedBy(this.decrypter, createReadStream(path));
  }
}

/** The public keys of those secret ones that stand whole in a text. */
export async function recipientsIn(text: string): Promise<readonly string[]> {
  const identities = identitiesIn(text);
  if (identities.length === 0) return [];
  const age = await import('age-encryption');
  const own = await Promise.all(identities.map((identity) => age.identityToRecipient(identity).catch(() => null)));
  return own.flatMap((one) => one ?? []);
}

function identitiesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'));
}

function noKeyIn(path: string, text: string): string {
  return /^(?:age-encryption\.org|-----BEGIN AGE)/u.test(text)
    ? `Tệp khóa ${path} được khóa bằng mật khẩu: mở trước bằng "age -d -o khoa.txt ${path}", rồi dùng khoa.txt.`
    : `${path} không có khóa nào: mỗi khóa là một dòng AGE-SECRET-KEY-…, như age-keygen ghi. Xem lại --identity.`;
}

/** @returns what lies there, and what comes out */
async function openedBytes(decrypter: Decrypter, path: string): Promise<readonly [Bytes, Bytes]> {
  const [found, opened] = [new Count(), new Count()];
  const clear = await openedBy(decrypter, found.over(createReadStream(path)));
  await finished(Readable.from(opened.over(clear)).resume());
  return [found.bytes(), opened.bytes()];
}

function openedBy(decrypter: Decrypter, pieces: AsyncIterable<Uint8Array>) {
  return decrypter.decrypt(streamOf(pieces));
}

/** Node's own stream, as the library names it: in its types the browser's, although both are one at run time. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return StreamOfNode.from(pieces) as unknown as ReadableStream<Uint8Array>;
}
