import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';

const TIME_LIMIT_MS = 10_000;

/** What is got from an authority, in words for the sentences of refusal, and how much of it is read. */
export interface Wanted {
  readonly what: string;
  readonly refusal: string;
  readonly largest: number;
}

/** Whom revocations are asked of: allowed hosts only, without redirects. */
export class AllowedHosts {
  constructor(private readonly hosts: readonly string[]) {}

  /** @throws OutsideRefused for another host or scheme · OutsideUnavailable when nothing usable comes in time */
  async get(url: string, { what, refusal, largest }: Wanted, body?: Buffer): Promise<Buffer> {
    const place = this.placeOf(url, what, refusal);
    const question = body && { method: 'POST', body: Uint8Array.from(body), headers: OCSP_HEADERS };
    try {
      const answer = await fetch(url, { ...question, redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT_MS) });
      if (!answer.ok || answer.body === null) throw new OutsideUnavailable(`${place} trả lời ${answer.status}.`);
      return await readAll(answer.body, largest, `${place} trả về ${what} quá lớn.`);
    } catch (error) {
      if (error instanceof OutsideUnavailable) throw error;
      throw new OutsideUnavailable(`Chưa lấy được ${what} từ ${place}.`, { cause: error });
    }
  }

  private placeOf(url: string, what: string, refusal: string): string {
    const address = URL.parse(url);
    const isAllowed =
      address !== null && ['http:', 'https:'].includes(address.protocol) && this.hosts.includes(address.host);
    if (isAllowed) return `${address.protocol}//${address.host}`;
    throw new OutsideRefused(refusal, `Nơi cấp ${what} không có trong danh sách cho phép: ${url.slice(0, 200)}`);
  }
}

const OCSP_HEADERS = { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' };

async function readAll(body: AsyncIterable<Uint8Array>, largest: number, tooLarge: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > largest) throw new OutsideUnavailable(tooLarge);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
