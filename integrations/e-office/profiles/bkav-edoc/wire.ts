import type { SoapVersion } from '../../soap/envelope.js';
import { ENVELOPE_NAMESPACE } from '../../soap/envelope.js';
import type { XmlNode } from '../../xml/xml-node.js';
import { writeXml, type XmlPiece } from '../../xml/xml-writing.js';

/** Of the edXML of Công văn 512, which Bkav still speaks. */
export const EDOC_NAMESPACE = 'http://www.e-doc.vn/Schema/';
/** Of the token that its clients repeat in the Header. */
export const TOKEN_NAMESPACE = 'http://e-doc.vn/xsd';
const XLINK = 'http://www.w3.org/1999/xlink';

export const ACTIONS = [
  'GetOrganizations',
  'CheckPermission',
  'GetPendingDocumentIds',
  'GetDocument',
  'SendDocument',
  'ConfirmReceived',
  'GetTraces',
  'UpdateTraces',
] as const;
export type EdocAction = (typeof ACTIONS)[number];

/** What travels in one direction: blocks of the Header, children of the Body, files by their identity. */
export interface EdocMessage {
  readonly header: readonly XmlPiece[];
  readonly body: readonly XmlPiece[];
  readonly files: readonly EdocFile[];
}

export interface EdocFile {
  /** Without `cid:`. */
  readonly contentId: string;
  readonly contentType: string;
  readonly name: string;
  readonly content: Buffer;
}

export function edoc(name: string, content: XmlPiece['content']): XmlPiece {
  return { name: `edXML:${name}`, content };
}

export function envelopeOf(version: SoapVersion, { header, body }: Pick<EdocMessage, 'header' | 'body'>): Buffer {
  const attributes = {
    'xmlns:soapenv': ENVELOPE_NAMESPACE[version],
    'xmlns:edXML': EDOC_NAMESPACE,
    'xmlns:xlink': XLINK,
  };
  const content = [
    { name: 'soapenv:Header', content: header },
    { name: 'soapenv:Body', content: body },
  ];
  return writeXml({ name: 'soapenv:Envelope', attributes, content });
}

/** A request about ourselves: `<GetDocumentRequest>` in no namespace, the token in it and once more in the Header. */
export function tokenRequest(
  action: EdocAction,
  { token, organId }: { readonly token: string; readonly organId: string },
  further: Readonly<Record<string, string>> = {},
): EdocMessage {
  const fields = { Token: token, OrganId: organId, ...further };
  return {
    header: [{ name: 'Token', attributes: { xmlns: TOKEN_NAMESPACE }, content: token }],
    body: [
      {
        name: `${action}Request`,
        content: Object.entries(fields).map(([name, content]) => ({ name, content })),
      },
    ],
    files: [],
  };
}

/** Who sends a document or a status: this block is the authentication. */
export function signatureBlock({ token, organId }: { readonly token: string; readonly organId: string }): XmlPiece {
  return edoc('Signature', [edoc('KeyInfo', [edoc('OrganId', organId), edoc('Token', token)])]);
}

/** The first element of that name under a node, however deep. */
export function findNode(nodes: readonly XmlNode[], name: string): XmlNode | null {
  for (const node of nodes) {
    const found = node.name === name ? node : findNode(node.children, name);
    if (found) return found;
  }
  return null;
}

/** Text of a child by its local name, regardless of case; empty when there is none. */
export function textOf(node: XmlNode | null, name: string): string {
  const wanted = name.toLowerCase();
  return node?.children.find((child) => child.name.toLowerCase() === wanted)?.text.trim() ?? '';
}
