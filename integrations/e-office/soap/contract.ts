/**
 * The e-office contract in TypeScript: what each operation of contract/eoffice.wsdl takes and gives.
 * Bytes are held (in memory or in a file), `xs:dateTime` is a Date, `xs:date` a CivilDate. The order of elements on the wire stands in shapes.ts.
 */
import type { CivilDate } from '../../../src/kernel/civil-date.js';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { CancelSignatureRequest, TakeNumberRequest, TakeNumberResponse } from './registry-contract.js';
import type { Page, More, FileContent } from './contract-parts.js';
import type {
  SignatureStatus,
  SignatureState,
  SubmitForSignatureRequest,
  SubmitForSignatureResponse,
  GetSignatureStatesRequest,
  GetSignatureStatesResponse,
  GetSignedFileRequest,
  GetSignedFileResponse,
  ApplySealRequest,
  SealFileRequest,
} from './signature-contract.js';

export const NAMESPACE = 'urn:vn:eoffice:integration:v1';

export type MessageKind = 'document' | 'status';

export type EdxmlStatusCode = '01' | '02' | '03' | '04' | '05' | '06' | '13' | '15' | '16';

export interface ServiceInfo {
  readonly contractVersion: string;
  readonly product: string;
  readonly maxMessageBytes: number;
  readonly maxFileBytes: number;
  readonly capability: readonly string[];
  readonly serverTime: Date;
}

export interface ListPendingRequest {
  readonly agencyCode: string;
  readonly kind?: MessageKind;
  readonly page?: Page;
}

export interface PendingMessage {
  readonly messageId: string;
  readonly kind: MessageKind;
  readonly fromAgency: string;
  readonly documentId?: string;
  readonly size: number;
  readonly queuedAt: Date;
  readonly deliveryCount?: number;
  /** Of the whole message. */
  readonly sha256?: string;
}

export interface ListPendingResponse extends More {
  readonly item: readonly PendingMessage[];
}

/** As the asking agency sees it. */
export type MessageDirection = 'toUs' | 'fromUs';

export interface ListMessagesRequest {
  readonly agencyCode: string;
  readonly direction: MessageDirection;
  /** When the first was queued or accepted. */
  readonly from: Date;
  readonly page?: Page;
}

export interface ListedMessage {
  readonly messageId: string;
  /** Of a message that the agency sent. */
  readonly consignmentId?: string;
  readonly kind: MessageKind;
  readonly fromAgency: string;
  readonly documentId?: string;
  readonly size: number;
  readonly sha256: string;
  /** When the e-office queued or accepted it. */
  readonly at: Date;
  /** Of a message that the agency sent: whether it was taken over. */
  readonly acknowledged: boolean;
  /** Under which number the mirror of the incoming register holds it. */
  readonly arrivalNumber?: string;
  readonly arrivalYear?: number;
}

/** A line of the mirrored incoming register that no message brought. */
export type ListedArrival = Required<Pick<ListedMessage, 'arrivalNumber' | 'arrivalYear' | 'at'>>;

export interface ListMessagesResponse extends More {
  readonly item: readonly ListedMessage[];
  /** With the first page of what came to us. */
  readonly arrival: readonly ListedArrival[];
}

export interface GetMessageRequest {
  readonly messageId: string;
  /** First byte wanted, from 0. */
  readonly offset?: number;
  /** Most bytes wanted; left out = to the end. */
  readonly length?: number;
}

export interface GetMessageResponse {
  readonly messageId: string;
  readonly totalSize: number;
  /** Of the whole message, not of the part. */
  readonly sha256: string;
  /** Where the part begins; left out = at the first byte. */
  readonly offset?: number;
  readonly edxml: HeldBytes;
}

export interface AcknowledgeMessageRequest {
  readonly messageId: string;
  readonly outcome: 'done' | 'fail';
  readonly sha256: string;
  readonly reason?: string;
}

export interface SendMessageRequest {
  readonly consignmentId: string;
  readonly kind: MessageKind;
  readonly sha256: string;
  readonly edxml: HeldBytes;
}

export interface SendMessageResponse {
  readonly receiptId: string;
  readonly messageId: string;
  readonly duplicate: boolean;
  readonly acceptedAt: Date;
}

export interface RegisterIncomingRequest {
  readonly clientRequestId: string;
  readonly bookCode: string;
  readonly fromName: string;
  readonly subject: string;
  readonly externalRef?: string;
  readonly receivedAt: Date;
  readonly dueDate?: CivilDate;
  readonly messageId?: string;
  /** The arrival number of our register, which the e-office mirrors; left out where the e-office's own book gives it. */
  readonly arrivalNumber?: string;
  readonly arrivalDate?: CivilDate;
  readonly file: readonly FileContent[];
}

export interface RegisterIncomingResponse {
  readonly incomingId: string;
  readonly incomingNumber: string;
  readonly bookYear: number;
  readonly registeredAt: Date;
  readonly duplicate: boolean;
  /** The day of arrival in that book; left out: that of `registeredAt`. */
  readonly arrivalDate?: CivilDate;
}

export type GetDocumentStatesRequest =
  | { readonly documentId: readonly string[]; readonly changedSince?: undefined }
  | { readonly documentId?: undefined; readonly changedSince: Page };

export interface DocumentState {
  readonly documentId: string;
  readonly agencyCode: string;
  readonly status: EdxmlStatusCode;
  readonly at: Date;
  readonly description?: string;
}

export interface GetDocumentStatesResponse extends More {
  readonly state: readonly DocumentState[];
}

export interface ListAgenciesRequest {
  readonly parentCode?: string;
  /** Only what changed from then on. */
  readonly modifiedSince?: Date;
  readonly page?: Page;
}

export interface AgencyEntry {
  readonly code: string;
  readonly legacyCode?: string;
  readonly parentCode?: string;
  readonly name: string;
  readonly active: boolean;
  readonly modifiedAt?: Date;
}

export interface ListAgenciesResponse extends More {
  readonly agency: readonly AgencyEntry[];
}

export type NotifyEventRequest = { readonly eventId: string; readonly occurredAt: Date } & (
  | { readonly signatureState: SignatureState; readonly pendingMessageId?: undefined }
  | { readonly signatureState?: undefined; readonly pendingMessageId: string }
);

export interface NotifyEventResponse {
  readonly receiptId: string;
  readonly duplicate: boolean;
}

/** The typed detail of every fault. */
export interface EOfficeFault {
  readonly code: string;
  /** For people, in Vietnamese when we speak. */
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  /** Paths of the elements at fault. */
  readonly field: readonly string[];
  readonly correlationId?: string;
}

/** Every operation by its name, which is also the name of its request element; the response element adds `Response`. */
export interface Operations {
  GetServiceInfo: { request: Readonly<Record<string, never>>; response: ServiceInfo };
  ListPending: { request: ListPendingRequest; response: ListPendingResponse };
  ListMessages: { request: ListMessagesRequest; response: ListMessagesResponse };
  GetMessage: { request: GetMessageRequest; response: GetMessageResponse };
  AcknowledgeMessage: { request: AcknowledgeMessageRequest; response: { readonly receiptId: string } };
  SendMessage: { request: SendMessageRequest; response: SendMessageResponse };
  RegisterIncoming: { request: RegisterIncomingRequest; response: RegisterIncomingResponse };
  SubmitForSignature: { request: SubmitForSignatureRequest; response: SubmitForSignatureResponse };
  GetSignatureStates: { request: GetSignatureStatesRequest; response: GetSignatureStatesResponse };
  GetSignedFile: { request: GetSignedFileRequest; response: GetSignedFileResponse };
  ApplySeal: {
    request: ApplySealRequest;
    response: { readonly status: SignatureStatus; readonly duplicate: boolean };
  };
  SealFile: {
    request: SealFileRequest;
    response: { readonly file: FileContent; readonly duplicate: boolean };
  };
  TakeNumber: { request: TakeNumberRequest; response: TakeNumberResponse };
  CancelSignature: { request: CancelSignatureRequest; response: { readonly status: SignatureStatus } };
  GetDocumentStates: { request: GetDocumentStatesRequest; response: GetDocumentStatesResponse };
  ListAgencies: { request: ListAgenciesRequest; response: ListAgenciesResponse };
  /** Called by the e-office on us. */
  NotifyEvent: { request: NotifyEventRequest; response: NotifyEventResponse };
}

export type OperationName = keyof Operations;
