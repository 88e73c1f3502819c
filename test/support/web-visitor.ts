const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Somebody who visits a running app over HTTP: keeps cookies, posts forms with the token of the page opened last. */
export class WebVisitor {
  private readonly cookies = new Map<string, string>();
  private page = '/';
  private csrf = '';

  constructor(private readonly url: string) {}

  async signIn(username: string, password: string): Promise<Response> {
    await this.open('/dang-nhap');
    return this.post('/dang-nhap', { username, password, next: '/' });
  }

  /** What its browser sends along with every request. */
  get cookie(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  /** @returns the HTML of a page */
  async open(path: string): Promise<string> {
    const html = await (await this.ask(path, {})).text();
    this.csrf = /name="_csrf" value="([^"]+)"/u.exec(html)?.[1] ?? this.csrf;
    this.page = path;
    return html;
  }

  /** @param fields several values of one name are sent one after the other */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Response> {
    const headers = { referer: `${this.url}${this.page}` };
    const body = new URLSearchParams({ _csrf: this.csrf });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.ask(path, { method: 'POST', headers, body });
  }

  /** Posts a form with one file. */
  postFile(path: string, field: string, file: { readonly name: string; readonly content: Buffer }): Promise<Response> {
    const body = new FormData();
    body.append('_csrf', this.csrf);
    body.append(field, new Blob([new Uint8Array(file.content)]), file.name);
    return this.ask(path, { method: 'POST', headers: { referer: `${this.url}${this.page}` }, body });
  }

  /** The rows of a page's table as people read them. */
  async rows(path: string): Promise<readonly string[]> {
    const [, body = ''] = /<tbody[^>]*>([\s\S]*?)<\/tbody>/u.exec(await this.open(path)) ?? [];
    return body.split('</tr>').map(textOf).filter(Boolean);
  }

  /** The bytes of a file, or what came instead of it. */
  async file(path: string): Promise<{ readonly status: number; readonly bytes: Buffer }> {
    const answer = await this.ask(path, {});
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  private async ask(path: string, { headers, ...request }: RequestInit): Promise<Response> {
    const { cookie } = this;
    const answer = await fetch(`${this.url}${path}`, {
      ...request,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie, ...(headers as Record<string, string> | undefined) },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}

/** What a piece of HTML says. */
export function textOf(html: string): string {
  const text = html
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_all, name: string) => ENTITIES[name] ?? '');
  return text.replaceAll(/\s+/gu, ' ').trim();
}
