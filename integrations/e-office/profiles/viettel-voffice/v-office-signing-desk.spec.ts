import type { ServerResponse } from 'node:http';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { listen, says } from '../../soap/client/soap-client.fixture.js';
import type { Peer, Seen } from '../../soap/client/soap-client.fixture.js';
import { aDesk, golden, SUBMISSION, TRANS_CODE } from './v-office.fixture.js';
import type { VOfficeSigningDesk } from './v-office-signing-desk.js';

const NAMESPACE = 'http://service.ws_autosign.voffice.viettel.com/';

const OPERATIONS = ['getListVof2UserByMail', 'vo2RegDigitalDocByEmail', 'getFile', 'getTransInfor'] as const;
type Operation = (typeof OPERATIONS)[number];
type Answer = (response: ServerResponse, seen: Seen) => void;

const inEnvelope = (body: string): string =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`;
const responds = (operation: Operation, inner: string): Answer =>
  says(inEnvelope(`<n:${operation}Response xmlns:n="${NAMESPACE}">${inner}</n:${operation}Response>`));

const number = (code: number): Answer => responds('vo2RegDigitalDocByEmail', `<return>${String(code)}</return>`);
const stands = (inner: string): Answer => responds('getTransInfor', `<return>${inner}</return>`);
const unknown: Answer = responds('getTransInfor', '');
const silent: Answer = () => undefined;

const HONEST: Readonly<Record<Operation, Answer>> = {
  getListVof2UserByMail: says(golden('nguoi-ky.answer.xml')),
  vo2RegDigitalDocByEmail: says(golden('dang-ky.answer.xml')),
  getFile: says(golden('tep-da-ky.answer.xml')),
  getTransInfor: says(golden('trang-thai.answer.xml')),
};

/** What vOffice answers in this test, by operation. */
let answers: Record<Operation, Answer>;
let peer: Peer;
let desk: VOfficeSigningDesk;
let close: () => void;

const operationOf = ({ body }: Seen): Operation =>
  OPERATIONS.find((name) => body.includes(`<e:${name} `)) ?? 'getTransInfor';
const asked = (): readonly Operation[] => peer.seen.map(operationOf);

beforeEach(async () => {
  answers = { ...HONEST };
  peer = await listen((response, seen) => answers[operationOf(seen)](response, seen));
  ({ desk, close } = aDesk(peer.url, { timeoutMs: 300 }));
});
afterEach(async () => {
  close();
  await peer.close();
});

describe('a letter for vOffice', () => {
  it('resolves its signers first, and is registered as the golden message shows', async () => {
    expect(await desk.submit(SUBMISSION)).toEqual({ signatureRequestId: TRANS_CODE, duplicate: false });
    expect(asked()).toEqual(['getListVof2UserByMail', 'vo2RegDigitalDocByEmail']);
    expect(peer.seen[1]?.body.toString('utf8')).toBe(golden('dang-ky.request.xml'));
    expect(peer.seen[1]?.headers).toMatchObject({ soapaction: '""', 'content-type': 'text/xml; charset=utf-8' });
  });

  it('hides the accounts that the profile names', async () => {
    const hidden = aDesk(peer.url, { cipher: (plain) => `kin:${plain.length}` });
    await hidden.desk.submit(SUBMISSION);
    hidden.close();
    const sent = peer.seen.at(-1)?.body.toString('utf8') ?? '';
    expect(/<accountName>(.*)<\/appPass>/u.exec(sent)?.[0]).toBe(
      '<accountName>hoi-am</accountName><accountPass>kin:14</accountPass><appCode>kin:5</appCode><appPass>kin:17</appPass>',
    );
  });

  it('is not sent without its number, for none can be given to it later', async () => {
    await expect(desk.submit({ ...SUBMISSION, entry: undefined })).rejects.toMatchObject({ code: 'not-offered' });
    expect(peer.seen).toEqual([]);
  });

  it.each([
    ['nobody has the address', '', /khanh@haiphong\.example \(Đỗ Quốc Khánh\)/u],
    [
      'the address has two posts, neither in the issuing unit',
      '<return><adOrgId>1</adOrgId><strEmail>khanh@haiphong.example</strEmail></return><return><adOrgId>2</adOrgId><strEmail>khanh@haiphong.example</strEmail></return>',
      /nhiều đơn vị/u,
    ],
  ])('is refused by us when %s', async (_why, people, reason) => {
    answers.getListVof2UserByMail = responds('getListVof2UserByMail', people);
    await expect(desk.submit(SUBMISSION)).rejects.toMatchObject({
      code: 'EO-UNKNOWN-SIGNER',
      reason: expect.stringMatching(reason) as string,
    });
    expect(asked()).toEqual(['getListVof2UserByMail']);
  });

  it('needs somebody who issues it', async () => {
    const alone = { ...SUBMISSION, signers: SUBMISSION.signers.slice(0, 1) };
    await expect(desk.submit(alone)).rejects.toThrow(/ban hành/u);
  });
});

describe('the number that registration answers with', () => {
  it('4 is success once the letter is found there', async () => {
    answers.vo2RegDigitalDocByEmail = number(4);
    expect(await desk.submit(SUBMISSION)).toEqual({ signatureRequestId: TRANS_CODE, duplicate: true });
    expect(asked().at(-1)).toBe('getTransInfor');
  });

  it('4 about a letter that it then does not know is asked again later', async () => {
    answers.vo2RegDigitalDocByEmail = number(4);
    answers.getTransInfor = unknown;
    await expect(desk.submit(SUBMISSION)).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it.each([
    ['11', number(11)],
    ['99', number(99)],
    ['102', number(102)],
    ['none at all', responds('vo2RegDigitalDocByEmail', '')],
    ['nothing in time', silent],
    ['a page of HTML', says('<html></html>', 200, { 'content-type': 'text/html' })],
  ])('%s: what is there counts; else it is tried again', async (_what, answer) => {
    answers.vo2RegDigitalDocByEmail = answer;
    expect(await desk.submit(SUBMISSION)).toMatchObject({ duplicate: true });
    answers.getTransInfor = unknown;
    await expect(desk.submit(SUBMISSION)).rejects.toBeInstanceOf(OutsideUnavailable);
    answers.getTransInfor = silent;
    await expect(desk.submit(SUBMISSION)).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it.each([3, 5, 8, 12, 13, 14, 15, 16, 20, 22, 28, 103, 104, 105, 106, 107, 108, 110, 7777])(
    '%i is final, says what to do, and nothing else is asked',
    async (code) => {
      answers.vo2RegDigitalDocByEmail = number(code);
      const refusal: unknown = await desk.submit(SUBMISSION).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(OutsideRefused);
      expect(refusal).toMatchObject({
        code: `VO-${String(code)}`,
        reason: expect.stringMatching(/vOffice.*\. .+\./u) as string,
      });
      expect(asked()).toHaveLength(2);
    },
  );

  it.each([9, 17, 18, 109])(
    '%i, an account that is not let in, gives no letter up and names the account',
    async (code) => {
      answers.vo2RegDigitalDocByEmail = number(code);
      answers.getTransInfor = unknown;
      const failure: unknown = await desk.submit(SUBMISSION).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(OutsideUnavailable);
      expect((failure as OutsideUnavailable).options.reason).toMatch(/khoản|SIGNING_KEY_FILE/u);
    },
  );
});

describe('where a letter is', () => {
  it('is told with the time, the comment and the last who acted', async () => {
    expect(await desk.states([TRANS_CODE])).toEqual([
      {
        signatureRequestId: TRANS_CODE,
        clientRequestId: TRANS_CODE,
        revision: 3,
        status: 'signed',
        changedAt: new Date('2026-03-18T08:04:00Z'),
        comment: 'Đồng ý',
        lastActor: 'khanh@haiphong.example',
        signedFile: { fileId: 'cong-van', sha256: '' },
      },
    ]);
  });

  it.each([
    ['', 'received'],
    ['<signStatus>1</signStatus>', 'returned'],
    ['<signStatus>2</signStatus>', 'returned'],
    ['<signStatus>4</signStatus>', 'cancelled'],
    ['<signStatus>5</signStatus>', 'published'],
  ])('%s means %s, and later ones never count less', async (inner, status) => {
    answers.getTransInfor = stands(inner);
    const [state] = await desk.states([TRANS_CODE]);
    expect(state).toMatchObject({ status });
    const order = ['received', 'inProgress', 'signed', 'returned|cancelled', 'published'];
    expect(state?.revision).toBe(1 + order.findIndex((one) => one.split('|').includes(status)));
  });

  it('with a word that nobody knows is a refusal that a clerk reads, not a guess', async () => {
    answers.getTransInfor = stands('<signStatus>9</signStatus>');
    await expect(desk.states([TRANS_CODE])).rejects.toThrow(/trạng thái “9”/u);
  });

  it('of a letter that it does not know, and of another one, says nothing', async () => {
    answers.getTransInfor = unknown;
    expect(await desk.states([TRANS_CODE])).toEqual([]);
    answers.getTransInfor = stands('<transCode>SGDDT-khac</transCode><signStatus>3</signStatus>');
    expect(await desk.states([TRANS_CODE])).toEqual([]);
  });

  it('an answer outside the schema is no answer', async () => {
    answers.getTransInfor = stands('<signStatus>3</signStatus><la>1</la>');
    await expect(desk.states([TRANS_CODE])).rejects.toBeInstanceOf(OutsideUnavailable);
  });
});

describe('the signed file', () => {
  it('is the one that is marked as signed', async () => {
    expect(await desk.signedFile(TRANS_CODE)).toEqual(Buffer.from('%PDF-1.7\n%đã ký\n'));
    expect(peer.seen[0]?.body.toString('utf8')).toContain(
      `<arg0>SGDDT</arg0><arg1>${TRANS_CODE}</arg1><arg2>true</arg2>`,
    );
  });

  it.each([
    ['no file', ''],
    ['none signed', file(0)],
    ['two signed', file(1) + file(1)],
  ])('%s: it is fetched again later', async (_what, files) => {
    answers.getFile = responds('getFile', `<return>${files}</return>`);
    await expect(desk.signedFile(TRANS_CODE)).rejects.toBeInstanceOf(OutsideUnavailable);
  });
});

function file(fileSign: number): string {
  return `<lstFileAttachTranfer><fileName>a.pdf</fileName><attachBytes>JVBERg==</attachBytes><fileSign>${String(fileSign)}</fileSign></lstFileAttachTranfer>`;
}

describe('what vOffice lacks', () => {
  it('the seal is not ordered: the answer says how the letter stands', async () => {
    const order = { clientRequestId: TRANS_CODE, signatureRequestId: TRANS_CODE, fileId: 'cong-van', sha256: '0' };
    expect(await desk.applySeal(order)).toEqual({ status: 'signed', duplicate: false });
    const entry = { number: '513', notation: 'SGDĐT-GDTrH', issuedDate: SUBMISSION.entry!.issuedDate };
    await expect(desk.applySeal({ ...order, entry })).rejects.toMatchObject({ code: 'not-offered' });
  });

  it('says of the rest that a person does it there', async () => {
    expect([...desk.abilities]).toEqual(['submit', 'states', 'signedFile', 'seal']);
    await expect(desk.cancel(TRANS_CODE)).rejects.toMatchObject({ code: 'not-offered' });
    await expect(desk.sealFile()).rejects.toMatchObject({ code: 'not-offered' });
    expect(peer.seen).toEqual([]);
  });
});
