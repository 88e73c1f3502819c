import type { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import type { EOfficeEvent, EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import type { NotifyEventRequest } from '../contract.js';
import { E_OFFICE_CONTRACT } from '../e-office-contract.js';
import type { HttpHeaders } from '../client/http-head.js';
import type { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';
import { publishedWsdl, withoutSoap12 } from './published-wsdl.js';
import { withoutFiles } from '../soap-contract.js';
import { SoapDoor } from './soap-door.js';
import type { SoapAnswer } from './soap-door.js';

export interface CallbackDoorOptions {
  readonly events: EOfficeEvents;
  readonly refused: RefusedCalls;
  readonly clock: Clock;
  /** The account that the e-office calls with; an empty password lets nobody in. */
  readonly username: string;
  readonly password: string;
  /** This door as the e-office reaches it; stands in the published WSDL. */
  readonly publicUrl: string;
  /** Of a whole message. A callback carries no file: a few hundred KiB are plenty. */
  readonly maxBytes: number;
  readonly nonces: HeardMessages;
  /** The certificate (PEM) that the e-office signs its messages with; left out, signatures are not looked at. */
  readonly peerCert?: string;
  readonly observer: CallObserver;
  readonly onError?: (error: unknown, correlationId: string) => void;
}

const DOOR = 'e-office-callback';

/** The door that the e-office knocks at when something changed. It answers after our commit, never before. */
export class CallbackDoor {
  /** The contract with our address in it. */
  readonly wsdl: string;
  /** The same for tools that know SOAP 1.1 alone. */
  readonly wsdl11: string;
  private readonly door: SoapDoor;

  constructor(options: CallbackDoorOptions) {
    const { events, refused, username, password, publicUrl, observer, ...rest } = options;
    this.wsdl = publishedWsdl('EOfficeCallbackService', publicUrl);
    this.wsdl11 = withoutSoap12(this.wsdl);
    this.door = new SoapDoor({
      ...rest,
      contract: withoutFiles(E_OFFICE_CONTRACT),
      operations: { NotifyEvent: (request, { raw }) => events.notify(eventOf(request), raw) },
      authenticate: (name) => (name === username ? password : null),
      onRefused: (code, reason, raw) => refused.record(DOOR, code, reason, raw),
      watch: { observer, channel: DOOR, clock: options.clock },
    });
  }

  /** @param body while it comes; without one, nothing came */
  answer(body: AsyncIterable<Buffer> | null, headers: HttpHeaders): Promise<SoapAnswer> {
    return this.door.handle(body ?? Buffer.alloc(0), headers);
  }
}

function eventOf({ eventId, occurredAt, signatureState, pendingMessageId }: NotifyEventRequest): EOfficeEvent {
  if (signatureState === undefined) {
    return { eventId, occurredAt, about: { kind: 'message', messageId: pendingMessageId } };
  }
  const { signatureRequestId, clientRequestId } = signatureState;
  return { eventId, occurredAt, about: { kind: 'signature', signatureRequestId, clientRequestId } };
}
