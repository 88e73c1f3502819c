import type { SoapVersion } from './envelope.js';
import { SoapRefusal } from './soap-refusal.js';

/** Header fields by name in lower case, as node:http gives them. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the HTTP head says about a SOAP message. */
export interface SoapHead {
  readonly version: SoapVersion;
  /** The action named: in its own header in SOAP 1.1, in the content type in 1.2; null when none is named. */
  readonly action: string | null;
}

const PARAMETER = /;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^;\s"]*))/gu;
const VERSION_BY_TYPE: Readonly<Record<string, SoapVersion>> = { 'text/xml': '1.1', 'application/soap+xml': '1.2' };

/** @throws SoapRefusal `EO-VALIDATION` for a content type, character set or content coding that is not ours */
export function readSoapHead(headers: HttpHeaders): SoapHead {
  const contentType = one(headers, 'content-type') ?? '';
  const version = versionOfType(contentType);
  if (version === null) {
    throw new SoapRefusal(
      'EO-VALIDATION',
      'Kiểu nội dung phải là text/xml (SOAP 1.1) hoặc application/soap+xml (SOAP 1.2).',
    );
  }
  const parameters = parametersOf(contentType);
  if (!/^(?:utf-?(?:8|16(?:le|be)?)|us-ascii)?$/iu.test(parameters.get('charset') ?? '')) {
    throw new SoapRefusal('EO-VALIDATION', 'Bảng mã phải là UTF-8 hoặc UTF-16.');
  }
  if (!/^(?:identity)?$/iu.test(one(headers, 'content-encoding') ?? '')) {
    throw new SoapRefusal('EO-VALIDATION', 'Không nhận nội dung nén.');
  }
  const action = version === '1.1' ? unquoted(one(headers, 'soapaction')) : parameters.get('action');
  return { version, action: action === undefined || action === '' ? null : action };
}

/** The version a content type stands for, whatever else is wrong with the message. */
export function versionOfType(contentType: string): SoapVersion | null {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return Object.hasOwn(VERSION_BY_TYPE, type) ? (VERSION_BY_TYPE[type] ?? null) : null;
}

/** The field's value when it stands exactly once. */
export function one(headers: HttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

function parametersOf(contentType: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of contentType.matchAll(PARAMETER)) {
    parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  return parameters;
}

function unquoted(value: string | undefined): string | undefined {
  return value?.trim().replace(/^"(.*)"$/u, '$1');
}
