import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';

const CALL = {
  channel: 'call',
  receivedAt: '2026-03-18T08:30:00+07:00',
  words: 'Nhà trường thu tiền học thêm trong giờ chính khóa của lớp 10A2.',
  category: 'fees',
  level: 'normal',
  kind: 'feedback',
  senderName: 'Trần Đức Hoà',
  senderPhone: '0900000142',
};

describe('the API', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  const people = new Map<string, TestProgram>();
  const as = (username: string): TestProgram => people.get(username)!;

  beforeAll(async () => {
    app = await TestApp.open();
    for (const username of ['vanthu', 'ngoc', 'thang', 'luc', 'khanh', 'giamsat', 'quantri']) {
      people.set(username, await TestProgram.of(app, username));
    }
    ticket = await app.receive();
    await as('vanthu').act(ticket.id, 'assign', { unitId: 'gdtrh', officerId: 'ngoc' });
  });
  afterAll(() => app.close());

  describe('who may go where', () => {
    it('answers nobody unknown, with a problem and never with a page', async () => {
      const routes = (await app.routes()).filter(({ url }) => url.startsWith('/api/'));
      expect(routes.length).toBeGreaterThan(20);
      const browser = app.browser();
      const page = await browser.get('/dang-nhap');
      const token = {
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': /name="_csrf" value="([^"]+)"/u.exec(page.body)?.[1] ?? '',
      };
      for (const { method, url } of routes) {
        const path = url.replace(/:\w+/gu, ticket.id);
        const answer = await app.inject({ method, url: path, headers: { accept: 'text/html', ...token } });
        expect([path, answer.statusCode, answer.headers['content-type']]).toEqual([
          path,
          401,
          'application/problem+json; charset=utf-8',
        ]);
      }
    });

    it.each([
      ['vanthu', 200],
      ['ngoc', 200],
      ['thang', 200],
      ['khanh', 200],
      ['giamsat', 200],
      ['luc', 404],
      ['quantri', 403],
    ])('shows %s the ticket of a unit with status %i', async (username, status) => {
      expect((await as(username).get(`tickets/${ticket.id}`)).status).toBe(status);
    });

    it('shows in lists and in search only what a person may see', async () => {
      for (const path of ['tickets', 'search?words=hoc+them']) {
        expect(JSON.stringify((await as('luc').get(path)).body)).not.toContain(ticket.code);
        expect(JSON.stringify((await as('ngoc').get(path)).body)).toContain(ticket.code);
      }
    });

    it('demands the token of the session for whatever changes something', async () => {
      const answer = await as('ngoc').post(`tickets/${ticket.id}/acts/unitAccept`, {}, { 'x-csrf-token': '' });
      expect(answer).toMatchObject({ status: 403, body: { status: 403 } });
    });

    it('has no address but those described', async () => {
      expect(await as('ngoc').get('ticket')).toMatchObject({ status: 404, body: { title: 'Không có địa chỉ này.' } });
    });
  });

  describe('a ticket', () => {
    it('is found by its code, with moments of Việt Nam', async () => {
      const { body } = await as('ngoc').get(`tickets/${ticket.code}`);
      expect(body).toMatchObject({ id: ticket.id, state: 'assigned', startedAt: '2026-03-18T09:00:00+07:00' });
    });

    it('tells what is possible, and of the rest why it is not', async () => {
      const { body } = await as('ngoc').get(`tickets/${ticket.id}`);
      const acts = new Map((body['acts'] as { act: string }[]).map((one) => [one.act, one]));
      expect(acts.get('unitAccept')).toMatchObject({ possible: true, barrier: null, why: null });
      expect(acts.get('close')).toMatchObject({ possible: false, barrier: 'state', why: 'Phiếu đang ở bước khác.' });
      expect(acts.get('withdraw')).toMatchObject({ possible: false, barrier: 'party' });
      expect(acts.has('letterReleased')).toBe(false);
    });

    it.each(['tickets', 'search?words=hoc+them', 'TICKET', 'TICKET/course'])(
      'names nobody who wrote in %s',
      async (path) => {
        const { body } = await as('vanthu').get(path.replace('TICKET', `tickets/${ticket.id}`));
        expect(JSON.stringify(body)).not.toMatch(/Bùi Văn Khải|000 ?142|khai\.bv/u);
      },
    );

    it('shows the sender once, for a purpose, and lets nobody keep it', async () => {
      const { status, body, headers } = await as('ngoc').post(`tickets/${ticket.id}/identity`, {
        purpose: 'Gọi xác minh nội dung phản ánh',
      });
      expect([status, body['senderPhone'], headers['cache-control']]).toEqual([200, '0900 000 142', 'no-store']);
      const { body: course } = await as('ngoc').get(`tickets/${ticket.id}/course`);
      expect(JSON.stringify(course)).toContain('Xem danh tính người phản ánh: Gọi xác minh nội dung phản ánh');
    });
  });

  describe('what is sent', () => {
    it.each([
      ['an unknown field', { ...CALL, colour: 'red' }, 'colour', 'Không có trường colour. Bỏ đi rồi gửi lại.'],
      ['a missing field', { ...CALL, words: undefined }, 'words', 'Trường words còn thiếu.'],
      ['a wrong type', { ...CALL, senderPhone: 900000142 }, 'senderPhone', 'Trường senderPhone phải là chuỗi ký tự.'],
      ['a word of no list', { ...CALL, kind: 'praise' }, 'kind', 'Trường kind phải là một trong: feedback, petition.'],
      [
        'a moment without a zone',
        { ...CALL, receivedAt: '2026-03-18T08:30:00' },
        'receivedAt',
        'Trường receivedAt phải viết đúng dạng thời điểm ISO 8601 có múi giờ, như 2026-03-12T16:52:00+07:00.',
      ],
      [
        'a day that is none',
        { ...CALL, receivedAt: '2026-02-30T08:30:00+07:00' },
        'receivedAt',
        /^Trường receivedAt phải viết đúng dạng/u,
      ],
    ])('is refused for %s, by its name', async (_what, body, field, title) => {
      const answer = await as('vanthu').post('tickets', body, { 'idempotency-key': 'lan-thu-nhat' });
      expect(answer).toMatchObject({ status: 422, body: { code: 'input-invalid', field } });
      expect(answer.body['title']).toMatch(title);
    });

    it('is refused when it is no JSON', async () => {
      const answer = await as('vanthu').post('tickets', '{"words":', { 'content-type': 'application/json' });
      expect(answer).toMatchObject({ status: 400, body: { code: 'http-400' } });
    });

    it.each([
      ['tickets?colour=red', 'colour'],
      ['tickets?cursor=abc', 'cursor'],
      ['tickets?size=0', 'size'],
      ['search?state=lost', 'state.0'],
      ['search?from=2026-02-30', 'from'],
    ])('is refused in %s', async (path, field) => {
      expect(await as('vanthu').get(path)).toMatchObject({ status: 422, body: { code: 'input-invalid', field } });
    });
  });

  describe('an act', () => {
    it.each([
      ['khanh', 'unitAccept', {}, 403, 'forbidden'],
      ['luc', 'unitAccept', {}, 404, 'not-found'],
      ['vanthu', 'accept', {}, 409, 'ticket-transition-refused'],
      ['ngoc', 'accept', {}, 409, 'ticket-transition-refused'],
      ['ngoc', 'note', { text: 'một ghi chú đủ dài', audience: 'internal' }, 422, 'input-invalid'],
      ['ngoc', 'letterReleased', {}, 404, 'not-found'],
      ['ngoc', 'unitAccept', { version: 1 }, 409, 'changed-meanwhile'],
    ])('of %s, %s with %j, is refused with %i %s', async (...[username, act, given, status, code]) => {
      expect(await as(username).act(ticket.id, act, given)).toMatchObject({ status, body: { code } });
    });

    it('is done as it was seen, and the same view is then too old', async () => {
      const { id } = await app.receive();
      const { body } = await as('vanthu').get(`tickets/${id}`);
      const given = { version: body['version'] };
      const done = await as('vanthu').act(id, 'accept', given);
      expect(done).toMatchObject({ status: 200, body: { ticket: { id, state: 'accepted' }, made: [] } });
      const late = { ...given, subject: 'Thu tiền học thêm', kind: 'feedback', keepSecret: true };
      expect(await as('vanthu').act(id, 'complete', late)).toMatchObject({
        status: 409,
        body: { code: 'changed-meanwhile' },
      });
    });

    it('is done once of two at the same moment', async () => {
      const { id } = await app.receive();
      const both = await Promise.all([as('vanthu').act(id, 'accept'), as('khanh').act(id, 'accept')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  it('takes a ticket from arrival to its closing', async () => {
    const { id } = await app.receive();
    const done = async (username: string, act: string, body: Record<string, unknown> = {}): Promise<string[]> => {
      const answer = await as(username).act(id, act, body);
      expect([act, answer.status, answer.body['title']]).toEqual([act, 200, undefined]);
      return answer.body['made'] as string[];
    };
    await done('vanthu', 'accept');
    await done('vanthu', 'assign', { unitId: 'gdtrh', officerId: 'ngoc', directive: 'Trả lời trước ngày 20.' });
    await done('ngoc', 'unitAccept');
    await done('ngoc', 'note', { text: 'Đã yêu cầu trường dừng thu.', audience: 'hotline', field: 'measure' });
    const wish = { workingDays: 2, reason: 'Chờ nhà trường gửi sổ thu chi.', progress: 'Đã làm việc với nhà trường.' };
    const [extensionId] = await done('ngoc', 'requestExtension', wish);
    await done('giamsat', 'grantExtension', { extensionId });
    const answer = { text: 'Nhà trường đã dừng thu và hoàn trả tiền.', noEvidenceReason: 'Kết quả nêu tại biên bản.' };
    const [answerId] = await done('ngoc', 'proposeAnswer', answer);
    await done('thang', 'approveAnswer', { answerId });
    await done('vanthu', 'rate', { stars: 5 });
    await done('vanthu', 'close');
    const { body: life } = await as('ngoc').get(`tickets/${id}/life`);
    expect(life).toMatchObject({
      extensions: [{ id: extensionId, granted: true, decidedById: 'giamsat' }],
      answers: [{ id: answerId, approved: true, decidedById: 'thang' }],
      ratings: [{ stars: 5 }],
    });
    const { body: proof } = await as('ngoc').get(`tickets/${id}/proof`);
    expect((proof['parts'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(['limit', 'extension']);
  });

  it('brings evidence as a form with files, and begins a letter', async () => {
    const received = await app.receive();
    const { id } = received;
    await as('vanthu').act(id, 'assign', { unitId: 'gdtrh', officerId: 'ngoc' });
    await as('ngoc').act(id, 'unitAccept');
    const form = new FormData();
    form.append('files', new Blob(['%PDF-1.7\n%%EOF\n']), 'biên bản.pdf');
    const { headers, body } = await encoded(form);
    const added = await as('ngoc').post(`tickets/${id}/acts/addEvidence`, body, headers);
    expect(added).toMatchObject({ status: 200 });
    const documentId = await app.receiveAgain(received, 'Người phản ánh gửi thêm ảnh nhà kho.');
    expect((await as('ngoc').get(`tickets/${id}/life`)).body).toMatchObject({
      files: [{ name: 'biên bản.pdf' }],
      furtherDocuments: [
        { documentId, words: 'Người phản ánh gửi thêm ảnh nhà kho.', decision: 'attached', opened: null },
      ],
    });
    const key = { 'idempotency-key': 'bat-dau-cong-van' };
    const [one, two] = [
      await as('ngoc').act(id, 'beginReply', {}, key),
      await as('ngoc').act(id, 'beginReply', {}, key),
    ];
    expect([one.status, two.body]).toEqual([200, one.body]);
    expect(one.body['made']).toHaveLength(1);
  });

  describe('a key', () => {
    const count = async (): Promise<number> => {
      const { body } = await as('vanthu').get('tickets?size=200');
      return (body['tickets'] as unknown[]).length;
    };

    it('must come with what creates a ticket', async () => {
      expect(await as('vanthu').post('tickets', CALL)).toMatchObject({
        status: 400,
        body: { code: 'idempotency-key-missing', field: 'Idempotency-Key' },
      });
      expect(await as('vanthu').post('tickets', CALL, { 'idempotency-key': 'ngắn' })).toMatchObject({ status: 422 });
    });

    it('makes one ticket of the same request, one after another and at once, and answers the same', async () => {
      const key = { 'idempotency-key': 'cuoc-goi-08:30' };
      const before = await count();
      const first = await as('vanthu').post('tickets', CALL, key);
      expect(first.status).toBe(201);
      const again = await Promise.all([1, 2, 3].map(() => as('vanthu').post('tickets', CALL, key)));
      for (const answer of again) expect([answer.status, answer.body]).toEqual([201, first.body]);
      expect(await count()).toBe(before + 1);
    });

    it('is refused with another request, and is another person’s own', async () => {
      const key = { 'idempotency-key': 'cuoc-goi-08:45' };
      await as('vanthu').post('tickets', CALL, key);
      const other = { ...CALL, words: 'Một phản ánh khác hẳn, đủ dài.' };
      expect(await as('vanthu').post('tickets', other, key)).toMatchObject({
        status: 409,
        body: { code: 'idempotency-key-reused' },
      });
      expect((await as('khanh').post('tickets', CALL, key)).status).toBe(403);
    });

    it('leaves nothing behind when the act is refused, so that it may come again', async () => {
      const { id } = await app.receive();
      await as('vanthu').act(id, 'assign', { unitId: 'gdtrh', officerId: 'ngoc' });
      const key = { 'idempotency-key': 'ghi-tien-do-1' };
      const note = { text: 'Đã gọi điện cho nhà trường.', audience: 'internal', field: 'progress' };
      expect((await as('ngoc').act(id, 'note', note, key)).status).toBe(409);
      await as('ngoc').act(id, 'unitAccept');
      const [one, two] = [await as('ngoc').act(id, 'note', note, key), await as('ngoc').act(id, 'note', note, key)];
      expect([one.status, two.body]).toEqual([200, one.body]);
      const { body } = await as('ngoc').get(`tickets/${id}/course`);
      expect(JSON.stringify(body).match(/Đã gọi điện cho nhà trường/gu)).toHaveLength(1);
    });

    it('is forgotten after a day', async () => {
      const key = { 'idempotency-key': 'cuoc-goi-hom-qua' };
      const first = await as('vanthu').post('tickets', CALL, key);
      app.clock.advance(25 * 60 * 60_000);
      const second = await TestProgram.of(app, 'vanthu').then((later) => later.post('tickets', CALL, key));
      expect(second.body['ticketId']).not.toBe(first.body['ticketId']);
    });
  });
});

/** A form as it goes over the wire. */
async function encoded(form: FormData): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const request = new Request('http://form', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type') ?? '';
  return { headers: { 'content-type': contentType }, body: Buffer.from(await request.arrayBuffer()) };
}
