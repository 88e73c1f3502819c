import { sha256Of } from '../../../../src/kernel/sha256.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { loadProfile } from '../../profiles/load-profile.js';
import type { OpenEdoc } from '../../profiles/bkav-edoc/edoc-message.js';
import { decodeBase64 } from '../../xml/base64-decoder.js';
import { documentFromWire, documentToWire, statusFromWire, statusToWire } from '../../profiles/bkav-edoc/translate.js';
import { edoc, findNode, textOf, type EdocAction, type EdocMessage } from '../../profiles/bkav-edoc/wire.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import type { XmlNode } from '../../xml/xml-node.js';
import type { XmlPiece } from '../../xml/xml-writing.js';
import type { Office } from '../office.js';
import type { MessageOperations } from '../operations/message-operations.js';
import type { QueuedMessage } from '../store/mailbox.js';

const MAX_COUNT = 200;

/** A refusal in the words of the real server: a code, and perhaps a text that nobody should see. */
class EdocRefusal extends Error {
  constructor(readonly code: string | null) {
    super(code ?? '');
  }
}

/** The same mailbox, directory and ledger as behind our own contract, spoken of in Bkav eDoc. */
export class EDocDesk {
  private readonly codes = loadProfile('bkav-edoc').codes;

  constructor(
    private readonly office: Office,
    private readonly messages: MessageOperations,
    /** The one token of the department. */
    private readonly token: string,
  ) {}

  /** Answers every request that could be read, a refused one by a report. */
  async answer(action: EdocAction, request: OpenEdoc): Promise<EdocMessage> {
    try {
      this.requireToken(action, request);
      return await this[action](request);
    } catch (error) {
      if (error instanceof EdocRefusal) return plain(action, [report(error.code)]);
      if (error instanceof SoapRefusal) return plain(action, [report('M.MessageHeader', error.reason)]);
      throw error;
    }
  }

  private CheckPermission(): EdocMessage {
    return plain('CheckPermission', [report()]);
  }

  private GetOrganizations(): EdocMessage {
    const listed = this.office.store.agencies
      .after('', MAX_COUNT)
      .map(({ code, name }) => organ('Organization', code, name));
    return plain('GetOrganizations', [report(), edoc('Organizations', listed)]);
  }

  private GetPendingDocumentIds(): EdocMessage {
    const ids = this.pending('document').map(({ position }) => edoc('DocumentId', String(position)));
    return plain('GetPendingDocumentIds', [report(), edoc('DocumentIds', ids)]);
  }

  private GetDocument({ body }: OpenEdoc): EdocMessage {
    const message = this.asked(body, 'M.GetDocumentCheckAllow');
    const { mailbox } = this.office.store;
    mailbox.countDelivery(message.id);
    const { header, body: manifest, files } = documentToWire(mailbox.bytes(message), this.codes);
    return { ...plain('GetDocument', [report(), ...manifest]), header, files };
  }

  /** Takes the document from the list and tells its sender 01. */
  private async ConfirmReceived({ body }: OpenEdoc): Promise<EdocMessage> {
    const message = this.asked(body, 'M.ConfirmReceived');
    const { store, clock, codec, parties } = this.office;
    const read = codec.read(store.mailbox.bytes(message)).message;
    if (read?.kind === 'document') {
      const { documentId, codeNumber, codeNotation } = read;
      const status = {
        kind: 'status' as const,
        from: parties.department,
        responseFor: { organId: read.from.id, code: `${codeNumber}/${codeNotation}`, documentId },
        status: '01' as const,
        at: clock.now(),
      };
      await this.send(`ack-${message.id}`, 'status', codec.write(status));
    }
    store.mailbox.acknowledge(message.id, 'done', null, clock.now());
    return plain('ConfirmReceived', [report()]);
  }

  private GetTraces(): EdocMessage {
    const { mailbox } = this.office.store;
    const now = this.office.clock.now();
    const traces = this.pending('status').map((message) => {
      // What was handed out once is not handed out again.
      mailbox.acknowledge(message.id, 'done', null, now);
      return statusToWire(mailbox.bytes(message), this.codes);
    });
    return plain('GetTraces', [report(), edoc('Traces', traces)]);
  }

  private async SendDocument({ header, body, parts }: OpenEdoc): Promise<EdocMessage> {
    const messageHeader = findNode(header, 'MessageHeader');
    if (messageHeader === null) throw new EdocRefusal('N.MessageHeader');
    if (findNode(header, 'ErrorList') === null) throw new EdocRefusal('N.ErrorList');
    const traceHeaderList = findNode(header, 'TraceHeaderList');
    const files = (findNode(body, 'Manifest')?.children ?? []).map((reference) => sentFile(reference, parts));
    const edxml = documentFromWire({ messageHeader, traceHeaderList, files }, this.codes);
    const id = textOf(messageHeader, 'DocumentId');
    const business = findNode(header, 'BussinessDocType')?.text.trim() ?? '0';
    const { messageId, duplicate } = await this.send(
      `edoc-${business}-${sha256Of(id).slice(0, 40)}`,
      'document',
      edxml,
    );
    if (duplicate) throw new EdocRefusal('M.Exist');
    return plain('SendDocument', [report(), edoc('DocumentId', messageId)]);
  }

  private async UpdateTraces({ body }: OpenEdoc): Promise<EdocMessage> {
    const status = findNode(body, 'Status');
    if (status === null) throw new EdocRefusal('N.Status');
    const edxml = statusFromWire(status, this.codes);
    const about = textOf(findNode(status.children, 'ResponseFor'), 'DocumentId');
    const code = textOf(status, 'StatusCode').padStart(2, '0');
    // 05 may come again with other words.
    const said = code === '05' ? sha256Of(edxml) : '';
    const { duplicate } = await this.send(
      `trace-${sha256Of(`${about} ${code} ${said}`).slice(0, 40)}`,
      'status',
      edxml,
    );
    if (duplicate) throw new EdocRefusal('M.UpdateTraces');
    return plain('UpdateTraces', [report()]);
  }

  private async send(
    consignmentId: string,
    kind: QueuedMessage['kind'],
    edxml: Buffer,
  ): Promise<{ readonly messageId: string; readonly duplicate: boolean }> {
    const known = this.office.store.ledger.find(consignmentId);
    if (known) return { messageId: known.messageId, duplicate: true };
    return this.messages.send({ consignmentId, kind, sha256: sha256Of(edxml), edxml: new MemoryBytes(edxml) });
  }

  private pending(kind: QueuedMessage['kind']): QueuedMessage[] {
    const { store, parties } = this.office;
    return store.mailbox.pending(parties.department.id, 0, MAX_COUNT, kind);
  }

  private asked(body: OpenEdoc['body'], refusal: string): QueuedMessage {
    const id = textOf(body[0] ?? null, 'DocumentId');
    const message = this.pending('document').find(({ position }) => String(position) === id);
    if (!message) throw new EdocRefusal(refusal);
    return message;
  }

  /** Of a wrong token the real server says no more than that. */
  private requireToken(action: EdocAction, { header, body }: OpenEdoc): void {
    const sends = action === 'SendDocument' || action === 'UpdateTraces';
    const bearer = sends ? findNode(header, 'KeyInfo') : (body[0] ?? null);
    const known =
      textOf(bearer, 'Token') === this.token && textOf(bearer, 'OrganId') === this.office.parties.department.id;
    if (!known) throw new EdocRefusal(sends ? 'CheckSignature' : null);
  }
}

function plain(action: EdocAction, content: readonly XmlPiece[]): EdocMessage {
  return { header: [], body: [edoc(`${action}Response`, content)], files: [] };
}

/** @param code null: refused without a reason · undefined: done */
function report(code?: string | null, description = ''): XmlPiece {
  const errors = code ? [edoc('Error', [edoc('Code', code), edoc('Description', description)])] : [];
  return edoc('Report', [edoc('IsSuccess', code === undefined ? 'true' : 'false'), edoc('ErrorList', errors)]);
}

function organ(name: string, code: string, called: string): XmlPiece {
  return edoc(name, [edoc('OrganId', code), edoc('OrganName', called)]);
}

function sentFile(reference: XmlNode, parts: OpenEdoc['parts']) {
  const contentId = (reference.attributes.get('href') ?? '').replace(/^cid:/u, '');
  const content = decodeBase64(parts.get(contentId) ?? Buffer.from('='));
  if (content === null) throw new EdocRefusal('N.Attachment');
  return {
    contentId,
    content,
    contentType: textOf(reference, 'ContentType'),
    description: textOf(reference, 'Description'),
    name: textOf(reference, 'AttachmentName'),
  };
}
