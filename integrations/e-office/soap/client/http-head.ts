import { XOP_TYPE } from '../../mime/gather-xop.js';
import type { XopHead } from '../../mime/gather-xop.js';
import { isUnicode, readMediaType } from '../../mime/media-type.js';
import type { MediaType } from '../../mime/media-type.js';
import { boundaryOf, MimeRefused } from '../../mime/multipart-scanner.js';
import type { SoapVersion } from '../envelope.js';
import { SoapRefusal } from '../door/soap-refusal.js';

/** Header fields by name in lower case, as node:http gives them. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the HTTP head says about a SOAP message. */
export interface SoapHead {
  readonly version: SoapVersion;
  /** The action named: in its own header in SOAP 1.1, in the content type in 1.2; null when none is named. */
  readonly action: string | null;
  /** null: the envelope comes alone, files in it as base64. */
  readonly xop: XopHead | null;
}

const VERSION_BY_TYPE: Readonly<Record<string, SoapVersion>> = { 'text/xml': '1.1', 'application/soap+xml': '1.2' };
const RELATED = 'multipart/related';

/** @throws SoapRefusal `EO-VALIDATION` for a content type, character set or content coding that is not ours */
export function readSoapHead(headers: HttpHeaders): SoapHead {
  const media = readMediaType(one(headers, 'content-type') ?? '');
  const inner = envelopeType(media);
  const version = versionOf(inner);
  if (version === null) {
    throw new SoapRefusal(
      'EO-VALIDATION',
      `Kiểu nội dung phải là text/xml (SOAP 1.1), application/soap+xml (SOAP 1.2), hoặc ${RELATED} với type="${XOP_TYPE}" và start-info là một trong hai kiểu ấy.`,
    );
  }
  requireReadable(inner, one(headers, 'content-encoding') ?? '');
  const action = version === '1.1' ? unquoted(one(headers, 'soapaction')) : actionOf(media, inner);
  const xop = media === inner ? null : xopHead(media, inner.type);
  return { version, action: action === undefined || action === '' ? null : action, xop };
}

function requireReadable(envelope: MediaType, coding: string): void {
  if (!isUnicode(envelope)) throw new SoapRefusal('EO-VALIDATION', 'Bảng mã phải là UTF-8 hoặc UTF-16.');
  if (!/^(?:identity)?$/iu.test(coding)) throw new SoapRefusal('EO-VALIDATION', 'Không nhận nội dung nén.');
}

/** The version a content type stands for, whatever else is wrong with the message. */
export function versionOfType(contentType: string): SoapVersion | null {
  return versionOf(envelopeType(readMediaType(contentType)));
}

/** Whether the caller says that it reads files in parts beside the envelope. */
export function acceptsXop(headers: HttpHeaders): boolean {
  return (one(headers, 'accept') ?? '').split(',').some((written) => {
    const { type, parameters } = readMediaType(written);
    return type === RELATED && [undefined, XOP_TYPE].includes(parameters.get('type')) && parameters.get('q') !== '0';
  });
}

/** The field's value when it stands exactly once. */
export function one(headers: HttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** Of the envelope: what a message in parts names as `start-info`, as MTOM has it. */
function envelopeType(media: MediaType): MediaType {
  const { type, parameters } = media;
  if (type !== RELATED || parameters.get('type')?.toLowerCase() !== XOP_TYPE) return media;
  return readMediaType(parameters.get('start-info') ?? '');
}

function versionOf({ type }: MediaType): SoapVersion | null {
  return Object.hasOwn(VERSION_BY_TYPE, type) ? (VERSION_BY_TYPE[type] ?? null) : null;
}

/** In a message in parts, its own content type may name the action, or that of the envelope in it. */
function actionOf(media: MediaType, inner: MediaType): string | undefined {
  const [outside, inside] = [media.parameters.get('action'), inner.parameters.get('action')];
  if (outside !== undefined && inside !== undefined && outside !== inside) {
    throw new SoapRefusal('EO-VALIDATION', 'Kiểu nội dung nêu hai action khác nhau.');
  }
  return outside ?? inside;
}

function xopHead(media: MediaType, rootType: string): XopHead {
  try {
    const start = media.parameters.get('start')?.replace(/^<(.*)>$/u, '$1') ?? null;
    return { boundary: boundaryOf(media), start, rootType };
  } catch (error) {
    if (!(error instanceof MimeRefused)) throw error;
    throw new SoapRefusal('EO-VALIDATION', error.message, { cause: error });
  }
}

function unquoted(value: string | undefined): string | undefined {
  return value?.trim().replace(/^"(.*)"$/u, '$1');
}
