import { jest } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Of } from '../../src/kernel/sha256.js';
import { openAuthority, type Authority } from '../../integrations/e-office/simulator/authority/authority.js';
import type { SigningIdentity } from '../../integrations/e-office/simulator/authority/identity.js';
import { sealAsAgency } from '../../integrations/e-office/simulator/signer/seal-as-agency.js';
import { signAsLeader } from '../../integrations/e-office/simulator/signer/sign-as-leader.js';
import { letterWithPlaces } from '../../integrations/pdf-converter/letter-with-places.fixture.js';
import { preparePdf } from '../../integrations/pdf-converter/prepare-pdf.js';
import { PdfMaker } from '../../src/drafting/ports/pdf-maker.port.js';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { PollSignatures, NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import type { RemoteSignatureState } from '../../src/signing/ports/signing-desk.port.js';
import { LettersOf } from './letters-of.js';
import { DEPARTMENT, TestApp } from './test-app.js';

const LEADER = { fullName: 'Đỗ Quốc Khánh', title: 'Phó Giám đốc', department: DEPARTMENT.name };

/** An app whose letters are really signed and sealed, by an authority whose list can be had or not as a test wants it. */
export class SigningApp {
  isListAway = false;
  readonly letters = new LettersOf(() => this.app);

  private constructor(
    readonly app: TestApp,
    readonly authority: Authority,
    private readonly directory: string,
    private readonly leader: SigningIdentity,
  ) {}

  static async open(): Promise<SigningApp> {
    const [app, directory] = [await TestApp.open(), await mkdtemp(join(tmpdir(), 'signing-app-'))];
    const authority = await openAuthority(directory, { clock: app.clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' });
    const signing = new SigningApp(app, authority, directory, await authority.identityOf('khanh', LEADER));
    const root = new X509Certificate(authority.rootPem()).raw;
    jest.spyOn(app.nest.get(TrustAnchors), 'anchors').mockResolvedValue([root]);
    jest.spyOn(app.nest.get(CrlSource), 'fetch').mockImplementation(() => signing.list());
    const prepared = preparePdf(await letterWithPlaces());
    jest.spyOn(app.nest.get(PdfMaker), 'prepare').mockImplementation(() => prepared);
    return signing;
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** A letter that was put before the leader, and the file that went to him. */
  async submitted(): Promise<{ readonly request: SignatureRequestEntity; readonly file: Buffer }> {
    const request = await this.letters.submitted();
    return { request, file: this.app.desk.submitted.at(-1)!.file.content };
  }

  sign(file: Buffer, identity = this.leader): Promise<Buffer> {
    return signAsLeader(file, { identity, at: this.app.clock.now() });
  }

  /** The e-office hands out this file as signed, or as sealed. */
  async comesBack(
    letter: SignatureRequestEntity,
    file: Buffer,
    news: Partial<RemoteSignatureState> = {},
  ): Promise<SignatureRequestEntity> {
    const sha256 = sha256Of(file);
    jest.spyOn(this.app.desk, 'signedFile').mockResolvedValue(file);
    const signedFile = { fileId: 'cong-van', sha256 };
    this.letters.says(letter, { status: 'signed', revision: 2, signedFile, ...news });
    await this.app.nest.get(PollSignatures).poll();
    await this.app.work();
    return this.letters.request(letter.id);
  }

  /** A draft that was begun goes all its way: written, approved, signed, numbered, sealed. */
  async sealedFrom(draftId: string): Promise<{ readonly request: SignatureRequestEntity; readonly file: Buffer }> {
    const { request, file } = await this.signedFrom(draftId);
    return this.seal(request, file);
  }

  /** The same as far as the leader's signature. */
  async signedFrom(draftId: string): Promise<{ readonly request: SignatureRequestEntity; readonly file: Buffer }> {
    await this.letters.save(draftId, 'ngoc');
    await this.letters.sendOn(draftId);
    await this.letters.approveBoth(draftId);
    const id = await this.app.nest.get(SubmitReply).submit(await this.letters.actor('ngoc'), draftId);
    await this.app.work();
    const signed = await this.sign(this.app.desk.submitted.at(-1)!.file.content);
    return { request: await this.comesBack(await this.letters.request(id), signed), file: signed };
  }

  /** A letter that the leader signed. */
  async signed(): Promise<{ readonly request: SignatureRequestEntity; readonly file: Buffer }> {
    const { request, file } = await this.submitted();
    const signed = await this.sign(file);
    return { request: await this.comesBack(request, signed), file: signed };
  }

  /** The registry takes its number, and the e-office seals it. */
  async sealed(): Promise<{ readonly request: SignatureRequestEntity; readonly file: Buffer }> {
    const { request, file } = await this.signed();
    return this.seal(request, file);
  }

  async seal(
    request: SignatureRequestEntity,
    file: Buffer,
  ): Promise<{ readonly request: SignatureRequestEntity; readonly file: Buffer }> {
    this.app.clock.advance(60_000);
    await this.app.nest.get(NumberAndSeal).numberAndSeal(await this.letters.actor('vanthu'), request.id);
    await this.app.work();
    const identity = await this.authority.agencyIdentity(DEPARTMENT.id, DEPARTMENT.name);
    const { entry } = this.app.desk.sealed.at(-1)!;
    const sealed = await sealAsAgency(file, { identity, at: this.app.clock.now(), entry });
    return { request: await this.comesBack(request, sealed, { status: 'sealed', revision: 5 }), file: sealed };
  }

  /** Revoked from now on. */
  async revokeLeader(): Promise<void> {
    await this.authority.revoke(this.leader.serial);
  }

  private list(): Promise<Buffer> {
    return this.isListAway ? Promise.reject(new OutsideUnavailable('CRL')) : this.authority.crl();
  }
}
