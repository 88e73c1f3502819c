/** Who is asked whether one certificate was revoked. */
export abstract class OcspSource {
  /**
   * @param url as the certificate names it; only allowed hosts are asked
   * @param request an OCSPRequest in DER
   * @returns the response in DER, not judged
   * @throws OutsideUnavailable when there is no answer now @throws OutsideRefused when the host is not allowed
   */
  abstract ask(url: string, request: Buffer): Promise<Buffer>;
}
