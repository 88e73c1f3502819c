import { Injectable } from '@nestjs/common';
import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { ContentTypes } from '../../../files/domain/inspection/office/content-types.js';
import { attributeOf, childrenOf, XmlTree } from '../../../files/domain/xml/xml-tree.js';
import { XmlFlaw } from '../../../files/domain/xml/xml-flaw.js';
import { unpackEntry } from '../../../files/domain/zip/unpack.js';
import { readZipDirectory, type ZipEntry } from '../../../files/domain/zip/zip-directory.js';
import { ZipRefused } from '../../../files/domain/zip/zip-refused.js';
import { noteOfSignatures } from '../../domain/verification/signature-note.js';
import { reason, type Reason } from '../../domain/verification/reasons.js';
import { ManifestRefused, readPackageManifest } from '../../domain/xml/package-manifest.js';
import { packageReasons, type OpenedPackage } from '../../domain/xml/package-coverage.js';
import { CheckXmlSignatures } from './check-xml-signatures.js';

const SIGNATURE_PART = /^_xmlsignatures\/[^/]+\.xml$/u;
const CONTENT_TYPES = '[Content_Types].xml';
const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** Says of an Office file from outside (DOCX, XLSX, PPTX) whose signatures it bears and what they are worth. */
@Injectable()
export class CheckPackageSignatures {
  constructor(private readonly checkXmlSignatures: CheckXmlSignatures) {}

  /** @returns null for a file without a signature, and for what is no sound archive: the inspection has said so already */
  async check(content: Buffer): Promise<FileSignature | null> {
    try {
      const entries = readZipDirectory(content);
      if (!entries.some(({ name }) => SIGNATURE_PART.test(name))) return null;
      return await this.judge(await opened(content, entries));
    } catch (error) {
      if (error instanceof ZipRefused || error instanceof XmlFlaw) return null;
      throw error;
    }
  }

  private async judge(file: OpenedPackage): Promise<FileSignature> {
    const signers: string[] = [];
    const reasons: Reason[] = [];
    for (const [name, part] of file.parts) {
      if (!SIGNATURE_PART.test(name)) continue;
      const judged = await this.checkXmlSignatures.check(part.toString('utf8'));
      if (judged === null) reasons.push(reason('xml-signature-too-long'));
      else if (judged.length !== 1) reasons.push(reason('xml-signature-malformed'));
      for (const one of judged ?? []) {
        signers.push(one.signer);
        reasons.push(...one.reasons, ...(one.stretches.length > 0 ? coverageOf(file, one.stretches) : []));
      }
    }
    return { ...noteOfSignatures(signers, reasons), kind: 'office' };
  }
}

function coverageOf(file: OpenedPackage, stretches: Parameters<typeof readPackageManifest>[0]): Reason[] {
  try {
    return packageReasons(file, readPackageManifest(stretches));
  } catch (error) {
    if (!(error instanceof ManifestRefused)) throw error;
    const codes = { weak: 'algorithm-weak', unknown: 'algorithm-unknown', missing: 'xml-signature-partial' } as const;
    return [reason(codes[error.why])];
  }
}

async function opened(content: Buffer, entries: readonly ZipEntry[]): Promise<OpenedPackage> {
  const parts = new Map<string, Buffer>();
  for (const entry of entries) if (!entry.name.endsWith('/')) parts.set(entry.name, await unpackEntry(content, entry));
  const types = typesIn(parts.get(CONTENT_TYPES)?.toString('utf8') ?? '');
  return { parts, typeOf: (part) => types.typeOf(part) };
}

/** @throws XmlFlaw */
function typesIn(xml: string): ContentTypes {
  const types = new ContentTypes();
  for (const one of childrenOf(XmlTree.read(xml, new Map([[TYPES_NAMESPACE, 't']])).root)) {
    const type = attributeOf(one, 'ContentType') ?? '';
    if (one.name === 't:Default') types.default(attributeOf(one, 'Extension') ?? '', type);
    if (one.name === 't:Override') types.override(attributeOf(one, 'PartName') ?? '', type);
  }
  return types;
}
