/** Where lists of revoked certificates come from. */
export abstract class CrlSource {
  /**
   * @param url as the certificate names it; only allowed hosts are asked
   * @returns the list in DER @throws OutsideUnavailable when it is not available now @throws OutsideRefused when the host is not allowed
   */
  abstract fetch(url: string): Promise<Buffer>;
}
