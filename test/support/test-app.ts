import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ScheduleExplorer } from '@nestjs/schedule';
import { Test, type TestingModule } from '@nestjs/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import type { FeedbackDraft } from '../../integrations/e-office/simulator/feedback-ticket.js';
import { hotlineLetter } from '../../integrations/e-office/simulator/hotline-letter.js';
import { JOBS } from '../../src/bootstrap/jobs.js';
import { ApiModule } from '../../src/api/index.js';
import { readSettings, Settings } from '../../src/config/settings.js';
import { ReceivePending } from '../../src/exchange/index.js';
import type { Attachment } from '../../src/exchange/ports/message.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { configureHttp } from '../../src/platform/http/configure-http.js';
import { httpAdapter } from '../../src/platform/http/http-adapter.js';
import { HttpModule } from '../../src/platform/http/http.module.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { STATIC_ROOTS, WebModule } from '../../src/web/index.js';
import { FixedClock } from './fixed-clock.js';
import { TestBrowser } from './test-browser.js';
import { openTestDatabase } from './test-database.js';
import { TestMessageTransport, TestOutsideModule, TestSigningDesk } from './test-outside.js';
import { testLog } from './test-log.js';
import { settle } from './test-people.js';

export const HOTLINE = { id: '000.00.22.H24', name: 'Tổng đài 1022 thành phố Hải Phòng' };
export const DEPARTMENT = { id: '000.00.03.H24', name: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng' };

export const FEEDBACK: FeedbackDraft = {
  kind: 'petition',
  channel: 'web',
  category: 'Dạy thêm, học thêm',
  place: 'Trường THPT Núi Voi',
  subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa',
  text: 'Cô giáo chủ nhiệm tổ chức dạy thêm môn Toán vào tiết 5 và thu 450.000 đồng mỗi tháng.',
  sender: { name: 'Bùi Văn Khải', phone: '0900 000 142', email: 'khai.bv@example.com', keepSecret: true },
};

export interface Route {
  readonly method: (typeof METHODS)[number];
  readonly url: string;
}

/** What a test puts in place of the standard of its app. */
export interface OtherWorld {
  readonly clock?: FixedClock;
  /** By the port that it stands behind. */
  readonly adapters?: ReadonlyMap<abstract new (...args: never[]) => object, object>;
  readonly modules?: readonly DynamicModule[];
  readonly unitOfWork?: typeof UnitOfWork;
  /** Nobody works there and no unit is known yet, as after the first migration. */
  readonly isEmpty?: boolean;
}

/** The app over HTTP, and every route that answers there, static files left out. */
interface Door {
  readonly nest: NestFastifyApplication;
  readonly routes: readonly Route[];
}

/** The whole app, on a database of its own, with everything outside in memory. Background work runs when a test says so. */
export class TestApp {
  private feedbacks = 0;
  private door: Promise<Door> | null = null;

  private constructor(
    /** The parts of the app, by type. */
    readonly nest: TestingModule,
    readonly clock: FixedClock,
    readonly outside: { readonly transport: TestMessageTransport; readonly desk: TestSigningDesk },
    private readonly closeDatabase: () => Promise<void>,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}, other: OtherWorld = {}): Promise<TestApp> {
    const test = await openTestDatabase();
    const clock = other.clock ?? new FixedClock('2026-03-18T02:00:00Z');
    const settings = readSettings({
      NODE_ENV: 'test',
      HOI_AM_DATA: test.directory,
      DATABASE_URL: test.url,
      HOI_AM_LOG: 'silent',
      // The clocks of tests leap; what ends by time is shown where it is the subject.
      SESSION_IDLE_MINUTES: '60',
      ASK_AGAIN_MINUTES: '1440',
      ...environment,
    });
    if (other.isEmpty !== true) await settle(test.database);
    const outside = { transport: new TestMessageTransport(clock), desk: new TestSigningDesk() };
    const appContext = { settings, database: test.database, clock, jobs: JOBS };
    const plan = Test.createTestingModule({
      imports: [
        PlatformModule.on(appContext),
        TestOutsideModule.with(outside),
        HttpModule,
        WebModule,
        ApiModule,
        ...(other.modules ?? []),
      ],
    });
    plan.overrideProvider(Log).useValue(testLog());
    // Only background modules declare turns, and it looks for them in every method of the whole app.
    if (other.modules === undefined) plan.overrideProvider(ScheduleExplorer).useValue({});
    for (const [port, adapter] of other.adapters ?? []) plan.overrideProvider(port).useValue(adapter);
    if (other.unitOfWork) plan.overrideProvider(UnitOfWork).useClass(other.unitOfWork);
    const module = await plan.compile();
    module.useLogger(['fatal']);
    await module.init();
    return new TestApp(module, clock, outside, () => test.close());
  }

  get transport(): TestMessageTransport {
    return this.outside.transport;
  }

  get desk(): TestSigningDesk {
    return this.outside.desk;
  }

  async close(): Promise<void> {
    if (this.door === null) await this.nest.close();
    else await (await this.door).nest.close();
    await this.closeDatabase();
    // A spec's variables stay as long as its worker, and would hold the whole app.
    Object.assign(this, { nest: undefined, door: null });
  }

  /** Made when first asked for: some four hundred routes take a third of a start, and most tests of use cases call none. */
  async http(): Promise<NestFastifyApplication> {
    this.door ??= openDoor(this.nest);
    return (await this.door).nest;
  }

  async routes(): Promise<readonly Route[]> {
    this.door ??= openDoor(this.nest);
    return (await this.door).routes;
  }

  async inject(call: InjectOptions): Promise<LightMyRequestResponse> {
    return (await this.http()).inject(call);
  }

  /** @param port 0: any that is free @returns its address */
  async listen(port = 0): Promise<string> {
    const nest = await this.http();
    await nest.listen(port, '127.0.0.1');
    return nest.getUrl();
  }

  browser(): TestBrowser {
    return new TestBrowser(this);
  }

  /** A browser in which somebody has signed in. */
  async browserOf(username: string): Promise<TestBrowser> {
    const browser = this.browser();
    await browser.signIn(username);
    return browser;
  }

  /** Does jobs until none is due. */
  async work(): Promise<void> {
    while ((await this.nest.get(OutboxWorker).runOnce()) > 0);
  }

  /** Somebody leaves the department. */
  async dismiss(username: string): Promise<void> {
    await this.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { username }, { active: false }));
  }

  /** The signing of a letter has come so far, however that happened. */
  async setSignature(id: string, change: Partial<SignatureRequestEntity>): Promise<void> {
    await this.nest.get(UnitOfWork).run((tx) => tx.update(SignatureRequestEntity, { id }, change));
  }

  /** The hotline sends a citizen's feedback to the e-office. @returns the number of the hotline */
  send(change: Partial<FeedbackDraft> = {}, files: readonly Attachment[] = []): string {
    this.feedbacks += 1;
    const moment = { number: this.feedbacks, at: this.clock.now() };
    const between = { hotline: HOTLINE, department: DEPARTMENT };
    const { ticket, document } = hotlineLetter({ ...FEEDBACK, ...change }, files, between, moment);
    this.transport.put(`MSG-${String(this.feedbacks)}`, new EdxmlCodec().write(document), this.clock.now());
    return ticket.hotlineCode;
  }

  /** A citizen's feedback arrives from the hotline and becomes a ticket. */
  async receive(change: Partial<FeedbackDraft> = {}, files: readonly Attachment[] = []): Promise<TicketEntity> {
    const hotlineCode = this.send(change, files);
    await this.nest.get(ReceivePending).receive();
    await this.work();
    const found = await this.nest.get(TicketQueries).byHotlineCode(hotlineCode);
    if (!found) throw new Error(`No ticket grew from ${hotlineCode}.`);
    return found;
  }

  /** The hotline writes once more under the number of a ticket. @returns the line of the register */
  async receiveAgain({ incomingDocumentId }: TicketEntity, text = 'Người phản ánh gửi thêm ảnh.'): Promise<string> {
    const { reader } = this.nest.get(Database);
    const first = await reader.manager.findOneByOrFail(IncomingDocumentEntity, { id: incomingDocumentId });
    const inbox = await reader.manager.findOneByOrFail(InboxMessageEntity, { remoteId: first.messageId ?? '' });
    const codec = new EdxmlCodec();
    const { message } = codec.read(await this.nest.get(FileStore).get(inbox.sha256));
    if (message?.kind !== 'document') throw new Error('The hotline sends documents.');
    this.feedbacks += 1;
    const documentId = `${message.documentId}-${String(this.feedbacks)}`;
    const attachments = message.attachments.map((file) =>
      file.name === 'phan-anh.json' ? { ...file, content: withText(file.content, text) } : file,
    );
    this.transport.put(
      `MSG-${String(this.feedbacks)}`,
      codec.write({ ...message, documentId, attachments }),
      this.clock.now(),
    );
    await this.nest.get(ReceivePending).receive();
    await this.work();
    return (await reader.manager.findOneByOrFail(IncomingDocumentEntity, { documentId })).id;
  }
}

function withText(content: Buffer, text: string): Buffer {
  return Buffer.from(JSON.stringify({ ...(JSON.parse(content.toString('utf8')) as object), text }));
}

async function openDoor(module: TestingModule): Promise<Door> {
  const proxies = [...module.get(Settings).http.proxies];
  const nest = module.createNestApplication<NestFastifyApplication>(httpAdapter(proxies.length > 0 && proxies), {
    logger: ['fatal'],
  });
  // The parts of the app have begun already.
  const begun = (): Promise<void> => Promise.resolve();
  Object.assign(nest, { callInitHook: begun, callBootstrapHook: begun });
  const routes = listRoutes(nest);
  await configureHttp(nest, STATIC_ROOTS);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  return { nest, routes };
}

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const;

function listRoutes(app: NestFastifyApplication): readonly Route[] {
  const routes: Route[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      const methods = METHODS.filter((one) => [method].flat().includes(one));
      if (!url.startsWith('/assets/')) routes.push(...methods.map((one) => ({ method: one, url })));
    });
  return routes;
}
