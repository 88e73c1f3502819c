import { Null } from 'asn1js';
import { CryptoEngine } from 'pkijs';
import type { CryptoEngineSignatureParams } from 'pkijs';

/** RSA signatures name their algorithm with NULL parameters, which pkijs leaves out. Source: RFC 4055, 5. */
class RsaEngine extends CryptoEngine {
  override async getSignatureParameters(
    ...asked: Parameters<CryptoEngine['getSignatureParameters']>
  ): Promise<CryptoEngineSignatureParams> {
    const answer = await super.getSignatureParameters(...asked);
    answer.signatureAlgorithm.algorithmParams = new Null();
    return answer;
  }
}

/** What certificates, lists and documents are signed with. */
export const rsaEngine = new RsaEngine({ name: 'node', crypto: globalThis.crypto });
