import { jest } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../../integrations/e-office/simulator/authority/authority.js';
import { sealFile } from '../../integrations/e-office/simulator/signer/seal-file.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import type { FileToSeal } from '../../src/signing/ports/signing-desk.port.js';
import { DEPARTMENT, type TestApp } from './test-app.js';

/** The agency's key, and an application that trusts its issuer. */
export class AgencyPen {
  private constructor(
    private readonly directory: string,
    private readonly authority: Awaited<ReturnType<typeof openAuthority>>,
  ) {}

  static async open(): Promise<AgencyPen> {
    const directory = await mkdtemp(join(tmpdir(), 'agency-pen-'));
    const clock = { now: () => new Date('2026-03-18T01:00:00Z') };
    return new AgencyPen(directory, await openAuthority(directory, { clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' }));
  }

  close(): Promise<void> {
    return rm(this.directory, { recursive: true });
  }

  /** Signs what the app sends to its desk, but for files of these names. @returns what was sent, in order */
  async signFor(app: TestApp, { unsigned = [] as readonly string[] } = {}): Promise<readonly FileToSeal[]> {
    const root = new X509Certificate(this.authority.rootPem()).raw;
    jest.spyOn(app.nest.get(TrustAnchors), 'anchors').mockResolvedValue([root]);
    jest.spyOn(app.nest.get(CrlSource), 'fetch').mockImplementation(() => this.authority.crl());
    const identity = await this.authority.agencyIdentity(DEPARTMENT.id, DEPARTMENT.name);
    const sent: FileToSeal[] = [];
    jest.spyOn(app.desk, 'sealFile').mockImplementation((file) => {
      sent.push(file);
      if (unsigned.includes(file.fileName)) return Promise.resolve(file.content);
      return sealFile(file.content, { identity, text: file.text, at: app.clock.now() });
    });
    return sent;
  }
}

/** A PDF that nobody has signed, of its own size. */
export async function unsignedPdf(width: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([width, 800]).drawText('.');
  return Buffer.from(await document.save());
}
