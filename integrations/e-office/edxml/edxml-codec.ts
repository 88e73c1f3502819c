import type { FormFinding, OutlineOutcome, ReadOutcome } from '../../../src/exchange/ports/message-codec.port.js';
import { MessageCodec } from '../../../src/exchange/ports/message-codec.port.js';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { ExchangeMessage } from '../../../src/exchange/ports/message.js';
import { XmlGate } from '../xml/gate.js';
import type { XmlLimits } from '../xml/gate.js';
import type { OpenXml } from '../xml/read-xml.js';
import { parsed, readXml, readXmlInTurns } from '../xml/read-xml.js';
import { XmlRefused } from '../xml/xml-refused.js';
import { writeXml } from '../xml/xml-writing.js';
import { Findings } from './findings.js';
import { explain, grammarOf } from './grammar.js';
import { HeadTailBuffer } from './head-tail-buffer.js';
import { EDXML_NAMESPACE, Part, present } from './part.js';
import { readDocument } from './read-document.js';
import type { MessageParts } from './read-shared.js';
import { readStatus } from './read-status.js';
import { notWritable, requireWritable } from './requirements.js';
import { documentXml } from './write-document.js';
import { statusXml } from './write-status.js';

/** A whole message with its attachments in base64: about 37 MiB of files. */
const MAX_MESSAGE_BYTES = 50 * 1024 * 1024;

const LIMITS: XmlLimits = {
  maxBytes: MAX_MESSAGE_BYTES,
  maxDepth: 64,
  // Five hundred receivers with all that can be said of each fit, and are read in less than a tenth of a second.
  maxParsedBytes: 1024 * 1024,
  maxElements: 6_000,
  cut: new Set(['ContentTransferEncoded']),
};

/**
 * edXML of QCVN 102:2016/BTTTT with Amendment 1:2022 (Circular 01/2022/TT-BTTTT).
 *
 * Reads by namespace and local name, whatever prefix and order the sender chose. The element tree is small even for the
 * largest message, because the base64 of attachments never enters a parser.
 */
export class EdxmlCodec extends MessageCodec {
  override read(bytes: Buffer): ReadOutcome {
    try {
      return readXml(bytes, LIMITS, readMessage);
    } catch (error) {
      return refusal(error);
    }
  }

  override async readInTurns(bytes: Buffer): Promise<ReadOutcome> {
    try {
      return await readXmlInTurns(bytes, LIMITS, readMessage);
    } catch (error) {
      return refusal(error);
    }
  }

  override async outline(source: HeldBytes): Promise<OutlineOutcome> {
    try {
      return withoutContents(await this.passedOver(source));
    } catch (error) {
      return refusal(error);
    }
  }

  private async passedOver(source: HeldBytes): Promise<ReadOutcome> {
    const gate = new XmlGate(LIMITS, () => new HeadTailBuffer());
    for await (const piece of source.pieces()) gate.push(piece);
    const { cuts, ...gated } = gate.end();
    return parsed({ ...gated, cuts: cuts.map((cut) => cut && cut.ends()) }, LIMITS, readMessage);
  }

  override write(message: ExchangeMessage): Buffer {
    requireWritable(message);
    const bytes = writeXml(message.kind === 'document' ? documentXml(message) : statusXml(message));
    const objections = objectionsTo(bytes, message.kind);
    if (objections.length > 0) throw notWritable(objections);
    return bytes;
  }
}

function refusal(error: unknown): Extract<ReadOutcome, { readonly message: null }> {
  if (!(error instanceof XmlRefused)) throw error;
  return { message: null, errors: [{ code: error.code, message: error.message }], warnings: [] };
}

function withoutContents(read: ReadOutcome): OutlineOutcome {
  if (read.message?.kind !== 'document') return read.message === null ? read : { ...read, message: read.message };
  const attachments = read.message.attachments.map(({ name, contentType, description }) =>
    present({ name, contentType, description }),
  );
  return { message: { ...read.message, attachments }, errors: [], warnings: read.warnings };
}

function readMessage(xml: OpenXml): ReadOutcome {
  const findings = new Findings();
  const parts = partsOf(new Part(xml.root, 'edXML'), findings);
  if (parts === null) return outcome(null, undefined, findings);

  const kind = kindOf(parts.messageHeader);
  if (xml.mislabelled) {
    findings.warn('encoding-label', 'edXML', 'Bảng mã khai báo trong tệp khác bảng mã thật.');
  }
  if (parts.header.one('Signature', 'DigitalSignature') !== null || hasXmlSignature(parts.header)) {
    findings.warn(
      'signature-not-checked',
      'edXML',
      'Có chữ ký XML; bước đọc không xét, chữ ký của văn bản được kiểm tra khi vào sổ.',
    );
  }
  const message = kind === 'document' ? readDocument(parts, findings) : readStatus(parts, findings);
  findings.warnings.push(...explain(xml.objections(grammarOf(kind)), xml.root));
  return outcome(message, kind, findings);
}

function outcome(
  message: ExchangeMessage | null,
  kind: ExchangeMessage['kind'] | undefined,
  { errors, warnings }: Findings,
): ReadOutcome {
  const [first, ...rest] = errors;
  if (message !== null && first === undefined) return { message, errors: [], warnings };
  const missing: FormFinding = { code: 'message-missing', message: 'Không đọc được thông điệp.' };
  return { message: null, ...(kind && { kind }), errors: [first ?? missing, ...rest], warnings };
}

function partsOf(root: Part, findings: Findings): MessageParts | null {
  if (root.node.name !== 'edXML' || root.node.namespace !== EDXML_NAMESPACE) {
    findings.refuse('namespace', 'edXML', 'Tệp không phải thông điệp edXML theo QCVN 102:2016/BTTTT.');
    return null;
  }
  const envelope = root.one('edXMLEnvelope');
  const header = envelope?.one('edXMLHeader');
  const messageHeader = header?.one('MessageHeader');
  if (!envelope || !header || !messageHeader) {
    findings.refuse('from-missing', 'edXML/edXMLEnvelope', 'Không có phần đầu thông điệp (MessageHeader).');
    return null;
  }
  return { root, envelope, header, messageHeader };
}

/** A status has a StatusCode; one that lost it still speaks of a document and has nothing of its own. */
function kindOf(messageHeader: Part): ExchangeMessage['kind'] {
  if (messageHeader.has('StatusCode')) return 'status';
  const ofADocument = messageHeader.all('To', 'Code', 'Subject').length > 0;
  return !ofADocument && messageHeader.has('ResponseFor') ? 'status' : 'document';
}

function hasXmlSignature(header: Part): boolean {
  return header.node.children.some((child) => child.namespace === 'http://www.w3.org/2000/09/xmldsig#');
}

/** Our own words read as strictly as any schema can: what we send never leaves a receiver guessing. */
function objectionsTo(bytes: Buffer, kind: ExchangeMessage['kind']): readonly FormFinding[] {
  try {
    return readXml(bytes, LIMITS, (xml) => explain(xml.objections(grammarOf(kind)), xml.root));
  } catch (error) {
    if (error instanceof XmlRefused) return [{ code: error.code, message: error.message }];
    throw error;
  }
}
