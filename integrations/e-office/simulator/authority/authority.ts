import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate } from 'pkijs';
import type { Clock } from '../../../../src/kernel/clock.js';
import { clean } from '../../../../src/kernel/vietnamese.js';
import { exportKey, importKey, issueHolder, issueRoot, nameOf, serialOf } from './certificates.js';
import type { DistinguishedName, HolderTerms, Issued } from './certificates.js';
import type { SigningIdentity } from './identity.js';
import { fromPem, keep, readKept, toPem } from './kept-file.js';
import { isFresh, outdated, readRevocations, signList } from './revocation-list.js';
import type { Revocations } from './revocation-list.js';

export interface AuthorityOptions {
  readonly clock: Clock;
  /** Where the revocation list is published; written into every certificate. */
  readonly crlUrl: string;
}

/** A leader as the certificate names them. */
export interface Person {
  readonly fullName: string;
  readonly title: string;
  readonly department: string;
}

const ROOT: DistinguishedName = {
  country: 'VN',
  organisation: 'Hồi Âm',
  commonName: 'Hồi Âm MẪU THỬ NGHIỆM - Chứng thực thử',
};

const ROOT_FILE = 'root.pem';
const REVOCATIONS_FILE = 'revocations.json';

/**
 * Opens the test authority that keeps its keys in a directory, and founds it at the first start. It stands for nobody: every
 * certificate leads to a root that says MẪU THỬ NGHIỆM.
 */
export async function openAuthority(directory: string, options: AuthorityOptions): Promise<Authority> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, ROOT_FILE);
  const kept = await readKept(path);
  const root = kept === undefined ? await issueRoot(ROOT, options.clock.now()) : await fromFile(kept);
  if (kept === undefined) await keep(path, await toFile(root));
  return new Authority(directory, root, options);
}

/** A certification authority for tests and demonstrations, stable over restarts. */
export class Authority {
  /** Certificates and lists are made one after another, so that two questions never make two. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly directory: string,
    private readonly root: Issued,
    private readonly options: AuthorityOptions,
  ) {}

  /** The trust anchor for programs that trust this authority. */
  rootPem(): string {
    return toPem('CERTIFICATE', this.root.certificate.toSchema(true).toBER());
  }

  /** The revocation list, DER: re-issued after half a day, at once after a revocation. */
  async crl(): Promise<Buffer> {
    return this.inTurn(async () => {
      const known = await this.revocations();
      const current = isFresh(known, this.options.clock.now()) ? known : await this.keepRevocations(known);
      return signList(current, this.root);
    });
  }

  /** The list as an authority leaves it that went silent: the same content, no longer good. */
  async outdatedCrl(): Promise<Buffer> {
    return this.inTurn(async () => signList(outdated(await this.revocations()), this.root));
  }

  /**
   * A leader's certificate and key: the same until it expires, is revoked, or the person is named otherwise.
   *
   * @param userCode the person's code in the e-office: letters, digits and `.-/:` only
   */
  async identityOf(userCode: string, person: Person): Promise<SigningIdentity> {
    return this.holder(`leader-${encodeURIComponent(userCode)}.pem`, leaderSubject(userCode, person));
  }

  /** The certificate and key of an agency's seal. */
  async agencyIdentity(agencyCode: string, name: string): Promise<SigningIdentity> {
    return this.holder(`agency-${encodeURIComponent(agencyCode)}.pem`, agencySubject(agencyCode, name));
  }

  /** A certificate on terms of its own, kept nowhere: rehearsals sign with what an authority should not have issued, or has taken back. */
  async issueApart(
    subject: DistinguishedName,
    terms: Partial<Pick<HolderTerms, 'now' | 'until' | 'bits' | 'hash'>> = {},
  ): Promise<SigningIdentity> {
    const { clock, crlUrl } = this.options;
    return this.identity(await issueHolder(subject, this.root, { now: clock.now(), crlUrl, ...terms }), subject);
  }

  /** Revokes a certificate from now on. Safe to repeat: the first moment stays. @param serial hex */
  async revoke(serial: string): Promise<void> {
    await this.inTurn(async () => {
      const { number, revoked } = await this.revocations();
      const wanted = serial.toLowerCase();
      if (revoked.some((entry) => entry.serial === wanted)) return;
      const added = { serial: wanted, at: this.options.clock.now().toISOString() };
      await this.keepRevocations({ number, revoked: [...revoked, added] });
    });
  }

  private async holder(file: string, subject: DistinguishedName): Promise<SigningIdentity> {
    return this.inTurn(async () => {
      const path = join(this.directory, file);
      const kept = await readKept(path);
      const known = kept === undefined ? undefined : await fromFile(kept);
      if (known && (await this.isUsable(known.certificate, subject))) return this.identity(known, subject);

      const { clock, crlUrl } = this.options;
      const issued = await issueHolder(subject, this.root, { now: clock.now(), crlUrl });
      await keep(path, await toFile(issued));
      return this.identity(issued, subject);
    });
  }

  private async isUsable(certificate: Certificate, subject: DistinguishedName): Promise<boolean> {
    const now = this.options.clock.now();
    const { revoked } = await this.revocations();
    return (
      certificate.subject.isEqual(nameOf(subject)) &&
      certificate.notBefore.value <= now &&
      certificate.notAfter.value > now &&
      !revoked.some(({ serial }) => serial === serialOf(certificate)) &&
      (await certificate.verify(this.root.certificate))
    );
  }

  private identity({ certificate, privateKey }: Issued, { commonName }: DistinguishedName): SigningIdentity {
    return {
      name: commonName,
      serial: serialOf(certificate),
      certificate,
      chain: [this.root.certificate],
      privateKey,
    };
  }

  private async revocations(): Promise<Revocations> {
    const kept = await readKept(join(this.directory, REVOCATIONS_FILE));
    return kept === undefined ? this.keepRevocations({ number: 0, revoked: [] }) : readRevocations(kept);
  }

  private async keepRevocations({ number, revoked }: Pick<Revocations, 'number' | 'revoked'>): Promise<Revocations> {
    const next = { number: number + 1, issuedAt: this.options.clock.now().toISOString(), revoked };
    await keep(join(this.directory, REVOCATIONS_FILE), JSON.stringify(next, null, 2));
    return next;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

/** A leader as the certificate names them. @param userCode letters, digits and `.-/:` only */
export function leaderSubject(userCode: string, { fullName, title, department }: Person): DistinguishedName {
  return {
    country: 'VN',
    organisation: clean(department),
    title: clean(title),
    commonName: clean(fullName),
    serialNumber: userCode,
  };
}

export function agencySubject(agencyCode: string, name: string): DistinguishedName {
  return { country: 'VN', organisation: clean(name), commonName: clean(name), serialNumber: agencyCode };
}

async function toFile({ certificate, privateKey }: Issued): Promise<string> {
  return toPem('CERTIFICATE', certificate.toSchema(true).toBER()) + toPem('PRIVATE KEY', await exportKey(privateKey));
}

async function fromFile(text: string): Promise<Issued> {
  return {
    certificate: Certificate.fromBER(fromPem('CERTIFICATE', text)),
    privateKey: await importKey(fromPem('PRIVATE KEY', text)),
  };
}
