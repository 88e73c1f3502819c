import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

/** Anchors from a PEM file that the administrator keeps; read at each use, so that a new file works without a restart. */
export class FileTrustAnchors extends TrustAnchors {
  constructor(private readonly path: string | undefined) {
    super();
  }

  async anchors(): Promise<readonly Buffer[]> {
    if (this.path === undefined) return [];
    const text = await readFile(this.path, 'utf8');
    return (text.match(PEM) ?? []).map((pem) => new X509Certificate(pem).raw);
  }
}
