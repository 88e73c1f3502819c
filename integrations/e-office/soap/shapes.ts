/** The contract as tables: elements in the order of contract/eoffice.xsd. One table both writes and reads. */
import type {
  AgencyEntry,
  DocumentState,
  EdxmlStatusCode,
  EOfficeFault,
  ListedArrival,
  ListedMessage,
  MessageDirection,
  MessageKind,
  OperationName,
  Operations,
  PendingMessage,
} from './contract.js';
import type { SignatureState, SignatureStatus, SignatureStep, Signer } from './signature-contract.js';
import type { FileContent, FileRef, Page } from './contract-parts.js';
import { binary, code, day, exact, flag, instant, many, optional, record, some, text, token, whole } from './shape.js';
import type { RecordField, Table } from './shape.js';

const more = { nextCursor: optional(exact), more: flag };
const page = record<Page>({ cursor: optional(exact), maxItems: optional(whole) });
const status = code<SignatureStatus>();
const kind = code<MessageKind>();

const fileRef: Table<FileRef> = {
  fileId: token,
  fileName: text,
  contentType: token,
  size: whole,
  sha256: token,
  role: code<FileRef['role']>(),
};
const file = record<FileContent>({ ...fileRef, content: binary });

const signer = record<Signer>({
  order: whole,
  userCode: token,
  displayName: optional(text),
  action: code<Signer['action']>(),
  fileId: many(token),
  dueAt: optional(instant),
});

const step = record<SignatureStep>({
  order: whole,
  userCode: token,
  status: token,
  at: optional(instant),
  comment: optional(text),
});

const signatureState = record<SignatureState>({
  signatureRequestId: token,
  clientRequestId: token,
  revision: whole,
  status,
  changedAt: instant,
  comment: optional(text),
  lastActor: optional(text),
  documentNumber: optional(exact),
  documentNotation: optional(text),
  issuedDate: optional(day),
  step: many(step),
  signedFile: many(record<FileRef>(fileRef)),
});

const pendingMessage = record<PendingMessage>({
  messageId: token,
  kind,
  fromAgency: token,
  documentId: optional(exact),
  size: whole,
  queuedAt: instant,
  deliveryCount: optional(whole),
  sha256: optional(token),
});

const listedMessage = record<ListedMessage>({
  messageId: token,
  consignmentId: optional(token),
  kind,
  fromAgency: token,
  documentId: optional(exact),
  size: whole,
  sha256: token,
  at: instant,
  acknowledged: flag,
  arrivalNumber: optional(token),
  arrivalYear: optional(whole),
});

const listedArrival = record<ListedArrival>({ arrivalNumber: token, arrivalYear: whole, at: instant });

const documentState = record<DocumentState>({
  documentId: exact,
  agencyCode: token,
  status: code<EdxmlStatusCode>(),
  at: instant,
  description: optional(text),
});

const agency = record<AgencyEntry>({
  code: token,
  legacyCode: optional(token),
  parentCode: optional(token),
  name: text,
  active: flag,
  modifiedAt: optional(instant),
});

export const FAULT_DETAIL = record<EOfficeFault>({
  code: token,
  message: text,
  retryable: flag,
  retryAfterSeconds: optional(whole),
  field: many(text),
  correlationId: optional(token),
});

type Requests = { readonly [Name in OperationName]: Table<Operations[Name]['request']> };
type Responses = { readonly [Name in OperationName]: Table<Operations[Name]['response']> };

const REQUESTS: Requests = {
  GetServiceInfo: {},
  ListPending: { agencyCode: token, kind: optional(kind), page: optional(page) },
  ListMessages: { agencyCode: token, direction: code<MessageDirection>(), from: instant, page: optional(page) },
  GetMessage: { messageId: token, offset: optional(whole), length: optional(whole) },
  AcknowledgeMessage: {
    messageId: token,
    outcome: code<'done' | 'fail'>(),
    sha256: token,
    reason: optional(text),
  },
  SendMessage: { consignmentId: token, kind, sha256: token, edxml: binary },
  RegisterIncoming: {
    clientRequestId: token,
    bookCode: token,
    fromName: text,
    subject: text,
    externalRef: optional(exact),
    receivedAt: instant,
    dueDate: optional(day),
    messageId: optional(token),
    arrivalNumber: optional(token),
    arrivalDate: optional(day),
    file: many(file),
  },
  SubmitForSignature: {
    clientRequestId: token,
    documentTypeCode: token,
    subject: text,
    notation: optional(text),
    priority: whole,
    replyToIncomingId: optional(token),
    preparedBy: token,
    dueAt: optional(instant),
    signer: many(signer),
    recipient: many(token),
    documentNumber: optional(token),
    issuedDate: optional(day),
    file: many(file),
  },
  GetSignatureStates: {
    signatureRequestId: some(token),
    clientRequestId: some(token),
    changedSince: optional(page),
  },
  GetSignedFile: { signatureRequestId: token, fileId: token, offset: optional(whole), length: optional(whole) },
  ApplySeal: {
    clientRequestId: token,
    signatureRequestId: token,
    fileId: token,
    sha256: token,
    documentNumber: optional(token),
    documentNotation: optional(token),
    issuedDate: optional(day),
  },
  SealFile: { clientRequestId: token, text, file },
  TakeNumber: { clientRequestId: token, signatureRequestId: token },
  CancelSignature: { clientRequestId: token, signatureRequestId: optional(token), reason: text },
  GetDocumentStates: { documentId: some(exact), changedSince: optional(page) },
  ListAgencies: { parentCode: optional(token), modifiedSince: optional(instant), page: optional(page) },
  NotifyEvent: {
    eventId: token,
    occurredAt: instant,
    signatureState: optional(signatureState),
    pendingMessageId: optional(token),
  },
};

const RESPONSES: Responses = {
  GetServiceInfo: {
    contractVersion: token,
    product: text,
    maxMessageBytes: whole,
    maxFileBytes: whole,
    capability: many(token),
    serverTime: instant,
  },
  ListPending: { item: many(pendingMessage), ...more },
  ListMessages: { item: many(listedMessage), ...more, arrival: many(listedArrival) },
  GetMessage: { messageId: token, totalSize: whole, sha256: token, offset: optional(whole), edxml: binary },
  AcknowledgeMessage: { receiptId: token },
  SendMessage: { receiptId: token, messageId: token, duplicate: flag, acceptedAt: instant },
  RegisterIncoming: {
    incomingId: token,
    incomingNumber: exact,
    bookYear: whole,
    registeredAt: instant,
    duplicate: flag,
    arrivalDate: optional(day),
  },
  SubmitForSignature: { signatureRequestId: token, status, duplicate: flag },
  GetSignatureStates: { state: many(signatureState), ...more },
  GetSignedFile: { file, offset: optional(whole) },
  ApplySeal: { status, duplicate: flag },
  SealFile: { file, duplicate: flag },
  TakeNumber: { documentNumber: token, documentNotation: optional(text), issuedDate: day, duplicate: flag },
  CancelSignature: { status },
  GetDocumentStates: { state: many(documentState), ...more },
  ListAgencies: { agency: many(agency), ...more },
  NotifyEvent: { receiptId: token, duplicate: flag },
};

/** Whether the contract has an operation of that name. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(REQUESTS, name);
}

export function requestShape<Name extends OperationName>(name: Name): RecordField<Operations[Name]['request']> {
  return record<Operations[Name]['request']>(REQUESTS[name]);
}

export function responseShape<Name extends OperationName>(name: Name): RecordField<Operations[Name]['response']> {
  return record<Operations[Name]['response']>(RESPONSES[name]);
}
