import type { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import { isFresh, MEMORY } from '../door/caller-check.js';
import { MAX_TAGS, requireSigned, SignatureRefused, WSA } from '../x509-signature.js';

/** A message is signed rightly and made too long ago or ahead of our clock. */
export class SignatureOutOfTime extends SignatureRefused {}

/**
 * Messages of the one side that is known by a certificate: each is trusted near its time, and once. What was recorded earlier cannot be played again, not as
 * the answer to another request either.
 */
export class SignedMessages {
  constructor(
    private readonly cert: string,
    private readonly clock: Clock,
    private readonly heard: HeardMessages,
    private readonly mostTags = MAX_TAGS.answer,
  ) {}

  /**
   * @param asked the id of the message that this one has to answer; where it says which it answers, it must be that
   * @returns what is covered, as an envelope of the Body alone
   * @throws SignatureRefused · SignatureOutOfTime
   */
  async believed(xml: string, asked?: string): Promise<string> {
    const signed = requireSigned(xml, this.cert, this.mostTags);
    const now = this.clock.now();
    if (!isFresh(signed, now)) throw new SignatureOutOfTime('signed too long ago, or ahead of our clock');
    if (asked !== undefined && signed.relatesTo !== null && signed.relatesTo !== asked) {
      throw new SignatureRefused('the answer to another message');
    }
    const key = `signed ${signed.fingerprint}`;
    if (!(await this.heard.remember(key, now, new Date(now.getTime() + MEMORY)))) {
      throw new SignatureRefused('heard before');
    }
    return signed.xml;
  }
}

/** The header by which an answer says what it answers. */
export function messageIdHeader(id: string): string {
  return `<wsa:MessageID xmlns:wsa="${WSA}">${id}</wsa:MessageID>`;
}
