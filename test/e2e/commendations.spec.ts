import {
  CommendationReader,
  FlagMerit,
  ProposalLetter,
  WriteProposal,
  type MeritCommand,
} from '../../src/commendations/index.js';
import { MeritEntity } from '../../src/commendations/persistence/commendations.entities.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { WordPackage } from '../../src/drafting/format/docx/word-package.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { FEEDBACK } from '../support/test-app.js';
import { tracesOf } from '../support/traces.js';

const { clerk, officer, head, stranger, leader, supervisor } = PARTIES;
const PLACE = '/khen-thuong';

const CHANGE: Omit<MeritCommand, 'ticket'> = {
  ...{ kind: 'unfit', effect: 'amended', reach: 'sector', changedOn: civilDate('2026-03-17'), link: '' },
  ...{ documentTitle: 'Quy định về dạy thêm, học thêm trong nhà trường', documentSymbol: '88/QĐ-SGDĐT' },
  achievement: 'Giúp chấm dứt việc xếp giờ dạy thêm vào giờ chính khóa ở các trường.',
  ...{ recipientKind: 'sender', recipientName: '' },
};

describe('rule 59: commendation', () => {
  let life: LifeOfATicket;
  beforeAll(async () => {
    life = await LifeOfATicket.begin();
    await life.answered();
    const someone = await life.rows.findOneByOrFail(StaffEntity, { id: 'vanthu' });
    const head = { id: 'ha', username: 'ha', fullName: 'Ngô Thị Thanh Hà', position: 'Chánh Văn phòng' };
    await life
      .get(UnitOfWork)
      .run((tx) => tx.insert(StaffEntity, Object.assign({}, someone, { ...head, roles: ['unitHead'] })));
  });
  afterAll(() => life.end());

  const flag = (change: Partial<MeritCommand> = {}) =>
    life.get(FlagMerit).flag(officer, { ...CHANGE, ticket: life.id, ...change });
  const merit = (id: string) => life.rows.findOneByOrFail(MeritEntity, { id });
  const looks = () => life.rows.countBy(JournalEntryEntity, { action: 'ticket.identityRevealed' });
  const textOf = async (docx: Buffer) =>
    (await WordPackage.read(docx)).parts
      .get('word/document.xml')
      ?.toString('utf8')
      .replace(/<[^>]+>/gu, '') ?? '';

  it('begins with a ticket that was answered and that one sees, in words that name nobody, ranked with its reasons', async () => {
    const { id } = await life.app.receive();
    await expect(flag({ ticket: id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(life.get(FlagMerit).flag(clerk, { ...CHANGE, ticket: id })).rejects.toMatchObject({
      code: 'ticket-act-barred',
    });
    await expect(life.get(FlagMerit).flag(stranger, { ...CHANGE, ticket: life.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(flag({ achievement: 'Nhờ phản ánh của ông Bùi Văn Khải, số 0900 000 142.' })).rejects.toMatchObject({
      details: { field: 'achievement' },
    });
    await expect(flag({ changedOn: civilDate('2026-03-19') })).rejects.toMatchObject({
      details: { field: 'changedOn' },
    });
    await expect(flag({ link: 'javascript:alert(1)' })).rejects.toMatchObject({ details: { field: 'link' } });

    const weighty = await flag();
    const light = await flag({
      effect: 'practice',
      reach: 'unit',
      documentSymbol: '',
      recipientKind: 'organisation',
      recipientName: 'Trường THPT Núi Voi',
    });
    const ranked = await life.get(CommendationReader).waiting(clerk);
    expect(ranked.map((seen) => [seen.merit.id, seen.ranked.points])).toEqual([
      [weighty, 95],
      [light, 35],
    ]);
    expect(ranked[0]?.ranked.reasons.map(({ words }) => words)).toContain('Có văn bản: 88/QĐ-SGDĐT');
    expect(await life.get(CommendationReader).waiting(stranger)).toEqual([]);
    expect(tracesOf(await life.rows.find(MeritEntity), ['Khải', '0900 000 142'])).toEqual([]);
    await life.get(FlagMerit).withdraw(officer, light, 'Ghi nhận trùng với trường hợp khác.');
    expect(await life.get(CommendationReader).waiting(clerk)).toHaveLength(1);
  });

  it('names the sender only with consent, and only to whom the sender may be shown; each look is written down', async () => {
    const [ranked] = await life.get(CommendationReader).waiting(clerk);
    const id = ranked?.merit.id ?? '';
    const write = life.get(WriteProposal);
    const title = 'Đề nghị khen thưởng tổ chức, cá nhân có phản ánh hiệu quả quý I năm 2026';
    await expect(write.begin(officer, { title, meritIds: [id] })).rejects.toMatchObject({ code: 'forbidden' });
    const proposal = await write.begin(clerk, { title, meritIds: [id] });
    await expect(write.begin(clerk, { title, meritIds: [id] })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const letter = life.get(ProposalLetter);
    const { code } = await life.now();

    const before = await textOf(await letter.docx(clerk, proposal));
    // The regulation's own articles have not been read.
    expect(before).not.toMatch(/Điều \d+ (?:của )?Quy chế/u);
    expect([before.includes(`Người phản ánh, phiếu ${code}`), before.includes(FEEDBACK.sender.name)]).toEqual([
      true,
      false,
    ]);
    await life.get(FlagMerit).consent(clerk, id, { consent: 'refused', how: 'Gọi điện sáng 18/3, không đồng ý.' });
    expect(await textOf(await letter.docx(clerk, proposal))).not.toContain(FEEDBACK.sender.name);
    expect(await looks()).toBe(0);

    await life.get(FlagMerit).consent(clerk, id, { consent: 'given', how: 'Gọi điện chiều 18/3, đồng ý nêu tên.' });
    const checker = { ...clerk, id: 'thethuc', roles: ['formatChecker'] as const };
    expect(await textOf(await letter.docx(checker, proposal))).not.toContain(FEEDBACK.sender.name);
    const named = await textOf(await letter.docx(clerk, proposal));
    expect([named.includes(FEEDBACK.sender.name), named.includes('Giấy khen')]).toEqual([true, true]);
    expect(await looks()).toBe(1);
    await expect(letter.docx(leader, proposal)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('becomes a draft to be signed: the proposal at once, the decision once the list is proposed', async () => {
    const [{ id } = { id: '' }] = await life.get(CommendationReader).proposals(supervisor);
    const letter = life.get(ProposalLetter);
    await expect(letter.begin(clerk, id, 'quyet-dinh-khen-thuong')).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const draftId = await letter.begin(clerk, id, 'to-trinh-khen-thuong');
    expect(await letter.begin(clerk, id, 'to-trinh-khen-thuong')).toBe(draftId);
    await life.app.work();
    const draft = await life.rows.findOneByOrFail(DraftEntity, { id: draftId });
    expect(draft).toMatchObject({ caseKind: 'commendation', caseId: id, unitId: 'van-phong', pdfProblem: null });
    expect(draft).toMatchObject({ signerId: 'ha', fields: { co_quan_ban_hanh: 'VĂN PHÒNG', ky_hieu: 'TTr-VP' } });
    expect(JSON.stringify(draft.fields)).toContain(FEEDBACK.sender.name);
  });

  it('goes from the list over the decision to what was handed over, or back to be proposed again', async () => {
    const write = life.get(WriteProposal);
    const [{ id: proposalId } = { id: '' }] = await life.get(CommendationReader).proposals(supervisor);
    const { lines } = await life.get(CommendationReader).proposal(leader, proposalId);
    const meritId = lines[0]?.merit.id ?? '';
    const decided = {
      proposalId,
      number: '45/QĐ-SGDĐT',
      decidedOn: civilDate('2026-03-18'),
      signer: 'Đỗ Quốc Khánh',
      granted: [meritId],
    };
    await expect(write.decide(clerk, decided)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await write.describe(clerk, { proposalId, meritId, form: 'city', achievement: CHANGE.achievement });
    await write.submit(clerk, proposalId);
    await expect(
      write.describe(clerk, { proposalId, meritId, form: 'letter', achievement: CHANGE.achievement }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(write.decide(clerk, { ...decided, granted: ['khac'] })).rejects.toMatchObject({ code: 'not-found' });
    await write.decide(clerk, decided);
    const decision = await life.get(ProposalLetter).begin(clerk, proposalId, 'quyet-dinh-khen-thuong');
    await life.app.work();
    const draft = await life.rows.findOneByOrFail(DraftEntity, { id: decision });
    expect(draft).toMatchObject({ round: 2, template: 'quyet-dinh-khen-thuong', pdfProblem: null });
    await expect(write.drop(clerk, proposalId, 'Không còn cần nữa.')).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await write.award(clerk, proposalId, { meritId, on: civilDate('2026-03-18') });
    expect(await merit(meritId)).toMatchObject({ granted: true, form: 'city', awardedOn: '2026-03-18' });

    const again = await flag();
    const second = await write.begin(clerk, { title: 'Đề nghị khen thưởng đợt hai', meritIds: [again] });
    await write.drop(clerk, second, 'Chờ thêm hồ sơ chứng minh.');
    expect(await merit(again)).toMatchObject({ proposalId: null, form: null });
  });

  it('is worked on its pages, where no sender is named', async () => {
    const { app } = life;
    const desk = await app.browserOf('vanthu');
    const unit = await app.browserOf('ngoc');
    await life.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: life.id }, { rating: 5 }));
    const { code } = await life.now();
    await unit.get(`${PLACE}/ghi-nhan?phieu=${code}`);
    const form = { ...CHANGE, ticket: code, documentTitle: 'Quy chế phối hợp của nhà trường' };
    const refused = await unit.follow(await unit.post(`${PLACE}/ghi-nhan`, { ...form, changedOn: '' }));
    expect(refused.body).toContain('Ngày thay đổi: ghi ngày có thật');
    const page = await unit.follow(await unit.post(`${PLACE}/ghi-nhan`, form));
    expect(page.body).toContain('Người phản ánh đánh giá 5/5: +5');
    const own = (await unit.get(PLACE)).body;
    expect([own.includes('Quy chế phối hợp của nhà trường'), own.includes('Lập danh sách đề nghị')]).toEqual([
      true,
      false,
    ]);

    const body = (await desk.get(PLACE)).body;
    const [, meritId = ''] = /name="meritIds" value="([0-9a-f-]{36})"/u.exec(body) ?? [];
    const none = await desk.follow(await desk.post(`${PLACE}/de-nghi`, { title: 'Danh sách thử nghiệm' }));
    expect(none.body).toContain('Chọn ít nhất một trường hợp.');
    const list = await desk.post(`${PLACE}/de-nghi`, { title: 'Danh sách khen thưởng tháng 3', meritIds: meritId });
    const path = list.headers.location ?? '';
    const shown = (await desk.get(path)).body;
    expect([shown.includes(`Người phản ánh, phiếu ${code}`), shown.includes('Khải')]).toEqual([true, false]);
    const docx = await desk.post(`${path}/to-trinh`);
    expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await desk.get(path);
    expect((await desk.follow(await desk.post(`${path}/trinh`))).body).toContain('Ghi quyết định khen thưởng');
    expect((await (await app.browserOf('luc')).get(`${PLACE}/truong-hop/${meritId}`)).statusCode).toBe(404);
    expect((await (await app.browserOf(head.id)).get(path)).statusCode).toBe(403);
  });
});
