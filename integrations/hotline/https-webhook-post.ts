import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { WebhookPost, type WebhookPosted, type WebhookPosting } from '../../src/hotline/ports/webhook-post.port.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { GuardedAddresses } from '../guarded-addresses.js';

const TIME_LIMIT_MS = 15_000;

export interface PostRules {
  /** `1022.haiphong.example`, `1022.example:8443`. */
  readonly hosts: readonly string[];
  /** Addresses inside our network that a host may stand for, or networks of them. */
  readonly privateAddresses: readonly string[];
  /** Authorities by which a server's certificate is verified; the system's where left out. */
  readonly ca?: string;
}

/**
 * Posts to listed hosts only, over https: no redirects, fifteen seconds in all. What a name stands for is looked up once, checked, and that very address
 * is called. Without encryption only to this machine itself, for rehearsals, and only where its address is listed.
 */
export class HttpsWebhookPost extends WebhookPost {
  private readonly hosts: readonly string[];
  private readonly addresses: GuardedAddresses;

  constructor(private readonly rules: PostRules) {
    super();
    this.hosts = rules.hosts.map((host) => host.toLowerCase());
    this.addresses = new GuardedAddresses(rules.privateAddresses);
  }

  override flawOf(address: string): string | null {
    const url = URL.parse(address);
    if (url === null || url.username !== '' || url.password !== '' || !this.mayBeSpoken(url))
      return 'Viết địa chỉ bắt đầu bằng https://, không kèm tài khoản.';
    if (!this.hosts.includes(url.host)) return `Máy ${url.host} chưa có trong WEBHOOK_HOSTS.`;
    const literal = literalOf(url);
    return isIP(literal) !== 0 && !this.addresses.mayCall(literal) ? insideWords(literal, url.host) : null;
  }

  override async send({ url: address, headers, body }: WebhookPosting): Promise<WebhookPosted> {
    const flaw = this.flawOf(address);
    const url = URL.parse(address);
    if (flaw !== null || url === null) throw new OutsideRefused('WEBHOOK-ADDRESS', flaw ?? 'Địa chỉ không đọc được.');
    try {
      const answer = await this.post(url, headers, body);
      const wait = Number(answer.headers['retry-after']);
      answer.destroy();
      return { status: answer.statusCode ?? 0, retryAfterSeconds: Number.isInteger(wait) && wait > 0 ? wait : null };
    } catch (error) {
      if (error instanceof OutsideRefused) throw error;
      throw new OutsideUnavailable(`Máy ${url.host} chưa trả lời.`, { cause: error });
    }
  }

  private mayBeSpoken({ protocol, hostname }: URL): boolean {
    if (protocol === 'https:') return true;
    return protocol === 'http:' && /^127\.\d+\.\d+\.\d+$/u.test(hostname) && this.addresses.mayCall(hostname);
  }

  private post(url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<IncomingMessage> {
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'Hoi-Am' },
      lookup: this.addresses.lookup((inside, host) => new OutsideRefused('WEBHOOK-PRIVATE', insideWords(inside, host))),
    };
    const { ca } = this.rules;
    return new Promise((resolve, reject) => {
      const call =
        url.protocol === 'https:'
          ? request(url, { ...options, ...(ca === undefined ? {} : { ca }) })
          : requestPlain(url, options);
      call.on('response', resolve).on('error', reject).end(body);
    });
  }
}

function literalOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

function insideWords(address: string, host: string): string {
  return `Máy ${host} có địa chỉ nội bộ ${address}, chưa có trong WEBHOOK_PRIVATE.`;
}
