import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import type { Clock } from '../../src/kernel/clock.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';

const LARGEST = 20 * 1024 * 1024;
const TIME_LIMIT_MS = 10_000;
const KEPT_MS = 60_000;

/** Fetches lists of revoked certificates from allowed hosts only; no redirects; each list is kept for a minute. */
export class HttpCrlSource extends CrlSource {
  private readonly kept = new Map<string, { readonly until: number; readonly crl: Buffer }>();

  constructor(
    private readonly allowedHosts: readonly string[],
    private readonly clock: Clock,
  ) {
    super();
  }

  async fetch(url: string): Promise<Buffer> {
    const { protocol, host } = this.requireAllowed(url);
    const now = this.clock.now().getTime();
    const known = this.kept.get(url);
    if (known && known.until > now) return known.crl;
    const crl = await download(url, `${protocol}//${host}`);
    this.kept.set(url, { until: now + KEPT_MS, crl });
    return crl;
  }

  private requireAllowed(url: string): URL {
    const address = URL.parse(url);
    if (
      address === null ||
      !['http:', 'https:'].includes(address.protocol) ||
      !this.allowedHosts.includes(address.host)
    ) {
      throw new OutsideRefused(
        'CRL-HOST',
        `Nơi cấp danh sách thu hồi không có trong danh sách cho phép: ${url.slice(0, 200)}`,
      );
    }
    return address;
  }
}

async function download(url: string, place: string): Promise<Buffer> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    if (!answer.ok || answer.body === null) throw new OutsideUnavailable(`${place} trả lời ${answer.status}.`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body) {
      size += part.length;
      if (size > LARGEST) throw new OutsideUnavailable(`${place} trả về danh sách thu hồi quá lớn.`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof OutsideUnavailable) throw error;
    throw new OutsideUnavailable(`Chưa lấy được danh sách chứng thư bị thu hồi từ ${place}.`, { cause: error });
  }
}
