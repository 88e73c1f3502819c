/** Where lists of revoked certificates come from. */
export abstract class CrlSource {
  /**
   * @param url as the certificate names it; only allowed hosts are asked
   * @returns the list in DER @throws OutsideUnavailable when it cannot be had now @throws OutsideRefused when the host is not allowed
   */
  abstract fetch(url: string): Promise<Buffer>;
}

/** The authorities that we trust for signatures, as the administrator configured them. */
export abstract class TrustAnchors {
  /** Certificates in DER. Empty when none are configured: then no signature can be judged valid. */
  abstract anchors(): Promise<readonly Buffer[]>;
}
