import type { LightMyRequestResponse } from 'fastify';
import { z } from 'zod';
import type { TestApp } from './test-app.js';

type Json = Record<string, unknown>;

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Json; readonly responses: Json };
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: { readonly 'application/json'?: { schema: Json } } }>
  >;
}

/** An answer of the API, held against its description. */
export interface Answered {
  readonly status: number;
  readonly body: Json;
  readonly headers: LightMyRequestResponse['headers'];
}

/** A program that acts with somebody's session; every answer it gets must be one that the description promises. */
export class TestProgram {
  private constructor(
    private readonly app: TestApp,
    private readonly cookie: string,
    private readonly token: string,
    readonly description: Description,
    /** Operations that answered with success, as `get /api/v1/session`. */
    readonly seen: Set<string>,
  ) {}

  static async of(app: TestApp, username: string, seen = new Set<string>()): Promise<TestProgram> {
    const browser = await app.browserOf(username);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const fetch = async (path: string): Promise<Json> => {
      const answer = await app.inject({ method: 'GET', url: `/api/v1/${path}`, headers: { cookie } });
      return answer.json<Json>();
    };
    const { csrfToken } = await fetch('session');
    const description = (await fetch('openapi.json')) as unknown as Description;
    return new TestProgram(app, cookie, String(csrfToken), description, seen);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send('POST', path, body, headers);
  }

  /** Posts as a form with files. */
  async postForm(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly { readonly name: string; readonly content: Buffer }[],
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const { name, content } of files) form.append('files', new Blob([new Uint8Array(content)]), name);
    const request = new Request('http://form', { method: 'POST', body: form });
    const type = request.headers.get('content-type') ?? '';
    const payload = Buffer.from(await request.arrayBuffer());
    return this.send('POST', path, payload, { 'content-type': type, ...headers });
  }

  act(ticket: string, act: string, body: Json = {}, headers: Record<string, string> = {}): Promise<Answered> {
    return this.post(`tickets/${ticket}/acts/${act}`, body, headers);
  }

  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const url = `/api/v1/${path}`;
    const response = await this.app.inject({
      method,
      url,
      headers: { cookie: this.cookie, 'x-csrf-token': this.token, accept: 'text/html', ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return this.held(method.toLowerCase(), url, response);
  }

  /** @throws when the answer is not what the description says */
  private held(method: string, url: string, response: LightMyRequestResponse): Answered {
    const { statusCode: status, headers } = response;
    const body = response.body === '' ? {} : response.json<Json>();
    if (status >= 400) {
      if (!String(headers['content-type']).startsWith('application/problem+json'))
        throw new Error(`${url}: no problem`);
      this.shapeOf({ $ref: '#/components/schemas/Problem' }).parse(body);
      return { status, body, headers };
    }
    const [path, operation] = this.operationOf(method, url);
    const promised = operation.responses[String(status)];
    if (promised === undefined) throw new Error(`${method} ${path} does not promise ${String(status)}.`);
    const schema = promised.content?.['application/json']?.schema;
    if (schema !== undefined) this.shapeOf(schema).parse(body);
    this.seen.add(`${method} ${path}`);
    return { status, body, headers };
  }

  private operationOf(method: string, url: string): readonly [string, Operation] {
    const [address = ''] = url.split('?');
    const found = Object.entries(this.description.paths)
      .filter(([path, operations]) => patternOf(path).test(address) && operations[method] !== undefined)
      .sort(([one], [other]) => one.split('{').length - other.split('{').length)[0];
    const operation = found?.[1][method];
    if (found === undefined || operation === undefined) throw new Error(`${method} ${address} is not described.`);
    return [found[0], operation];
  }

  private shapeOf(schema: Json): z.ZodType {
    const whole = { ...schema, $defs: this.description.components.schemas };
    const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
    return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/gu, '[^/]+')}$`, 'u');
}
