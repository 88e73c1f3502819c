import PizZip from 'pizzip';
import { SignatureQueries, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestApp } from '../support/test-app.js';

const ATTACK = `</textarea><script>alert(1)</script><img src=x onerror=alert(2)>"'`;

const LETTER = {
  ky_hieu: 'SGDĐT-GDTrH',
  trich_yeu: 'trả lời kiến nghị về thu tiền học thêm',
  kinh_gui: ['Tổng đài 1022 thành phố Hải Phòng', ''],
  ve_viec: 'thu tiền học thêm môn Toán',
  ket_qua_xac_minh: 'Lớp học nêu trên tổ chức 09 buổi học thêm.',
  bien_phap_xu_ly: 'Yêu cầu nhà trường dừng việc dạy thêm.',
  theo_doi: '',
  loi_ket: 'Trân trọng cảm ơn tổ chức, cá nhân đã gửi kiến nghị./.',
  noi_nhan: ['Như trên', 'Lưu: VT, GDTrH.', ''],
  signerId: 'khanh',
};

describe('the pages of one ticket, from the hotline to the register', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  let draft = '';
  let request: SignatureRequestEntity;
  let clerk: TestBrowser;
  let officer: TestBrowser;
  let head: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open();
    [clerk, officer, head] = [await app.browserOf('vanthu'), await app.browserOf('ngoc'), await app.browserOf('thang')];
    ticket = await app.receive({ subject: `Thu tiền học thêm ${ATTACK}`, text: `Dòng một ${ATTACK}\n\nDòng hai` });
  });
  afterAll(() => app.close());

  it('writes what a citizen wrote as text, whatever it is', async () => {
    for (const path of ['/', `/phieu/${ticket.id}`, '/so-van-ban/den', '/so-van-ban/theo-doi']) {
      const { body, statusCode } = await clerk.get(path);
      expect([path, statusCode]).toEqual([path, 200]);
      expect(body).toContain('Thu tiền học thêm');
      expect(body).not.toMatch(/<script>alert|<img src=x/u);
    }
  });

  it('shows a protected sender by initials alone, and nobody’s telephone', async () => {
    const { body } = await clerk.get(`/phieu/${ticket.id}`);
    expect(body).toContain('B. V. K. (đề nghị giữ bí mật họ tên)');
    expect(body).not.toMatch(/Bùi Văn Khải|0900 000 142|khai\.bv/u);
  });

  it('allows a browser its own styles and scripts only, and keeps no page', async () => {
    const { headers } = await clerk.get('/');
    const policy = String(headers['content-security-policy']).split(';').sort();
    expect(policy).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('explains the deadline day by day', async () => {
    const { body } = await clerk.get(`/phieu/${ticket.id}`);
    expect(body).toContain('5 ngày làm việc, tính từ ngày sau ngày nhận.');
    expect(body).toContain('17:30, thứ Tư 25/03/2026');
    expect(body).toMatch(/21 và 22\/03.*Thứ Bảy, Chủ Nhật/su);
  });

  it('serves its own styles and scripts', async () => {
    for (const path of ['/assets/app/css/theme.css', '/assets/app/js/app.js', '/assets/tabler/tabler.min.css']) {
      expect([path, (await app.browser().get(path)).statusCode]).toEqual([path, 200]);
    }
  });

  it('answers machines with problem details', async () => {
    const answer = await clerk.get('/phieu/khong-co', 'application/json');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = {
      type: 'urn:hoi-am:not-found',
      title: expect.any(String) as string,
      status: 404,
      code: 'not-found',
    };
    expect(answer.json()).toEqual(problem);
  });

  it('hands the ticket over; the officer takes it', async () => {
    await clerk.get(`/phieu/${ticket.id}`);
    const given = await clerk.post(`/phieu/${ticket.id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc' });
    expect((await clerk.follow(given)).body).toContain('Đã giao phiếu.');

    const list = await officer.get('/?danh-sach=can-nhan');
    expect(list.body).toContain(ticket.code);
    const taken = await officer.post(`/phieu/${ticket.id}/nhan`);
    expect(taken.headers.location).toBe('/?danh-sach=can-nhan');
    expect((await officer.get(`/phieu/${ticket.id}`)).body).toContain('Đang xác minh');
  });

  it('tells a notice once', async () => {
    await officer.get(`/phieu/${ticket.id}`);
    await officer.post(`/phieu/${ticket.id}/tien-do`, {
      text: 'Đã gọi cho nhà trường.',
      audience: 'internal',
      field: 'progress',
    });
    expect((await officer.get(`/phieu/${ticket.id}`)).body).toContain('Đã ghi nội bộ.');
    expect((await officer.get(`/phieu/${ticket.id}`)).body).not.toContain('Đã ghi nội bộ.');
  });

  it('keeps what was typed into a refused note', async () => {
    await officer.get(`/phieu/${ticket.id}`);
    const refused = await officer.post(`/phieu/${ticket.id}/tien-do`, {
      text: 'Ngắn & lạ',
      audience: 'hotline',
      field: 'result',
    });
    expect([refused.statusCode, refused.headers.location]).toEqual([303, `/phieu/${ticket.id}`]);
    const { body } = await officer.follow(refused);
    expect(body).toContain('Viết thêm: cần từ 10 ký tự');
    expect(body).toMatch(/<textarea[^>]*>Ngắn &amp; lạ<\/textarea>/u);
    expect((await officer.get(`/phieu/${ticket.id}`)).body).not.toContain('Ngắn &amp;');
  });

  it('begins a letter and says what is still to be written', async () => {
    await officer.get(`/phieu/${ticket.id}`);
    const begun = await officer.post(`/phieu/${ticket.id}/du-thao`);
    draft = String(begun.headers.location).split('/').at(-1)!;
    const { body } = await officer.follow(begun);
    expect(body).toContain('Còn phải viết: Kết quả xác minh, Biện pháp xử lý.');
    expect(body).not.toMatch(/<script>alert|<img src=x/u);
  });

  it('saves the letter as it was typed and shows its page once it is made', async () => {
    const version = /name="version" value="(\d+)"/u.exec((await officer.get(`/du-thao/${draft}`)).body)![1]!;
    const saved = await officer.post(`/du-thao/${draft}`, { ...LETTER, version });
    expect((await officer.follow(saved)).body).toContain('Đang tạo trang in');
    await app.work();
    const { body } = await officer.get(`/du-thao/${draft}`);
    expect(body).toContain('Yêu cầu nhà trường dừng việc dạy thêm.');
    expect(body).toContain(`/du-thao/${draft}/ban/2/trang/1.jpg`);
    for (const [path, type] of [
      [`/du-thao/${draft}/ban/2/trang/1.jpg`, 'image/jpeg'],
      [`/du-thao/${draft}/cong-van.pdf`, 'application/pdf'],
      [`/du-thao/${draft}/cong-van.docx`, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const) {
      const file = await officer.get(path);
      expect([path, file.statusCode, file.headers['content-type']]).toEqual([path, 200, type]);
    }
    expect((await officer.get(`/du-thao/${draft}/trang/2.jpg`)).statusCode).toBe(404);
    expect((await officer.get(`/du-thao/${draft}/trang/0.jpg`)).statusCode).toBe(404);
  });

  it('puts the signer’s own authority and name under the letter', async () => {
    const file = await officer.get(`/du-thao/${draft}/cong-van.docx`);
    const text = new PizZip(file.rawPayload).file('word/document.xml')!.asText();
    expect(text).toContain('KT. GIÁM ĐỐC');
    expect(text).toContain('Đỗ Quốc Khánh');
  });

  it('overwrites nobody: an old form is refused, and what was typed stays in it', async () => {
    await officer.get(`/du-thao/${draft}`);
    const refused = await officer.post(`/du-thao/${draft}`, { ...LETTER, ve_viec: 'bản gõ sau', version: '1' });
    const { body } = await officer.follow(refused);
    expect(body).toContain('Chưa lưu: bản thảo đã thay đổi từ lúc mở biểu mẫu.');
    expect(body).toContain('bản gõ sau');
    expect((await officer.get(`/du-thao/${draft}`)).body).not.toContain('bản gõ sau');
  });

  it('rule 11: is not sent before there is evidence, or a reason for having none', async () => {
    const missing = 'Phiếu chưa có tài liệu chứng minh.';
    expect((await officer.get(`/du-thao/${draft}`)).body).toContain(missing);
    const refused = await officer.follow(await officer.post(`/du-thao/${draft}/trinh`));
    expect(refused.body).toContain(`Chưa trình được. ${missing}`);
    expect(refused.body).toContain(`href="/phieu/${ticket.id}#them-tai-lieu"`);
    await officer.get(`/phieu/${ticket.id}`);
    const reason = 'Kết quả xác minh qua trao đổi trực tiếp, không lập văn bản.';
    await officer.post(`/phieu/${ticket.id}/khong-tai-lieu`, { reason });
    expect((await officer.get(`/du-thao/${draft}`)).body).not.toContain(missing);
  });

  it('goes from the author to the head, to the form checker, to the leader', async () => {
    await officer.get(`/du-thao/${draft}`);
    await officer.post(`/du-thao/${draft}/trinh`);
    await app.work();
    expect((await head.get('/?danh-sach=duyet-noi-dung')).body).toContain(ticket.code);
    await head.get(`/du-thao/${draft}`);
    await head.post(`/du-thao/${draft}/duyet-noi-dung`);
    await app.work();
    expect((await clerk.get('/?danh-sach=duyet-the-thuc')).body).toContain(ticket.code);
    await clerk.get(`/du-thao/${draft}`);
    await clerk.post(`/du-thao/${draft}/duyet-the-thuc`);
    await officer.get(`/du-thao/${draft}`);
    const submitted = await officer.post(`/du-thao/${draft}/trinh-ky`);
    expect(submitted.headers.location).toMatch(/^\/trinh-ky\//u);
    await app.work();
    const { body } = await officer.follow(submitted);
    expect(body).toContain('Chờ Đỗ Quốc Khánh');
    expect(body).toContain('KS-1');
    const leader = await app.browserOf('khanh');
    expect((await leader.get('/?danh-sach=cho-ky')).body).toContain(ticket.code);
  });

  it('shows a letter that failed its proof, line by line, worst first', async () => {
    const [found] = await app.nest.get(SignatureQueries).ofDraft(draft);
    request = found!;
    await app.setSignature(request.id, { state: 'proofFailed', proof: FAILED_PROOF });
    const { body } = await officer.get('/trinh-ky');
    expect(body).toContain('Không được phát hành: 1 trên 2 mục không đạt');
    expect(body).toContain('1 văn bản không đạt kiểm tra, chưa được phát hành.');
    expect(body.indexOf('Không đổi sau khi ký')).toBeLessThan(body.indexOf('Đúng tệp đã gửi ký'));
    expect((await clerk.get('/tin-loi')).body).toContain('Tệp ký không đúng bản trình');
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`/trinh-ky/${request.id}`)).statusCode).toBe(404);
    expect((await stranger.get('/trinh-ky')).body).not.toContain('thu tiền học thêm');
    expect((await stranger.get(`/tep/trinh-ky/${request.id}/ban-trinh.pdf`)).statusCode).toBe(404);
  });

  it('offers the registry one button, which takes number 01', async () => {
    await app.setSignature(request.id, {
      state: 'verified',
      proof: PASSED_PROOF,
      signedSha256: request.submittedSha256,
    });
    const page = await clerk.get('/so-van-ban/di');
    expect(page.body).toContain('Phát hành số 01');
    expect(page.body).toContain('1 trên 1 văn bản chờ');
    const released = await clerk.post(`/phat-hanh/${request.id}`);
    const { body } = await clerk.follow(released);
    expect(body).toContain('Đã vào sổ và lấy số; hệ thống quản lý văn bản đang đóng dấu.');
    expect(body).toContain('01/SGDĐT-GDTrH');
    expect(body).toContain('Đến 1');
    expect(body).toContain('số 1 đến 1 đủ');
    await app.work();
    expect(app.desk.sealed).toHaveLength(1);
    const again = await clerk.post(`/phat-hanh/${request.id}`);
    expect((await clerk.follow(again)).body).toContain('Chưa phát hành được');
  });

  it('shows the pair from the incoming side too', async () => {
    for (const path of ['/so-van-ban/den', '/so-van-ban/theo-doi', `/phieu/${ticket.id}`]) {
      expect((await clerk.get(path)).body).toContain('01/SGDĐT-GDTrH');
    }
  });

  it.each([
    ['di', '01/SGDĐT-GDTrH', 10],
    ['den', 'Ngày đến', 10],
    ['theo-doi', '01/SGDĐT-GDTrH', 7],
  ])('exports the book %s with its legal columns, as text', async (book, expected, columns) => {
    const file = await clerk.get(`/so-van-ban/${book}.xlsx?nam=2026`);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(file.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    const zip = new PizZip(file.rawPayload);
    expect(zip.file('xl/sharedStrings.xml')!.asText()).toContain(expected);
    const sheet = zip.file('xl/worksheets/sheet1.xml')!.asText();
    const [head = ''] = /<row r="1".*?<\/row>/su.exec(sheet) ?? [];
    expect(head.match(/<c /gu)).toHaveLength(columns);
    expect(sheet).not.toMatch(/<f>/u);
  });

  it('finds a ticket without marks, also when it is closed', async () => {
    expect((await officer.get('/tim-kiem?tim=thu+tien')).body).toContain(ticket.code);
    expect((await officer.get('/tim-kiem?tim=khong+co+tu+nay')).body).toContain('Không tìm thấy phiếu nào');
  });

  it('says an address that does not exist in words', async () => {
    const { statusCode, body } = await clerk.get('/khong-co');
    expect(statusCode).toBe(404);
    expect(body).toContain('Không có trang này');
  });

  it('tells the neighbours of a ticket in the list one came from', async () => {
    app.clock.advance(24 * 60 * 60_000);
    const later = await app.receive({ subject: 'Phiếu thứ hai' });
    const browser = await app.browserOf('vanthu');
    const { body } = await browser.get(`/phieu/${ticket.id}?danh-sach=toan-so`);
    expect(body).toContain('phiếu 1 trên 2');
    expect(body).toContain(`/phieu/${later.id}?danh-sach=toan-so`);
    expect((await browser.get(`/phieu/${later.id}?danh-sach=toan-so`)).body).toContain('phiếu 2 trên 2');
  });

  it('forgets who stayed away too long', async () => {
    expect((await clerk.get('/')).headers.location).toBe('/dang-nhap');
  });
});

const line = (title: string, result: string): object => ({ code: 'x', title, result, detail: 'Chi tiết.' });

const FAILED_PROOF = {
  lines: [line('Đúng tệp đã gửi ký', 'pass'), line('Không đổi sau khi ký', 'fail'), line('Khớp sổ', 'notChecked')],
  passed: false,
  verdict: 'invalid',
};

const PASSED_PROOF = { lines: [line('Đúng tệp đã gửi ký', 'pass')], passed: true, verdict: 'valid' };
