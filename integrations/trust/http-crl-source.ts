import type { Clock } from '../../src/kernel/clock.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { AllowedHosts } from './allowed-host.js';

const LIST = { what: 'danh sách chứng thư bị thu hồi', refusal: 'CRL-HOST', maxBytes: 20 * 1024 * 1024 };
const KEPT_MS = 60_000;

/** Fetches lists of revoked certificates from allowed hosts only; no redirects; each list is kept for a minute. */
export class HttpCrlSource extends CrlSource {
  private readonly kept = new Map<string, { readonly until: number; readonly crl: Buffer }>();
  private readonly allowed: AllowedHosts;

  constructor(
    allowedHosts: readonly string[],
    private readonly clock: Clock,
  ) {
    super();
    this.allowed = new AllowedHosts(allowedHosts);
  }

  async fetch(url: string): Promise<Buffer> {
    const now = this.clock.now().getTime();
    const known = this.kept.get(url);
    if (known && known.until > now) return known.crl;
    const crl = await this.allowed.fetch(url, LIST);
    this.kept.set(url, { until: now + KEPT_MS, crl });
    return crl;
  }
}
