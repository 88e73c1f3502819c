/** The authorities that the server was told to trust; the trust store takes them in. */
export abstract class TrustAnchors {
  /** Certificates in DER; empty when none are configured. */
  abstract anchors(): Promise<readonly Buffer[]>;
}
