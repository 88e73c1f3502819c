import { sha256Of } from '../../../../src/kernel/sha256.js';
import { contentIdOf, MimeRefused } from '../../mime/multipart-scanner.js';
import { readMultipart, writeMultipart, type MimePart } from '../../mime/multipart.js';
import type { HttpHeaders } from '../../soap/client/http-head.js';
import { one } from '../../soap/client/http-head.js';
import { ENVELOPE_NAMESPACE, type SoapVersion } from '../../soap/envelope.js';
import { decodeBase64 } from '../../xml/base64-decoder.js';
import { readXml } from '../../xml/read-xml.js';
import type { XmlLimits } from '../../xml/gate.js';
import type { XmlNode } from '../../xml/xml-node.js';
import { XmlRefused } from '../../xml/xml-refused.js';
import { envelopeOf, type EdocMessage } from './wire.js';

/** A directory of a province is some thousand lines; a whole list of pending ids some hundred. */
const LIMITS: Omit<XmlLimits, 'maxBytes'> = {
  maxDepth: 32,
  maxParsedBytes: 16 * 2 ** 20,
  maxElements: 200_000,
  cut: new Set(),
};

const ROOT = 'phong-bi@hoi-am';
const TYPE: Readonly<Record<SoapVersion, string>> = { '1.1': 'text/xml', '1.2': 'application/soap+xml' };

/** What came is no whole message of this wire. Says what, never with content. */
export class EdocUnreadable extends Error {}

export interface OpenEdoc {
  readonly version: SoapVersion;
  readonly header: readonly XmlNode[];
  readonly body: readonly XmlNode[];
  /** The base64 text of each file, by its identity. */
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** SOAP with Attachments as Bkav has it: the envelope first, then each file as a part whose body is base64 text. */
export function packed(
  version: SoapVersion,
  message: EdocMessage,
): { readonly body: Buffer; readonly contentType: string } {
  const type = TYPE[version];
  const root: MimePart = {
    headers: {
      'Content-Type': `${type}; charset=UTF-8`,
      'Content-Transfer-Encoding': '8bit',
      'Content-ID': `<${ROOT}>`,
    },
    content: envelopeOf(version, message),
  };
  const files = message.files.map(({ contentId, contentType, content }) => ({
    headers: {
      'Content-Type': printable(contentType) || 'application/octet-stream',
      'Content-Transfer-Encoding': 'base64',
      'Content-ID': `<${printable(contentId)}>`,
    },
    content: Buffer.from(content.toString('base64'), 'latin1'),
  }));
  return writeMultipart([root, ...files], { type, start: ROOT });
}

/** @throws EdocUnreadable for anything but one whole envelope, in parts or alone */
export function unpacked(raw: Buffer, headers: HttpHeaders): OpenEdoc {
  const contentType = one(headers, 'content-type') ?? '';
  try {
    const parts = /^\s*multipart\/related/iu.test(contentType)
      ? readMultipart(raw, contentType)
      : [{ headers: {}, content: raw }];
    const start = /;\s*start\s*=\s*"?<?([^">;]+)>?"?/iu.exec(contentType)?.[1];
    const root = parts.find((part) => start !== undefined && contentIdOf(part.headers) === start) ?? parts[0];
    if (root === undefined) throw new EdocUnreadable('A message without parts');
    const files = parts
      .filter((part) => part !== root)
      .map((part): [string, Buffer] => [contentIdOf(part.headers), part.content]);
    return { ...opened(root.content), parts: new Map(files) };
  } catch (error) {
    if (error instanceof MimeRefused || error instanceof XmlRefused)
      throw new EdocUnreadable(error.message, { cause: error });
    throw error;
  }
}

/**
 * A message as it may be kept: what stands before its files as received, of each file the head and the hash of its bytes. What is no whole message in
 * parts stays as it is.
 */
export function withHashes(raw: Buffer, contentType: string): Buffer {
  try {
    const [root, ...files] = readMultipart(raw, contentType);
    const first = root === undefined ? raw : raw.subarray(0, raw.indexOf(root.content) + root.content.length);
    const rest = files.map(({ headers, content }) => {
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      return `\r\n\r\n${head.join('')}\r\nsha256:${sha256Of(decodeBase64(content) ?? content)}`;
    });
    return Buffer.concat([first, Buffer.from(rest.join(''), 'latin1')]);
  } catch (error) {
    if (error instanceof MimeRefused) return raw;
    throw error;
  }
}

function opened(content: Buffer): Omit<OpenEdoc, 'parts'> {
  return readXml(content, { ...LIMITS, maxBytes: LIMITS.maxParsedBytes }, ({ root }) => {
    const version = (['1.1', '1.2'] as const).find((one) => root.namespace === ENVELOPE_NAMESPACE[one]);
    const names = root.children.map((child) => (child.namespace === root.namespace ? child.name : '?')).join();
    if (root.name !== 'Envelope' || version === undefined || !['Body', 'Header,Body'].includes(names)) {
      throw new EdocUnreadable('No SOAP envelope with one Body');
    }
    const body = root.children.at(-1)?.children ?? [];
    return { version, header: names === 'Body' ? [] : (root.children[0]?.children ?? []), body };
  });
}

/** What a header field may hold: nothing of it can begin another field. */
function printable(text: string): string {
  return text.replace(/[^\u0020-\u007e]|[<>]/gu, '');
}
