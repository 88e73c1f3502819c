import { request as httpRequest } from 'node:http';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { aReply, aStatus, aSubmission, consignment, post, simulatorOfEach } from './simulator.fixture.js';

describe('the pages of the simulated e-office', () => {
  const simulator = simulatorOfEach();

  const read = async (path: string): Promise<string> => (await fetch(`${simulator.url}${path}`)).text();
  const token = async (path: string): Promise<string> =>
    /name="token" value="([^"]+)"/u.exec(await read(path))?.[1] ?? '';
  const submitForm = (
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${simulator.url}${path}`, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

  it.each(['/', '/ky', '/van-thu', '/tong-dai', '/dien-tap'])(
    '%s says that nothing here has legal force',
    async (path) => {
      const answer = await fetch(`${simulator.url}${path}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = await answer.text();
      expect(page).toContain('Mô phỏng – không có giá trị pháp lý');
      expect(page).not.toMatch(/<script|<style|style="|onclick/u);
    },
  );

  it('switches misbehaviour on and off, from its own form alone', async () => {
    const strange = await submitForm('/dien-tap/bat', { misbehaviour: 'wrongLeader' });
    expect(strange.status).toBe(409);
    const form = { token: await token('/dien-tap'), misbehaviour: 'wrongLeader', request: '' };
    expect((await submitForm('/dien-tap/bat', form)).status).toBe(303);
    expect(await read('/dien-tap')).toContain('Người khác ký thay người được trình: Văn bản tới đây');
    expect((await submitForm('/dien-tap/tat', form)).status).toBe(303);
    expect(await read('/dien-tap')).toContain('Không có lỗi nào đang bật.');
  });

  it('sends a citizen’s feedback from the form, and shows what comes back', async () => {
    const form = {
      token: await token('/tong-dai'),
      kind: 'feedback',
      channel: 'phone',
      category: 'Cơ sở vật chất',
      place: 'Trường THPT Tràng Kênh',
      subject: 'Nhà vệ sinh <khu B> hỏng',
      text: 'Hỏng hơn một tháng & chưa sửa.',
      name: 'Lưu Thị Bích Ngà',
      keepSecret: '1',
      files: 'giay-bao-thu.png',
    };
    const sent = await submitForm('/tong-dai', form);
    expect(sent.status).toBe(303);
    const path = sent.headers.get('location') ?? '';
    expect(path).toMatch(/^\/tong-dai\/1022-20261125-0001\?xong=da-gui$/u);
    expect(await read(path)).toContain('Chưa có gì trả về');

    const documentId = '000.00.22.H24,2026/11/25,2611250001/PA-TĐ1022';
    const words = 'Đã nhận báo cáo của nhà trường.';
    await simulator.client.call('SendMessage', consignment(aStatus(documentId, '05', words), 'SGDDT-05-0001'));
    await simulator.client.call('SendMessage', consignment(aReply(documentId), 'SGDDT-tra-loi-0001'));
    const page = await read(path);
    expect(page).toContain('Nhà vệ sinh &lt;khu B> hỏng');
    expect(page).toContain('05 Đang xử lý');
    expect(page).toContain(words);
    expect(page).toContain('Số 513/SGDĐT-GDTrH');
    const file = await fetch(`${simulator.url}/tong-dai/tep/SGDDT-tra-loi-0001/0`);
    expect(file.headers.get('content-disposition')).toContain('cong-van-513.pdf');
    expect(await file.text()).toContain('%PDF-1.7');
  });

  it('keeps what the operator wrote when the form is not complete', async () => {
    const form = { token: await token('/tong-dai'), text: 'Chưa đủ', name: 'Lưu Thị Bích Ngà' };
    const answer = await submitForm('/tong-dai', form);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Chưa đủ');
  });

  it('lets the leader sign and the clerk seal by hand', async () => {
    const submission = await aSubmission();
    const { signatureRequestId } = await simulator.client.call('SubmitForSignature', submission);
    const letter = `/ky/${signatureRequestId}`;
    expect(await read(letter)).toContain('Đỗ Quốc Khánh');
    expect((await fetch(`${simulator.url}${letter}/tep.pdf`)).headers.get('content-type')).toBe('application/pdf');

    const signed = await submitForm(`${letter}/ky`, { token: await token(letter) });
    expect(signed.headers.get('location')).toBe('/ky?xong=da-ky');
    const { state } = await simulator.client.call('GetSignatureStates', { signatureRequestId: [signatureRequestId] });
    const file = state[0]?.signedFile[0];
    await simulator.client.call('ApplySeal', {
      clientRequestId: 'SGDDT-0001-0001-dau',
      signatureRequestId,
      fileId: file?.fileId ?? '',
      sha256: file?.sha256 ?? '',
      documentNumber: '513',
      documentNotation: 'SGDĐT-GDTrH',
      issuedDate: civilDate('2026-11-25'),
    });
    expect(await read('/van-thu')).toContain('513/SGDĐT-GDTrH');
    const sealed = await submitForm(`/van-thu/${signatureRequestId}/dong-dau`, { token: await token('/van-thu') });
    expect(sealed.headers.get('location')).toBe('/van-thu?xong=da-dong-dau');
    expect(await read('/van-thu?xong=da-dong-dau')).toContain('Chờ đóng dấu: 0');
  });

  it('lets the leader give a letter back, with a comment only', async () => {
    const submission = await aSubmission();
    const { signatureRequestId } = await simulator.client.call('SubmitForSignature', submission);
    const letter = `/ky/${signatureRequestId}`;
    const silent = await submitForm(`${letter}/tra-lai`, { token: await token(letter), comment: ' ' });
    expect(silent.status).toBe(409);
    expect(await silent.text()).toContain('Ghi ý kiến');
    const returned = await submitForm(`${letter}/tra-lai`, { token: await token(letter), comment: 'Sửa đoạn 2.' });
    expect(returned.status).toBe(303);
    expect(await read(letter)).toContain('Sửa đoạn 2.');
  });

  it.each<[string, Record<string, string>, Record<string, string>, number]>([
    ['a form without its token', {}, {}, 409],
    ['a form with another token', { token: 'x'.repeat(32) }, {}, 409],
    ['a form of another site', {}, { origin: 'https://ke-xau.example' }, 403],
  ])('refuses %s', async (_what, form, headers, status) => {
    expect((await submitForm('/tong-dai', form, headers)).status).toBe(status);
  });

  it('answers under its own name only, so that no foreign name can be pointed at it', async () => {
    expect(await statusUnderName(`${simulator.url}/api/ledger`, 'ke-xau.example')).toBe(403);
    expect(await statusUnderName(`${simulator.url}/`, 'ke-xau.example')).toBe(403);
  });

  it('publishes the contract with its own address, the anchor and the revocation list', async () => {
    expect(await read('/eoffice/v1?wsdl')).toContain(`location="${simulator.url}/eoffice/v1"`);
    expect(await read('/ca/root.pem')).toContain('BEGIN CERTIFICATE');
    const list = await fetch(`${simulator.url}/ca/crl`);
    expect(Buffer.from(await list.arrayBuffer())[0]).toBe(0x30);
  });

  it('refuses a robot’s nonsense with a sentence', async () => {
    expect(await post(`${simulator.url}/api/feedback`, { sample: 9999 })).toMatchObject({ status: 400 });
    expect(await post(`${simulator.url}/api/messages/msg-1/redeliver`)).toMatchObject({ status: 404 });
    const headers = { 'content-type': 'application/xml' };
    const raw = await fetch(`${simulator.url}/api/messages`, { method: 'POST', headers, body: '<!DOCTYPE x><x/>' });
    expect(raw.status).toBe(201);
  });
});

function statusUnderName(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
