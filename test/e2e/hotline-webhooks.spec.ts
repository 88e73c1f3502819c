import { signMessage } from '../../integrations/hotline/simulator/signed-message.js';
import { HotlineCallEntity } from '../../src/hotline/persistence/hotline.entities.js';
import { AcceptTicket } from '../../src/tickets/index.js';
import { TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { HotlineApp, PRIVATE } from '../support/hotline-app.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import type { TestApp } from '../support/test-app.js';

let both: HotlineApp;
let app: TestApp;

const rows = () => both.rows;
const ticketOf = (hotlineCode: string) => both.ticketOf(hotlineCode);

beforeAll(async () => {
  both = await HotlineApp.open();
  ({ app } = both);
});
afterAll(() => both.close());

describe('webhooks, against a second implementation', () => {
  const heard = () => both.simulated.hotline.heard;
  const typesHeard = () => heard().map(({ body }) => (JSON.parse(body) as { type: string }).type);
  const statuses = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status);

  beforeAll(async () => {
    both.world.appSecret = (await both.endpoint('out')).secret;
    both.world.ownSecret = (await both.endpoint('in')).secret;
    await both.tell();
  });

  it('tell each step of a ticket once, in order, believed by the other side, without a word of anybody', async () => {
    const [made] = await both.simulated.hotline.report({
      ...{ code: 'HP-20', service: 'fees', description: 'Tôi là Bùi Văn Khải: trường thu tiền trái quy định.' },
      ...{ name: 'Bùi Văn Khải', phone: '0900 000 142' },
    });
    expect(made?.status).toBe(201);
    await both.tell();
    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, (await ticketOf('HP-20')).id);
    await both.tell();
    await both.tell();
    expect(typesHeard()).toEqual(['ticket.received', 'ticket.accepted']);
    expect(heard().map(({ genuine, answered }) => [genuine, answered])).toEqual([
      [true, 204],
      [true, 204],
    ]);
    const { code } = await ticketOf('HP-20');
    expect(JSON.parse(heard()[1]?.body ?? '')).toEqual({
      type: 'ticket.accepted',
      timestamp: '2026-03-18T09:00:00+07:00',
      data: {
        ...{ service_request_id: code, hotline_code: 'HP-20', service_code: 'fees', status: 'open' },
        ...{ status_notes: 'Đã tiếp nhận', expected_datetime: expect.stringMatching(/^2026-.*\+07:00$/u) as string },
      },
    });
    const all = heard().map(({ body }) => body);
    expect([...PRIVATE, 'trái quy định'].filter((detail) => all.join('\n').includes(detail))).toEqual([]);
  });

  it('wait for a receiver that is away, under the same id, and are sent again from the log where a person says so', async () => {
    const before = heard().length;
    both.simulated.hotline.away = 2;
    await both.simulated.hotline.tell('request.withdrawn', {
      hotline_code: 'HP-20',
      reason: 'Người phản ánh gọi lại, không cần trả lời nữa.',
    });
    expect(await ticketOf('HP-20')).toMatchObject({ state: 'withdrawn', open: false });
    await both.tell();
    for (let minute = 0; minute < 3; minute += 1) {
      app.clock.advance(60_000);
      await app.work();
    }
    const told = heard().slice(before);
    expect(told.map(({ answered }) => answered)).toEqual([503, 503, 204]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    expect(new Set(told.map(({ signature }) => signature)).size).toBe(3);

    const browser = await app.browserOf('quantri');
    const page = (await browser.get('/tich-hop/webhook')).body;
    expect(page).toContain('3 lần thử');
    const delivery = await both.lastDelivery();
    await browser.post(`/tich-hop/webhook/tin/${delivery?.id ?? ''}/gui-lai`);
    await app.work();
    expect(heard().at(-1)).toMatchObject({ id: told[0]?.id, again: true, genuine: true });
  });

  it('are given up after three days', async () => {
    both.simulated.hotline.away = 99;
    const draft = { code: 'HP-21', service: 'fees', description: 'Trường thu tiền trái quy định.' };
    await both.simulated.hotline.report({ ...draft, phone: '0900 000 142' });
    await both.tell();
    app.clock.advance(3 * 24 * 3_600_000 + 60_000);
    await app.work();
    both.simulated.hotline.away = 0;
    const delivery = await both.lastDelivery();
    expect(delivery).toMatchObject({ deliveredAt: null, givenUpAt: app.clock.now(), lastStatus: 503 });
  });

  it('that are refused five times are given up, and the next one gets its turn', async () => {
    const { appSecret } = both.world;
    const before = heard().length;
    both.world.appSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, (await ticketOf('HP-21')).id);
    await both.tell();
    for (let hour = 0; hour < 5; hour += 1) {
      app.clock.advance(3_600_000);
      await app.work();
    }
    expect(
      heard()
        .slice(before)
        .map(({ answered }) => answered),
    ).toEqual([401, 401, 401, 401, 401]);
    expect(await both.lastDelivery()).toMatchObject({ deliveredAt: null, givenUpAt: expect.any(Date) as Date });
    both.world.appSecret = appSecret;
    await both.simulated.hotline.report({
      code: 'HP-23',
      service: 'fees',
      description: 'Trường thu tiền.',
      phone: '0900 000 142',
    });
    await both.tell();
    expect(heard().at(-1)).toMatchObject({ genuine: true, answered: 204 });
  });

  it('tell nothing of a ticket that was hidden while its message waited', async () => {
    both.simulated.hotline.away = 1;
    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, (await ticketOf('HP-23')).id);
    await both.tell();
    const before = heard().length;
    await both.change('HP-23', { nature: 'denunciation' });
    app.clock.advance(3_600_000);
    await app.work();
    expect(heard()).toHaveLength(before);
    expect(await both.lastDelivery()).toMatchObject({ deliveredAt: null, givenUpAt: app.clock.now() });
  });

  it('are believed from the hotline by signature and moment alone: forged and old are refused, replayed is done once', async () => {
    const { id, code } = await ticketOf('HP-21');
    const said = { service_request_id: code, description: 'Gia đình gửi thêm biên lai.' };
    const added = () => rows().countBy(TicketEntryEntity, { ticketId: id, kind: 'hotlineWrote' });
    const calls = await rows().count(HotlineCallEntity);
    for (const wrong of ['forged', 'old'] as const)
      expect([wrong, statuses(await both.simulated.hotline.tell('request.updated', said, wrong))]).toEqual([
        wrong,
        [401],
      ]);
    expect([await added(), await rows().count(HotlineCallEntity)]).toEqual([0, calls]);

    const answers = await both.simulated.hotline.tell('request.updated', said, 'replayed');
    expect(answers).toEqual([answers[0], answers[0]]);
    expect([statuses(answers), await added()]).toEqual([[200, 200], 1]);

    const body = JSON.stringify({ type: 'request.updated', data: said });
    const head = await signMessage(both.world.ownSecret ?? '', 'msg_lan_cuoi', app.clock.now(), body);
    app.clock.advance(6 * 60_000);
    expect((await both.simulated.hotline.postSigned(head, body)).status).toBe(401);
    expect(await added()).toBe(1);
  });

  it('bring new feedback as Open311 does, and what they cannot mean is refused as a problem', async () => {
    const data = {
      service_code: 'fees',
      description: 'Trường thu tiền trái quy định.',
      received_at: app.clock.now().toISOString(),
    };
    const [made] = await both.simulated.hotline.tell('request.created', {
      ...data,
      hotline_code: 'HP-22',
      phone: '0900000142',
    });
    expect(made).toMatchObject({ status: 200, body: { status: 'taken' } });
    expect(made?.body).toMatchObject({ service_request_id: (await ticketOf('HP-22')).code });
    expect(statuses(await both.simulated.hotline.tell('request.created', data))).toEqual([422]);
    const [unknown] = await both.simulated.hotline.tell('request.exploded', {});
    expect(unknown).toMatchObject({ status: 422, body: { type: 'urn:hoi-am:input-invalid', code: 'input-invalid' } });
    expect(statuses(await both.simulated.hotline.tell('request.rated', { hotline_code: 'HP-22', stars: 5 }))).toEqual([
      409,
    ]);
  });

  it.each(['/webhooks/hotline', '/%77ebhooks/hotline', '/webhook%73/hotline', '/webhooks/%68otline'])(
    'are judged by their own bytes at %s, however the address is written',
    async (url) => {
      const { id, code } = await ticketOf('HP-21');
      const added = () => rows().countBy(TicketEntryEntity, { ticketId: id, kind: 'hotlineWrote' });
      const before = await added();
      const data = { service_request_id: code, description: `Gia đình gửi thêm ảnh, ${url}.` };
      const body = JSON.stringify({ type: 'request.updated', data });
      const post = async (signed: string): Promise<number> => {
        const id = `msg_${Buffer.from(url + signed)
          .toString('hex')
          .slice(0, 40)}${String(signed.length)}`;
        const head = await signMessage(both.world.ownSecret ?? '', id, app.clock.now(), signed);
        const headers = { 'webhook-id': id, 'webhook-timestamp': head.timestamp, 'webhook-signature': head.signature };
        const json = { ...headers, 'content-type': 'application/json' };
        return (await app.inject({ method: 'POST', url, headers: json, payload: body })).statusCode;
      };
      expect([await post(''), await added()]).toEqual([401, before]);
      expect([await post(body), await added()]).toEqual([200, before + 1]);
    },
  );

  it('keep no secret that the database alone would open', async () => {
    const kept = JSON.stringify(await rows().query('select * from webhook_endpoint'));
    for (const secret of [both.world.ownSecret, both.world.appSecret]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Buffer.from(secret ?? '').toString('base64url'));
    }
  });
});
