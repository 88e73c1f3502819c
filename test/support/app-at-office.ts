import { createServer, type AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PDFDocument, StandardFonts, type PDFPage } from '@cantoo/pdf-lib';
import { connectEOffice } from '../../integrations/e-office/profiles/connect.js';
import { loadProfile } from '../../integrations/e-office/profiles/load-profile.js';
import { VOfficeCallbackModule } from '../../integrations/e-office/profiles/viettel-voffice/v-office-callback.module.js';
import { EOfficeCallbackModule } from '../../integrations/e-office/soap/door/callback.module.js';
import { SoapClient } from '../../integrations/e-office/soap/client/soap-client.js';
import { SoapMessageTransport } from '../../integrations/e-office/soap/client/soap-message-transport.adapter.js';
import { SoapSigningDesk } from '../../integrations/e-office/soap/client/soap-signing-desk.adapter.js';
import type { Misbehaviour } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import type { SimulatorOptions } from '../../integrations/e-office/simulator/options.js';
import { type RunningSimulator, startSimulator } from '../../integrations/e-office/simulator/server.js';
import { ALL_PLACES, letterWithPlaces } from '../../integrations/pdf-converter/letter-with-places.fixture.js';
import { printEntry } from '../../integrations/pdf-converter/print-entry.js';
import { subsettingFontkit } from '../../integrations/pdf-converter/subsetting-fontkit.js';
import { preparePdf } from '../../integrations/pdf-converter/prepare-pdf.js';
import { HttpCrlSource } from '../../integrations/trust/http-crl-source.js';
import { PdfMaker } from '../../src/drafting/ports/pdf-maker.port.js';
import { ExchangeModule, ReceivePending } from '../../src/exchange/index.js';
import type { ActOrder } from '../../src/agency-profile/domain/agency-profile.js';
import { MessageTransport } from '../../src/exchange/ports/message-transport.port.js';
import { Database } from '../../src/platform/database/database.js';
import { SpoolFolder } from '../../src/platform/spool/spool.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { PollSignatures, NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { SubmitReply, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { FixedClock } from './fixed-clock.js';
import { LettersOf } from './letters-of.js';
import { decideOrder } from './order-of-acts.js';
import { DEPARTMENT, FEEDBACK, HOTLINE, TestApp } from './test-app.js';
import { TestPdfMaker, TestTrust } from './test-outside.js';

const ACCOUNT = { username: 'sgddt', password: 'mat-khau-thu' };
const CALLBACK = { username: 'eoffice', password: 'mat-khau-goi-lai' };

/** Longer than a list of revocations is kept here. */
const MINUTES_2 = 120_000;

/** The app and a simulated e-office that talk by SOAP over HTTP, both ways, with one clock between them. */
export class AppAtOffice {
  readonly letters = new LettersOf(() => this.app);

  private constructor(
    readonly app: TestApp,
    private simulator: RunningSimulator,
    private readonly settings: SimulatorOptions,
    /** The department's account at the e-office. */
    readonly client: SoapClient,
    /** Where the e-office keeps what it knows, `simulator.db`. */
    readonly directory: string,
  ) {}

  /** @param wire by which letters go to their leader; messages go by our contract */
  /** @param agencies that the e-office knows besides ours and the hotline's */
  /** @param pages what makes pages; left out, every letter has a page with a number of its own */
  static async open({
    wire = 'contract',
    order = 'signThenNumber',
    agencies = [],
    pages = order === 'numberThenSign' ? new NumberedLetters(writeEntryLines) : new NumberedLetters(),
    environment = {},
  }: {
    readonly wire?: 'contract' | 'vOffice';
    readonly order?: ActOrder;
    readonly agencies?: SimulatorOptions['agencies'];
    readonly pages?: PdfMaker;
    readonly environment?: Readonly<Record<string, string>>;
  } = {}): Promise<AppAtOffice> {
    const directory = await mkdtemp(join(tmpdir(), 'hoi-am-office-'));
    const clock = new FixedClock('2026-03-18T02:00:00Z');
    const port = await freePort();
    const settings: SimulatorOptions = {
      ...{ directory, clock, port: 0, host: '127.0.0.1', ...ACCOUNT },
      department: { agencyCode: DEPARTMENT.id, name: DEPARTMENT.name },
      hotline: { agencyCode: HOTLINE.id, name: HOTLINE.name },
      callback: { url: `http://127.0.0.1:${String(port)}/soap/eoffice-callback/v1`, ...CALLBACK },
      leaders: [
        { userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' },
        { userCode: 'phuc', name: 'Đặng Vĩnh Phúc', position: 'Giám đốc' },
        { userCode: 'ha', name: 'Ngô Thị Thanh Hà', position: 'Chánh Văn phòng' },
      ],
      agencies,
      clerk: { userCode: 'vanthu', name: 'Phạm Minh Tuệ' },
      ...(wire === 'vOffice' ? { vOffice: vOfficeThere(port) } : {}),
    };
    const simulator = await startSimulator(settings);
    const endpoint = `${simulator.url}/eoffice/v1`;
    const client = new SoapClient({ ...{ endpoint, clock, timeoutMs: 10_000 }, ...ACCOUNT });
    const trust = new TestTrust();
    trust.trusted.push(Buffer.from(simulator.rootPem.replaceAll(/-----[^-]+-----/gu, ''), 'base64'));
    const callback = EOfficeCallbackModule.guardedBy({ ...CALLBACK, maxBytes: 262_144 });
    const app = await TestApp.open(environment, {
      clock,
      adapters: new Map<abstract new (...args: never[]) => object, object>([
        [MessageTransport, new SoapMessageTransport(client, DEPARTMENT.id)],
        [SigningDesk, wire === 'vOffice' ? vOfficeDesk(simulator.url, clock) : new SoapSigningDesk(client)],
        [TrustAnchors, trust],
        [CrlSource, new HttpCrlSource([new URL(simulator.url).host], clock)],
        [PdfMaker, pages],
      ]),
      modules: [
        { ...callback, imports: [ExchangeModule] },
        { ...VOFFICE_DOOR, imports: [ExchangeModule] },
      ],
    });
    if (order === 'numberThenSign') await decideOrder(app, order);
    await app.listen(port);
    return new AppAtOffice(app, simulator, settings, client, directory);
  }

  async close(): Promise<void> {
    await this.simulator.stop();
    this.client.close();
    await this.app.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** The e-office is away: nobody answers at its address. */
  async fails(): Promise<void> {
    await this.simulator.stop();
  }

  /** The e-office is back, at the same address and with all it had. */
  async returns(): Promise<void> {
    const port = Number(new URL(this.simulator.url).port);
    this.simulator = await startSimulator({ ...this.settings, port });
  }

  /** Feedback of a citizen lies in the inbox, and nothing is done with it yet. @returns the hotline's number of it */
  async received(): Promise<string> {
    const { hotlineCode } = (await this.robot('/api/feedback', FEEDBACK)) as { readonly hotlineCode: string };
    await this.app.nest.get(ReceivePending).receive();
    return hotlineCode;
  }

  /** A letter that its author may submit. @returns the id of its draft */
  async approved(): Promise<string> {
    const hotlineCode = await this.received();
    await this.app.work();
    const ticket = (await this.app.nest.get(TicketQueries).byHotlineCode(hotlineCode))?.id ?? '';
    await this.letters.assign(ticket, 'gdtrh', 'ngoc');
    await this.app.nest.get(WorkOnTicket).accept(await this.letters.actor('ngoc'), ticket);
    return this.letters.approved(ticket);
  }

  /** @returns the request, once the e-office has the letter */
  async submitted(draftId: string): Promise<SignatureRequestEntity> {
    const officer = await this.letters.actor('ngoc');
    const id = await this.app.nest.get(SubmitReply).submit(officer, draftId);
    await this.app.work();
    return this.letters.request(id);
  }

  /** A letter that came back goes the way of approvals again. */
  async approvedAgain(draftId: string): Promise<void> {
    await this.letters.sendOn(draftId);
    await this.letters.approveBoth(draftId);
  }

  /** The leader or the clerk of the e-office acts, and the app hears of it. */
  async acts(what: 'sign' | 'seal', { id, clientRequestId }: SignatureRequestEntity): Promise<SignatureRequestEntity> {
    this.app.clock.advance(MINUTES_2);
    await this.robot(`/api/signature-requests/${clientRequestId}/${what}`);
    await this.looks();
    return this.letters.request(id);
  }

  async seals(request: SignatureRequestEntity): Promise<SignatureRequestEntity> {
    await this.app.nest.get(NumberAndSeal).numberAndSeal(await this.letters.actor('vanthu'), request.id);
    await this.app.work();
    return this.acts('seal', request);
  }

  /** Asks for news as the background does, and does what follows. */
  async looks(): Promise<void> {
    await this.app.nest.get(PollSignatures).poll();
    await this.app.work();
  }

  /** @param code null: the letter is treated honestly from now on */
  async misbehave(code: Misbehaviour | null, request?: SignatureRequestEntity): Promise<void> {
    await this.robot('/api/misbehaviour', { misbehaviour: code, request: request?.clientRequestId });
  }

  /** Waits until no call of the e-office is under way any more. @returns jobs that are not done */
  async unfinishedJobs(): Promise<readonly OutboxEntity[]> {
    for (let tries = 0; tries < 20; tries += 1) {
      await pause(25);
      await this.app.work();
      const { manager } = this.app.nest.get(Database).reader;
      const left = (await manager.find(OutboxEntity)).filter(({ outcome }) => outcome !== 'done');
      if (tries === 19 || left.every(({ outcome }) => outcome !== null)) return left;
    }
    return [];
  }

  /** A message of the hotline's own making lies in the inbox, and what follows is done. */
  async arrives(bytes: Buffer, kind: 'document' | 'status' = 'document'): Promise<void> {
    const headers = { 'content-type': 'application/xml' };
    const path = `${this.simulator.url}/api/messages?kind=${kind}`;
    const answer = await fetch(path, { method: 'POST', headers, body: new Uint8Array(bytes) });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    await this.app.nest.get(ReceivePending).receive();
    await this.app.work();
  }

  async look(path: string): Promise<unknown> {
    return (await fetch(`${this.simulator.url}${path}`)).json();
  }

  async robot(path: string, body: object = {}): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.simulator.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer.json();
  }
}

const VOFFICE_DOOR = VOfficeCallbackModule.guardedBy({
  addresses: ['127.0.0.1'],
  maxBytes: 262_144,
  siteUrl: 'http://127.0.0.1',
});

const VOFFICE = {
  accountName: 'hoi-am',
  accountPass: 'mat-khau-nguoi',
  appCode: 'SGDDT',
  appPass: 'mat-khau-ung-dung',
  mailDomain: 'haiphong.example',
};
const VOFFICE_UNIT = 4021;
/** 32 bytes in base64. */
const VOFFICE_KEY = Buffer.alloc(32, 7).toString('base64');

function vOfficeThere(port: number): SimulatorOptions['vOffice'] {
  const callbackUrl = `http://127.0.0.1:${String(port)}/soap/voffice-callback/v1`;
  return { ...VOFFICE, unit: VOFFICE_UNIT, key: VOFFICE_KEY, callbackUrl };
}

function vOfficeDesk(url: string, clock: FixedClock): SigningDesk {
  const { accountName: username, accountPass: password, ...application } = VOFFICE;
  const shipped = loadProfile('viettel-voffice');
  if (shipped.vOffice === undefined) throw new Error('The profile lost its figures');
  const cipher = { ...shipped.vOffice.cipher, name: 'aes-256-gcm' as const };
  const line = {
    endpoint: `${url}/voffice/Vo2AutoSignSystemImpl`,
    ...{ username, password, timeoutMs: 5_000, agencyCode: DEPARTMENT.id, spools: SpoolFolder.ofSystem() },
    workDirectory: tmpdir(),
    application: { ...application, sender: 'Hồi Âm', issueUnit: VOFFICE_UNIT, key: Buffer.from(VOFFICE_KEY) },
  };
  return connectEOffice({ ...shipped, vOffice: { ...shipped.vOffice, cipher } }, line, clock).signingDesk;
}

const FONT = readFileSync('integrations/e-office/simulator/signer/fonts/LiberationSans-Bold.ttf');

/** What stands around the places for number and date, in words that a reader understands. */
async function writeEntryLines(document: PDFDocument, page: PDFPage): Promise<void> {
  document.registerFontkit(subsettingFontkit);
  const font = await document.embedFont(FONT, { subset: true });
  const say = (text: string, x: number, y: number): void => page.drawText(text, { x, y, size: 11, font });
  say('Số:', 124, 743);
  say('/SGDĐT-GDTrH', 200, 743);
  say('ngày', 396, 728);
  say('tháng', 438, 728);
  say('năm 2026', 488, 728);
}

/** Letters of one page with a number of its own on each, prepared for number, date and signatures. */
class NumberedLetters extends TestPdfMaker {
  private made = 0;

  constructor(private readonly write?: Parameters<typeof letterWithPlaces>[1]) {
    super();
  }

  override async prepare(): ReturnType<PdfMaker['prepare']> {
    this.made += 1;
    const document = await PDFDocument.load(await letterWithPlaces(ALL_PLACES, this.write));
    const font = await document.embedFont(StandardFonts.TimesRoman);
    document.getPage(0).drawText(`Cong van thu ${String(this.made)}`, { x: 90, y: 600, size: 13, font });
    return preparePdf(Buffer.from(await document.save({ useObjectStreams: false })));
  }

  override printEntry(...[pdf, entry]: Parameters<PdfMaker['printEntry']>): Promise<Buffer> {
    return printEntry(pdf, entry);
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
