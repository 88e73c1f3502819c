import type { CivilDate } from '../../kernel/civil-date.js';
import type { HeldBytes } from '../../kernel/held-bytes.js';
import type { EdxmlStatus } from './message.js';

/** What an e-office says of a message beside its name. */
export interface MessageHead {
  readonly fromAgency: string;
  /** When the e-office first queued it; the legal clock of a ticket starts here. */
  readonly queuedAt: Date;
}

/** Where the list holds names alone, the head comes with the message. */
export interface PendingItem extends Partial<MessageHead> {
  readonly messageId: string;
  readonly kind: 'document' | 'status';
  readonly size?: number;
  /** Of the whole message, where the e-office says it. */
  readonly sha256?: string;
}

/** A message as the e-office remembers it, whether it was acknowledged or not. */
export interface ListedMessage {
  readonly messageId: string;
  /** Of what we sent: our own name of the sending. */
  readonly consignmentId?: string;
  readonly kind: 'document' | 'status';
  readonly fromAgency: string;
  readonly documentId?: string;
  readonly size: number;
  readonly sha256: string;
  /** When the e-office queued or accepted it. */
  readonly at: Date;
  readonly acknowledged: boolean;
  /** The line of our incoming register that the e-office mirrors for it. */
  readonly mirrored?: { readonly number: number; readonly year: number };
}

/** A line of our incoming register as the e-office mirrors it. */
export interface MirroredArrival {
  readonly number: number;
  readonly year: number;
  readonly at: Date;
}

/** What became of a document at an agency that it was sent to. */
export interface RemoteDocumentState {
  readonly documentId: string;
  readonly agencyCode: string;
  readonly status: EdxmlStatus;
  readonly at: Date;
  readonly description?: string;
}

export interface ServiceInfo {
  readonly product: string;
  readonly contractVersion: string;
  /** Its clock, as it read when it answered. */
  readonly serverTime: Date;
}

export interface FetchedMessage {
  /** In a file of its own when they are many; the caller releases them. */
  readonly bytes: HeldBytes;
  /** sha256 as the e-office states it, already compared with the bytes. */
  readonly sha256: string;
  /** Where the list does not hold it. */
  readonly head?: MessageHead;
}

export interface Dispatch {
  /** Constant over retries: the e-office knows a second try by it. */
  readonly consignmentId: string;
  readonly kind: 'document' | 'status';
  readonly bytes: HeldBytes;
}

export interface DispatchReceipt {
  readonly receiptId: string;
  readonly messageId: string;
  readonly duplicate: boolean;
}

/** Number and day that the e-office's own incoming book gave a document, as it writes them. */
export interface GivenArrival {
  readonly number: string;
  readonly day: CivilDate;
}

/** An entry of our incoming register, to be mirrored in the e-office's; without a number, to be numbered by it. */
export interface IncomingMirror {
  readonly clientRequestId: string;
  readonly bookCode: string;
  readonly fromName: string;
  readonly subject: string;
  readonly externalRef?: string;
  readonly receivedAt: Date;
  readonly messageId?: string;
  readonly arrivalNumber?: string;
  readonly arrivalDate?: CivilDate;
}

export interface EnteredThere {
  /** The e-office's name of the line. */
  readonly incomingId: string;
  readonly duplicate: boolean;
  /** What stands there; left out where it is only known that the line does. */
  readonly given?: GivenArrival;
}

export interface Agency {
  readonly code: string;
  readonly legacyCode?: string;
  readonly parentCode?: string;
  readonly name: string;
  readonly active: boolean;
  readonly modifiedAt?: Date;
}

/** One page of the directory; without `nextCursor` the last. */
export interface AgencyPage {
  readonly agencies: readonly Agency[];
  readonly nextCursor?: string;
}

export const TRANSPORT_ABILITIES = [
  'receive',
  'acknowledge',
  'send',
  'mirrorIncoming',
  'agencies',
  'documentStates',
  'listMessages',
  'serviceInfo',
  'numberIncoming',
] as const;
export type TransportAbility = (typeof TRANSPORT_ABILITIES)[number];

/**
 * Carries messages between the agency and its e-office: fetches what came for us, sends what we write.
 *
 * Every method: @throws OutsideUnavailable try again later · @throws OutsideRefused never try again, tell a clerk; `not-offered` for what is not among
 * the abilities.
 */
export abstract class MessageTransport {
  /** What this e-office offers; the rest a person does there by hand. */
  abstract readonly abilities: ReadonlySet<TransportAbility>;
  /** Whether acknowledging a document tells its sender 01 by itself; then we send none. */
  readonly tellsArrival: boolean = false;
  /** Whether it takes a second message with the same document for one that it has already; then all its receivers stand in one. */
  readonly takesDocumentOnce: boolean = false;
  /** Messages queued for us, oldest first, those included that we have already; asking changes nothing. */
  abstract listPending(): Promise<readonly PendingItem[]>;
  abstract getMessage(messageId: string): Promise<FetchedMessage>;
  /** Tells the e-office that we keep the message (`done`) or cannot (`fail`). Safe to repeat: same receipt. */
  abstract acknowledge(ack: {
    readonly messageId: string;
    readonly outcome: 'done' | 'fail';
    readonly sha256: string;
    readonly reason?: string;
  }): Promise<{ readonly receiptId: string }>;
  abstract send(dispatch: Dispatch): Promise<DispatchReceipt>;
  /** A document that has its line there already, or that is asked for again under its `clientRequestId`, keeps the number it has. */
  abstract registerIncoming(entry: IncomingMirror): Promise<EnteredThere>;
  /** A page of the directory after `cursor`; with `since`, only what changed from then on, which an e-office may also answer with more. */
  abstract listAgencies(asked: { readonly cursor?: string; readonly since?: Date }): Promise<AgencyPage>;
  /** Whom we talk to, and what its clock says. */
  abstract serviceInfo(): Promise<ServiceInfo>;
  /** Every message to or from us since an instant, or whose line was mirrored since, oldest first, what was acknowledged included; asking changes nothing. */
  abstract listMessages(asked: {
    readonly direction: 'toUs' | 'fromUs';
    readonly from: Date;
  }): Promise<readonly ListedMessage[]>;
  /** Lines of our incoming register since an instant that the e-office mirrors and no message brought; none where it does not tell. */
  abstract listArrivals(from: Date): Promise<readonly MirroredArrival[]>;
  /** What became of our documents where they were sent, oldest first; a document may have several lines, or none. */
  abstract documentStates(documentIds: readonly string[]): Promise<readonly RemoteDocumentState[]>;
}
