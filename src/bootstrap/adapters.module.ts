import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { join } from 'node:path';
import { ClamdVirusScanner } from '../../integrations/antivirus/clamd-virus-scanner.js';
import { HttpsWebhookPost } from '../../integrations/hotline/https-webhook-post.js';
import { HttpsCalendarFeed } from '../../integrations/calendar-feed/https-calendar-feed.js';
import { LdapDirectoryLogin } from '../../integrations/directory-ldap/ldap-directory-login.js';
import { certificateEnd } from '../../integrations/directory-ldap/certificate-end.js';
import {
  DirectoryConfigError,
  readDirectoryConfig,
  type DirectoryConfig,
} from '../../integrations/directory-ldap/directory-config.js';
import { LdapStaffSource } from '../../integrations/directory-ldap/ldap-staff-source.js';
import { NoStaffSource } from '../../integrations/directory-ldap/no-staff-source.js';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { JsonFeedbackReader } from '../../integrations/e-office/edxml/feedback.js';
import type { EOfficeConnection } from '../../integrations/e-office/profiles/connect.js';
import { ThreadFileBundles } from '../../integrations/file-bundle/thread-file-bundles.js';
import { SmtpMailer } from '../../integrations/mail/smtp-mailer.js';
import { KEPT_LIMITS } from '../../integrations/pdf-converter/kept-office.js';
import { PdfLibCopyPages } from '../../integrations/pdf-converter/copy-pages/pdf-lib-copy-pages.js';
import { ConfinedFilePictures } from '../../integrations/pdf-converter/confined-file-pictures.js';
import { PdftoppmPageImages } from '../../integrations/pdf-converter/pdftoppm-page-images.js';
import { PdfLibProofSheets } from '../../integrations/pdf-converter/proof-sheet-pdf.js';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';
import { SyslogLogHost } from '../../integrations/syslog/syslog-log-host.js';
import { FileTrustAnchors } from '../../integrations/trust/file-trust-anchors.js';
import { HttpCrlSource } from '../../integrations/trust/http-crl-source.js';
import { HttpOcspSource } from '../../integrations/trust/http-ocsp-source.js';
import { ThreadXmlSignatures } from '../../integrations/xml-signatures/thread-xml-signatures.js';
import { BackupProcess } from '../backup/ports/backup-process.port.js';
import { CalendarFeed } from '../calendar/ports/calendar-feed.port.js';
import { ProofSheets } from '../calendar/ports/proof-sheet.port.js';
import { Settings, SettingsError } from '../config/settings.js';
import { CopyPages } from '../copies/ports/copy-pages.port.js';
import { PdfConverter } from '../documents/ports/pdf-converter.port.js';
import { LogHost } from '../documents/ports/log-host.port.js';
import { FilePictures } from '../files/ports/file-pictures.port.js';
import { PageImages } from '../drafting/ports/page-images.port.js';
import { PdfMaker } from '../drafting/ports/pdf-maker.port.js';
import { TracesModule } from '../exchange/index.js';
import { CallObserver } from '../exchange/ports/call-observer.port.js';
import { FeedbackReader } from '../exchange/ports/feedback-reader.port.js';
import { MessageTransport } from '../exchange/ports/message-transport.port.js';
import { MessageCodec } from '../exchange/ports/message-codec.port.js';
import { NoVirusScanner } from '../files/index.js';
import { VirusScanner } from '../files/ports/virus-scanner.port.js';
import { WebhookPost } from '../hotline/ports/webhook-post.port.js';
import { Clock } from '../kernel/clock.js';
import { Mailer } from '../notices/ports/mailer.port.js';
import { StaffSource } from '../organisation/ports/staff-source.port.js';
import { DirectoryLogin } from '../organisation/ports/directory-login.port.js';
import { FileBundles } from '../records/ports/file-bundles.port.js';
import { EvidenceStore } from '../platform/files/evidence-store.js';
import { FileStore } from '../platform/files/file-store.js';
import { SpoolFolder } from '../platform/spool/spool.js';
import { ChildBackup } from './child-backup.js';
import { Log } from '../platform/telemetry/log.js';
import { CrlSource } from '../signing/ports/crl-source.port.js';
import { TrustAnchors } from '../signing/ports/trust-anchors.port.js';
import { OcspSource } from '../signing/ports/ocsp-source.port.js';
import { SigningDesk } from '../signing/ports/signing-desk.port.js';
import { XmlSignatures } from '../signing/ports/xml-signatures.port.js';
import { eOffice, signingOffice } from './e-office-lines.js';

/** Reading a page of people may take longer than a sign-in. */
const PAGE_OF_PEOPLE_MS = 30_000;

/** Both ports of the one e-office, by its profile. */
const E_OFFICE = Symbol('e-office');
/** The e-office where letters are signed; null: the same. */
const SIGNING_OFFICE = Symbol('signing-office');

/** How the directory is reached; null where none is set up. @throws SettingsError */
export function directoryConfig({ directory }: Settings): DirectoryConfig | null {
  if (directory === null) return null;
  try {
    return readDirectoryConfig(directory);
  } catch (error) {
    if (!(error instanceof DirectoryConfigError)) throw error;
    throw new SettingsError(`Các biến về thư mục người dùng (LDAP) không hợp lệ: ${error.message}.`, { cause: error });
  }
}

/** Who reads the directory of people, if there is one. @throws SettingsError */
export function staffSource(settings: Settings): StaffSource {
  const config = directoryConfig(settings);
  if (config === null) return new NoStaffSource();
  return new LdapStaffSource({ ...config, timeoutMs: Math.max(config.timeoutMs, PAGE_OF_PEOPLE_MS) });
}

/** When the directory's certificate ends. @throws SettingsError where no directory is set up @throws OutsideUnavailable · OutsideRefused */
export function directoryCertificateEnd(settings: Settings): Promise<Date> {
  const config = directoryConfig(settings);
  if (config === null) throw new SettingsError('Biến LDAP_URL chưa đặt.');
  return certificateEnd(config);
}

/** Who looks for viruses, if there is anybody. */
export function virusScanner({ antivirus: { address, timeoutMs } }: Settings): VirusScanner {
  return address === undefined ? new NoVirusScanner() : new ClamdVirusScanner(address, timeoutMs);
}

/**
 * Keeps LibreOffice running for letters of the app.
 *
 * @param workDirectory a folder of its own, for profiles and batches
 */
export function pdfMaker(
  { pdf: { soffice, timeoutMs } }: Pick<Settings, 'pdf'>,
  workDirectory: string,
  onNotKept: (reason: string) => void,
): SofficePdfMaker {
  return new SofficePdfMaker({ soffice, timeoutMs, workDirectory, kept: KEPT_LIMITS, onNotKept });
}

export function pageImages({ pdf }: Settings): PageImages {
  return new PdftoppmPageImages(pdf.pdftoppm);
}

/** pdfinfo is of the same package as pdftoppm, and stands beside it. */
function filePictures({ pdf: { pdftoppm } }: Settings): FilePictures {
  return new ConfinedFilePictures({ pdftoppm, pdfinfo: pdftoppm.replace(/pdftoppm$/u, 'pdfinfo') });
}

/** The department's mail server, if one is set. */
export function mailServer({ mail: { smtpUrl, ...mail }, agencyProfile }: Settings): SmtpMailer {
  return new SmtpMailer({ ...mail, url: smtpUrl, from: { name: agencyProfile.name, address: mail.from } });
}

const SYSLOG_TIMEOUT_MS = 10_000;

/** Which adapter stands behind each port. */
const ADAPTERS: readonly Provider[] = [
  {
    provide: SpoolFolder,
    inject: [Settings],
    useFactory: ({ dataDirectory }: Settings) => new SpoolFolder(join(dataDirectory, 'dang-nhan')),
  },
  { provide: E_OFFICE, inject: [Settings, Clock, SpoolFolder, CallObserver], useFactory: eOffice },
  { provide: MessageTransport, inject: [E_OFFICE], useFactory: ({ transport }: EOfficeConnection) => transport },
  { provide: SIGNING_OFFICE, inject: [Settings, Clock, SpoolFolder, CallObserver], useFactory: signingOffice },
  {
    provide: SigningDesk,
    inject: [E_OFFICE, SIGNING_OFFICE],
    useFactory: (exchange: EOfficeConnection, signing: EOfficeConnection | null) => (signing ?? exchange).signingDesk,
  },
  {
    provide: DirectoryLogin,
    inject: [Settings, Clock],
    useFactory: (settings: Settings, clock: Clock) => new LdapDirectoryLogin(directoryConfig(settings), clock),
  },
  { provide: StaffSource, inject: [Settings], useFactory: staffSource },
  { provide: VirusScanner, inject: [Settings], useFactory: virusScanner },
  { provide: MessageCodec, useFactory: () => new EdxmlCodec() },
  { provide: FeedbackReader, useFactory: () => new JsonFeedbackReader() },
  {
    provide: PdfMaker,
    inject: [Settings, Log],
    useFactory: (settings: Settings, log: Log) =>
      pdfMaker(settings, join(settings.dataDirectory, 'chuyen-pdf'), (reason) => log.warn('pdf.notKept', { reason })),
  },
  { provide: PdfConverter, useExisting: PdfMaker },
  { provide: PageImages, inject: [Settings], useFactory: pageImages },
  { provide: FilePictures, inject: [Settings], useFactory: filePictures },
  {
    provide: CalendarFeed,
    inject: [Settings],
    useFactory: ({ calendarFeed: { hosts, privateAddresses } }: Settings) =>
      new HttpsCalendarFeed({ hosts, privateAddresses }),
  },
  {
    provide: WebhookPost,
    inject: [Settings],
    useFactory: ({ webhooks }: Settings) => new HttpsWebhookPost(webhooks),
  },
  { provide: ProofSheets, useFactory: () => new PdfLibProofSheets() },
  { provide: BackupProcess, useFactory: () => new ChildBackup() },
  { provide: CopyPages, useFactory: () => new PdfLibCopyPages() },
  { provide: FileBundles, useFactory: () => new ThreadFileBundles() },
  {
    provide: LogHost,
    inject: [Settings],
    useFactory: ({ syslogUrl }: Settings) => new SyslogLogHost(syslogUrl, SYSLOG_TIMEOUT_MS),
  },
  {
    provide: TrustAnchors,
    inject: [Settings],
    useFactory: ({ trust }: Settings) => new FileTrustAnchors(trust.anchorsFile),
  },
  {
    provide: CrlSource,
    inject: [Settings, Clock],
    useFactory: ({ trust }: Settings, clock: Clock) => new HttpCrlSource(trust.crlHosts, clock),
  },
  { provide: OcspSource, inject: [Settings], useFactory: ({ trust }: Settings) => new HttpOcspSource(trust.crlHosts) },
  { provide: XmlSignatures, useFactory: () => new ThreadXmlSignatures() },
  {
    provide: Mailer,
    inject: [Settings],
    useFactory: mailServer,
  },
];

@Global()
@Module({
  imports: [TracesModule],
  providers: [...ADAPTERS],
  exports: [
    BackupProcess,
    MessageTransport,
    SigningDesk,
    MessageCodec,
    FeedbackReader,
    PdfMaker,
    PdfConverter,
    PageImages,
    FilePictures,
    CalendarFeed,
    WebhookPost,
    ProofSheets,
    CopyPages,
    FileBundles,
    LogHost,
    TrustAnchors,
    CrlSource,
    OcspSource,
    XmlSignatures,
    StaffSource,
    DirectoryLogin,
    VirusScanner,
    Mailer,
  ],
})
export class AdaptersModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(E_OFFICE) private readonly eOffice: EOfficeConnection,
    @Inject(SIGNING_OFFICE) private readonly signingOffice: EOfficeConnection | null,
    private readonly spools: SpoolFolder,
    private readonly files: FileStore,
    private readonly evidence: EvidenceStore,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.spools.sweep(now);
    await this.files.sweep(now);
  }

  /** Idle connections would keep the process alive. */
  onApplicationShutdown(): void {
    this.eOffice.close();
    this.signingOffice?.close();
    this.files.close();
    this.evidence.close();
  }
}
