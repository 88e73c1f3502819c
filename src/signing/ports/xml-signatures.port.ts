import type { CheckedXmlSignature } from '../domain/xml/checked-xml-signature.js';

export type { CheckedXmlSignature, XmlSignatureFault } from '../domain/xml/checked-xml-signature.js';

/** Checks signatures in XML (W3C XML Signature). */
export abstract class XmlSignatures {
  /**
   * @param xml a whole document
   * @returns one for each signature in it, in order; null when it took too long or too much to read
   */
  abstract check(xml: string): Promise<readonly CheckedXmlSignature[] | null>;
}
