import { DOMParser } from '@xmldom/xmldom';
import type { LightMyRequestResponse } from 'fastify';
import { holdsStandard, type Open311Schema } from './open311-schemas.js';
import type { TestApp } from './test-app.js';

type Fields = Readonly<Record<string, string>>;

/** An answer of the hotline's door, held against the standard in both formats. */
export interface Open311Answer {
  readonly status: number;
  readonly json: unknown;
}

/** A program of the hotline: asks in JSON and in XML, and demands that both hold the standard and say the same. */
export class Open311Client {
  /** Everything that was ever answered, to be searched for what must not be there. */
  readonly heard: string[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly apiKey: string | null,
  ) {}

  async get(path: string, schema: Open311Schema, query: Fields = {}): Promise<Open311Answer> {
    const [json, xml] = [await this.ask(path, 'json', query), await this.ask(path, 'xml', query)];
    if (json.statusCode !== xml.statusCode)
      throw new Error(`${path}: ${String(json.statusCode)} and ${String(xml.statusCode)}`);
    const held = held200(json, schema);
    const said = JSON.stringify(asTold(held.json));
    const saidInXml = JSON.stringify(fromXml(xml.body));
    if (said !== saidInXml) throw new Error(`${path} says in XML ${saidInXml}, in JSON ${said}`);
    return held;
  }

  async post(path: string, schema: Open311Schema, fields: Fields, headers: Fields = {}): Promise<Open311Answer> {
    const answer = await this.app.inject({
      method: 'POST',
      url: `/open311/v2/${path}.json`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
      payload: new URLSearchParams({ ...this.key(), ...fields }).toString(),
    });
    this.heard.push(answer.body);
    return held200(answer, schema);
  }

  private key(): Fields {
    return this.apiKey === null ? {} : { api_key: this.apiKey };
  }

  private async ask(path: string, format: 'json' | 'xml', query: Fields): Promise<LightMyRequestResponse> {
    const asked = new URLSearchParams({ ...query, ...this.key() });
    const answer = await this.app.inject({
      method: 'GET',
      url: `/open311/v2/${path}.${format}?${asked.toString()}`,
    });
    const type = format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8';
    if (answer.headers['content-type'] !== type) throw new Error(`${path}: ${String(answer.headers['content-type'])}`);
    this.heard.push(answer.body);
    return answer;
  }
}

function held200(answer: LightMyRequestResponse, schema: Open311Schema): Open311Answer {
  const json = answer.json<unknown>();
  holdsStandard(answer.statusCode < 400 ? schema : 'errors', json);
  return { status: answer.statusCode, json };
}

/** JSON as XML tells it: all values are text, what is null is empty, an empty list is empty. */
function asTold(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : value.map(asTold);
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asTold(inner)]));
}

const LISTS: readonly string[] = [
  ...[
    'services',
    'attributes',
    'values',
    'service_requests',
    'service_request_updates',
    'errors',
    'endpoints',
    'formats',
  ],
];

type Told = string | readonly Told[] | { readonly [name: string]: Told };

function fromXml(text: string): Told {
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>')) throw new Error('No XML.');
  return told(root);
}

function told(element: Element): Told {
  const children = [...Array.from(element.childNodes)].filter((node): node is Element => node.nodeType === 1);
  if (children.length === 0) return element.textContent;
  if (LISTS.includes(element.tagName)) return children.map(told);
  return Object.fromEntries(children.map((child) => [child.tagName, told(child)]));
}
