import { HotlineCallEntity } from '../../src/hotline/persistence/hotline.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { WithdrawResult } from '../../src/publication/index.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { AcceptTicket, MergeTicket, RejectTicket, ReturnTicket } from '../../src/tickets/index.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { HotlineApp, PRIVATE, reportOf as report } from '../support/hotline-app.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import type { Open311Client } from '../support/open311-client.js';
import type { TestApp } from '../support/test-app.js';

type Line = Readonly<Record<string, unknown>>;

let both: HotlineApp;
let app: TestApp;
let hotline: Open311Client;
let anybody: Open311Client;

const rows = () => both.rows;
const ticketOf = (hotlineCode: string) => both.ticketOf(hotlineCode);
const lines = (answer: { readonly json: unknown }) => answer.json as readonly Line[];

beforeAll(async () => {
  both = await HotlineApp.open();
  ({ app } = both);
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
      startedAt: app.clock.now(),
    });

    const [open] = lines(await hotline.get(`requests/${id}`, 'requests'));
    expect(open).toMatchObject({
      status: 'open',
      service_code: 'fees',
      requested_datetime: '2026-03-18T09:00:00+07:00',
    });
    expect(open?.['description']).toContain('Trường thu tiền học thêm <trong giờ> chính khóa & không có biên lai.');
    expect(lines(await hotline.get('tokens/HP-1', 'token'))).toEqual([{ service_request_id: id, token: 'HP-1' }]);

    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, ticket.id);
    const more = { service_request_id: id, update_id: 'U-1', updated_datetime: '2026-03-18T09:00:00+07:00' };
    const words = { ...more, description: 'Gia đình gửi thêm: nhà trường đã thu ba tháng liền.' };
    const first = await hotline.post('servicerequestupdates', 'madeUpdate', words);
    expect(await hotline.post('servicerequestupdates', 'madeUpdate', words)).toEqual(first);
    expect(await rows().findBy(TicketEntryEntity, { ticketId: ticket.id, kind: 'hotlineWrote' })).toMatchObject([
      { id: lines(first)[0]?.['update_id'], text: words.description },
    ]);

    await app.nest.get(RejectTicket).reject(PARTIES.clerk, ticket.id, {
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

  it('keeps every call in the bytes in which it came but for the key, also what it refused', async () => {
    const calls = await rows().find(HotlineCallEntity, { order: { seq: 'ASC' } });
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(new Set(['taken', 'known', 'refused']));
    const [first] = calls;
    const kept = new URLSearchParams((await app.nest.get(FileStore).get(first?.sha256 ?? '')).toString('utf8'));
    expect([kept.get('attribute[hotline_code]'), kept.get('api_key')]).toEqual(['HP-1', '']);
  });

  it('keeps a report as it came, however the address is written', async () => {
    const url = '/%6fpen311/v2/requests.json';
    const payload = new URLSearchParams({ api_key: both.world.apiKey, ...report('HP-77') }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(201);
    const [last] = await rows().find(HotlineCallEntity, { order: { seq: 'DESC' }, take: 1 });
    const kept = new URLSearchParams((await app.nest.get(FileStore).get(last?.sha256 ?? '')).toString('utf8'));
    expect(kept.get('attribute[hotline_code]')).toBe('HP-77');
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

  it.each<[string, string]>([
    ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'],
    ['application/pdf', '%PDF-1.7'],
  ])('refuses %s in its own form, by JSON and by XML', async (type, body) => {
    for (const [format, begins] of [
      ['json', '[{"code":415,'],
      ['xml', '<?xml'],
    ] as const) {
      const url = `/open311/v2/requests.${format}`;
      const answer = await app.inject({ method: 'POST', url, payload: body, headers: { 'content-type': type } });
      expect([answer.statusCode, answer.body.startsWith(begins)]).toEqual([415, true]);
      expect(answer.body).toContain('application/x-www-form-urlencoded');
    }
  });

  it('is shut for a caller without a key, with a wrong one, or with one that is for something else', async () => {
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
    const own = await app.receive();
    await both.change(own.hotlineCode ?? '', { hotlineCode: null });
    expect((await hotline.get(`requests/${own.code}`, 'requests')).status).toBe(404);
    expect(lines(await anybody.get('requests', 'requests'))).toEqual([]);
    expect((await anybody.get(`requests/${(await ticketOf('HP-2')).code}`, 'requests')).status).toBe(404);
    const heard = both.clients.flatMap((client) => client.heard).join('\n');
    expect(heard.length).toBeGreaterThan(10_000);
    expect(PRIVATE.filter((detail) => heard.includes(detail))).toEqual([]);
  });

  it('tells of a course what went to the citizen, no reason of the agency, no other ticket, no other sender', async () => {
    const other = { last_name: 'Sùng A', first_name: 'Páo', phone: '0900 000 143', email: '' };
    await hotline.post('requests', 'made', report('HP-6', other));
    await hotline.post('requests', 'made', report('HP-7'));
    const [joining, into] = [await ticketOf('HP-6'), await ticketOf('HP-7')];
    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, joining.id);
    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, into.id);
    const reason = 'Lý do nội bộ: hai phiếu cùng một việc.';
    await app.nest.get(MergeTicket).merge(PARTIES.clerk, { ticketId: joining.id, into: into.code, reason });
    const text = 'Lời của sùng a páo thuộc việc của y tế.';
    await app.nest.get(ReturnTicket).return(PARTIES.clerk, into.id, { agency: 'Sở Y tế', verbatim: true, text });
    const told = async (code: string) =>
      lines(await hotline.get('servicerequestupdates', 'updates', { service_request_id: code })).map(
        ({ description }) => description,
      );
    expect(await told(joining.code)).toEqual(['Đã nhận', 'Xử lý chung với phiếu khác']);
    expect(await told(into.code)).toEqual(['Đã nhận', expect.stringMatching(/: Sở Y tế\nLời của /u)]);
    expect(hotline.heard.at(-1)).not.toMatch(/sùng a páo/iu);
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
    const many = [...Array.from({ length: 99 }, (_, at) => `KQ.${String(900 + at)}`), `KQ.${String(number)}`];
    const named = (codes: readonly string[]) =>
      anybody.get('requests', 'requests', { service_request_id: codes.join(',') });
    expect((await named(many)).json).toEqual(shown.json);
    expect(lines(await named(['KQ.1999', ...many]))).toEqual([]);
    expect(lines(await anybody.get('requests', 'requests', { status: 'open' }))).toEqual([]);
    expect(lines(await anybody.get('requests', 'requests', { service_request_id: code }))).toEqual([]);

    await app.nest.get(WithdrawResult).withdraw(PARTIES.supervisor, number, 'Còn lộ danh tính người phản ánh.');
    expect(lines(await anybody.get('requests', 'requests'))).toEqual([]);
    expect((await anybody.get(`requests/KQ.${String(number)}`, 'requests')).status).toBe(404);
  });

  it('answers a caller without a key sixty times a minute, and a caller with one goes on', async () => {
    const asked = (query = '') => app.inject({ url: `/open311/v2/requests.json${query}` });
    const answers = await Promise.all(Array.from({ length: 61 }, () => asked()));
    expect(answers.at(-1)?.statusCode).toBe(429);
    expect(answers.at(-1)?.headers['retry-after']).toMatch(/^\d+$/u);
    expect((await asked(`?api_key=${both.world.apiKey}`)).statusCode).toBe(200);
  });
});
