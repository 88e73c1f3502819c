import { PARTIES, LifeOfATicket } from '../support/life-of-a-ticket.js';
import { TestProgram } from '../support/test-program.js';
import type { TestBrowser } from '../support/test-browser.js';

const NOTE = 'Đã mời phụ huynh em Bùi Văn Khải, số 0912 345 678, đến trường.';
const MASKED = 'Đã mời phụ huynh em [tên học sinh], số [số điện thoại], đến trường.';
const PUBLIC = 'Nhà trường đã trả lại tiền; hỏi thêm cô Trần Thị Hoà theo số 0912 345 678.';

let life: LifeOfATicket;
let officer: TestBrowser;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

/** Posts a form of the ticket's page, as a browser without scripts does, and opens where it leads. */
async function post(act: string, fields: Record<string, string | readonly string[]>): Promise<string> {
  const path = `/phieu/${life.id}`;
  await officer.get(path);
  return (await officer.follow(await officer.post(`${path}/${act}`, fields))).body;
}

/** What stands in the text field with that id. */
function typed(body: string, id: string): string | undefined {
  return new RegExp(`<textarea[^>]*id="${id}"[^>]*>([^<]*)</textarea>`, 'u').exec(body)?.[1];
}

describe('rule 20: words that go to the citizen', () => {
  beforeEach(async () => {
    await life.inHand();
    officer = await life.app.browserOf(PARTIES.officer.id);
  });

  const note = { text: NOTE, audience: 'hotline', field: 'measure' };
  const told = async (): Promise<(string | null)[]> =>
    (await life.told('05')).filter((word) => /Biện pháp/u.test(word ?? ''));

  it('rule 20: are held back once, say what seems private, and stay typed', async () => {
    const body = await post('tien-do', note);
    expect(body).toContain('Có vẻ còn thông tin riêng: tên học sinh, số điện thoại.');
    expect(body).toContain('<q>0912 345 678</q>');
    expect(typed(body, 'noi-dung-ghi')).toBe(NOTE);
    expect(body).toMatch(/name="field" value="measure" checked/u);
    expect(await told()).toEqual([]);
  });

  it('rule 20: are masked neither past the longest text nor for a ticket that is not there', async () => {
    const body = await post('che/tien-do/text', { ...note, text: 'Gọi 0912 345 678. '.repeat(1200) });
    expect(body).toContain('nhiều nhất 20.000 ký tự thì mới che được');
    expect(body).not.toContain('[số điện thoại]');
    const path = '/phieu/khong-co/che/tien-do/text';
    const body404 = new URLSearchParams({ _csrf: officer.token, ...note });
    const headers = { referer: 'http://elsewhere.invalid/' };
    expect((await officer.send(path, body404, headers)).statusCode).toBe(404);
  });

  it('rule 20: are masked by one button, not sent by it, and may then go', async () => {
    const held = await post('tien-do', note);
    const [, mask = ''] = /formaction="\/phieu\/[^/]+\/([^"]+)"/u.exec(held) ?? [];
    const body = await post(mask, note);
    expect(body).toContain('Đã che 2 chỗ, chưa gửi.');
    expect(typed(body, 'noi-dung-ghi')).toBe(MASKED);
    expect(body).toMatch(/name="audience" value="hotline" checked/u);
    expect(body).not.toContain('Có vẻ còn thông tin riêng');
    expect(await told()).toEqual([]);

    await post('tien-do', { ...note, text: MASKED });
    expect(await told()).toEqual([`Biện pháp: ${MASKED}`]);
  });

  it('go as they are when somebody has looked and says so', async () => {
    await post('tien-do', { ...note, verbatim: 'on' });
    expect(await told()).toEqual([`Biện pháp: ${NOTE}`]);
  });

  it('are nobody’s business while they stay in the agency', async () => {
    expect(await post('tien-do', { ...note, audience: 'internal' })).toContain('Đã ghi nội bộ.');
  });

  it.each([
    ['a request for what is missing', 'hoi-cong-dan', 'request', {}],
    ['a direct answer', 'tra-loi', 'text', { noEvidenceReason: 'Xác minh trực tiếp, không lập văn bản.' }],
    [
      'progress in a wish for more time',
      'gia-han',
      'progress',
      { workingDays: '3', reason: 'Chờ nhà trường báo cáo.' },
    ],
  ])('rule 20: %s is held back, masked and given back in its own form', async (_text, act, field, rest) => {
    const fields = { ...rest, [field]: NOTE };
    const held = await post(act, fields);
    expect(held).toContain('Đã xem, gửi nguyên văn');
    expect(typed(held, `${act}-${field}`)).toBe(NOTE);
    const body = await post(`che/${act}/${field}`, fields);
    expect(typed(body, `${act}-${field}`)).toBe(MASKED);
    expect(body).toMatch(new RegExp(`<details[^>]*id="${act}"[^>]*open`, 'u'));
    expect((await life.now()).state).toBe('verifying');
  });
});

describe('rule 20: words of a program that go to the citizen', () => {
  let program: TestProgram;
  const why = { reason: 'Chờ nhà trường báo cáo đủ số liệu.', workingDays: 3 };
  const acts: readonly (readonly [string, string, Record<string, unknown>])[] = [
    ['note', 'text', { audience: 'hotline', field: 'measure' }],
    ['askCitizen', 'text', {}],
    ['proposeAnswer', 'text', { noEvidenceReason: 'Xác minh trực tiếp, không lập văn bản.' }],
    ['requestExtension', 'progress', why],
  ];

  beforeEach(async () => {
    await life.inHand();
    program = await TestProgram.of(life.app, PARTIES.officer.id);
  });

  it.each(acts)('rule 20: are held back by the act itself, and go when it is said: %s', async (act, field, rest) => {
    const given = { ...rest, [field]: NOTE };
    const held = await program.act(life.id, act, given);
    expect(held).toMatchObject({ status: 422, body: { code: 'text-held-back' } });
    expect(String(held.body['title'])).toContain('tên học sinh, số điện thoại');
    expect(JSON.stringify(held.body)).not.toContain('Khải');
    expect((await program.act(life.id, act, { ...given, verbatim: true })).status).toBe(200);
  });

  it('are nobody’s business while they stay in the agency', async () => {
    expect((await program.act(life.id, 'note', { text: NOTE, audience: 'internal', field: 'progress' })).status).toBe(
      200,
    );
  });
});

describe('rule 20: words of the desk that go to the citizen', () => {
  it.each([
    ['chuyen-tra', { agency: 'UBND phường Lê Chân' }, 'returned'],
    ['tu-choi', { reason: 'insufficientInformation' }, 'rejected'],
  ])('rule 20: are held back in their own form, and go when somebody has looked: %s', async (act, rest, state) => {
    officer = await life.app.browserOf(PARTIES.clerk.id);
    const fields = { ...rest, text: NOTE };
    const held = await post(act, fields);
    expect(held).toContain('Có vẻ còn thông tin riêng: tên học sinh, số điện thoại.');
    expect(typed(held, `${act}-text`)).toBe(NOTE);
    expect((await life.now()).open).toBe(true);
    await post(act, { ...fields, verbatim: 'on' });
    expect((await life.now()).state).toBe(state);
  });

  it('rule 20: are held back where they stand in the name of an agency', async () => {
    officer = await life.app.browserOf(PARTIES.clerk.id);
    const fields = { agency: 'Công an phường, gặp em Bùi Văn Khải', text: 'Vỉa hè thuộc quản lý của phường.' };
    const held = await post('chuyen-tra', fields);
    expect(held).toContain('<q>Bùi Văn Khải</q>');
    expect((await life.now()).open).toBe(true);
    const masked = await post('che/chuyen-tra/agency', fields);
    expect(masked).toContain('value="Công an phường, gặp em [tên học sinh]"');
    // Both texts were held back, and each has its tick.
    await post('chuyen-tra', { ...fields, text: NOTE, verbatim: ['on', 'on'] });
    expect((await life.now()).state).toBe('returned');
  });
});

describe('rule 20: words that the public reads', () => {
  beforeEach(async () => {
    await life.answered();
    officer = await life.app.browserOf(PARTIES.officer.id);
  });

  const wish = { title: 'Trả lại tiền', text: PUBLIC, left: 'Trần Thị Hoà' };

  it('rule 20: are refused as long as they name something private, whatever is ticked', async () => {
    const body = await post('cong-khai', { ...wish, verbatim: 'on' });
    expect(body).toContain('Chưa công khai được vì còn chi tiết riêng');
    expect(body).toContain('<q>0912 345 678</q>');
    expect(body).not.toContain('gửi nguyên văn');
    expect((await life.now()).publicationAskedById).toBeNull();
  });

  it('rule 20: are masked but for the names that were looked at and left', async () => {
    const body = await post('che/cong-khai/text', wish);
    const masked = 'Nhà trường đã trả lại tiền; hỏi thêm cô Trần Thị Hoà theo số [số điện thoại].';
    expect(typed(body, 'de-nghi-cong-khai-text')).toBe(masked);
    expect(await post('cong-khai', { ...wish, text: masked })).not.toContain('chi tiết riêng tư');
    expect((await life.now()).publicationAskedById).toBe(PARTIES.officer.id);
  });
});

it.each(['che/..%2f..%2fdang-xuat/text', 'che/tra-loi/__proto__', 'che/TRA/text'])(
  'masks no form that no page of ours has: %s',
  async (path) => {
    officer = await life.app.browserOf(PARTIES.officer.id);
    await officer.get('/');
    const answer = await officer.follow(await officer.post(`/phieu/${life.id}/${path}`, { text: NOTE }));
    expect(answer.body).not.toContain('Đã che');
  },
);
