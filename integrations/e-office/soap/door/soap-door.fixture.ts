import { Clock } from '../../../../src/kernel/clock.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import type { Operations } from '../contract.js';
import { NAMESPACE } from '../contract.js';
import { E_OFFICE_CONTRACT } from '../e-office-contract.js';
import { ENVELOPE_NAMESPACE } from '../envelope.js';
import type { SoapVersion } from '../envelope.js';
import { SoapDoor } from './soap-door.js';
import type { SoapAnswer, SoapDoorOptions } from './soap-door.js';
import type { HttpHeaders } from '../client/http-head.js';
import { securityHeader } from './username-token.js';

export const NOW = new Date('2026-11-24T01:00:00Z');
export const PASSWORD = 'mật-khẩu-bí-mật';

export class StillClock extends Clock {
  at = NOW;
  override now(): Date {
    return this.at;
  }
}

export interface Refused {
  readonly code: string;
  readonly reason: string;
  readonly raw: string;
}

/** An answer whose body has come whole. */
export type WholeAnswer = Omit<SoapAnswer, 'body'> & { readonly body: Buffer };

export interface DoorUnderTest {
  readonly door: { handle(body: Buffer | AsyncIterable<Buffer>, headers: HttpHeaders): Promise<WholeAnswer> };
  readonly clock: StillClock;
  readonly refused: readonly Refused[];
  readonly errors: readonly unknown[];
  readonly heard: readonly Operations['NotifyEvent']['request'][];
  /** Each call as it is recorded, with secrets redacted. */
  readonly raws: readonly string[];
}

/** A door with one caller, `e-office`, that keeps what it hears and what it refuses. */
export function aDoor(changes: Partial<SoapDoorOptions> = {}): DoorUnderTest {
  const clock = new StillClock();
  const refused: Refused[] = [];
  const errors: unknown[] = [];
  const heard: Operations['NotifyEvent']['request'][] = [];
  const raws: string[] = [];
  const real = new SoapDoor({
    contract: E_OFFICE_CONTRACT,
    operations: {
      NotifyEvent: (request, call) => {
        heard.push(request);
        raws.push(call.raw.toString('utf8'));
        return Promise.resolve({ receiptId: `r-${request.eventId}`, duplicate: false });
      },
      SealFile: ({ file }) => Promise.resolve({ file, duplicate: false }),
      TakeNumber: () =>
        Promise.resolve({ documentNumber: '513', issuedDate: civilDate('2026-03-18'), duplicate: false }),
      CancelSignature: () => Promise.resolve({ status: 'cancelled' }),
    },
    authenticate: (username) => (username === 'e-office' ? PASSWORD : null),
    clock,
    maxBytes: 64 * 1024,
    onRefused: (code, reason, raw) => {
      refused.push({ code, reason, raw: raw.toString('utf8') });
      return Promise.resolve();
    },
    onError: (error) => errors.push(error),
    ...changes,
  });
  const door: DoorUnderTest['door'] = {
    handle: async (message, headers) => {
      const { body, ...answer } = await real.handle(message, headers);
      return { ...answer, body: await wholeOf(body) };
    },
  };
  return { door, clock, refused, errors, heard, raws };
}

export const EVENT =
  `<e:NotifyEvent xmlns:e="${NAMESPACE}"><e:eventId>event-0001</e:eventId>` +
  `<e:occurredAt>2026-11-24T08:00:00+07:00</e:occurredAt><e:pendingMessageId>m-1</e:pendingMessageId></e:NotifyEvent>`;

export const auth = (at = NOW, name = 'e-office', password = PASSWORD): string => securityHeader(name, password, at);

export function envelope(body: string, header: string = auth(), version: SoapVersion = '1.1'): string {
  return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

export const HEAD = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}/NotifyEvent"` };
export const HEAD12 = { 'content-type': `application/soap+xml; charset=utf-8; action="${NAMESPACE}/NotifyEvent"` };

export const bodyOf = ({ body }: WholeAnswer): string => body.toString();
export const codeOf = (answer: WholeAnswer): string | undefined => /<e:code>([^<]*)</u.exec(bodyOf(answer))?.[1];

/** @throws Error when it is not as long as it says */
async function wholeOf(body: SoapAnswer['body']): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body.pieces()) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  if (whole.length !== body.length) throw new Error('A body is not as long as it says');
  return whole;
}
