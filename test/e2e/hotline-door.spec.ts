import { signMessage } from '../../integrations/hotline/simulator/signed-message.js';
import { HotlineCallEntity } from '../../src/hotline/persistence/hotline.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { WithdrawResult } from '../../src/publication/index.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { AcceptTicket, RejectTicket } from '../../src/tickets/index.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { HotlineHouse, PRIVATE, reportOf as report } from '../support/hotline-house.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import type { Open311Client } from '../support/open311-client.js';
import type { TestApp } from '../support/test-app.js';

type Line = Readonly<Record<string, unknown>>;

let both: HotlineHouse;
let house: TestApp;
let hotline: Open311Client;
let anybody: Open311Client;

const rows = () => both.rows;
const ticketOf = (hotlineCode: string) => both.ticketOf(hotlineCode);
const lines = (answer: { readonly json: unknown }) => answer.json as readonly Line[];

beforeAll(async () => {
  both = await HotlineHouse.open();
  ({ house } = both);
  hotline = both.client();
  anybody = both.client(null);
});
afterAll(() => both.close());

describe('the hotline’s open door: Open311 GeoReport v2', () => {
  it('says where it stands, what may be reported and what is asked, as the standard says it, in JSON and XML', async () => {
    expect((await anybody.get('discovery', 'discovery')).status).toBe(200);
    const services = lines(await anybody.get('services', 'services'));
    expect(services.map((one) => one['service_code'])).toContain('fees');
    expect((await anybody.get('services/fees', 'definition')).json).toMatchObject({
      service_code: 'fees',
      attributes: expect.arrayContaining([
        expect.objectContaining({ code: 'hotline_code', required: true, order: 1 }),
        expect.objectContaining({ code: 'received_at', datatype: 'datetime', required: true }),
      ]) as unknown,
    });
    for (const [path, query] of [
      ['services/potholes', {}],
      ['services', { jurisdiction_id: 'sfgov.org' }],
      ['requests/PAKN.20260318.9999', {}],
    ] as const)
      expect([path, (await anybody.get(path, 'errors', query)).status]).toEqual([path, 404]);
  });

  it('takes a report, tells its course, takes more of it, and tells its end', async () => {
    const made = await hotline.post('requests', 'made', report('HP-1'));
    expect(made.status).toBe(201);
    const [{ service_request_id: id }] = lines(made) as [{ service_request_id: string }];
    const ticket = await ticketOf('HP-1');
    expect(ticket).toMatchObject({
      ...{ code: id, channel: 'hotline', place: 'Trường THPT Núi Voi', senderName: 'Bùi Văn Khải', keepSecret: true },
      // The legal clock starts when it reached us, whatever the hotline says.
      startedAt: house.clock.now(),
    });

    const [open] = lines(await hotline.get(`requests/${id}`, 'requests'));
    expect(open).toMatchObject({
      status: 'open',
      service_code: 'fees',
      requested_datetime: '2026-03-18T09:00:00+07:00',
    });
    expect(open?.['description']).toContain('Trường thu tiền học thêm <trong giờ> chính khóa & không có biên lai.');
    expect(lines(await hotline.get('tokens/HP-1', 'token'))).toEqual([{ service_request_id: id, token: 'HP-1' }]);

    await house.app.get(AcceptTicket).execute(PARTIES.clerk, ticket.id);
    const more = { service_request_id: id, update_id: 'U-1', updated_datetime: '2026-03-18T09:00:00+07:00' };
    const words = { ...more, description: 'Gia đình gửi thêm: nhà trường đã thu ba tháng liền.' };
    const first = await hotline.post('servicerequestupdates', 'madeUpdate', words);
    expect(await hotline.post('servicerequestupdates', 'madeUpdate', words)).toEqual(first);
    expect(await rows().findBy(TicketEntryEntity, { ticketId: ticket.id, kind: 'hotlineWrote' })).toMatchObject([
      { id: lines(first)[0]?.['update_id'], text: words.description },
    ]);

    await house.app.get(RejectTicket).execute(PARTIES.clerk, ticket.id, {
      reason: 'insufficientContent',
      verbatim: true,
      text: 'Nội dung chưa đủ căn cứ; anh Bùi Văn Khải gửi thêm biên lai để Sở xem lại.',
    });
    const [closed] = lines(await hotline.get(`requests/${id}`, 'requests'));
    expect(closed).toMatchObject({ status: 'closed', status_notes: 'Không tiếp nhận' });
    const told = lines(await hotline.get('servicerequestupdates', 'updates', { service_request_id: id }));
    expect(told.map(({ status }) => status)).toEqual(['open', 'closed']);
    const listed = async (status: string) =>
      lines(await hotline.get('requests', 'requests', { status })).map((one) => one['service_request_id']);
    expect([await listed('open'), await listed('closed')]).toEqual([[], [id]]);
  });

  it('takes the same report once, however often and at the same moment it comes, and refuses other words under its number', async () => {
    const headers = { 'idempotency-key': 'mot-lan-duy-nhat' };
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => hotline.post('requests', 'made', report('HP-2'))),
      ...Array.from({ length: 3 }, () => hotline.post('requests', 'made', report('HP-2'), headers)),
    ]);
    expect(
      new Set(answers.map((one) => `${String(one.status)} ${String(lines(one)[0]?.['service_request_id'])}`)).size,
    ).toBe(1);
    expect(await rows().countBy(TicketEntity, { hotlineCode: 'HP-2' })).toBe(1);

    const changed = report('HP-2', { description: 'Chuyện khác hẳn, cùng một số.' });
    const other = await hotline.post('requests', 'made', changed);
    expect([other.status, lines(other).length]).toEqual([400, 1]);
    const { code, words } = await ticketOf('HP-2');
    expect(words).toContain('học thêm');
    const told = await rows().findBy(NoticeEntity, { code });
    expect(told.map((one) => one.words)).toContainEqual(expect.stringContaining('nội dung khác') as string);
    expect((await hotline.post('requests', 'made', report('HP-3'), headers)).status).toBe(400);
  });

  it('keeps every call in the bytes in which it came, also what it refused', async () => {
    const calls = await rows().find(HotlineCallEntity, { order: { seq: 'ASC' } });
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(new Set(['taken', 'known', 'refused']));
    const [first] = calls;
    const kept = new URLSearchParams((await house.app.get(FileStore).get(first?.sha256 ?? '')).toString('utf8'));
    expect(kept.get('attribute[hotline_code]')).toBe('HP-1');
  });

  it('says all that is wrong with a report at once, and enters nothing', async () => {
    const before = await rows().count(TicketEntity);
    const noDay = { 'attribute[received_at]': '2026-02-30T08:00:00+07:00' };
    const wrong = await hotline.post('requests', 'made', report('', { service_code: '', ...noDay, lat: '20.8' }));
    expect(wrong.status).toBe(400);
    expect(lines(wrong).map((one) => one['code'])).toEqual([400, 400, 400, 400]);
    expect((await hotline.post('requests', 'made', report('HP-4', { service_code: 'potholes' }))).status).toBe(404);
    expect(await rows().count(TicketEntity)).toBe(before);
    const questions: readonly Readonly<Record<string, string>>[] = [
      { start_date: '2026-01-01T00:00:00Z', end_date: '2026-06-01T00:00:00Z' },
      { start_date: '2026-03-18' },
      { status: 'lost' },
    ];
    for (const query of questions) expect((await hotline.get('requests', 'requests', query)).status).toBe(400);
  });

  it('is shut for whoever has no key, a wrong one, or one that is for something else', async () => {
    const [reader, officer] = [await both.keyOf(['hotline.read']), await both.keyOf(['hotline.send'], 'ngoc')];
    for (const key of [null, 'hoiam_khong-co', reader, officer])
      expect((await both.client(key).post('requests', 'made', report('HP-5'))).status).toBe(403);
    expect((await both.client('hoiam_khong-co').get('requests', 'requests')).status).toBe(403);
    expect((await both.client(officer).get('requests', 'requests')).status).toBe(403);
    for (const path of ['servicerequestupdates', 'tokens/HP-1'])
      expect((await anybody.get(path, 'errors')).status).toBe(403);
  });

  it('never lets out what is hidden: who wrote, denunciations and secrets, what others brought, what is not published', async () => {
    for (const nature of ['denunciation', 'stateSecret'] as const) {
      await hotline.post('requests', 'made', report(`HP-${nature}`));
      await both.change(`HP-${nature}`, { nature });
      const { code } = await ticketOf(`HP-${nature}`);
      expect((await hotline.get(`requests/${code}`, 'requests')).json).toEqual(
        (await hotline.get('requests/PAKN.20260318.9999', 'requests')).json,
      );
      expect(lines(await hotline.get('requests', 'requests', { service_request_id: code }))).toEqual([]);
      expect((await hotline.get(`tokens/HP-${nature}`, 'token')).status).toBe(404);
      expect(lines(await hotline.get('servicerequestupdates', 'updates', { service_request_id: code }))).toEqual([]);
      const more = { service_request_id: code, update_id: 'U-9', updated_datetime: '2026-03-18T09:00:00Z' };
      const words = { ...more, description: 'Thêm một ý nữa.' };
      const added = await hotline.post('servicerequestupdates', 'madeUpdate', words);
      expect(added.status).toBe(404);
      expect(lines(await hotline.post('requests', 'made', report(`HP-${nature}`)))).toEqual([]);
      const other = report(`HP-${nature}`, { description: 'Chuyện khác.' });
      const otherwise = await hotline.post('requests', 'errors', other);
      expect([otherwise.status, JSON.stringify(otherwise.json).includes(code)]).toEqual([400, false]);
    }
    const own = await house.receive();
    await both.change(own.hotlineCode ?? '', { hotlineCode: null });
    expect((await hotline.get(`requests/${own.code}`, 'requests')).status).toBe(404);
    expect(lines(await anybody.get('requests', 'requests'))).toEqual([]);
    expect((await anybody.get(`requests/${(await ticketOf('HP-2')).code}`, 'requests')).status).toBe(404);
    const heard = both.clients.flatMap((client) => client.heard).join('\n');
    expect(heard.length).toBeGreaterThan(10_000);
    expect(PRIVATE.filter((detail) => heard.includes(detail))).toEqual([]);
  });

  it('shows everybody what stands on the public site, without the ticket’s code, and nothing once it is withdrawn', async () => {
    const { code } = await ticketOf('HP-2');
    const text = 'Nhà trường đã trả lại toàn bộ tiền đã thu trong giờ chính khóa.';
    const number = await both.publish('HP-2', text);
    const shown = await anybody.get('requests', 'requests');
    expect(lines(shown)).toMatchObject([
      { service_request_id: `KQ.${String(number)}`, status: 'closed', address: null },
    ]);
    expect(lines(shown)[0]?.['description']).toContain(text);
    expect(JSON.stringify(shown.json)).not.toContain(code);
    expect((await anybody.get(`requests/KQ.${String(number)}`, 'requests')).json).toEqual(shown.json);
    expect(lines(await anybody.get('requests', 'requests', { status: 'open' }))).toEqual([]);
    expect(lines(await anybody.get('requests', 'requests', { service_request_id: code }))).toEqual([]);

    await house.app.get(WithdrawResult).execute(PARTIES.supervisor, number, 'Còn lộ danh tính người gửi.');
    expect(lines(await anybody.get('requests', 'requests'))).toEqual([]);
    expect((await anybody.get(`requests/KQ.${String(number)}`, 'requests')).status).toBe(404);
  });
});

describe('webhooks, against a second implementation', () => {
  const heard = () => both.simulated.hotline.heard;
  const typesHeard = () => heard().map(({ body }) => (JSON.parse(body) as { type: string }).type);
  const statuses = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status);

  beforeAll(async () => {
    both.world.houseSecret = (await both.endpoint('out')).secret;
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
    await house.app.get(AcceptTicket).execute(PARTIES.clerk, (await ticketOf('HP-20')).id);
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

  it('wait for whoever is away, under the same id, and are sent again from the log where a person says so', async () => {
    const before = heard().length;
    both.simulated.hotline.away = 2;
    await both.simulated.hotline.tell('request.withdrawn', {
      hotline_code: 'HP-20',
      reason: 'Công dân gọi lại, không cần trả lời nữa.',
    });
    expect(await ticketOf('HP-20')).toMatchObject({ state: 'withdrawn', open: false });
    await both.tell();
    for (let minute = 0; minute < 3; minute += 1) {
      house.clock.advance(60_000);
      await house.work();
    }
    const told = heard().slice(before);
    expect(told.map(({ answered }) => answered)).toEqual([503, 503, 204]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    expect(new Set(told.map(({ signature }) => signature)).size).toBe(3);

    const browser = await house.browserOf('quantri');
    const page = (await browser.get('/tich-hop/webhook')).body;
    expect(page).toContain('3 lần thử');
    const delivery = await both.lastDelivery();
    await browser.post(`/tich-hop/webhook/tin/${delivery?.id ?? ''}/gui-lai`);
    await house.work();
    expect(heard().at(-1)).toMatchObject({ id: told[0]?.id, again: true, genuine: true });
  });

  it('are given up after three days', async () => {
    both.simulated.hotline.away = 99;
    const draft = { code: 'HP-21', service: 'fees', description: 'Trường thu tiền trái quy định.' };
    await both.simulated.hotline.report({ ...draft, phone: '0900 000 142' });
    await both.tell();
    house.clock.advance(3 * 24 * 3_600_000 + 60_000);
    await house.work();
    both.simulated.hotline.away = 0;
    const delivery = await both.lastDelivery();
    expect(delivery).toMatchObject({ deliveredAt: null, givenUpAt: house.clock.now(), lastStatus: 503 });
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
    const head = await signMessage(both.world.ownSecret ?? '', 'msg_lan_cuoi', house.clock.now(), body);
    house.clock.advance(6 * 60_000);
    expect((await both.simulated.hotline.postSigned(head, body)).status).toBe(401);
    expect(await added()).toBe(1);
  });

  it('bring new feedback as Open311 does, and what they cannot mean is refused as a problem', async () => {
    const data = {
      service_code: 'fees',
      description: 'Trường thu tiền trái quy định.',
      received_at: house.clock.now().toISOString(),
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

  it('keep no secret that the database alone would open', async () => {
    const kept = JSON.stringify(await rows().query('select * from webhook_endpoint'));
    for (const secret of [both.world.ownSecret, both.world.houseSecret]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Buffer.from(secret ?? '').toString('base64url'));
    }
  });
});
