import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { join } from 'node:path';
import { HttpsCalendarFeed } from '../integrations/calendar-feed/https-calendar-feed.js';
import { EdxmlCodec } from '../integrations/e-office/edxml/edxml-codec.js';
import { JsonFeedbackReader } from '../integrations/e-office/edxml/feedback.js';
import { connectEOffice, type EOfficeConnection } from '../integrations/e-office/profiles/connect.js';
import { loadProfile, ProfileError } from '../integrations/e-office/profiles/load-profile.js';
import { LineSecurityError, readLineFiles } from '../integrations/e-office/soap/line-security.js';
import { ThreadFileBundles } from '../integrations/file-bundle/thread-file-bundles.js';
import { SmtpMailer } from '../integrations/mail/smtp-mailer.js';
import { PdfLibCopyPages } from '../integrations/pdf-converter/copy-pages/pdf-lib-copy-pages.js';
import { PdftoppmPageImages } from '../integrations/pdf-converter/pdftoppm-page-images.js';
import { PdfLibProofSheets } from '../integrations/pdf-converter/proof-sheet-pdf.js';
import { SofficePdfMaker } from '../integrations/pdf-converter/soffice-pdf-maker.js';
import { FileTrustAnchors } from '../integrations/trust/file-trust-anchors.js';
import { HttpCrlSource } from '../integrations/trust/http-crl-source.js';
import { HttpOcspSource } from '../integrations/trust/http-ocsp-source.js';
import { ThreadXmlSignatures } from '../integrations/xml-signatures/thread-xml-signatures.js';
import { CalendarFeed } from './calendar/ports/calendar-feed.port.js';
import { ProofSheets } from './calendar/ports/proof-sheet.port.js';
import { Settings, SettingsError } from './config/settings.js';
import { CopyPages } from './copies/ports/copy-pages.port.js';
import { PdfConverter } from './documents/ports/pdf-converter.port.js';
import { PageImages } from './drafting/ports/page-images.port.js';
import { PdfMaker } from './drafting/ports/pdf-maker.port.js';
import { FeedbackReader } from './exchange/ports/feedback-reader.port.js';
import { Mailroom } from './exchange/ports/mailroom.port.js';
import { MessageCodec } from './exchange/ports/message-codec.port.js';
import { Clock } from './kernel/clock.js';
import { Mailer } from './notices/ports/mailer.port.js';
import { FileBundles } from './records/ports/file-bundles.port.js';
import { SpoolFolder } from './platform/spool/spool.js';
import { CrlSource, TrustAnchors } from './signing/ports/crl-source.port.js';
import { OcspSource } from './signing/ports/ocsp-source.port.js';
import { SigningDesk } from './signing/ports/signing-desk.port.js';
import { XmlSignatures } from './signing/ports/xml-signatures.port.js';

/** Both ports of the one e-office, by its profile. */
const E_OFFICE = Symbol('e-office');

function eOffice({ eOffice, agency }: Settings, clock: Clock, spools: SpoolFolder): EOfficeConnection {
  const { profile, url, username, password, timeoutMs, hosts, files } = eOffice;
  if (url === undefined) throw new SettingsError('Biến E_OFFICE_URL không hợp lệ: cần địa chỉ SOAP của e-office.');
  try {
    const security = { hosts, tls: readLineFiles(files) };
    const line = { endpoint: url, username, password, timeoutMs, agencyCode: agency.code, spools, security };
    return connectEOffice(loadProfile(profile), line, clock);
  } catch (error) {
    if (error instanceof LineSecurityError) {
      throw new SettingsError(`Các biến E_OFFICE_CA, E_OFFICE_CLIENT_… không hợp lệ: ${error.message}.`, {
        cause: error,
      });
    }
    if (!(error instanceof ProfileError)) throw error;
    throw new SettingsError(`Biến E_OFFICE_PROFILE không hợp lệ: ${error.message}.`, { cause: error });
  }
}

/** Which adapter stands behind each port. */
const ADAPTERS: readonly Provider[] = [
  {
    provide: SpoolFolder,
    inject: [Settings],
    useFactory: ({ dataDirectory }: Settings) => new SpoolFolder(join(dataDirectory, 'dang-nhan')),
  },
  { provide: E_OFFICE, inject: [Settings, Clock, SpoolFolder], useFactory: eOffice },
  { provide: Mailroom, inject: [E_OFFICE], useFactory: ({ mailroom }: EOfficeConnection) => mailroom },
  { provide: SigningDesk, inject: [E_OFFICE], useFactory: ({ signingDesk }: EOfficeConnection) => signingDesk },
  { provide: MessageCodec, useFactory: () => new EdxmlCodec() },
  { provide: FeedbackReader, useFactory: () => new JsonFeedbackReader() },
  {
    provide: PdfMaker,
    inject: [Settings],
    useFactory: ({ pdf, dataDirectory }: Settings) =>
      new SofficePdfMaker({
        soffice: pdf.soffice,
        timeoutMs: pdf.timeoutMs,
        workDirectory: join(dataDirectory, 'chuyen-pdf'),
      }),
  },
  { provide: PdfConverter, useExisting: PdfMaker },
  { provide: PageImages, inject: [Settings], useFactory: ({ pdf }: Settings) => new PdftoppmPageImages(pdf.pdftoppm) },
  {
    provide: CalendarFeed,
    inject: [Settings],
    useFactory: ({ calendarFeed: { hosts, privateAddresses } }: Settings) =>
      new HttpsCalendarFeed({ hosts, privateAddresses }),
  },
  { provide: ProofSheets, useFactory: () => new PdfLibProofSheets() },
  { provide: CopyPages, useFactory: () => new PdfLibCopyPages() },
  { provide: FileBundles, useFactory: () => new ThreadFileBundles() },
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
    useFactory: ({ mail: { smtpUrl, ...mail }, house }: Settings) =>
      new SmtpMailer({ ...mail, url: smtpUrl, from: { name: house.name, address: mail.from } }),
  },
];

@Global()
@Module({
  providers: [...ADAPTERS],
  exports: [
    Mailroom,
    SigningDesk,
    MessageCodec,
    FeedbackReader,
    PdfMaker,
    PdfConverter,
    PageImages,
    CalendarFeed,
    ProofSheets,
    CopyPages,
    FileBundles,
    TrustAnchors,
    CrlSource,
    OcspSource,
    XmlSignatures,
    Mailer,
  ],
})
export class AdaptersModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(E_OFFICE) private readonly eOffice: EOfficeConnection,
    private readonly spools: SpoolFolder,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.spools.sweep(this.clock.now().getTime());
  }

  /** Idle connections would keep the process alive. */
  onApplicationShutdown(): void {
    this.eOffice.close();
  }
}
