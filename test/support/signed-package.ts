import { createHash } from 'node:crypto';
import PizZip from 'pizzip';
import { C14N, SHA256, signatureTemplate, signedByXmlsec } from './signed-xml.js';
import type { Holder } from './test-authority/certificates.js';

const DIGITAL_SIGNATURE = 'http://schemas.openxmlformats.org/package/2006/digital-signature';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TRANSFORM = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
const SIGNATURE = 'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml';
const ORIGIN = 'application/vnd.openxmlformats-package.digital-signature-origin';
const UNSIGNED = /origin|thumbnail|core-properties|extended-properties|custom-properties/u;
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64');

export interface PackageWish {
  readonly chain?: readonly Holder[];
  /** Parts that the signature does not name. */
  readonly leaveOut?: readonly string[];
  /** Identifiers of relationships that it does not name, beside those that Office never names. */
  readonly unsignedRelations?: readonly string[];
  readonly digest?: string;
}

/** Signs a Word file as Office does: a list of all parts with their digests inside the signature, which xmlsec then makes. */
export function signedPackage(
  file: Buffer,
  signer: Holder,
  { chain = [], leaveOut = [], unsignedRelations = [], digest = SHA256 }: PackageWish = {},
): Buffer {
  const zip = new PizZip(file);
  addOrigin(zip);
  const names = Object.keys(zip.files).filter(
    (name) => !/^(?:docProps\/|_xmlsignatures\/|\[Content_Types\])|\/$/u.test(name) && !leaveOut.includes(name),
  );
  const references = names.map((name) => referenceTo(zip, name, { digest, unsigned: unsignedRelations })).join('');
  const objects = `<Object Id="idPackageObject"><Manifest>${references}</Manifest><SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature"><mdssi:SignatureTime xmlns:mdssi="${DIGITAL_SIGNATURE}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>2026-03-05T01:30:00Z</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>`;
  const reference = { uri: '#idPackageObject', type: 'http://www.w3.org/2000/09/xmldsig#Object' };
  const template = signatureTemplate({ id: 'idPackageSignature', references: [reference], objects });
  zip.file('_xmlsignatures/sig1.xml', signedByXmlsec(template, signer, chain));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The same file with a part written anew. */
export function withPart(file: Buffer, name: string, change: (content: string) => string): Buffer {
  const zip = new PizZip(file);
  zip.file(name, change(zip.file(name)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function addOrigin(zip: PizZip): void {
  const origin = `<Relationship Id="rIdSig" Type="${RELATIONSHIPS}/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>`;
  const edit = (name: string, change: (xml: string) => string): unknown =>
    zip.file(name, change(zip.file(name)?.asText() ?? ''));
  edit('_rels/.rels', (xml) => xml.replace('</Relationships>', `${origin}</Relationships>`));
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `<Default Extension="sigs" ContentType="${ORIGIN}"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="${SIGNATURE}"/></Types>`,
    ),
  );
  zip.file('_xmlsignatures/origin.sigs', '');
  zip.file(
    '_xmlsignatures/_rels/origin.sigs.rels',
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${RELATIONSHIPS}/digital-signature/signature" Target="sig1.xml"/></Relationships>`,
  );
}

interface ReferenceWish {
  readonly digest: string;
  readonly unsigned: readonly string[];
}

function referenceTo(zip: PizZip, name: string, { digest, unsigned }: ReferenceWish): string {
  const uri = `/${name}?ContentType=${typeOf(zip, name)}`;
  const bytes = zip.file(name)?.asNodeBuffer() ?? Buffer.alloc(0);
  const [transforms, value] = name.endsWith('.rels') ? chosen(bytes.toString('utf8'), unsigned) : ['', sha256(bytes)];
  return `<Reference URI="${uri}">${transforms}<DigestMethod Algorithm="${digest}"/><DigestValue>${value}</DigestValue></Reference>`;
}

function chosen(rels: string, unsigned: readonly string[]): [string, string] {
  const all = [...rels.matchAll(/<Relationship\s[^>]*>/gu)].map(([tag]) => ({
    id: attribute(tag, 'Id'),
    type: attribute(tag, 'Type'),
    target: attribute(tag, 'Target'),
    mode: attribute(tag, 'TargetMode') || 'Internal',
  }));
  const isSigned = ({ id, type }: (typeof all)[number]): boolean => !UNSIGNED.test(type) && !unsigned.includes(id);
  const signed = all.filter((one) => isSigned(one)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const picks = signed
    .map(({ id }) => `<mdssi:RelationshipReference xmlns:mdssi="${DIGITAL_SIGNATURE}" SourceId="${id}"/>`)
    .join('');
  const text = signed
    .map(
      ({ id, mode, target, type }) =>
        `<Relationship Id="${id}" Target="${target}" TargetMode="${mode}" Type="${type}"></Relationship>`,
    )
    .join('');
  return [
    `<Transforms><Transform Algorithm="${TRANSFORM}">${picks}</Transform><Transform Algorithm="${C14N}"/></Transforms>`,
    sha256(`<Relationships xmlns="${RELATIONSHIPS}">${text}</Relationships>`),
  ];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function typeOf(zip: PizZip, name: string): string {
  const types = zip.file('[Content_Types].xml')?.asText() ?? '';
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const own = [...types.matchAll(/<(?:Override|Default)\s[^>]*>/gu)].map(([tag]) => tag);
  const tag =
    own.find((one) => attribute(one, 'PartName') === `/${name}`) ??
    own.find((one) => attribute(one, 'Extension') === ending) ??
    '';
  return attribute(tag, 'ContentType');
}
