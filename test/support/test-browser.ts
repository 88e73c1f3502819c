import type { LightMyRequestResponse } from 'fastify';
import type { TestApp } from './test-app.js';
import { PASSWORD } from './test-people.js';

const HOST = 'hoi-am.local';

export interface ChosenFile {
  readonly field: string;
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export interface EncodedForm {
  readonly type: string;
  readonly payload: Buffer;
}

/** A person's browser, as far as the pages need one: cookies, forms with their token, the page one came from. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  private page = '/';
  private csrf = '';

  constructor(private readonly app: Pick<TestApp, 'inject'>) {}

  async get(path: string, accept = 'text/html'): Promise<LightMyRequestResponse> {
    const response = await this.app.inject({ method: 'GET', url: path, headers: this.headers(accept) });
    this.remember(response);
    if (this.read(response)) this.page = path;
    return response;
  }

  /** The token of the form that was opened last. */
  get token(): string {
    return this.csrf;
  }

  /** From now on forms are posted from a page that answered a form. */
  showing(answer: LightMyRequestResponse): this {
    this.read(answer);
    return this;
  }

  /** Posts as a form of the page that was opened last. */
  async post(path: string, fields: Record<string, string | readonly string[]> = {}): Promise<LightMyRequestResponse> {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries({ _csrf: this.csrf, ...fields })) {
      for (const value of [values].flat()) body.append(name, value);
    }
    return this.send(path, body);
  }

  async send(
    path: string,
    body: URLSearchParams,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const response = await this.app.inject({
      method: 'POST',
      url: path,
      payload: body.toString(),
      headers: {
        ...this.headers('text/html'),
        'content-type': 'application/x-www-form-urlencoded',
        referer: `http://${HOST}${this.page}`,
        ...headers,
      },
    });
    this.remember(response);
    return response;
  }

  /** Posts as a form with a file; an empty name is a file that was not chosen. */
  async postFile(path: string, fields: Record<string, string>, file: ChosenFile): Promise<LightMyRequestResponse> {
    return this.postEncoded(path, await this.encoded(fields, file));
  }

  /** A form with a file as it travels, with the token of the page opened last. */
  async encoded(fields: Record<string, string>, { field, name, content }: ChosenFile): Promise<EncodedForm> {
    const form = new FormData();
    for (const [key, value] of Object.entries({ _csrf: this.csrf, ...fields })) form.append(key, value);
    form.append(field, new Blob([content]), name);
    const request = new Request('http://form', { method: 'POST', body: form });
    return { type: request.headers.get('content-type') ?? '', payload: Buffer.from(await request.arrayBuffer()) };
  }

  async postEncoded(path: string, { type, payload }: EncodedForm): Promise<LightMyRequestResponse> {
    const response = await this.app.inject({
      method: 'POST',
      url: path,
      payload,
      headers: {
        ...this.headers('text/html'),
        'content-type': type,
        referer: `http://${HOST}${this.page}`,
      },
    });
    this.remember(response);
    return response;
  }

  /** Opens the page to which an act led. */
  follow(response: LightMyRequestResponse): Promise<LightMyRequestResponse> {
    return this.get(String(response.headers.location));
  }

  async signIn(username: string, password = PASSWORD): Promise<LightMyRequestResponse> {
    await this.get('/dang-nhap');
    return this.post('/dang-nhap', { username, password, next: '/' });
  }

  private read({ body }: LightMyRequestResponse): boolean {
    const token = /name="_csrf" value="([^"]+)"/u.exec(body)?.[1];
    if (token !== undefined) this.csrf = token;
    return token !== undefined;
  }

  private headers(accept: string): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept, host: HOST, ...(cookie === '' ? {} : { cookie }) };
  }

  private remember(response: LightMyRequestResponse): void {
    for (const { name, value } of response.cookies) this.cookies.set(name, value);
  }
}
