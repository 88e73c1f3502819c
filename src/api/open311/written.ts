import { encode } from 'html-entities';
import { DomainError } from '../../kernel/domain-error.js';

/** How an answer is written. */
export type Format = 'json' | 'xml';

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** XML names of the items of each list. Source: GeoReport v2; mySociety’s extension. */
const ONE_OF: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/** Characters that XML 1.0 cannot hold. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** @throws DomainError `not-found` for anything but `json` and `xml` */
export function formatOf(text: string | undefined): Format {
  if (text === 'json' || text === 'xml') return text;
  throw new DomainError('not-found', { what: 'format', message: 'Chỉ có .json và .xml.' });
}

/** Splits `PAKN.20260318.0001.json` into name and format. @throws DomainError `not-found` */
export function nameAndFormat(last: string | undefined): { readonly name: string; readonly format: Format } {
  const [, name = '', format] = /^(.+)\.(json|xml)$/u.exec(last ?? '') ?? [];
  return { name, format: formatOf(format) };
}

/**
 * The body of an answer in JSON, or in XML with the same names.
 *
 * Source: GeoReport v2, "JSON Support" (the Spark convention).
 *
 * @param root name of the root element in XML
 */
export function written(format: Format, root: string, answer: unknown): string {
  if (format === 'json') return JSON.stringify(answer);
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, answer)}\n`;
}

function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return `<${name}/>`;
  return `<${name}>${contentOf(name, value)}</${name}>`;
}

function contentOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => element(ONE_OF[name] ?? 'item', one)).join('');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([field, inner]) => element(field, inner))
      .join('');
  }
  return encode(String(value).replace(NOT_IN_XML, ''), { mode: 'specialChars', level: 'xml' });
}
