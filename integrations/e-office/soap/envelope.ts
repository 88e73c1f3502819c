import { createHash } from 'node:crypto';
import type { ErrorDetail } from 'libxml2-wasm';
import type { SpoolFolder } from '../../../src/platform/spool/spool.js';
import { gatherXop } from '../mime/gather-xop.js';
import type { XopHead } from '../mime/gather-xop.js';
import { gatherXml } from '../xml/gather-xml.js';
import type { GatheredXml } from '../xml/gather-xml.js';
import type { XmlLimits } from '../xml/gate.js';
import { parsed } from '../xml/read-xml.js';
import type { XmlNode } from '../xml/xml-node.js';
import { XmlRefused } from '../xml/xml-refused.js';
import type { ContractSchema } from './contract-schema.js';
import { markOf } from './mark-of-file.js';
import { SoapRefusal } from './door/soap-refusal.js';

export type SoapVersion = '1.1' | '1.2';

export const ENVELOPE_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export const CONTENT_TYPE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

/** The largest valid answer holds some 80,000 elements; nothing valid is deeper than nine. */
const LIMITS = {
  maxDepth: 32,
  maxParsedBytes: 16 * 1024 * 1024,
  maxElements: 100_000,
};

/** What has to be known of a contract to open its envelopes. */
export interface EnvelopeRules {
  readonly schema: Pick<ContractSchema, 'body' | 'fault'>;
  readonly largeElements: ReadonlySet<string>;
}

export interface OpenEnvelope {
  readonly version: SoapVersion;
  /** Blocks of the Header. */
  readonly headers: readonly XmlNode[];
  /** The one child of the Body. */
  readonly message: XmlNode;
  readonly isFault: boolean;
  /** What the contract's XSD says against the message, or against the detail when it is a fault. */
  readonly objections: readonly ErrorDetail[];
  /** As it came, in UTF-8, without the contents of files. */
  readonly written: Buffer;
  /** As it may be kept: what was written, in the place of each file its hash, or behind it where it came in a part. Secrets stand in it still. */
  withHashes(): Promise<Buffer>;
  /** Hash of the message with its files: the same message in the same packaging has the same fingerprint. */
  fingerprint(): Promise<Buffer>;
  /** Gives back the files that stood in the message and that nobody has taken over. */
  release(): Promise<void>;
}

/** How much is taken, and where what is long is put meanwhile. */
export interface Intake {
  /** Of the whole envelope, base64 included. */
  readonly maxBytes: number;
  readonly spools: SpoolFolder;
}

/**
 * Opens an envelope of either version while it comes: within the size, UTF-8 or UTF-16, no DOCTYPE, at most one Header, one Body
 * with one child. The caller releases it.
 *
 * @param xop how its files come in parts beside it; null: it comes alone
 * @throws SoapRefusal `EO-SIZE`, `EO-UNSUPPORTED-VERSION` or `EO-VALIDATION`, and whatever the source throws
 */
export async function openEnvelope(
  source: AsyncIterable<Buffer>,
  { maxBytes, spools }: Intake,
  { schema, largeElements: cut }: EnvelopeRules,
  xop: XopHead | null = null,
): Promise<OpenEnvelope> {
  const limits = { ...LIMITS, cut, maxBytes };
  try {
    const gathered = await (xop === null ? gatherXml(source, limits, spools) : gatherXop(source, xop, limits, spools));
    try {
      return opened(gathered, limits, schema);
    } catch (error) {
      await gathered.release();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    throw new SoapRefusal(error.code === 'too-large' ? 'EO-SIZE' : 'EO-VALIDATION', error.message, { cause: error });
  }
}

function opened(gathered: GatheredXml, limits: XmlLimits, schema: EnvelopeRules['schema']): OpenEnvelope {
  return parsed(gathered, limits, (xml) => {
    const { version, headers, message } = partsOf(xml.root);
    const isFault = message.name === 'Fault' && message.namespace === ENVELOPE_NAMESPACE[version];
    return {
      version,
      headers,
      message,
      isFault,
      objections: xml.objections(isFault ? schema.fault : schema.body),
      written: gathered.bytes,
      withHashes: () => withHashes(gathered),
      fingerprint: () => fingerprintOf(gathered),
      release: () => gathered.release(),
    };
  });
}

async function withHashes({ bytes, cuts, places, parts }: GatheredXml): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const [index, cut] of cuts.entries()) {
    const to = places[index] ?? from;
    pieces.push(bytes.subarray(from, to));
    if (cut !== null) pieces.push(Buffer.from(await markOf(cut), 'latin1'));
    from = to;
  }
  pieces.push(bytes.subarray(from));
  for (const [id, part] of parts ?? []) pieces.push(Buffer.from(`\ncid:${id} ${await markOf(part)}`, 'utf8'));
  return Buffer.concat(pieces);
}

async function fingerprintOf({ bytes, cuts, parts }: GatheredXml): Promise<Buffer> {
  const hash = createHash('sha256').update(bytes);
  for (const held of [...cuts, ...(parts?.values() ?? [])]) hash.update((await held?.sha256()) ?? '-');
  return hash.digest();
}

function partsOf(root: XmlNode): Pick<OpenEnvelope, 'version' | 'headers' | 'message'> {
  if (root.name !== 'Envelope') throw new SoapRefusal('EO-VALIDATION', 'Thông điệp không phải là phong bì SOAP.');
  const version = versionOf(root.namespace);
  if (version === null) {
    throw new SoapRefusal('EO-UNSUPPORTED-VERSION', 'Chỉ nhận phong bì SOAP 1.1 hoặc SOAP 1.2.');
  }
  const parts = root.children.map((part) => (part.namespace === root.namespace ? part.name : '?'));
  const body = root.children.at(-1);
  if (body === undefined || !['Body', 'Header,Body'].includes(parts.join())) {
    throw new SoapRefusal(
      'EO-VALIDATION',
      'Phong bì SOAP phải có đúng một phần Body, trước đó nhiều nhất một phần Header.',
    );
  }
  return { version, headers: parts.length === 2 ? (root.children[0]?.children ?? []) : [], message: onlyChild(body) };
}

function onlyChild(body: XmlNode): XmlNode {
  const [message, second] = body.children;
  if (message === undefined || second !== undefined || body.text.trim() !== '') {
    throw new SoapRefusal('EO-VALIDATION', 'Phần Body phải chứa đúng một phần tử.');
  }
  return message;
}

function versionOf(namespace: string): SoapVersion | null {
  if (namespace === ENVELOPE_NAMESPACE['1.1']) return '1.1';
  return namespace === ENVELOPE_NAMESPACE['1.2'] ? '1.2' : null;
}

/** An envelope around a message already written. */
export function envelopeXml(version: SoapVersion, message: string): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?>` +
    `<soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}"><soap:Body>${message}</soap:Body></soap:Envelope>`
  );
}
