import {
  TicketAnswerEntity,
  TicketFileEntity,
  TicketPublicationEntity,
} from '../../src/tickets/persistence/life.entities.js';
import { ANSWER, LifeOfATicket, NO_EVIDENCE, PDF } from '../support/life-of-a-ticket.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

/** Somebody with the ticket's page open. */
async function at(username: string): Promise<{ browser: TestBrowser; body: string; text: string }> {
  const browser = await life.app.browserOf(username);
  const { body } = await browser.get(`/phieu/${life.id}`);
  return { browser, body, text: textOf(body) };
}

/** Does an act of the page and opens where it leads. */
async function does(username: string, act: string, fields: Record<string, string> = {}): Promise<string> {
  const { browser } = await at(username);
  return textOf((await browser.follow(await browser.post(`/phieu/${life.id}/${act}`, fields))).body);
}

const field = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(body)?.[1] ?? '';

describe('what proves a note', () => {
  const NOTED = { text: 'Nhà trường đã trả lại tiền cho cha mẹ học sinh.', audience: 'internal', field: 'result' };
  const post = async (fields: Record<string, string>, name: string, content: Buffer<ArrayBuffer>) => {
    const { browser } = await at('ngoc');
    const file = { field: 'files', name, content };
    return textOf((await browser.follow(await browser.postFile(`/phieu/${life.id}/tien-do`, fields, file))).body);
  };

  it('is kept with it by one press, and neither is without the other', async () => {
    await life.inHand();
    const tooShort = await post({ ...NOTED, text: 'ngắn' }, 'so-thu.pdf', PDF);
    expect(tooShort).not.toContain('so-thu.pdf');
    expect(tooShort).toContain('Trang không giữ tệp đã chọn: chọn lại nếu có.');
    const refused = await post(NOTED, 'so-thu.exe', Buffer.from('MZ'));
    expect(refused).not.toContain('Đã ghi nội bộ.');
    expect(refused).not.toContain('Kết quả nội bộ');
    expect(refused).toContain(NOTED.text);
    const done = await post(NOTED, 'so-thu.pdf', PDF);
    expect(done).toContain('Đã ghi nội bộ.');
    expect(done).toContain('Kết quả nội bộ');
    expect(done).toContain('so-thu.pdf');
    expect(done).not.toContain('Trang không giữ tệp đã chọn');
  });

  it('is not asked for while the ticket takes no files', async () => {
    await life.inHand();
    const asked = async (): Promise<boolean> => (await at('ngoc')).body.includes('id="ghi-tai-lieu"');
    expect(await asked()).toBe(true);
    await does('ngoc', 'hoi-cong-dan', { request: 'Đề nghị cho biết lớp và tháng thu tiền.' });
    expect(await asked()).toBe(false);
  });
});

describe('the letter of a ticket, on its page', () => {
  it('is given up by its unit while it is being written, and the ticket is answered in another way', async () => {
    await life.inHand();
    expect((await at('ngoc')).text).not.toContain('Bỏ bản thảo');
    await life.beginLetter();
    expect((await at('ngoc')).text).not.toContain('Trả lời trực tiếp…');
    expect((await at('vanthu')).text).not.toContain('Bỏ bản thảo');
    const after = await does('ngoc', 'bo-du-thao');
    expect(after).toContain('Đã bỏ bản thảo; phiếu tiếp tục được xử lý.');
    expect(after).toContain('Trả lời trực tiếp…');
    expect(after).toContain('Dự thảo trả lời');
    expect(after).not.toContain('Bỏ bản thảo công văn…');
  });

  it('is not given up once it has gone to be approved, and the page says what to do', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'contentReview');
    expect((await at('ngoc')).text).not.toContain('Bỏ bản thảo');
    expect(await does('ngoc', 'bo-du-thao')).toContain('Trả lại công văn cho người soạn');
  });
});

describe('the end of a ticket, on its page', () => {
  it('rules 11, 16, 17, 20: evidence, direct answer, approval, publication, rating, reopening, closing', async () => {
    await life.inHand();
    const officer = await at('ngoc');
    expect(officer.body).toContain('enctype="multipart/form-data"');
    const file = { field: 'files', name: 'bien-ban.pdf', content: PDF };
    await officer.browser.postFile(`/phieu/${life.id}/tai-lieu`, {}, file);
    const [kept] = await life.rows.findBy(TicketFileEntity, { ticketId: life.id });
    const withFile = await at('ngoc');
    expect(withFile.body).toContain(`/tep/tai-lieu/${kept?.id ?? ''}`);
    expect(withFile.body).not.toContain('name="noEvidenceReason"');
    expect(await does('ngoc', 'tra-loi', { text: `${ANSWER} Gọi 0912 345 678.`, verbatim: 'on' })).toContain(
      'Đã trình câu trả lời',
    );

    const head = await at('thang');
    expect(head.text).toContain('Có thể có số điện thoại');
    const answerId = field(head.body, 'answerId');
    await does('thang', 'tra-lai-tra-loi', { answerId, reason: 'Bỏ số điện thoại trong câu trả lời.' });
    expect((await at('ngoc')).text).toContain('Bỏ số điện thoại trong câu trả lời.');
    life.app.clock.advance(60_000);
    await does('ngoc', 'tra-loi', { text: ANSWER });
    const again = field((await at('thang')).body, 'answerId');
    expect(await does('thang', 'duyet-tra-loi', { answerId: again })).toContain('Đã trả lời');
    expect(await life.told('06')).toEqual([ANSWER]);

    const text = 'Nhà trường đã dừng dạy thêm trong giờ chính khóa và trả lại tiền.';
    await does('ngoc', 'cong-khai', { title: 'Dừng dạy thêm trong giờ chính khóa', text });
    const publicationId = field((await at('giamsat')).body, 'publicationId');
    expect(await does('giamsat', 'duyet-cong-khai', { publicationId })).toContain('Đã công khai');

    const rated = await does('vanthu', 'danh-gia', { stars: '2', comment: 'Tôi là Bùi Văn Khải, chưa hài lòng.' });
    expect(rated).toContain('Người phản ánh đánh giá 2 trên 5: Không hài lòng');
    const seenByUnit = (await at('thang')).text;
    expect(seenByUnit).toContain('chưa hài lòng');
    expect(seenByUnit).not.toContain('Khải');

    expect((await at('vanthu')).body).toMatch(/<details class="ha-act" id="mo-lai" open/u);
    await does('vanthu', 'mo-lai', { reason: 'Nhà trường vẫn thu tiền học thêm.' });
    expect((await at('ngoc')).text).toContain('Lần xử lý 2');
    await does('ngoc', 'nhan');
    await does('ngoc', 'tra-loi', { text: ANSWER, noEvidenceReason: NO_EVIDENCE });
    life.app.clock.advance(60_000);
    const third = field((await at('thang')).body, 'answerId');
    await does('thang', 'duyet-tra-loi', { answerId: third });
    await does('vanthu', 'danh-gia', { stars: '5', comment: '' });
    expect(await does('vanthu', 'dong')).toContain('Đã kết thúc');
    expect(await life.now()).toMatchObject({ state: 'closed', cycle: 2, rating: 5 });
    expect(await life.rows.countBy(TicketAnswerEntity, { ticketId: life.id })).toBe(3);
    expect(await life.rows.countBy(TicketPublicationEntity, { ticketId: life.id })).toBe(1);
  });

  it('a withdrawal, written down by the clerk', async () => {
    await life.inHand();
    expect((await at('ngoc')).body).not.toContain(`/phieu/${life.id}/rut`);
    expect(await does('vanthu', 'rut', { reason: 'Người phản ánh gọi điện báo đã xong.' })).toContain('Đã rút');
    expect((await life.now()).state).toBe('withdrawn');
  });
});

describe('what is refused on the page of a ticket', () => {
  it('keeps what was typed, with the sentence beside its field', async () => {
    await life.inHand();
    const { browser } = await at('ngoc');
    const { body } = await browser.follow(
      await browser.post(`/phieu/${life.id}/tra-loi`, { text: ANSWER, noEvidenceReason: 'Không có' }),
    );
    expect(textOf(body)).toContain('cần từ 20 ký tự, hiện có 8');
    expect(textOf(body)).toContain(ANSWER);
    expect(body).toMatch(/<details class="ha-act" id="tra-loi" open/u);
  });

  it('says which private details keep a text from the public', async () => {
    await life.answered();
    const shown = await does('ngoc', 'cong-khai', {
      title: 'Dừng dạy thêm trong giờ chính khóa',
      text: 'Nhà trường đã dừng dạy thêm; mọi người gọi số 0912 345 678 để hỏi.',
    });
    expect(shown).toContain('0912 345 678');
    expect(shown).toMatch(/số điện thoại/u);
    expect(await life.rows.countBy(TicketPublicationEntity, { ticketId: life.id })).toBe(0);
  });

  it('says in a sentence that a file is not what may be kept', async () => {
    await life.inHand();
    const { browser } = await at('ngoc');
    const file = { field: 'files', name: 'bien-ban.pdf', content: Buffer.from('MZ program') };
    const { body } = await browser.follow(await browser.postFile(`/phieu/${life.id}/tai-lieu`, {}, file));
    expect(textOf(body)).toContain('“bien-ban.pdf” không phải PDF');
    expect(await life.rows.countBy(TicketFileEntity, { ticketId: life.id })).toBe(0);
  });
});

describe('an evidence file', () => {
  it('is handed as a download to those who see the ticket, and is not there for others', async () => {
    await life.inHand();
    await life.addFile('Biên bản.pdf');
    const [file] = await life.rows.findBy(TicketFileEntity, { ticketId: life.id });
    const path = `/tep/tai-lieu/${file?.id ?? ''}`;
    for (const username of ['ngoc', 'vanthu', 'giamsat']) {
      const answer = await (await life.app.browserOf(username)).get(path);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-disposition']).toMatch(/^attachment; .*Bi%C3%AAn%20b%E1%BA%A3n\.pdf/u);
      expect(answer.headers['content-security-policy']).toContain('sandbox');
      expect(answer.rawPayload.equals(PDF)).toBe(true);
    }
    expect((await (await life.app.browserOf('luc')).get(path)).statusCode).toBe(404);
    expect((await (await life.app.browserOf('quantri')).get(path)).statusCode).toBe(403);
  });
});
