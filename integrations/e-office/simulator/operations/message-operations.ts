import { civilDateOf, yearOf } from '../../../../src/kernel/civil-date.js';
import type { MessageOutline, OutlineOutcome } from '../../../../src/exchange/ports/message-codec.port.js';
import type {
  AcknowledgeMessageRequest,
  GetMessageRequest,
  GetMessageResponse,
  ListedArrival,
  ListedMessage,
  ListMessagesRequest,
  ListMessagesResponse,
  ListPendingRequest,
  ListPendingResponse,
  RegisterIncomingRequest,
  RegisterIncomingResponse,
  SendMessageRequest,
  SendMessageResponse,
} from '../../soap/contract.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import type { RecallDesk } from '../desks/recall-desk.js';
import type { Office } from '../office.js';
import type { Registration } from '../store/incoming-book.js';
import type { Consignment } from '../store/ledger.js';
import type { QueuedMessage } from '../store/mailbox.js';
import { pageOf, positionOf } from './paging.js';
import { hashDiffers, invalid, MAX_MESSAGE_BYTES, notFound, requireHash, requireSameContent } from './refusals.js';
import { requireWholeFile, contentHashOf } from './request-content.js';

const MAX_PENDING = 200;

/** The message store: what waits for the department, what it sends, and its incoming register's mirror. */
export class MessageOperations {
  constructor(
    private readonly office: Office,
    private readonly recalls: RecallDesk,
  ) {}

  listPending({ agencyCode, kind, page }: ListPendingRequest): ListPendingResponse {
    this.requireOwnAgency(agencyCode);
    const limit = page?.maxItems ?? MAX_PENDING;
    const found = this.office.store.mailbox.pending(agencyCode, positionOf(page), limit + 1, kind);
    const { rows, nextCursor, more } = pageOf(found, limit, (last) => `${last.position}`);
    return {
      item: rows.map((message) => ({
        messageId: message.id,
        kind: message.kind,
        fromAgency: message.fromAgency,
        documentId: message.documentId ?? undefined,
        size: message.size,
        queuedAt: message.queuedAt,
        deliveryCount: message.deliveryCount,
        sha256: message.sha256,
      })),
      nextCursor,
      more,
    };
  }

  listMessages({ agencyCode, direction, from, page }: ListMessagesRequest): ListMessagesResponse {
    this.requireOwnAgency(agencyCode);
    const limit = page?.maxItems ?? MAX_PENDING;
    const [after, most] = [positionOf(page), limit + 1] as const;
    const cursorOf = ({ position }: { readonly position: number }): string => `${position}`;
    if (direction === 'toUs') {
      const found = this.office.store.mailbox.since(agencyCode, from, after, most);
      const { rows, ...rest } = pageOf(found, limit, cursorOf);
      const item = rows.map((message) => this.queuedItem(message));
      return { item, ...rest, arrival: after === 0 ? this.arrivalsSince(from) : [] };
    }
    const { rows, ...rest } = pageOf(this.office.store.ledger.since(from, after, most), limit, cursorOf);
    return { item: rows.map((entry) => sentItem(entry, agencyCode)), ...rest, arrival: [] };
  }

  getMessage({ messageId, offset = 0, length }: GetMessageRequest): GetMessageResponse {
    const { mailbox } = this.office.store;
    const message = this.requireMessage(messageId);
    if (offset > message.size) throw invalid('Vị trí bắt đầu nằm ngoài tệp.', 'offset');
    if (offset === 0) mailbox.countDelivery(messageId);
    return {
      messageId,
      totalSize: message.size,
      sha256: message.sha256,
      offset,
      edxml: mailbox.held(message).slice(offset, length),
    };
  }

  acknowledge({ messageId, outcome, sha256, reason }: AcknowledgeMessageRequest): { readonly receiptId: string } {
    const message = this.requireMessage(messageId);
    // A receipt for other bytes proves nothing: the message stays in the list.
    if (message.sha256 !== sha256) throw hashDiffers('sha256');
    const at = this.office.clock.now();
    return { receiptId: this.office.store.mailbox.acknowledge(messageId, outcome, reason ?? null, at) };
  }

  async send({ consignmentId, kind, sha256, edxml }: SendMessageRequest): Promise<SendMessageResponse> {
    if (edxml.size > MAX_MESSAGE_BYTES) {
      throw new SoapRefusal('EO-SIZE', 'Thông điệp lớn hơn mức cho phép.', { fields: ['edxml'] });
    }
    await requireHash(edxml, sha256, 'sha256');
    const { store, clock } = this.office;
    const read = await this.office.codec.outline(edxml);
    if (read.message) await store.ledger.keepBytes(edxml);
    return store.atomically(() => {
      const known = store.ledger.find(consignmentId);
      if (known) {
        requireSameContent(known.sha256, sha256, 'consignmentId');
        store.ledger.countRepetition(consignmentId);
        return receiptOf(known, true);
      }
      const message = requireReadable(read);
      if (message.kind !== kind) throw invalid('Loại khai báo khác loại của văn bản edXML.', 'kind');
      const accepted = store.ledger.accept({
        id: consignmentId,
        kind,
        toAgencies: this.requireAddressees(message),
        documentId: message.kind === 'document' ? message.documentId : null,
        status: message.kind === 'status' ? message.status : null,
        summary: message.kind === 'document' ? message.subject : (message.description ?? ''),
        answers: referencesOf(message),
        sha256,
        size: edxml.size,
        acceptedAt: clock.now(),
      });
      if (message.kind === 'document') this.recalls.receive(message);
      this.deliverHome(message, { sha256, size: edxml.size });
      return receiptOf(accepted, false);
    });
  }

  async registerIncoming(request: RegisterIncomingRequest): Promise<RegisterIncomingResponse> {
    for (const file of request.file) await requireWholeFile(file);
    const contentHash = contentHashOf(request, request.file);
    const { store, clock } = this.office;
    return store.atomically(() => {
      const known = store.incoming.find(request.clientRequestId);
      if (known) {
        requireSameContent(known.contentHash, contentHash, 'clientRequestId');
        store.incoming.countRepetition(request.clientRequestId);
        return registered(known, true);
      }
      const ofMessage = this.lineOfMessage(request);
      if (ofMessage) return registered(ofMessage, true);
      if (request.messageId !== undefined) this.requireMessage(request.messageId);
      const numbersHere = request.arrivalNumber === undefined;
      const bookYear = yearOf(request.arrivalDate ?? civilDateOf(numbersHere ? clock.now() : request.receivedAt));
      this.requireFreeNumber(request, bookYear);
      const entered = store.incoming.enter({
        clientRequestId: request.clientRequestId,
        contentHash,
        bookCode: request.bookCode,
        bookYear,
        arrivalNumber: request.arrivalNumber ?? null,
        fromName: request.fromName,
        subject: request.subject,
        externalRef: request.externalRef ?? null,
        registeredAt: clock.now(),
      });
      if (request.messageId !== undefined) store.incoming.nameMessage(request.messageId, entered.clientRequestId);
      return registered(entered, false);
    });
  }

  private queuedItem(message: QueuedMessage): ListedMessage {
    const mirrored = this.office.store.incoming.findMessage(message.id);
    return {
      messageId: message.id,
      kind: message.kind,
      fromAgency: message.fromAgency,
      documentId: message.documentId ?? undefined,
      size: message.size,
      sha256: message.sha256,
      at: message.queuedAt,
      acknowledged: message.outcome !== null,
      arrivalNumber: mirrored?.incomingNumber,
      arrivalYear: mirrored?.bookYear,
    };
  }

  private arrivalsSince(from: Date): ListedArrival[] {
    const lines = this.office.store.incoming.withoutMessage('incoming', from);
    return lines.map(({ incomingNumber: arrivalNumber, bookYear: arrivalYear, registeredAt: at }) => ({
      arrivalNumber,
      arrivalYear,
      at,
    }));
  }

  /** What the department writes to itself waits in its own mailbox. */
  private deliverHome(message: MessageOutline, bytes: { readonly sha256: string; readonly size: number }): void {
    const { store, clock, parties } = this.office;
    const own = parties.department.id;
    if (!addresseesOf(message).includes(own)) return;
    const documentId = message.kind === 'document' ? message.documentId : message.responseFor.documentId;
    const letter = { kind: message.kind, fromAgency: own, toAgency: own, documentId, bytes, queuedAt: clock.now() };
    this.office.tellOfMessage(store.mailbox.queue(letter).id);
  }

  private requireOwnAgency(agencyCode: string): void {
    const { store, parties } = this.office;
    if (agencyCode === parties.department.id) return;
    if (!store.agencies.find(agencyCode)) throw unknownAgency(agencyCode, 'agencyCode');
    throw new SoapRefusal('EO-FORBIDDEN', 'Tài khoản này không được đọc hộp thư của cơ quan khác.', {
      fields: ['agencyCode'],
    });
  }

  private requireMessage(messageId: string): QueuedMessage {
    const message = this.office.store.mailbox.find(messageId);
    if (message?.toAgency !== this.office.parties.department.id) throw notFound('văn bản trong hộp thư', 'messageId');
    return message;
  }

  private requireAddressees(message: MessageOutline): readonly string[] {
    const { store, parties } = this.office;
    if (message.from.id !== parties.department.id) {
      throw new SoapRefusal('EO-FORBIDDEN', 'Cơ quan gửi trong văn bản không phải cơ quan của tài khoản.', {
        fields: ['From/OrganId'],
      });
    }
    const addressees = addresseesOf(message);
    for (const code of addressees) if (!store.agencies.find(code)) throw unknownAgency(code, 'To/OrganId');
    return addressees;
  }

  /** A message has one line: an app that lost its own after a restore, and gives the same number again, finds it; one that asks for a number gets the line's. */
  private lineOfMessage({ messageId, arrivalNumber }: RegisterIncomingRequest): Registration | undefined {
    const line = messageId === undefined ? undefined : this.office.store.incoming.findMessage(messageId);
    return arrivalNumber === undefined || line?.incomingNumber === arrivalNumber ? line : undefined;
  }

  private requireFreeNumber(request: RegisterIncomingRequest, bookYear: number): void {
    const number = request.arrivalNumber;
    if (number === undefined || !this.office.store.incoming.findNumber(request.bookCode, bookYear, number)) return;
    throw new SoapRefusal('EO-CONFLICT', `Số đến ${number} năm ${bookYear} đã có trong sổ.`, {
      fields: ['arrivalNumber'],
    });
  }
}

function addresseesOf(message: MessageOutline): readonly string[] {
  return message.kind === 'document' ? message.to.map(({ id }) => id) : [message.responseFor.organId];
}

function requireReadable({ message, errors }: OutlineOutcome): MessageOutline {
  if (message) return message;
  const fields = errors.flatMap(({ path }) => (path === undefined ? [] : [path]));
  throw invalid(errors.map((error) => error.message).join(' '), ...new Set(fields));
}

function registered(entry: Registration, duplicate: boolean): RegisterIncomingResponse {
  const { incomingId, incomingNumber, bookYear, registeredAt } = entry;
  return { incomingId, incomingNumber, bookYear, registeredAt, duplicate, arrivalDate: civilDateOf(registeredAt) };
}

function sentItem(entry: Consignment, fromAgency: string): ListedMessage {
  const { messageId, id: consignmentId, kind, documentId, size, sha256, acceptedAt: at } = entry;
  const named = documentId === null ? {} : { documentId };
  return { messageId, consignmentId, kind, fromAgency, ...named, size, sha256, at, acknowledged: true };
}

function receiptOf(entry: Consignment, duplicate: boolean): SendMessageResponse {
  const { receiptId, messageId, acceptedAt } = entry;
  return { receiptId, messageId, duplicate, acceptedAt };
}

function referencesOf(message: MessageOutline): readonly string[] {
  return message.kind === 'document'
    ? message.responseFor.map(({ documentId }) => documentId)
    : [message.responseFor.documentId];
}

function unknownAgency(code: string, field: string): SoapRefusal {
  return new SoapRefusal('EO-UNKNOWN-AGENCY', `Không có cơ quan mang mã ${code}.`, { fields: [field] });
}
