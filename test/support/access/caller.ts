import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import type { LightMyRequestResponse } from 'fastify';
import { perSpec } from '../per-spec.js';
import type { TestApp } from '../test-app.js';

/** What goes along with a call: a form or JSON by its fields, or a form with one file. */
export interface Body {
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: object;
  /** The field under which a PDF is sent. */
  readonly file?: string;
  /** The key under which the call is done once. */
  readonly key?: string;
}

const WRITING = ['POST', 'PATCH', 'DELETE'] as const;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

/** Somebody who calls routes as a program does, with the session and the token of a person who signed in. */
export class Caller {
  private constructor(
    private readonly app: TestApp,
    private readonly headers: Readonly<Record<string, string>>,
    /** Each has a place of its own, so that nobody's calls are counted as another's. */
    private readonly remoteAddress: string,
  ) {}

  /** @param username null for somebody who has not signed in, but has a session with a token */
  static async of(app: TestApp, username: string | null): Promise<Caller> {
    const browser = username === null ? app.browser() : await app.browserOf(username);
    const page = await browser.get(username === null ? '/dang-nhap' : '/');
    const token = /name="_csrf" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    return new Caller(app, { cookie, 'x-csrf-token': token, accept: 'application/json' }, nextAddress());
  }

  /** A program with a token of its own. */
  static withToken(app: TestApp, token: string): Caller {
    return new Caller(app, { authorization: `Bearer ${token}`, accept: 'application/json' }, nextAddress());
  }

  /** Sends a request over a real connection. @returns the status, once the answer has come whole; where it leads, if anywhere */
  async send(origin: string, { method, url, type, payload }: RawRequest): Promise<{ status: number; to: string }> {
    const entity = type === undefined ? {} : { 'content-type': type, 'content-length': String(payload?.length ?? 0) };
    const asked = request(`${origin}${url}`, { method, headers: { ...this.headers, ...entity } });
    asked.on('error', () => undefined).end(payload);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    await finished(answer).catch(() => undefined);
    return { status: answer.statusCode ?? 0, to: answer.headers.location ?? '' };
  }

  async ask(method: string, url: string, body: Body = {}): Promise<LightMyRequestResponse> {
    const { remoteAddress } = this;
    if (method === 'GET') return this.app.inject({ method, url, remoteAddress, headers: { ...this.headers } });
    const { type, payload } = await encoded(body);
    const once = body.key === undefined ? {} : { 'idempotency-key': body.key };
    const headers = { ...this.headers, ...once, 'content-type': type };
    const writing = WRITING.find((one) => one === method) ?? 'POST';
    return this.app.inject({ method: writing, url, remoteAddress, payload, headers });
  }
}

/** A request as it travels. */
export interface RawRequest {
  readonly method: string;
  readonly url: string;
  readonly type?: string;
  readonly payload?: Buffer;
}

const places = perSpec(() => ({ taken: 0 }));

function nextAddress(): string {
  return `10.1.0.${String((places().taken += 1))}`;
}

async function encoded({ fields = {}, json, file }: Body): Promise<{ type: string; payload: string | Buffer }> {
  if (json !== undefined) return { type: 'application/json', payload: JSON.stringify(json) };
  const pairs = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  if (file === undefined) {
    const text = new URLSearchParams(pairs.map(([name = '', value = '']) => [name, value]));
    return { type: 'application/x-www-form-urlencoded', payload: text.toString() };
  }
  const form = new FormData();
  for (const [name = '', value = ''] of pairs) form.append(name, value);
  form.append(file, new Blob([PDF]), 'tep.pdf');
  const request = new Request('http://form', { method: 'POST', body: form });
  return { type: request.headers.get('content-type') ?? '', payload: Buffer.from(await request.arrayBuffer()) };
}
