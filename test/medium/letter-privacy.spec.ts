import { REPLY } from '../../src/cli/demo/texts.js';
import { DraftQueries, KeepDetails, WriteDraft } from '../../src/drafting/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { ApproveReply, LetterPrivacy, SendReply, KeepEvidence } from '../../src/tickets/index.js';
import { LifeOfATicket, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';
import { textOf } from '../support/web-visitor.js';

const { officer, head } = PARTIES;
const FOUND = 'Đã làm việc với ông Khải, cháu Vũ Bảo Châu, số 0987 654 321, tại trường. Việc thu đã dừng.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
});
afterEach(() => life.end());

/** A letter that is sent for approval: what was found, and who gets it besides. */
async function sent(ket_qua_xac_minh: string, recipient: string | null): Promise<string> {
  const id = await life.beginLetter();
  const draft = (await life.get(DraftQueries).byId(id))!;
  const { fields, signerId, version } = draft;
  const { noi_nhan } = { noi_nhan: [] as string[], ...fields };
  const recipients = recipient === null ? noi_nhan : [...noi_nhan.slice(0, -1), recipient, ...noi_nhan.slice(-1)];
  const letter = { ...fields, ...REPLY, ket_qua_xac_minh, noi_nhan: recipients };
  await life.get(WriteDraft).save(officer, id, { fields: letter, signerId, version });
  await life.app.work();
  await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
  await keepDetails(id);
  await life.get(SendReply).send(officer, id);
  await life.app.work();
  return id;
}

const WHY = 'Người phản ánh đề nghị ghi số để nhà trường liên hệ.';

async function keepDetails(id: string): Promise<void> {
  const { version } = (await life.get(DraftQueries).byId(id))!;
  await life.get(KeepDetails).keep(officer, id, { reason: WHY, version });
}

const approved = async (id: string) => {
  const remark = await life.get(ApproveReply).approve(head, id);
  await life.app.work();
  const line = (await life.course()).find(({ title }) => title === 'Duyệt nội dung');
  return { remark, line: line?.text ?? null };
};

describe('rule 21: the reply of a ticket that names people to those who must not know', () => {
  it('rule 21: is marked at its part and beside the approval, and approved with a line that says so', async () => {
    const id = await sent(FOUND, 'Trường THPT Núi Voi (để thực hiện)');
    const page = textOf((await (await life.app.browserOf('thang')).get(`/du-thao/${id}`)).body);
    expect(page).toContain(`Lý do: ${WHY}`);
    expect(page).toContain(
      'Kết quả xác minh nêu tên người “Khải”, tên học sinh “Vũ Bảo Châu”, số điện thoại “0987 654 321”.',
    );
    expect(page).toContain('Duyệt thì điều này được ghi vào quá trình của phiếu.');
    const remark =
      'Công văn còn nêu tên người, tên học sinh, số điện thoại; nơi nhận không được biết: Trường THPT Núi Voi.';
    expect(await approved(id)).toEqual({ remark, line: remark });
  });

  it('is nobody’s business where the hotline, the citizen and the agency alone get it', async () => {
    expect(await approved(await sent(FOUND, null))).toEqual({ remark: null, line: null });
  });

  it('is approved without a word where it names nobody', async () => {
    expect(await approved(await sent('Việc thu ngoài quy định đã dừng.', 'Trường THPT Núi Voi'))).toEqual({
      remark: null,
      line: null,
    });
  });

  it('rule 21: is told of a correction too, in each of its parts', async () => {
    const parts = ['van_ban_goc', 'noi_dung_sai', 'noi_dung_dung'];
    for (const part of parts) {
      const fields = { kinh_gui: ['Tổng đài 1022'], noi_nhan: ['Trường THPT Núi Voi'], [part]: 'Số 0987 654 321.' };
      const { disclosures } = await life.get(LetterPrivacy).of(head, life.id, { fields, reading: null });
      expect(disclosures).toEqual([{ field: part, kind: 'phone', words: '0987 654 321' }]);
    }
  });

  it('rule 21: tells nobody that it names a sender whom they may not know', async () => {
    const id = await life.beginLetter();
    const draft = (await life.get(DraftQueries).byId(id))!;
    const fields = { ...draft.fields, ket_qua_xac_minh: 'Khải đã ký.', noi_nhan: ['Trường THPT Núi Voi'] };
    await life.set({ category: 'fees', complainedUnitId: 'gdtrh' });
    const kinds = async (actor: Actor) =>
      (await life.get(LetterPrivacy).of(actor, life.id, { fields, reading: null })).disclosures.map(({ kind }) => kind);
    expect(await kinds(PARTIES.supervisor)).toEqual(['personName']);
    expect(await kinds(officer)).toEqual([]);
  });
});

describe('a draft that lets people out', () => {
  const PUPIL = 'Em Nguyễn Văn An, lớp 11A5 Trường THPT Núi Voi, 0912 345 678';
  const here = (id: string) => `/du-thao/${id}`;

  it('is stopped at each field, mended by one press, and sent once nothing private or masked is left', async () => {
    const id = await life.beginLetter();
    const { fields, signerId, version } = (await life.get(DraftQueries).byId(id))!;
    const letter = {
      ...fields,
      ...REPLY,
      trich_yeu: `trả lời về ${PUPIL}`,
      bien_phap_xu_ly: `Xin lỗi ${PUPIL}, [lớp].`,
    };
    await life.get(WriteDraft).save(officer, id, { fields: letter, signerId, version });
    await life.app.work();
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    await expect(life.get(SendReply).send(officer, id)).rejects.toMatchObject({
      details: { field: 'bien_phap_xu_ly' },
    });

    const browser = await life.app.browserOf('ngoc');
    const { body } = await browser.get(here(id));
    const lacks = textOf(body);
    expect(lacks).toContain(
      'Trích yếu: còn tên học sinh “Nguyễn Văn An”, lớp của một trường “lớp 11A5”, số điện thoại',
    );
    expect(lacks).toContain('Biện pháp xử lý: Còn chỗ để trống hoặc bị che chưa viết lại: [lớp].');
    for (const part of ['trich_yeu', 'bien_phap_xu_ly']) {
      const [, seen = ''] = /name="version" value="(\d+)"/u.exec((await browser.get(here(id))).body) ?? [];
      const draft = (await life.get(DraftQueries).byId(id))!;
      const form = { ...draft.fields, version: seen, signerId, reason: '', part } as Record<string, string>;
      expect((await browser.post(`${here(id)}/bo-chi-tiet`, form)).statusCode).toBe(303);
    }
    const mended = (await life.get(DraftQueries).byId(id))!;
    expect(mended.fields).toMatchObject({
      trich_yeu: 'trả lời về Em học sinh, một lớp Trường THPT Núi Voi',
      bien_phap_xu_ly: 'Xin lỗi Em học sinh, một lớp Trường THPT Núi Voi, một lớp.',
    });
    await life.app.work();
    await life.get(SendReply).send(officer, id);
  });

  it('keeps a detail with a reason alone, and asks anew for another', async () => {
    const id = await life.beginLetter();
    const { fields, signerId, version } = (await life.get(DraftQueries).byId(id))!;
    const letter = { ...fields, ...REPLY, theo_doi: 'Liên hệ 0912 345 678.' };
    await life.get(WriteDraft).save(officer, id, { fields: letter, signerId, version });
    await life.app.work();
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    const keep = (reason: string, seen: number) => life.get(KeepDetails).keep(officer, id, { reason, version: seen });
    await expect(keep('vì thế', version + 1)).rejects.toMatchObject({ details: { field: 'keptReason' } });
    await expect(keep(WHY, version)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await keepDetails(id);
    const kept = (await life.get(DraftQueries).byId(id))!;
    const more = { ...kept.fields, theo_doi: 'Liên hệ 0912 345 678 hoặc 0933 444 555.' };
    await life.get(WriteDraft).save(officer, id, { fields: more, signerId, version: kept.version });
    await life.app.work();
    await expect(life.get(SendReply).send(officer, id)).rejects.toMatchObject({
      details: { message: expect.stringMatching(/^Còn số điện thoại “0933 444 555”\./u) as unknown },
    });
  });
});
