import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { ocspRequest, type OcspWish } from '../../domain/certificates/ocsp-request.js';
import { readOcspResponse } from '../../domain/certificates/ocsp-response.js';
import { DerMalformed } from '../../domain/der/der.js';
import { OcspSource } from '../../ports/ocsp-source.port.js';

const KEPT_MS = 60_000;
const MAX_KEPT = 500;
/** RFC 8954: 16 bytes at least, 32 at most. */
const NONCE_BYTES = 16;

interface Kept {
  readonly until: number;
  readonly response: Buffer;
}

/** Answers of OCSP responders, each to a question of our own and kept for a minute. What they are worth, the verification decides. */
@Injectable()
export class OcspAnswers {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly source: OcspSource,
    private readonly clock: Clock,
  ) {}

  /** @throws OutsideUnavailable for no answer now, or one to somebody else's question · OutsideRefused when the host is not allowed */
  async ask({ url, certId }: OcspWish): Promise<Buffer> {
    const key = `${url} ${Buffer.from(certId).toString('hex')}`;
    const now = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.response;
    const nonce = randomBytes(NONCE_BYTES);
    const response = await this.source.ask(url, ocspRequest(certId, nonce));
    if (!isAnswerTo(nonce, response)) {
      throw new OutsideUnavailable(`Nơi trả lời thu hồi (OCSP) không trả lời đúng câu đã hỏi: ${url.slice(0, 200)}`);
    }
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(key, { until: now + KEPT_MS, response });
    return response;
  }
}

/** Responders that answer everybody alike leave the nonce out; their answers count while they are fresh (RFC 5019, 4). */
function isAnswerTo(nonce: Buffer, response: Buffer): boolean {
  try {
    const echoed = readOcspResponse(response).nonce;
    return echoed === null || echoed.equals(nonce);
  } catch (error) {
    if (error instanceof DerMalformed) return false;
    throw error;
  }
}
