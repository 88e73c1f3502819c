import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { CheckXmlSignatures } from '../../../signing/index.js';
import { noteOfSignatures } from '../../../signing/domain/verification/signature-note.js';
import { reason, type Reason } from '../../../signing/domain/verification/reasons.js';
import type { JudgedXmlSignature } from '../../../signing/domain/xml/judge-xml-signature.js';
import type { DocumentMessage } from '../../ports/message.js';
import { MessageCodec } from '../../ports/message-codec.port.js';

const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

/** Says of a message whether an XML signature vouches for what was read from it. It is recorded; absent or bad, it stops nothing. */
@Injectable()
export class CheckMessageSignature {
  constructor(
    private readonly checkXmlSignatures: CheckXmlSignatures,
    private readonly codec: MessageCodec,
  ) {}

  /** @returns null for a message without a signature */
  async check(bytes: Buffer, message: DocumentMessage): Promise<FileSignature | null> {
    if (!bytes.includes(XML_SIGNATURE)) return null;
    const judged = isUtf8(bytes) ? await this.checkXmlSignatures.check(bytes.toString('utf8')) : null;
    if (judged === null) return { ...noteOfSignatures([], [reason('xml-signature-too-long')]), kind: 'message' };
    if (judged.length === 0) return null;
    const reasons = judged.flatMap((one) => [...one.reasons, ...this.coverageOf(one, message)]);
    const signers = judged.map(({ signer }) => signer);
    return { ...noteOfSignatures(signers, reasons), kind: 'message' };
  }

  /** What was signed is read once more by itself and must say the same: nothing is trusted for standing beside it. */
  private coverageOf({ stretches }: JudgedXmlSignature, message: DocumentMessage): Reason[] {
    if (stretches.length === 0) return [];
    const isWhole = stretches.some(
      ({ uri, text }) => uri === '' && isDeepStrictEqual(this.codec.read(Buffer.from(text)).message, message),
    );
    return isWhole ? [] : [reason('xml-signature-partial')];
  }
}
