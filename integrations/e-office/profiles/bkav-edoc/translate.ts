import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { edXml, el } from '../../edxml/write-pieces.js';
import { readXml } from '../../xml/read-xml.js';
import type { XmlLimits } from '../../xml/gate.js';
import type { XmlNode } from '../../xml/xml-node.js';
import { writeXml, type XmlPiece } from '../../xml/xml-writing.js';
import type { EOfficeProfile } from '../profile.js';
import { edoc, findNode, textOf, type EdocFile, type EdocMessage } from './wire.js';

/** A message as the axis has it, taken out of its envelope. */
export interface EdocDocument {
  readonly messageHeader: XmlNode;
  readonly traceHeaderList: XmlNode | null;
  readonly files: readonly (EdocFile & { readonly description: string })[];
}

type Codes = EOfficeProfile['codes'];

const LIMITS: XmlLimits = {
  maxBytes: 50 * 2 ** 20,
  maxDepth: 64,
  maxParsedBytes: 2 ** 20,
  maxElements: 10_000,
  cut: new Set(['ContentTransferEncoded']),
};

/** Must stand in the head of a document; empty when we have no value. */
const REQUIRED = ['Subject', 'Content', 'SignerInfo', 'DueDate', 'ToPlaces', 'OtherInfo'];

/**
 * Blocks and files of a document of ours as Bkav takes it: the same elements in the namespace of 512, its codes, each file a part.
 * @param edxml as our codec wrote it
 */
export function documentToWire(edxml: Buffer, codes: Codes): EdocMessage {
  return readXml(edxml, LIMITS, ({ root }) => {
    const files = findAll(root, 'Attachment').map(fileOf);
    const header = [
      withRequired(copied(required(root, 'MessageHeader'), edoc, toTheirs(codes))),
      ...findAll(root, 'TraceHeaderList').map((list) => copied(list, edoc, toTheirs(codes))),
      edoc('ErrorList', ''),
    ];
    const references = files.map(({ contentId, contentType, name, description }) => ({
      ...edoc('Reference', [
        edoc('ContentId', `cid:${contentId}`),
        edoc('ContentType', contentType),
        edoc('Description', description),
        edoc('AttachmentName', name),
      ]),
      attributes: { 'xlink:type': 'simple', 'xlink:href': `cid:${contentId}` },
    }));
    return { header, body: [edoc('Manifest', references)], files };
  });
}

/** The body of a status of ours as Bkav takes it. */
export function statusToWire(edxml: Buffer, codes: Codes): XmlPiece {
  return readXml(edxml, LIMITS, ({ root }) =>
    edoc(
      'Status',
      required(root, 'MessageHeader').children.map((child) => copied(child, edoc, toTheirs(codes))),
    ),
  );
}

/** The edXML of QCVN 102 that says the same as a document of 512; the same bytes for the same document. */
export function documentFromWire({ messageHeader, traceHeaderList, files }: EdocDocument, codes: Codes): Buffer {
  const references = files.map(({ contentId, contentType, name, description }) =>
    el('Reference', [
      el('ContentId', `cid:${contentId}`),
      el('ContentType', contentType),
      el('Description', description),
      el('AttachmentName', name),
    ]),
  );
  const header = [
    copied(messageHeader, el, toOurs(codes)),
    traceHeaderList && copied(traceHeaderList, el, toOurs(codes)),
  ];
  const manifest = { ...el('edXMLManifest', references), attributes: { version: '1.0' } };
  const attachments = files.map((file) => ({
    name: 'Attachment',
    content: [
      { name: 'ContentId', content: `cid:${file.contentId}` },
      { name: 'AttachmentName', content: file.name },
      { name: 'Description', content: file.description },
      { name: 'ContentType', content: file.contentType },
      { name: 'ContentTransferEncoded', content: file.content },
    ],
  }));
  const envelope = [el('edXMLHeader', header), el('edXMLBody', [manifest])];
  return writeXml(edXml(envelope, files.length === 0 ? null : { name: 'AttachmentEncoded', content: attachments }));
}

/** The same of a status: one `Status` of a list of traces. */
export function statusFromWire(status: XmlNode, codes: Codes): Buffer {
  const header = el(
    'MessageHeader',
    status.children.map((child) => copied(child, el, toOurs(codes))),
  );
  return writeXml(edXml([el('edXMLHeader', [header])], null));
}

interface Words {
  readonly name: (name: string) => string;
  readonly text: (name: string, text: string) => string;
}

function toTheirs(codes: Codes): Words {
  const first = (map: Readonly<Record<string, readonly string[]>> | undefined, text: string): string =>
    map?.[text]?.[0] ?? text;
  return {
    name: (name) => name,
    text: (name, text) => {
      if (name === 'StatusCode') return first(codes.status, text);
      return name === 'Priority' ? first(codes.priority, text) : text;
    },
  };
}

/** Some of its writers spell `Business` with one s, where the standard has two. */
function toOurs(codes: Codes): Words {
  const known = (map: Readonly<Record<string, readonly string[]>> | undefined, text: string): string =>
    Object.entries(map ?? {}).find(([, theirs]) => theirs.includes(text))?.[0] ?? text;
  return {
    name: (name) => name.replace(/^Business(?=$|Doc)/u, 'Bussiness'),
    text: (name, text) => {
      if (name === 'StatusCode') return known(codes.status, text.trim().replace(/^0(?=\d)/u, ''));
      return name === 'Priority' ? known(codes.priority, text.trim()) : text;
    },
  };
}

function copied(node: XmlNode, make: (name: string, content: XmlPiece['content']) => XmlPiece, words: Words): XmlPiece {
  const name = words.name(node.name);
  if (node.children.length === 0) return make(name, words.text(name, node.text));
  return make(
    name,
    node.children.map((child) => copied(child, make, words)),
  );
}

function withRequired(head: XmlPiece): XmlPiece {
  const content = Array.isArray(head.content) ? (head.content as readonly (XmlPiece | null)[]) : [];
  const there = new Set(content.map((piece) => piece?.name));
  const missing = REQUIRED.filter((name) => !there.has(`edXML:${name}`));
  return { ...head, content: [...content, ...missing.map((name) => edoc(name, ''))] };
}

function fileOf(attachment: XmlNode): EdocDocument['files'][number] {
  const encoded = findNode([attachment], 'ContentTransferEncoded');
  return {
    contentId: textOf(attachment, 'ContentId').replace(/^cid:/u, ''),
    name: textOf(attachment, 'AttachmentName'),
    description: textOf(attachment, 'Description'),
    contentType: textOf(attachment, 'ContentType'),
    content: encoded?.bytes instanceof MemoryBytes ? encoded.bytes.content : Buffer.alloc(0),
  };
}

function findAll(node: XmlNode, name: string): readonly XmlNode[] {
  return node.name === name ? [node] : node.children.flatMap((child) => findAll(child, name));
}

function required(root: XmlNode, name: string): XmlNode {
  const node = findNode([root], name);
  if (node === null) throw new TypeError(`A message of ours has no ${name}`);
  return node;
}
