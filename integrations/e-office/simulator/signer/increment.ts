import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { isoInVietnam } from '../../../../src/kernel/civil-date.js';
import type { SigningIdentity } from '../authority/identity.js';
import { signDetached } from './cms.js';
import { SigningRefused } from './signing-refused.js';

/** Room for the CMS in bytes: certificate and chain take under four. */
const RESERVED = 16 * 1024;

/** Stands in the byte range until the offsets are known; as wide as the largest offset that an xref table can name. */
const UNKNOWN = 9_999_999_999;
const BLANK_RANGE = `/ByteRange [ 0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN} ]`;
const BLANK_CONTENTS = `<${'0'.repeat(2 * RESERVED)}>`;

/** One signature to be put into a field. */
export interface Signing {
  readonly identity: SigningIdentity;
  readonly at: Date;
  /** Further entries of the signature dictionary. */
  readonly entries?: Readonly<Record<string, PDFObject>>;
}

/**
 * A file opened to have exactly one increment appended: what was there stays, byte for byte. Pages are never opened, because
 * `getPages()` rewrites their contents.
 */
export class Increment {
  private constructor(
    private readonly original: Buffer,
    readonly document: PDFDocument,
    readonly form: PDFDict,
    private readonly fields: ReadonlyMap<string, PDFDict>,
  ) {}

  /** @throws SigningRefused `field-missing` when the file has no form */
  static async open(pdf: Buffer): Promise<Increment> {
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
    const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
    if (!form) throw new SigningRefused('field-missing', 'AcroForm');
    const fields = form.lookup(PDFName.of('Fields'), PDFArray).asArray();
    return new Increment(pdf, document, form, new Map(fields.flatMap((ref) => named(document.context.lookup(ref)))));
  }

  /** Opens an unsigned file, and adds a form where it has none. @throws SigningRefused `already-signed` */
  static async openUnsigned(pdf: Buffer): Promise<Increment> {
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
    const { catalog, context } = document;
    const known = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
    const form = known ?? context.obj({ Fields: [] });
    if (!known) catalog.set(PDFName.of('AcroForm'), context.register(form));
    const fields = form.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [];
    const byName = new Map(fields.flatMap((ref) => named(context.lookup(ref))));
    for (const [name, field] of byName) {
      if (field.lookup(PDFName.of('V')) instanceof PDFDict) throw new SigningRefused('already-signed', name);
    }
    return new Increment(pdf, document, form, byName);
  }

  /** @throws SigningRefused `field-missing` */
  field(name: string): PDFDict {
    const field = this.fields.get(name);
    if (!field) throw new SigningRefused('field-missing', name);
    return field;
  }

  /** A signature field that nobody has signed. @throws SigningRefused `field-missing`, `already-signed` */
  emptySignature(name: string): PDFDict {
    const field = this.field(name);
    if (field.has(PDFName.of('V'))) throw new SigningRefused('already-signed', name);
    return field;
  }

  isSigned(name: string): boolean {
    return this.fields.get(name)?.lookup(PDFName.of('V')) instanceof PDFDict;
  }

  /** Appended without a signature: whatever was drawn stands there for show. */
  async unsigned(): Promise<Buffer> {
    return Buffer.from(await this.document.commit({ useObjectStreams: false }));
  }

  /**
   * Signs everything that the file then holds, with the signature in this field.
   *
   * @throws SigningRefused `signature-too-large`
   */
  async sign(field: PDFDict, { identity, at, entries = {} }: Signing): Promise<Buffer> {
    const { context } = this.document;
    const signature = context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN].map((offset) => PDFNumber.of(offset)),
      Contents: PDFHexString.of('0'.repeat(2 * RESERVED)),
      M: PDFString.of(pdfDate(at)),
      Name: PDFHexString.fromText(identity.name),
      ...entries,
    });
    field.set(PDFName.of('V'), context.register(signature));
    const file = Buffer.from(await this.document.commit({ useObjectStreams: false }));
    return seal(file, this.original.length, identity);
  }
}

function named(field: PDFObject | undefined): [string, PDFDict][] {
  const name = field instanceof PDFDict ? field.lookup(PDFName.of('T')) : undefined;
  const isText = name instanceof PDFString || name instanceof PDFHexString;
  return field instanceof PDFDict && isText ? [[name.decodeText(), field]] : [];
}

/** Writes the byte range into the increment, then the signature over it. */
async function seal(file: Buffer, incrementStart: number, identity: SigningIdentity): Promise<Buffer> {
  const range = file.indexOf(BLANK_RANGE, incrementStart, 'latin1');
  const contents = file.indexOf(BLANK_CONTENTS, incrementStart, 'latin1');
  const after = contents + BLANK_CONTENTS.length;
  const offsets = `/ByteRange [ 0 ${contents} ${after} ${file.length - after}`;
  file.write(`${offsets.padEnd(BLANK_RANGE.length - 1)}]`, range, 'latin1');

  const covered = Buffer.concat([file.subarray(0, contents), file.subarray(after)]);
  const cms = await signDetached(covered, identity);
  if (cms.length > RESERVED) throw new SigningRefused('signature-too-large', String(cms.length));
  file.write(cms.toString('hex'), contents + 1, 'latin1');
  return file;
}

/** `D:20260320173000+07'00'`. */
function pdfDate(at: Date): string {
  return `D:${isoInVietnam(at).slice(0, 19).replace(/\D/gu, '')}+07'00'`;
}
