/** Somebody at the pages of a running application: keeps cookies, and sends forms as they stand there, with what is filled in. */
import { DEMONSTRATION_PASSWORD } from '../../../dist/src/cli/demo/people.js';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

export class Visitor {
  cookies = new Map();
  page = { path: '/', html: '' };

  constructor(url) {
    this.url = url;
  }

  static async signedIn(url, username) {
    const visitor = new Visitor(url);
    await visitor.open('/dang-nhap');
    const { status } = await visitor.post('/dang-nhap', { username, password: DEMONSTRATION_PASSWORD, next: '/' });
    if (status >= 400) throw new Error(`${username} could not sign in: ${status}`);
    return visitor;
  }

  get cookie() {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  async open(path) {
    const answer = await this.ask(path, {});
    this.page = { path, html: await answer.text() };
  }

  /** Sends the form of the page opened last that posts to `action`, and opens what it leads to. @returns {Promise<string>} the path it led to */
  async send(action, fields = {}) {
    const { headers } = await this.post(action, { ...fieldsOf(this.page.html, action), ...fields });
    const path = headers.get('location') ?? action;
    if (path !== action) await this.open(path);
    return path;
  }

  /** @param {Record<string, string | readonly string[]>} fields several values of one name are sent one after the other */
  post(path, fields) {
    const [, token = ''] = /name="_csrf" value="([^"]+)"/u.exec(this.page.html) ?? [];
    const body = new URLSearchParams({ _csrf: token });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.ask(path, { method: 'POST', headers: { referer: `${this.url}${this.page.path}` }, body });
  }

  async ask(path, { headers, ...rest }) {
    const asked = { ...rest, redirect: 'manual', headers: { accept: 'text/html', cookie: this.cookie, ...headers } };
    const answer = await fetch(`${this.url}${path}`, asked);
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/u.exec(set);
      this.cookies.set(name, value);
    }
    return answer;
  }
}

/** What a form of a page sends when nobody changes it: hidden fields, lines, what is chosen. */
function fieldsOf(html, action) {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gu)];
  const [, , inside = ''] =
    forms.find(([, head]) => attribute(head, 'action') === action && attribute(head, 'method') === 'post') ?? [];
  const fields = {};
  for (const [, head] of inside.matchAll(/<input\b([^>]*)>/gu)) {
    const [name, type] = [attribute(head, 'name'), attribute(head, 'type')];
    const isUnchosen = (type === 'radio' || type === 'checkbox') && !/\bchecked\b/u.test(head);
    if (name !== '' && name !== '_csrf' && type !== 'file' && !isUnchosen) fields[name] = attribute(head, 'value');
  }
  for (const [, head, text] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gu))
    fields[attribute(head, 'name')] = unescaped(text);
  for (const [, head, options] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gu)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/gu)].map(([, one]) => one);
    fields[attribute(head, 'name')] = attribute(all.find((one) => /\bselected\b/u.test(one)) ?? all[0] ?? '', 'value');
  }
  return fields;
}

function attribute(head, name) {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(head)?.[1] ?? '');
}

function unescaped(text) {
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity]);
}
