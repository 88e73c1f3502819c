import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { CalendarFeed } from '../../src/calendar/ports/calendar-feed.port.js';
import { GuardedAddresses } from '../guarded-addresses.js';

const MAX_BYTES = 1_000_000;
const TIME_LIMIT_MS = 15_000;

export interface FeedRules {
  /** `lich.haiphong.example`, `lich.example:8443`. */
  readonly hosts: readonly string[];
  /** Addresses inside our network that a host may stand for, or networks of them. */
  readonly privateAddresses: readonly string[];
  /** Authorities by which a server's certificate is verified; the system's where left out. */
  readonly ca?: string;
  readonly timeLimitMs?: number;
}

/**
 * Fetches a calendar over https from listed hosts only: no redirects, no compression, at most a megabyte and fifteen seconds in all. What a
 * name stands for is looked up once, checked, and that very address is called, so that a name cannot lead into our network (DNS rebinding).
 */
export class HttpsCalendarFeed extends CalendarFeed {
  override readonly hosts: readonly string[];
  private readonly addresses: GuardedAddresses;

  constructor(private readonly rules: FeedRules) {
    super();
    this.hosts = rules.hosts.map((host) => host.toLowerCase());
    this.addresses = new GuardedAddresses(rules.privateAddresses);
  }

  override async fetch(address: string): Promise<Uint8Array> {
    const url = this.requireAllowed(address);
    try {
      return await contentOf(await this.ask(url));
    } catch (error) {
      if (error instanceof OutsideRefused || error instanceof OutsideUnavailable) throw error;
      throw new OutsideUnavailable(`Máy ${url.host} chưa trả lời.`, { cause: error });
    }
  }

  private requireAllowed(address: string): URL {
    const url = URL.parse(address);
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
      throw new OutsideRefused('FEED-ADDRESS', 'Viết địa chỉ bắt đầu bằng https://, không kèm tài khoản.');
    }
    if (!this.hosts.includes(url.host)) {
      throw new OutsideRefused('FEED-HOST', `Máy ${url.host} chưa có trong danh sách được phép tải lịch.`);
    }
    const literal = url.hostname.replace(/^\[|\]$/gu, '');
    if (isIP(literal) !== 0 && !this.addresses.mayCall(literal)) throw isInside(literal, url.host);
    return url;
  }

  private ask(url: URL): Promise<IncomingMessage> {
    const { ca, timeLimitMs = TIME_LIMIT_MS } = this.rules;
    return new Promise((resolve, reject) => {
      const asked = request(url, {
        agent: false,
        signal: AbortSignal.timeout(timeLimitMs),
        headers: { accept: 'text/calendar', 'accept-encoding': 'identity', 'user-agent': 'Hoi-Am' },
        lookup: this.addresses.lookup(isInside),
        ...(ca === undefined ? {} : { ca }),
      });
      asked.on('response', resolve).on('error', reject).end();
    });
  }
}

function isInside(address: string, host: string): OutsideRefused {
  const reason = `Máy ${host} có địa chỉ nội bộ ${address}, chưa có trong danh sách địa chỉ nội bộ được phép.`;
  return new OutsideRefused('FEED-PRIVATE', reason);
}

async function contentOf(answer: IncomingMessage): Promise<Uint8Array> {
  const status = answer.statusCode ?? 0;
  if (status !== 200) {
    answer.destroy();
    if (status >= 500 || status === 429) throw new OutsideUnavailable(`Máy giữ lịch trả lời ${status}.`);
    if (status >= 300 && status < 400) {
      throw new OutsideRefused('FEED-REDIRECT', 'Địa chỉ này chuyển sang địa chỉ khác; viết thẳng địa chỉ sau cùng.');
    }
    throw new OutsideRefused('FEED-STATUS', `Máy giữ lịch trả lời ${status}; xem lại địa chỉ.`);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BYTES) {
      answer.destroy();
      throw new OutsideRefused('FEED-SIZE', 'Lịch ở địa chỉ này lớn hơn 1 MB.');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
