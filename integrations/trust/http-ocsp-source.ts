import { OcspSource } from '../../src/signing/ports/ocsp-source.port.js';
import { AllowedHosts } from './allowed-host.js';

const OCSP_ANSWER_LIMITS = { what: 'trả lời thu hồi (OCSP)', refusal: 'OCSP-HOST', maxBytes: 64 * 1024 };

/** Asks OCSP responders at allowed hosts only, by POST (RFC 6960, appendix A); no redirects, ten seconds, 64 KiB. */
export class HttpOcspSource extends OcspSource {
  private readonly allowed: AllowedHosts;

  constructor(allowedHosts: readonly string[]) {
    super();
    this.allowed = new AllowedHosts(allowedHosts);
  }

  ask(url: string, request: Buffer): Promise<Buffer> {
    return this.allowed.fetch(url, OCSP_ANSWER_LIMITS, request);
  }
}
