import { RouteRules } from '../../../src/platform/http/route-rules.js';
import type { Expectation } from '../../e2e/access-matrix/expectation.js';
import { AccessCalls } from '../access/access-calls.js';
import type { AccessApp } from '../access/access-app.js';
import { STANDINGS, type Standing } from '../access/access-people.js';
import type { Body, RawRequest } from '../access/caller.js';
import { LONG_TEXT } from '../access/long-text.js';
import { fieldsOf, type RouteFields } from './fields-of-routes.js';
import { LARGEST_FILES, type LargeFile } from './largest-files.js';
import { privateText } from './largest-texts.js';

/** Characters of a text: as long as rules let through, as long as a mask looks through, and as long as a form may be. */
const LENGTHS = [300, 2_000, 20_000, 400_000];
const MAX_FORM_BYTES = 1_000_000;
const MAX_QUERY_BYTES = 9_000;
const MANY = 90_000;
const URL_ENCODED = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const BOUNDARY = 'largest-input';

export interface LargestInput extends RawRequest {
  readonly what: string;
  readonly standing: Standing;
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly standing: Standing;
  readonly fields: RouteFields;
  readonly body: Body;
}

/** The largest that each route takes, told by its own code: all fields of its form and its query, and the files that it reads. */
export class LargestInputs {
  private readonly calls: AccessCalls;

  /** @param own objects larger than those of the access matrix, by route */
  constructor(
    private readonly access: AccessApp,
    private readonly own: Readonly<Record<string, Readonly<Record<string, string>>>>,
    private readonly queries: Readonly<Record<string, string>>,
  ) {
    this.calls = new AccessCalls(access);
  }

  /** @param chosen which files are made, for that takes long @throws Error where no code answers */
  async *of(route: string, expectation: Expectation, chosen?: RegExp): AsyncGenerator<LargestInput> {
    const [method = '', path = ''] = route.split(' ');
    const code = this.access.app.nest.get(RouteRules).at(method, path);
    if (code === null) throw new Error(`No code answers ${route}.`);
    const standing = STANDINGS.find((one) => `${expectation.yes}${expectation.hidden ?? ''}`.includes(one)) ?? 'n';
    const url = this.calls.address(path, { ...expectation.at, ...this.own[route] }, 'gdtrh');
    const body = this.calls.filled(expectation.body, 'gdtrh');
    const asked: Asked = { method, url: url + (this.queries[route] ?? ''), standing, fields: fieldsOf(code), body };
    yield { ...asked, what: 'as it is' };
    if (method === 'GET') yield* longQueries(asked);
    else yield* largestBodies(asked, chosen);
  }
}

function* longQueries(asked: Asked): Generator<LargestInput> {
  const names = asked.fields.query.length === 0 ? ['q'] : asked.fields.query;
  const each = Math.floor(MAX_QUERY_BYTES / names.length);
  const encoded = encodeURIComponent(privateText(each))
    .slice(0, each)
    .replace(/%.?$/u, '')
    .replace(/(?:%[\dA-F]{2})+$/u, '');
  const query = names.map((name) => `${name}=${encoded}`).join('&');
  yield { ...asked, url: `${asked.url.split('?')[0] ?? ''}?${query}`, what: 'long query' };
}

async function* largestBodies(asked: Asked, chosen?: RegExp): AsyncGenerator<LargestInput> {
  const isJson = asked.body.json !== undefined || asked.fields.body.length === 0;
  if (isJson) yield* jsonBodies(asked);
  // Every route reads JSON, also those whose pages post forms.
  const names = Buffer.from(
    JSON.stringify(Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`a${String(at)}`, '']))),
  );
  yield { ...asked, type: JSON_TYPE, payload: names.subarray(0, MAX_FORM_BYTES), what: 'JSON of many names' };
  for (const length of LENGTHS) {
    const pairs = new URLSearchParams(textFields(asked, length));
    const payload = Buffer.from(pairs.toString()).subarray(0, MAX_FORM_BYTES);
    yield { ...asked, type: URL_ENCODED, payload, what: `texts of ${String(length)}` };
  }
  const [first = 'text'] = [...asked.fields.body, ...Object.keys(asked.body.fields ?? {})];
  const manyNames = Array.from({ length: MANY }, (_, at) => `a${String(at)}=1`).join('&');
  for (const name of new Set([first, ...asked.fields.body]))
    yield { ...asked, type: URL_ENCODED, payload: manyOf(name), what: `${name} many times` };
  yield {
    ...asked,
    type: URL_ENCODED,
    payload: Buffer.from(manyNames).subarray(0, MAX_FORM_BYTES),
    what: 'many fields',
  };
  if (asked.fields.takesFiles) yield* withFiles(asked, chosen);
}

function manyOf(name: string): Buffer {
  return Buffer.from(`${encodeURIComponent(name)}=a&`.repeat(Math.floor(MAX_FORM_BYTES / (name.length + 3))));
}

function* jsonBodies(asked: Asked): Generator<LargestInput> {
  const json = { ...asked.body.json };
  for (const length of LENGTHS) {
    const texts = Object.entries(json).map(([name, value]: [string, unknown]): [string, unknown] => [
      name,
      value === LONG_TEXT ? privateText(length) : value,
    ]);
    const payload = Buffer.from(JSON.stringify({ text: privateText(length), ...Object.fromEntries(texts) }));
    yield { ...asked, type: JSON_TYPE, payload, what: `JSON, texts of ${String(length)}` };
  }
  const deep = Buffer.from(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  yield { ...asked, type: JSON_TYPE, payload: deep, what: 'deep JSON' };
  const wide = Buffer.from(JSON.stringify(Array.from({ length: MANY }, (_, at) => at)));
  yield { ...asked, type: JSON_TYPE, payload: wide, what: 'wide JSON' };
}

function textFields({ fields, body }: Asked, length: number): [string, string][] {
  const names = [...new Set([...fields.body, ...Object.keys(body.fields ?? {})])];
  const each = Math.min(length, Math.floor(MAX_FORM_BYTES / 3 / Math.max(1, names.length)));
  return names.flatMap((name) => {
    const values = [body.fields?.[name] ?? LONG_TEXT].flat();
    return values.map((value): [string, string] => [name, value === LONG_TEXT ? privateText(each) : value]);
  });
}

async function* withFiles(asked: Asked, chosen?: RegExp): AsyncGenerator<LargestInput> {
  const field = asked.body.file ?? asked.fields.body.find((name) => /file|tep|scan/iu.test(name)) ?? 'file';
  const type = `multipart/form-data; boundary=${BOUNDARY}`;
  for (const [what, make] of Object.entries(LARGEST_FILES)) {
    if (chosen?.test(what) === false) continue;
    yield { ...asked, type, payload: multipart(textFields(asked, 200), field, await make()), what };
  }
}

function multipart(texts: readonly (readonly [string, string])[], field: string, file: LargeFile): Buffer {
  const parts = texts
    .filter(([name]) => name !== field)
    .map(([name, text]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${file.name}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + head), file.content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
