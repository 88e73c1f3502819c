import { BackupProcess } from '../../src/backup/ports/backup-process.port.js';
import { ChildBackup } from '../../src/bootstrap/child-backup.js';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { PDFDocument } from '@cantoo/pdf-lib';
import { TestArrivalBook, type ToEnter } from './test-arrival-book.js';
import { TestNumberBook } from './test-number-book.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { JsonFeedbackReader } from '../../integrations/e-office/edxml/feedback.js';
import { PdfLibCopyPages } from '../../integrations/pdf-converter/copy-pages/pdf-lib-copy-pages.js';
import { ThreadFileBundles } from '../../integrations/file-bundle/thread-file-bundles.js';
import { PdfLibProofSheets } from '../../integrations/pdf-converter/proof-sheet-pdf.js';
import { NoStaffSource } from '../../integrations/directory-ldap/no-staff-source.js';
import { StaffSource } from '../../src/organisation/ports/staff-source.port.js';
import { HttpsWebhookPost } from '../../integrations/hotline/https-webhook-post.js';
import { WebhookPost } from '../../src/hotline/ports/webhook-post.port.js';
import { CopyPages } from '../../src/copies/ports/copy-pages.port.js';
import { CalendarFeed } from '../../src/calendar/ports/calendar-feed.port.js';
import { MemoryBytes } from '../../src/kernel/held-bytes.js';
import type { Clock } from '../../src/kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { ProofSheets } from '../../src/calendar/ports/proof-sheet.port.js';
import { PdfConverter } from '../../src/documents/ports/pdf-converter.port.js';
import { LogHost } from '../../src/documents/ports/log-host.port.js';
import { PageImages } from '../../src/drafting/ports/page-images.port.js';
import { PdfMaker, type Conversion, type DocxOrigin } from '../../src/drafting/ports/pdf-maker.port.js';
import { FeedbackReader } from '../../src/exchange/ports/feedback-reader.port.js';
import { Mailer, type Mail } from '../../src/notices/ports/mailer.port.js';
import {
  MessageTransport,
  TRANSPORT_ABILITIES,
  type Dispatch,
  type FetchedMessage,
  type ListedMessage,
  type PendingItem,
  type RemoteDocumentState,
  type ServiceInfo,
  type Agency,
  type AgencyPage,
} from '../../src/exchange/ports/message-transport.port.js';
import { MessageCodec } from '../../src/exchange/ports/message-codec.port.js';
import { DirectoryLogin, type DirectoryAnswer } from '../../src/organisation/ports/directory-login.port.js';
import { NoVirusScanner } from '../../src/files/index.js';
import { FilePictures } from '../../src/files/ports/file-pictures.port.js';
import { TestFilePictures } from './test-file-pictures.js';
import { VirusScanner } from '../../src/files/ports/virus-scanner.port.js';
import { FileBundles } from '../../src/records/ports/file-bundles.port.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { OcspSource } from '../../src/signing/ports/ocsp-source.port.js';
import { XmlSignatures } from '../../src/signing/ports/xml-signatures.port.js';
import { ThreadXmlSignatures } from '../../integrations/xml-signatures/thread-xml-signatures.js';
import { SyslogLogHost } from '../../integrations/syslog/syslog-log-host.js';
import {
  SIGNING_ABILITIES,
  SigningDesk,
  type EntryOfLetter,
  type FileToSeal,
  type LetterToNumber,
  type RemoteSignatureState,
  type SealOrder,
  type SignatureSubmission,
} from '../../src/signing/ports/signing-desk.port.js';

type Acknowledged = Pick<Parameters<MessageTransport['acknowledge']>[0], 'messageId' | 'outcome'>;

type Queued = Required<Omit<PendingItem, 'sha256'>> & { readonly bytes: Buffer };

/** What left through the message transport, its bytes read. */
export type SentMessage = Omit<Dispatch, 'bytes'> & { readonly bytes: Buffer };

/** A message transport in memory: what a test puts in is pending until it is acknowledged; what is sent is kept. */
export class TestMessageTransport extends MessageTransport {
  override readonly abilities: MessageTransport['abilities'] = new Set(TRANSPORT_ABILITIES);
  readonly sent: SentMessage[] = [];
  readonly acknowledged: Acknowledged[] = [];
  /** Why a message is not handed over, by its id. */
  readonly withheld = new Map<string, Error>();
  /** Why what is sent is not taken, by kind. */
  readonly notTaken = new Map<Dispatch['kind'], Error>();
  /** Receivers that the e-office refuses, and how. */
  readonly unknown = new Set<string>();
  override takesDocumentOnce = false;
  /** What became of our documents where they went. */
  readonly states: RemoteDocumentState[] = [];
  /** Nobody answers who it is. */
  isAway = false;
  /** How far the e-office's clock is before ours. */
  skewMs = 0;
  private readonly queued = new Map<string, Queued>();
  /** The agencies of the directory, handed out in pages of so many. */
  directory: readonly Agency[] = [];
  directoryPage = 2;
  directoryAway = false;
  private readonly pending = new Map<string, PendingItem>();
  private readonly taken = new Map<string, { readonly dispatch: SentMessage; readonly at: Date }>();

  readonly arrivals = new TestArrivalBook();

  constructor(private readonly clock: Clock) {
    super();
  }

  put(messageId: string, bytes: Buffer, queuedAt: Date, fromAgency = '000.00.22.H24'): void {
    const item = { messageId, kind: 'document' as const, fromAgency, size: bytes.length, queuedAt };
    this.queued.set(messageId, { ...item, bytes });
    this.pending.set(messageId, item);
  }

  override listPending(): Promise<readonly PendingItem[]> {
    return Promise.resolve([...this.pending.values()]);
  }

  override async getMessage(messageId: string): Promise<FetchedMessage> {
    const failure = this.withheld.get(messageId);
    if (failure) throw failure;
    const bytes = new MemoryBytes(this.queued.get(messageId)!.bytes);
    return { bytes, sha256: await bytes.sha256() };
  }

  isPending(messageId: string): boolean {
    return this.pending.has(messageId);
  }

  override acknowledge({ messageId, outcome }: Acknowledged): Promise<{ receiptId: string }> {
    this.acknowledged.push({ messageId, outcome });
    this.pending.delete(messageId);
    return Promise.resolve({ receiptId: `R-${messageId}` });
  }

  override async send(dispatch: Dispatch): Promise<{ receiptId: string; messageId: string; duplicate: boolean }> {
    const failure = this.notTaken.get(dispatch.kind);
    if (failure) throw failure;
    const sent = { ...dispatch, bytes: await dispatch.bytes.read() };
    const refused = [...this.unknown].find((code) => sent.bytes.includes(code));
    if (refused !== undefined) throw new OutsideRefused('EO-UNKNOWN-AGENCY', `Không có cơ quan mang mã ${refused}.`);
    this.sent.push(sent);
    if (!this.taken.has(dispatch.consignmentId)) {
      this.taken.set(dispatch.consignmentId, { dispatch: sent, at: this.clock.now() });
    }
    return { receiptId: 'R', messageId: `OUT-${this.sent.length}`, duplicate: false };
  }

  override registerIncoming(entry: ToEnter): ReturnType<MessageTransport['registerIncoming']> {
    return Promise.resolve(this.arrivals.enter(entry));
  }

  override listAgencies({ cursor = '0', since }: Parameters<MessageTransport['listAgencies']>[0]): Promise<AgencyPage> {
    if (this.directoryAway) return Promise.reject(new OutsideUnavailable('No answer'));
    const from = Number(cursor);
    const listed = this.directory.filter(({ modifiedAt }) => since === undefined || (modifiedAt ?? since) >= since);
    const next = from + this.directoryPage;
    const rest = next < listed.length ? { nextCursor: String(next) } : {};
    return Promise.resolve({ agencies: listed.slice(from, next), ...rest });
  }

  override serviceInfo(): Promise<ServiceInfo> {
    if (this.isAway) return Promise.reject(new OutsideUnavailable('No answer'));
    const serverTime = new Date(this.clock.now().getTime() + this.skewMs);
    return Promise.resolve({ product: 'Hộp thư thử', contractVersion: '1.0', serverTime });
  }

  override listMessages({ direction, from }: { direction: string; from: Date }): Promise<readonly ListedMessage[]> {
    const all = direction === 'toUs' ? [...this.queued.values()].map((item) => this.listed(item)) : this.listedSent();
    return Promise.resolve(all.filter(({ at }) => at >= from));
  }

  override listArrivals(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  override documentStates(documentIds: readonly string[]): Promise<readonly RemoteDocumentState[]> {
    return Promise.resolve(this.states.filter(({ documentId }) => documentIds.includes(documentId)));
  }

  /** As if it had never come: an e-office that lost what it took. */
  forget(consignmentId: string): void {
    this.taken.delete(consignmentId);
  }

  private listed({ bytes, queuedAt: at, ...item }: Queued): ListedMessage {
    return { ...item, at, sha256: sha256Of(bytes), acknowledged: !this.pending.has(item.messageId) };
  }

  private listedSent(): ListedMessage[] {
    return [...this.taken.values()].map(({ dispatch: { consignmentId, kind, bytes }, at }) => ({
      messageId: `OUT-${consignmentId}`,
      consignmentId,
      kind,
      fromAgency: '000.00.03.H24',
      size: bytes.length,
      sha256: sha256Of(bytes),
      at,
      acknowledged: true,
    }));
  }
}

/** A desk on which nobody signs: letters arrive and wait. */
export class TestSigningDesk extends SigningDesk {
  override readonly abilities: SigningDesk['abilities'] = new Set(SIGNING_ABILITIES);
  readonly submitted: SignatureSubmission[] = [];
  readonly sealed: SealOrder[] = [];
  readonly filesSealed: Buffer[] = [];

  override submit(submission: SignatureSubmission): Promise<{ signatureRequestId: string; duplicate: boolean }> {
    this.submitted.push(submission);
    return Promise.resolve({ signatureRequestId: `KS-${this.submitted.length}`, duplicate: false });
  }

  override states(): Promise<readonly RemoteSignatureState[]> {
    return Promise.resolve([]);
  }

  override signedFile(): Promise<Buffer> {
    return Promise.reject(new Error('Nobody signs at this desk.'));
  }

  override applySeal(order: SealOrder): Promise<{ status: 'sealed'; duplicate: boolean }> {
    this.sealed.push(order);
    return Promise.resolve({ status: 'sealed', duplicate: false });
  }

  readonly numbers = new TestNumberBook();

  override takeNumber(letter: LetterToNumber): Promise<EntryOfLetter> {
    return Promise.resolve(this.numbers.take(letter));
  }

  override sealFile({ content }: FileToSeal): Promise<Buffer> {
    this.filesSealed.push(content);
    return Promise.resolve(content);
  }

  override cancel(): Promise<void> {
    return Promise.resolve();
  }
}

/** A mail server that takes every letter; none is set until a test says so. */
export class TestMailer extends Mailer {
  available = false;
  readonly sent: Mail[] = [];

  override send(mail: Mail): Promise<void> {
    this.sent.push(mail);
    return Promise.resolve();
  }
}

/** A page of its own size for every letter, empty. */
export class TestPdfMaker extends PdfMaker {
  /** Where the files came from that it was asked for, by the word of who asked. */
  readonly origins: DocxOrigin[] = [];

  override convert(docx: readonly Buffer[], origin: DocxOrigin): Promise<readonly Conversion[]> {
    this.origins.push(origin);
    return Promise.all(docx.map(async () => ({ status: 'done' as const, pdf: await emptyPage() })));
  }

  override prepare(pdf: Buffer): ReturnType<PdfMaker['prepare']> {
    return Promise.resolve({ pdf, places: [] });
  }

  override printEntry(...[pdf]: Parameters<PdfMaker['printEntry']>): Promise<Buffer> {
    return Promise.resolve(pdf);
  }
}

async function emptyPage(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return Buffer.from(await pdf.save());
}

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

class TestPageImages extends PageImages {
  override render(_pdf: Buffer, page: number): Promise<Buffer | null> {
    return Promise.resolve(page === 1 ? DOT : null);
  }
}

/** Authorities that a test trusts; none until it says so. */
export class TestTrust extends TrustAnchors {
  readonly trusted: Buffer[] = [];

  override anchors(): Promise<readonly Buffer[]> {
    return Promise.resolve(this.trusted);
  }
}

/** Addresses that answer with what a test has put there; none until it has. */
export class TestCalendarFeed extends CalendarFeed {
  readonly hosts = ['lich.example'];
  readonly published = new Map<string, string>();

  override fetch(address: string): Promise<Uint8Array> {
    const text = this.published.get(address);
    if (text !== undefined) return Promise.resolve(Buffer.from(text));
    return Promise.reject(new OutsideRefused('FEED-STATUS', 'Máy giữ lịch trả lời 404; xem lại địa chỉ.'));
  }
}

class NoLists extends CrlSource {
  override fetch(): Promise<Buffer> {
    return Promise.reject(new Error('No lists here.'));
  }
}

/** The app keeps its accounts itself. */
class NoDirectory extends DirectoryLogin {
  override readonly isOn = false;

  override check(): Promise<DirectoryAnswer> {
    return Promise.resolve({ kind: 'unknown' });
  }
}

class NoAnswers extends OcspSource {
  override ask(): Promise<Buffer> {
    return Promise.reject(new Error('No responders here.'));
  }
}

export interface TestOutside {
  readonly transport: TestMessageTransport;
  readonly desk: TestSigningDesk;
}

/** Everything outside, in memory; messages are written and read by the real codec. */
@Global()
@Module({})
export class TestOutsideModule {
  static with({ transport, desk }: TestOutside): DynamicModule {
    const providers = [
      { provide: BackupProcess, useFactory: () => new ChildBackup() },
      { provide: MessageTransport, useValue: transport },
      { provide: SigningDesk, useValue: desk },
      { provide: PdfMaker, useClass: TestPdfMaker },
      { provide: PdfConverter, useExisting: PdfMaker },
      { provide: PageImages, useClass: TestPageImages },
      { provide: FilePictures, useClass: TestFilePictures },
      { provide: CalendarFeed, useClass: TestCalendarFeed },
      { provide: WebhookPost, useFactory: () => new HttpsWebhookPost({ hosts: [], privateAddresses: [] }) },
      { provide: ProofSheets, useClass: PdfLibProofSheets },
      { provide: CopyPages, useFactory: () => new PdfLibCopyPages() },
      { provide: FileBundles, useFactory: () => new ThreadFileBundles() },
      { provide: Mailer, useClass: TestMailer },
      { provide: StaffSource, useClass: NoStaffSource },
      { provide: TrustAnchors, useClass: TestTrust },
      { provide: CrlSource, useClass: NoLists },
      { provide: OcspSource, useClass: NoAnswers },
      { provide: XmlSignatures, useClass: ThreadXmlSignatures },
      { provide: DirectoryLogin, useClass: NoDirectory },
      { provide: VirusScanner, useClass: NoVirusScanner },
      { provide: LogHost, useFactory: () => new SyslogLogHost(undefined, 2_000) },
      { provide: MessageCodec, useFactory: () => new EdxmlCodec() },
      { provide: FeedbackReader, useFactory: () => new JsonFeedbackReader() },
    ];
    return { module: TestOutsideModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
