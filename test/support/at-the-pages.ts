import type { Page } from 'playwright-core';
import type { TestBrowser } from './test-browser.js';
import type { WebVisitor } from './web-visitor.js';
import { answered } from './answered.js';

export type FormFields = Readonly<Record<string, string>>;

/** Where a form led, and what stands there. */
export interface PageReached {
  readonly path: string;
  readonly html: string;
}

/** Somebody at the pages who opens one and sends its forms, whatever carries them. */
export interface AtThePages {
  /** @returns the HTML of the page */
  open(path: string): Promise<string>;

  /** Sends the form of the page opened last that posts to `action`; fields that are not named stay as the page has them. */
  send(action: string, fields?: FormFields): Promise<PageReached>;
}

/** In the process of the test, without a socket. */
export function inProcess(browser: TestBrowser): AtThePages {
  const pages = new Map<string, string>();
  let at = '/';
  const open = async (path: string): Promise<string> => {
    const { body } = await browser.get(path);
    at = path;
    pages.set(path, body);
    return body;
  };
  return {
    open,
    async send(action, fields = {}) {
      const answer = await browser.post(action, { ...fieldsOf(pages.get(at) ?? '', action), ...fields });
      const { location } = answer.headers;
      if (location === undefined) return { path: action, html: answer.body };
      return { path: location, html: await open(location) };
    },
  };
}

/** Over HTTP, against an app that listens. */
export function overHttp(visitor: WebVisitor): AtThePages {
  let page = '';
  const open = async (path: string): Promise<string> => {
    page = await visitor.open(path);
    return page;
  };
  return {
    open,
    async send(action, fields = {}) {
      const answer = await visitor.post(action, { ...fieldsOf(page, action), ...fields });
      const location = answer.headers.get('location');
      if (location === null) return { path: action, html: await answer.text() };
      return { path: location, html: await open(location) };
    },
  };
}

/** As a person does it: opens what is folded, fills in what is seen, presses the button. @param origin of the app */
export function inChromium(page: Page, origin: string): AtThePages {
  return {
    async open(path) {
      await page.goto(`${origin}${path}`);
      return page.content();
    },
    async send(action, fields = {}) {
      const form = page.locator(`form[method="post"][action="${action}"]`).first();
      const folded = form.locator('xpath=ancestor::details[not(@open)]');
      while ((await folded.count()) > 0) await folded.first().locator('xpath=./summary').click();
      for (const [name, value] of Object.entries(fields)) await fillIn(form.locator(`[name="${name}"]`), value);
      await answered(page, () => form.locator('button[type="submit"]').first().click());
      return { path: page.url().slice(origin.length), html: await page.content() };
    },
  };
}

async function fillIn(control: ReturnType<Page['locator']>, value: string): Promise<void> {
  const kind = await control.first().evaluate((element) => `${element.tagName} ${element.getAttribute('type') ?? ''}`);
  if (kind.startsWith('SELECT')) await control.selectOption(value);
  else if (/ (?:radio|checkbox)$/u.test(kind)) await control.and(control.page().locator(`[value="${value}"]`)).check();
  else await control.fill(value);
}

/** What a form of a page sends when nobody changes it: hidden fields, lines, what is chosen. */
function fieldsOf(html: string, action: string): FormFields {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gu)];
  const isMeant = (head: string): boolean =>
    attribute(head, 'action') === action && attribute(head, 'method') === 'post';
  const [, , inside = ''] = forms.find(([, head = '']) => isMeant(head)) ?? [];
  const fields: Record<string, string> = {};
  for (const [, head = ''] of inside.matchAll(/<input\b([^>]*)>/gu)) {
    const [name, type] = [attribute(head, 'name'), attribute(head, 'type')];
    const isUnchosen = (type === 'radio' || type === 'checkbox') && !/\bchecked\b/u.test(head);
    if (name !== '' && name !== '_csrf' && type !== 'file' && !isUnchosen) fields[name] = attribute(head, 'value');
  }
  for (const [, head = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gu))
    fields[attribute(head, 'name')] = unescaped(text);
  for (const [, head = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gu)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/gu)].map(([, one = '']) => one);
    fields[attribute(head, 'name')] = attribute(all.find((one) => /\bselected\b/u.test(one)) ?? all[0] ?? '', 'value');
  }
  return fields;
}

function attribute(head: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(head)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
