/**
 * Why nothing of an XML signature may be trusted: it is not one · what was signed is not there any more as it was signed · an algorithm
 * too weak for our time, or unknown here · the XML holds what two readers read two ways · it carries no certificate to judge.
 */
export type XmlSignatureFault =
  | 'malformed'
  | 'mismatch'
  | 'algorithm-weak'
  | 'algorithm-unknown'
  | 'ambiguous'
  | 'certificate-missing';

/** One stretch of XML that a sound signature covers. */
export interface SignedStretch {
  /** Empty for the whole document without the signature itself; `#id` for one element. */
  readonly uri: string;
  /** Canonical form, as it was signed; only this may be read, never the document again. */
  readonly text: string;
}

/** One XML signature by its mathematics; whether its maker is trusted is not judged here. */
export type CheckedXmlSignature =
  | { readonly fault: XmlSignatureFault }
  | {
      readonly fault: null;
      /** The certificate whose key made the signature, DER. */
      readonly signer: Buffer;
      /** Every certificate that it carries, DER. */
      readonly certificates: readonly Buffer[];
      readonly stretches: readonly SignedStretch[];
    };
