import { civilDateOf } from '../../../../src/kernel/civil-date.js';
import { beginningOf } from '../../../../src/kernel/beginning-of.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { MessageTransport } from '../../../../src/exchange/ports/message-transport.port.js';
import type {
  AgencyPage,
  Dispatch,
  DispatchReceipt,
  EnteredThere,
  FetchedMessage,
  IncomingMirror,
  ListedMessage,
  MirroredArrival,
  PendingItem,
  RemoteDocumentState,
  ServiceInfo,
} from '../../../../src/exchange/ports/message-transport.port.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { standardProfile } from '../../profiles/load-profile.js';
import { transportAbilities, type EOfficeProfile } from '../../profiles/profile.js';
import type { Operations } from '../contract.js';
import { orDuplicate } from './duplicate.js';
import { fetchInParts } from './fetch-in-parts.js';
import type { FetchedPart } from './fetch-in-parts.js';
import { allPages } from './pages.js';
import type { SoapClient } from './soap-client.js';

/** The oldest 5,000 are looked at, in twice as many pages of an e-office that gives fewer at a time than it is asked for. */
const PENDING = { maxPages: 50, enough: 5000 };
/** A week of a busy department, several times over; in pages as large as the contract allows. */
const LISTED = { itemsPerPage: 200, maxPages: 1000 };
/** Documents asked about in one call: an answer holds 200 lines, and a document may have several. */
const STATES_AT_ONCE = 40;

/** The message transport of an e-office that speaks our contract. */
export class SoapMessageTransport extends MessageTransport {
  override readonly abilities: MessageTransport['abilities'];
  private readonly limits: EOfficeProfile['limits'];

  constructor(
    private readonly client: SoapClient,
    /** Whose messages we ask for. */
    private readonly agencyCode: string,
    profile: Pick<EOfficeProfile, 'limits' | 'operations' | 'numbersIncoming'> = standardProfile(),
    /** Where long messages wait until they are kept. */
    private readonly spools = SpoolFolder.ofSystem(),
  ) {
    super();
    this.limits = profile.limits;
    this.abilities = transportAbilities(profile);
  }

  override async listPending(): Promise<readonly PendingItem[]> {
    const { pendingPerPage: maxItems = 200 } = this.limits;
    const ask = async (cursor: string | undefined): Promise<Operations['ListPending']['response']> =>
      this.client.call('ListPending', { agencyCode: this.agencyCode, page: { cursor, maxItems } });
    const items = await allPages(ask, ({ item }) => item, PENDING);
    return items
      .map(({ messageId, kind, fromAgency, size, queuedAt, sha256 }) => ({
        messageId,
        kind,
        fromAgency,
        size,
        queuedAt,
        ...(sha256 === undefined ? {} : { sha256 }),
      }))
      .sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime());
  }

  override async getMessage(messageId: string): Promise<FetchedMessage> {
    const { partBytes: length, messageBytes: mostBytes } = this.limits;
    const ask = async (offset: number): Promise<FetchedPart> => {
      const {
        edxml: bytes,
        messageId: id,
        offset: begins = 0,
        ...part
      } = await this.client.call('GetMessage', { messageId, offset, length });
      return { ...part, offset: begins, id, bytes };
    };
    const bytes = await fetchInParts({ id: messageId, mostBytes, spools: this.spools, ask });
    return { bytes, sha256: await bytes.sha256() };
  }

  override async acknowledge(
    ack: Parameters<MessageTransport['acknowledge']>[0],
  ): Promise<{ readonly receiptId: string }> {
    return orDuplicate(this.client.call('AcknowledgeMessage', ack), (originalId = ack.messageId) => ({
      receiptId: originalId,
    }));
  }

  override async send({ consignmentId, kind, bytes }: Dispatch): Promise<DispatchReceipt> {
    const call = this.client.call('SendMessage', { consignmentId, kind, sha256: await bytes.sha256(), edxml: bytes });
    const { receiptId, messageId, duplicate } = await orDuplicate<DispatchReceipt>(call, (id = consignmentId) => ({
      receiptId: id,
      messageId: id,
      duplicate: true,
    }));
    return { receiptId, messageId, duplicate };
  }

  override registerIncoming(entry: IncomingMirror): Promise<EnteredThere> {
    const request = { ...entry, subject: beginningOf(entry.subject, this.limits.subjectLetters), file: [] };
    const entered = this.client
      .call('RegisterIncoming', request)
      .then(({ incomingId, duplicate, incomingNumber: number, arrivalDate, registeredAt }) => ({
        incomingId,
        duplicate,
        given: { number, day: arrivalDate ?? civilDateOf(registeredAt) },
      }));
    return orDuplicate<EnteredThere>(entered, (originalId) => {
      if (originalId !== undefined) return { incomingId: originalId, duplicate: true };
      throw new OutsideRefused(
        'EO-DUPLICATE',
        'Hệ thống quản lý văn bản báo văn bản đến này đã vào sổ nhưng không cho biết mã.',
      );
    });
  }

  override async listAgencies({ cursor, since }: Parameters<MessageTransport['listAgencies']>[0]): Promise<AgencyPage> {
    const { agenciesPerPage: maxItems = 1000 } = this.limits;
    const asked = { modifiedSince: since, page: { cursor, maxItems } };
    const { agency, more, nextCursor } = await this.client.call('ListAgencies', asked);
    if (more && nextCursor === undefined)
      throw new OutsideUnavailable('danh sách của hệ thống quản lý văn bản thiếu trang tiếp theo.');
    return { agencies: agency, ...(more && nextCursor !== undefined ? { nextCursor } : {}) };
  }

  override async serviceInfo(): Promise<ServiceInfo> {
    const { product, contractVersion, serverTime } = await this.client.call('GetServiceInfo', {});
    return { product, contractVersion, serverTime };
  }

  override async listMessages({
    direction,
    from,
  }: Parameters<MessageTransport['listMessages']>[0]): Promise<readonly ListedMessage[]> {
    const { itemsPerPage, maxPages } = LISTED;
    const asked = { agencyCode: this.agencyCode, direction, from };
    const ask = async (cursor: string | undefined): Promise<Operations['ListMessages']['response']> =>
      this.client.call('ListMessages', { ...asked, page: { cursor, maxItems: itemsPerPage } });
    const items = await allPages(ask, ({ item }) => item, { maxPages });
    return items
      .map(({ arrivalNumber, arrivalYear, ...item }) => ({ ...item, ...mirrorOf(arrivalNumber, arrivalYear) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  override async listArrivals(from: Date): Promise<readonly MirroredArrival[]> {
    const asked = { agencyCode: this.agencyCode, direction: 'toUs', from, page: { maxItems: 1 } } as const;
    const { arrival } = await this.client.call('ListMessages', asked);
    return arrival.flatMap(({ arrivalNumber, arrivalYear, at }) => {
      const { mirrored } = mirrorOf(arrivalNumber, arrivalYear);
      return mirrored === undefined ? [] : [{ ...mirrored, at }];
    });
  }

  override async documentStates(documentIds: readonly string[]): Promise<readonly RemoteDocumentState[]> {
    const states: RemoteDocumentState[] = [];
    for (let from = 0; from < documentIds.length; from += STATES_AT_ONCE) {
      const documentId = documentIds.slice(from, from + STATES_AT_ONCE);
      states.push(...(await this.client.call('GetDocumentStates', { documentId })).state);
    }
    return states;
  }
}

/** Only a number that is one: the e-office may write what it likes there. */
function mirrorOf(number: string | undefined, year: number | undefined): Pick<ListedMessage, 'mirrored'> {
  if (number === undefined || year === undefined || !/^[1-9]\d{0,8}$/u.test(number)) return {};
  return { mirrored: { number: Number(number), year } };
}
