import type { EntityManager } from 'typeorm';
import { HttpsWebhookPost } from '../../integrations/hotline/https-webhook-post.js';
import { startHotline, type RunningHotline } from '../../integrations/hotline/simulator/server.js';
import type { SimulatedHotlineOptions } from '../../integrations/hotline/simulator/simulated-hotline.js';
import { HOTLINE_EVENTS } from '../../src/hotline/domain/events.js';
import { KeepEndpoints, WebhookFanOut, type MadeEndpoint } from '../../src/hotline/index.js';
import { WebhookDeliveryEntity } from '../../src/hotline/persistence/hotline.entities.js';
import { WebhookPost } from '../../src/hotline/ports/webhook-post.port.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Database } from '../../src/platform/database/database.js';
import { PublicResultEntity } from '../../src/publication/persistence/publication.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { KeepTokens, MakeToken } from '../../src/tokens/index.js';
import type { Scope } from '../../src/tokens/domain/scopes.js';
import { Open311Client } from './open311-client.js';
import { TestApp } from './test-app.js';

const SENDER = { last_name: 'Bùi Văn', first_name: 'Khải', phone: '0900 000 142', email: 'khai.bv@example.com' };

/** What of the sender may stand in no answer and no message. */
export const PRIVATE = ['Bùi Văn Khải', '0900 000 142', '0900000142', 'khai.bv@example.com'];

type Fields = Readonly<Record<string, string>>;

/** A report as a client of Open311 sends it. */
export function reportOf(code: string, change: Fields = {}): Fields {
  return {
    ...SENDER,
    service_code: 'fees',
    description:
      'Tôi là Bùi Văn Khải, số 0900 000 142. Trường thu tiền học thêm <trong giờ> chính khóa & không có biên lai.',
    address_string: 'Trường THPT Núi Voi',
    'attribute[hotline_code]': code,
    'attribute[received_at]': '2026-03-18T08:30:00+07:00',
    ...change,
  };
}

type World = { -readonly [Field in keyof SimulatedHotlineOptions]: SimulatedHotlineOptions[Field] };

/** An app with a simulated hotline beside it, over real HTTP. */
export class HotlineApp {
  readonly clients: Open311Client[] = [];

  private constructor(
    readonly app: TestApp,
    readonly simulated: RunningHotline,
    /** What the simulated hotline knows of the app. */
    readonly world: World,
  ) {}

  static async open(): Promise<HotlineApp> {
    let app: TestApp | null = null;
    const now = (): Date => app?.clock.now() ?? new Date(0);
    const world: World = { appUrl: '', apiKey: '', ownSecret: null, appSecret: null, now };
    const simulated = await startHotline(world, 0);
    const post = new HttpsWebhookPost({ hosts: [new URL(simulated.url).host], privateAddresses: ['127.0.0.1'] });
    app = await TestApp.open({}, { adapters: new Map([[WebhookPost, post]]) });
    const both = new HotlineApp(app, simulated, world);
    world.appUrl = await app.listen();
    world.apiKey = await both.keyOf(['hotline.read', 'hotline.send']);
    return both;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.simulated.stop();
  }

  get rows(): EntityManager {
    return this.app.nest.get(Database).reader.manager;
  }

  /** @param key null for somebody without one; left out, the hotline's */
  client(key: string | null = this.world.apiKey): Open311Client {
    const client = new Open311Client(this.app, key);
    this.clients.push(client);
    return client;
  }

  /** A key of Open311 that its owner agreed to. */
  async keyOf(scopes: readonly Scope[], ownerId = 'vanthu'): Promise<string> {
    const [maker, owner] = [await this.person('quantri'), await this.person(ownerId)];
    const wish = { name: 'Tổng đài 1022', ownerId, scopes, days: 30 };
    const made = await this.app.nest.get(MakeToken).make(maker, wish);
    await this.app.nest.get(KeepTokens).confirm(owner, made.id);
    return made.secret;
  }

  ticketOf(hotlineCode: string): Promise<TicketEntity> {
    return this.rows.findOneByOrFail(TicketEntity, { hotlineCode });
  }

  /** A ticket has come so far, however that happened. */
  async change(hotlineCode: string, change: Partial<TicketEntity>): Promise<void> {
    await this.app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { hotlineCode }, change));
  }

  /** A result of the ticket stands on the public site. @returns its number there */
  async publish(hotlineCode: string, text: string): Promise<number> {
    const { id: ticketId, category } = await this.ticketOf(hotlineCode);
    const publicationId = newId();
    await this.app.nest.get(UnitOfWork).run((tx) =>
      tx.insert(PublicResultEntity, {
        ...{ publicationId, ticketId, category, categoryName: 'Lĩnh vực của ngày ấy', unitName: 'Phòng GDTrH' },
        ...{ title: 'Trả lại tiền học thêm', text, publishedAt: this.app.clock.now() },
        ...{ withdrawnAt: null, withdrawnById: null, withdrawnByName: null, withdrawReason: null },
      }),
    );
    return (await this.rows.findOneByOrFail(PublicResultEntity, { publicationId })).number;
  }

  async endpoint(direction: 'in' | 'out', url = `${this.simulated.url}/nhan`): Promise<MadeEndpoint> {
    const wish = { direction, name: 'Tổng đài 1022', url, events: [...HOTLINE_EVENTS] };
    return this.app.nest.get(KeepEndpoints).make(await this.person('quantri'), wish);
  }

  /** Messages for what happened since the last turn are written and sent. */
  async tell(): Promise<void> {
    await this.app.nest.get(WebhookFanOut).run();
    await this.app.work();
  }

  async lastDelivery(): Promise<WebhookDeliveryEntity | undefined> {
    return (await this.rows.find(WebhookDeliveryEntity, { order: { seq: 'DESC' }, take: 1 }))[0];
  }

  private async person(id: string) {
    return (await this.app.nest.get(StaffDirectory).person(id)).actor;
  }
}
