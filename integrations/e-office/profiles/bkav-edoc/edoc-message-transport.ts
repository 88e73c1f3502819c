import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import {
  MessageTransport,
  type AgencyPage,
  type Dispatch,
  type DispatchReceipt,
  type FetchedMessage,
  type MessageHead,
  type PendingItem,
  type ServiceInfo,
} from '../../../../src/exchange/ports/message-transport.port.js';
import { readMoment } from '../../edxml/edxml-time.js';
import { AnswerTooLarge } from '../../soap/client/http-post.js';
import { readXml } from '../../xml/read-xml.js';
import type { XmlNode } from '../../xml/xml-node.js';
import { XmlRefused } from '../../xml/xml-refused.js';
import { notOffered } from '../not-offered.js';
import { transportAbilities, type EOfficeProfile } from '../profile.js';
import type { EdocAnswer, EdocClient } from './edoc-client.js';
import { decodeBase64 } from '../../xml/base64-decoder.js';
import type { TraceSpool } from './trace-spool.js';
import { documentFromWire, documentToWire, statusFromWire, statusToWire, type EdocDocument } from './translate.js';
import { findNode, signatureBlock, textOf, tokenRequest, type EdocAction } from './wire.js';

const TRACE_LIMITS = {
  maxBytes: 2 ** 20,
  maxParsedBytes: 2 ** 20,
  maxDepth: 16,
  maxElements: 1000,
  cut: new Set<string>(),
};

/**
 * The message transport of an e-office that speaks Bkav eDoc. Documents and statuses of Công văn 512 become edXML of QCVN 102 on the way in and back again on
 * the way out, so that nobody behind the port knows of another form.
 */
export class EdocMessageTransport extends MessageTransport {
  override readonly abilities: MessageTransport['abilities'];
  override readonly tellsArrival: boolean;
  override readonly takesDocumentOnce: boolean;

  constructor(
    private readonly client: EdocClient,
    private readonly account: { readonly token: string; readonly organId: string },
    private readonly profile: EOfficeProfile,
    private readonly parts: { readonly spool: TraceSpool; readonly clock: Clock },
  ) {
    super();
    this.abilities = transportAbilities(profile);
    this.tellsArrival = profile.quirks.ackEmits01;
    this.takesDocumentOnce = profile.quirks.documentOnce;
  }

  /** Its list holds ids alone: who sent a document, and when it was passed on, comes with the document. */
  override async listPending(): Promise<readonly PendingItem[]> {
    const { response } = await this.ask('GetPendingDocumentIds');
    const ids = findNode([response], 'DocumentIds')?.children.map(({ text }) => text.trim()) ?? [];
    const documents = [...new Set(ids)].filter((id) => id !== '');
    return [
      ...documents.map((messageId) => ({ messageId, kind: 'document' as const })),
      ...(await this.pendingTraces()),
    ];
  }

  override async getMessage(messageId: string): Promise<FetchedMessage> {
    const kept = await this.parts.spool.read(messageId);
    if (kept !== null) return whole(kept);
    const document = await this.fetch(messageId);
    const fromAgency = textOf(findNode([document.messageHeader], 'From'), 'OrganId');
    const head = { fromAgency, queuedAt: this.passedOnAt(document.traceHeaderList) };
    return { ...(await whole(documentFromWire(document, this.profile.codes))), head };
  }

  override async acknowledge({
    messageId,
    outcome,
  }: Parameters<MessageTransport['acknowledge']>[0]): Promise<{ readonly receiptId: string }> {
    if ((await this.parts.spool.read(messageId)) !== null) await this.parts.spool.remove(messageId);
    else if (messageId.endsWith('.trace')) return { receiptId: messageId };
    else if (outcome === 'fail') return notOffered('nhận lời báo tin không đọc được');
    else await this.ask('ConfirmReceived', { DocumentId: messageId });
    return { receiptId: messageId };
  }

  override async send({ consignmentId, kind, bytes: held }: Dispatch): Promise<DispatchReceipt> {
    const { codes } = this.profile;
    const signature = signatureBlock(this.account);
    const bytes = await held.read();
    if (kind === 'status') {
      const message = { header: [signature], body: [statusToWire(bytes, codes)], files: [] };
      const { outcome } = await this.client.call('UpdateTraces', message);
      return { receiptId: consignmentId, messageId: consignmentId, duplicate: outcome === 'duplicate' };
    }
    const document = documentToWire(bytes, codes);
    const header = [...document.header, signature];
    const { response, outcome } = await this.client.call('SendDocument', { ...document, header });
    const id = textOf(response, 'DocumentId') || consignmentId;
    return { receiptId: id, messageId: id, duplicate: outcome === 'duplicate' };
  }

  override registerIncoming(): Promise<never> {
    return notOffered('ghi văn bản đến vào sổ');
  }

  /** All in one page: the product has neither paging nor changes since a date. */
  override async listAgencies(): Promise<AgencyPage> {
    const { response } = await this.ask('GetOrganizations');
    const listed = findNode([response], 'Organizations')?.children ?? [];
    const agencies = listed
      .map((organ) => ({ code: textOf(organ, 'OrganId'), name: textOf(organ, 'OrganName'), active: true }))
      .filter(({ code }) => code !== '');
    return { agencies };
  }

  /** @throws OutsideRefused when it does not know the token */
  override async serviceInfo(): Promise<ServiceInfo> {
    const { at } = await this.ask('CheckPermission');
    return { product: this.profile.title, contractVersion: '512', serverTime: at ?? this.parts.clock.now() };
  }

  override listMessages(): Promise<never> {
    return notOffered('liệt kê các tin đã trao đổi');
  }

  override listArrivals(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  override documentStates(): Promise<never> {
    return notOffered('cho hỏi trạng thái của văn bản đã gửi');
  }

  private ask(action: EdocAction, further: Readonly<Record<string, string>> = {}): Promise<EdocAnswer> {
    return this.client.call(action, tokenRequest(action, this.account, further));
  }

  /** When the last relay passed it on, as it says itself; never later than now. */
  private passedOnAt(list: XmlNode | null): Date {
    const now = this.parts.clock.now();
    const told = list?.children.flatMap((trace) => readMoment(textOf(trace, 'Timestamp'))?.value ?? []) ?? [];
    const last = told.at(-1);
    return last === undefined || last > now ? now : last;
  }

  /** @throws OutsideRefused `EO-SIZE` for a document longer than we take, `EO-HASH` for one whose files are not whole */
  private async fetch(messageId: string): Promise<EdocDocument> {
    const answer = await this.ask('GetDocument', { DocumentId: messageId }).catch((error: unknown) =>
      this.tooLong(error),
    );
    const messageHeader = findNode(answer.header, 'MessageHeader');
    if (messageHeader === null) throw new OutsideUnavailable('văn bản tới mà thiếu phần đầu.');
    const references = findNode([answer.response], 'Manifest')?.children ?? [];
    const files = references.map((reference) => fileOf(reference, answer.parts));
    return { messageHeader, traceHeaderList: findNode(answer.header, 'TraceHeaderList'), files };
  }

  /** It would be as long whenever it is asked for. */
  private tooLong(error: unknown): never {
    if (!(error instanceof AnswerTooLarge)) throw error;
    const most = String(this.profile.limits.answerBytes / 2 ** 20);
    throw new OutsideRefused('EO-SIZE', `Văn bản dài hơn ${most} MiB, vượt mức phần mềm nhận.`, { cause: error });
  }

  /** The product delivers each item once, so items are stored before they are read, and their statuses before the batch is acknowledged. */
  private async pendingTraces(): Promise<readonly PendingItem[]> {
    const { spool } = this.parts;
    await unlessOutside(() =>
      this.client.call('GetTraces', tokenRequest('GetTraces', this.account), async (raw) => {
        await spool.keep(raw, 'raw');
      }),
    );
    for (const name of await spool.names('raw')) {
      if (!(await unlessOutside(() => this.unpack(name)))) await spool.setAside(name);
    }
    const items: (PendingItem & MessageHead)[] = [];
    for (const name of await spool.names('trace')) {
      const bytes = await spool.read(name);
      const head = bytes && this.traceHead(bytes);
      if (head) items.push({ messageId: name, kind: 'status', ...head });
      else if (bytes) await spool.setAside(name);
    }
    return items.sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime());
  }

  private async unpack(name: string): Promise<void> {
    const { spool } = this.parts;
    const raw = await spool.read(name);
    if (raw === null) return;
    const contentType = raw.toString('latin1', 0, 2) === '--' ? multipartOf(raw) : 'text/xml';
    const { response } = this.client.read('GetTraces', { body: raw, headers: { 'content-type': contentType } });
    for (const status of findNode([response], 'Traces')?.children ?? []) {
      await spool.keep(statusFromWire(status, this.profile.codes), 'trace');
    }
    await spool.remove(name);
  }

  /** @returns null for a status that is not to be read: it must not keep the others out */
  private traceHead(bytes: Buffer): (MessageHead & { readonly size: number }) | null {
    const now = this.parts.clock.now();
    try {
      return readXml(bytes, TRACE_LIMITS, ({ root }) => {
        const header = findNode([root], 'MessageHeader');
        const at = readMoment(textOf(header, 'Timestamp'))?.value ?? now;
        const fromAgency = textOf(findNode(header?.children ?? [], 'From'), 'OrganId');
        return { fromAgency, size: bytes.length, queuedAt: at > now ? now : at };
      });
    } catch (error) {
      if (error instanceof XmlRefused) return null;
      throw error;
    }
  }
}

async function whole(content: Buffer): Promise<FetchedMessage> {
  const bytes = new MemoryBytes(content);
  return { bytes, sha256: await bytes.sha256() };
}

/** Documents come although statuses do not. @returns false when the e-office failed or refused */
async function unlessOutside(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof OutsideRefused || error instanceof OutsideUnavailable) return false;
    throw error;
  }
}

/** An answer that was kept begins with its boundary. */
function multipartOf(raw: Buffer): string {
  const boundary = raw.toString('latin1', 2, Math.max(2, raw.indexOf('\r\n', 0, 'latin1')));
  return `multipart/related; boundary="${boundary}"`;
}

function fileOf(reference: XmlNode, parts: ReadonlyMap<string, Buffer>): EdocDocument['files'][number] {
  const contentId = (reference.attributes.get('href') ?? textOf(reference, 'ContentId')).replace(/^cid:/u, '');
  const text = parts.get(contentId);
  const content = text === undefined ? null : decodeBase64(text);
  if (content === null) {
    throw new OutsideRefused('EO-HASH', 'Tệp kèm văn bản bị thiếu hoặc hỏng trên đường; hãy nhờ nơi gửi gửi lại.');
  }
  return {
    contentId,
    contentType: textOf(reference, 'ContentType'),
    description: textOf(reference, 'Description'),
    name: textOf(reference, 'AttachmentName'),
    content,
  };
}
