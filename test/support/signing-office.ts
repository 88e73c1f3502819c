import { jest } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Of } from '../../src/kernel/sha256.js';
import { openAuthority, type Authority } from '../../integrations/e-office/simulator/authority/authority.js';
import type { SigningIdentity } from '../../integrations/e-office/simulator/authority/identity.js';
import { sealAsAgency } from '../../integrations/e-office/simulator/signer/seal-as-agency.js';
import { sealFile } from '../../integrations/e-office/simulator/signer/seal-file.js';
import { signAsLeader } from '../../integrations/e-office/simulator/signer/sign-as-leader.js';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';
import { TemplateRenderer } from '../../src/drafting/index.js';
import type { CivilDate } from '../../src/kernel/civil-date.js';
import { PdfMaker } from '../../src/drafting/ports/pdf-maker.port.js';
import { PollSignatures, SignatureQueries, type SignatureRequestEntity } from '../../src/signing/index.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import type { RemoteSignatureStatus } from '../../src/signing/ports/signing-desk.port.js';
import { sampleOf } from '../../templates/catalogue.js';
import { DEPARTMENT, type TestApp } from './test-app.js';

const REPLY = 'cong-van-tra-loi';

/** An e-office at which people sign for real: pages are of LibreOffice, certificates of the simulator's authority. */
export class SigningOffice {
  private revision = 1;
  private page: Promise<Buffer> | null = null;

  private constructor(
    private readonly directory: string,
    private readonly authority: Authority,
    private readonly pdfMaker: SofficePdfMaker,
    private readonly signers: { readonly leader: SigningIdentity; readonly agency: SigningIdentity },
  ) {}

  static async open(clock: { now(): Date }): Promise<SigningOffice> {
    const directory = await mkdtemp(join(tmpdir(), 'signing-office-'));
    const authority = await openAuthority(directory, { clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' });
    const pdfMaker = new SofficePdfMaker({
      soffice: 'soffice',
      timeoutMs: 60_000,
      workDirectory: join(directory, 'pdf'),
    });
    const person = { fullName: 'Đỗ Quốc Khánh', title: 'Phó Giám đốc', department: DEPARTMENT.name };
    return new SigningOffice(directory, authority, pdfMaker, {
      leader: await authority.identityOf('khanh', person),
      agency: await authority.agencyIdentity(DEPARTMENT.id, DEPARTMENT.name),
    });
  }

  async close(): Promise<void> {
    await this.pdfMaker.onModuleDestroy();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Makes the pages of an app, which trusts its authority. @param pages one for all letters, or each its own, which takes seconds */
  serve(app: TestApp, pages: 'one' | 'own' = 'one'): void {
    const root = new X509Certificate(this.authority.rootPem()).raw;
    jest.spyOn(app.nest.get(TrustAnchors), 'anchors').mockResolvedValue([root]);
    jest.spyOn(app.nest.get(CrlSource), 'fetch').mockImplementation(() => this.authority.crl());
    const maker = app.nest.get(PdfMaker);
    const one = async (docx: readonly Buffer[]): ReturnType<PdfMaker['convert']> => {
      const pdf = await (this.page ??= this.pageOfAll());
      return docx.map(() => ({ status: 'done', pdf }));
    };
    const own = (...of: Parameters<PdfMaker['convert']>): ReturnType<PdfMaker['convert']> =>
      this.pdfMaker.convert(...of);
    jest.spyOn(maker, 'convert').mockImplementation(pages === 'one' ? one : own);
    jest.spyOn(maker, 'prepare').mockImplementation((pdf) => this.pdfMaker.prepare(pdf));
    jest.spyOn(maker, 'printEntry').mockImplementation((pdf, entry) => this.pdfMaker.printEntry(pdf, entry));
  }

  /** The page that stands for every letter, as it is converted. */
  private async pageOfAll(): Promise<Buffer> {
    const renderer = new TemplateRenderer();
    const { docx } = await renderer.render(REPLY, sampleOf(REPLY));
    await renderer.onModuleDestroy();
    const [page] = await this.pdfMaker.convert([docx], 'app');
    if (page?.status !== 'done') throw new Error(`No page: ${page?.reason ?? ''}`);
    return page.pdf;
  }

  sign(pdf: Buffer, at: Date): Promise<Buffer> {
    return signAsLeader(pdf, { identity: this.signers.leader, at });
  }

  /** Number and date are written onto the page in place of the fields. */
  sealOnPage(
    pdf: Buffer,
    entry: { readonly number: string; readonly issuedDate: CivilDate },
    at: Date,
  ): Promise<Buffer> {
    return sealAsAgency(pdf, { identity: this.signers.agency, entry, at, onto: 'page' });
  }

  /** The agency's signature alone: number and date stand in the page. */
  seal(pdf: Buffer, at: Date): Promise<Buffer> {
    return sealAsAgency(pdf, { identity: this.signers.agency, at });
  }

  /** Number and date are filled into the fields that the letter was prepared with. */
  sealInFields(
    pdf: Buffer,
    entry: { readonly number: string; readonly issuedDate: CivilDate },
    at: Date,
  ): Promise<Buffer> {
    return sealAsAgency(pdf, { identity: this.signers.agency, entry, at });
  }

  /** An annex in a file of its own, with its text and no image. */
  sealAnnex(pdf: Buffer, text: string, at: Date): Promise<Buffer> {
    return sealFile(pdf, { identity: this.signers.agency, text, at });
  }

  /** Says what became of a letter and hands out its file; the app looks, and does what follows. */
  async says(
    app: TestApp,
    { id, clientRequestId, remoteId }: SignatureRequestEntity,
    news: { readonly status: RemoteSignatureStatus; readonly file?: Buffer; readonly comment?: string },
  ): Promise<SignatureRequestEntity> {
    const { status, file, comment } = news;
    const sha256 = file && sha256Of(file);
    this.revision += 1;
    if (file) jest.spyOn(app.desk, 'signedFile').mockResolvedValueOnce(file);
    jest.spyOn(app.desk, 'states').mockResolvedValueOnce([
      {
        ...{ signatureRequestId: remoteId ?? '', clientRequestId, revision: this.revision, status },
        ...{ changedAt: app.clock.now(), lastActor: 'Đỗ Quốc Khánh', ...(comment === undefined ? {} : { comment }) },
        ...(sha256 === undefined ? {} : { signedFile: { fileId: 'cong-van', sha256 } }),
      },
    ]);
    await app.nest.get(PollSignatures).poll();
    await app.work();
    const found = await app.nest.get(SignatureQueries).byId(id);
    if (!found) throw new Error(`No request ${id}`);
    return found;
  }
}
