import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { GuardedAddresses } from '../guarded-addresses.js';

const TIME_LIMIT_MS = 10_000;

/** What is got from an authority, in words for the sentences of refusal, and how much of it is read. */
export interface Wanted {
  readonly what: string;
  readonly refusal: string;
  readonly maxBytes: number;
}

/**
 * Whom revocations are asked of: allowed hosts only, without redirects. Certificates from outside say where to ask, so what a host's name stands for is
 * looked up once and checked, and that very address is called.
 */
export class AllowedHosts {
  constructor(private readonly hosts: readonly string[]) {}

  /** @throws OutsideRefused for another host or scheme · OutsideUnavailable when nothing usable comes in time */
  async fetch(url: string, wanted: Wanted, body?: Buffer): Promise<Buffer> {
    const address = this.requireAllowed(url, wanted);
    const place = `${address.protocol}//${address.host}`;
    try {
      const answer = await ask(address, body);
      if (answer.statusCode === 200) return await readAll(answer, wanted, place);
      answer.destroy();
      throw new OutsideUnavailable(`${place} trả lời ${String(answer.statusCode)}.`);
    } catch (error) {
      if (error instanceof OutsideUnavailable) throw error;
      throw new OutsideUnavailable(`Chưa lấy được ${wanted.what} từ ${place}.`, { cause: error });
    }
  }

  private requireAllowed(url: string, { what, refusal }: Wanted): URL {
    const address = URL.parse(url);
    if (address !== null && ['http:', 'https:'].includes(address.protocol) && this.hosts.includes(address.host)) {
      const name = nameOf(address);
      if (isIP(name) === 0 || GuardedAddresses.ofServer(name).mayCall(name)) return address;
    }
    throw new OutsideRefused(
      refusal,
      `Tổ chức chứng thực ${what} không có trong danh sách cho phép: ${url.slice(0, 200)}`,
    );
  }
}

const OCSP_HEADERS = { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' };

function ask(address: URL, body: Buffer | undefined): Promise<IncomingMessage> {
  const call = address.protocol === 'https:' ? httpsRequest : httpRequest;
  const name = nameOf(address);
  return new Promise((resolve, reject) => {
    const asked = call(address, {
      agent: false,
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { ...OCSP_HEADERS, 'content-length': body.length },
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      lookup: GuardedAddresses.ofServer(name).lookup(
        (inside) => new OutsideUnavailable(`Máy ${name} chỉ tới địa chỉ ${inside}, nơi không có máy chủ nào.`),
      ),
    });
    asked.on('response', resolve).on('error', reject).end(body);
  });
}

function nameOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

async function readAll(answer: IncomingMessage, { maxBytes, what }: Wanted, place: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new OutsideUnavailable(`${place} trả về ${what} quá lớn.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
