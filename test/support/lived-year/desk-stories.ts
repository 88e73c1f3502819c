import { FlagMerit, WriteProposal } from '../../../src/commendations/index.js';
import { AssignHandler, EnterPaper, RouteDocument, SettleDocument } from '../../../src/correspondence/index.js';
import { DocumentHandlingEntity } from '../../../src/correspondence/persistence/correspondence.entities.js';
import { KeepDataRequest } from '../../../src/data-requests/index.js';
import { addDays, civilDateOf } from '../../../src/kernel/civil-date.js';
import { newId } from '../../../src/kernel/ids.js';
import {
  AcceptPetition,
  CarryOutPetition,
  ClosePetition,
  DecidePetition,
  EnterPetition,
  ScreenPetition,
  SettlePetition,
} from '../../../src/petitions/index.js';
import { PetitionEntity } from '../../../src/petitions/persistence/petition.entities.js';
import { Database } from '../../../src/platform/database/database.js';
import { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import { citizen } from './citizens.js';
import type { Story } from './stories.js';
import type { Telling } from './telling.js';

const DAY = 460;

/** A person comes to the office with a complaint of their own. */
export async function* broughtPetition(telling: Telling): Story {
  const { office, dice } = telling;
  const { name, phone = '' } = citizen(dice);
  const id = await office.get(EnterPetition).enter(await office.as('vanthu'), {
    ...{ key: newId(), kind: 'complaint', receivedOn: null, anonymous: false, petitionerName: name },
    petitionerContact: phone,
    summary: 'Khiếu nại quyết định kỷ luật học sinh của nhà trường, đề nghị xem xét lại.',
  });
  yield* petitionStory(telling, id);
}

/** What becomes of a petition: screened by the clerk, decided by the director, settled or sent where it belongs. */
export async function* petitionStory({ office, dice }: Telling, id: string): Story {
  const [clerk, director] = [await office.as('vanthu'), await office.as('giamdoc')];
  const { kind } = await office.get(Database).reader.manager.findOneByOrFail(PetitionEntity, { id });
  const isOwn = kind === 'complaint' && dice.chance(0.6);
  yield { minutes: dice.between(1, 4) * DAY };
  await office.get(ScreenPetition).screen(clerk, {
    ...{ id, kind, anonymous: false, competence: isOwn ? 'own' : 'commune', way: isOwn ? 'accept' : 'forward' },
    competentAgency: isOwn ? '' : 'Chủ tịch UBND phường Lê Chân',
    reason: isOwn ? 'Quyết định bị khiếu nại thuộc thẩm quyền của Giám đốc Sở.' : 'Trường do UBND phường quản lý.',
    leaderId: director.id,
  });
  yield { minutes: dice.between(1, 2) * DAY };
  const way = isOwn ? 'accept' : 'forward';
  const chargedId = isOwn ? (await office.as('thuyttl')).id : null;
  await office.get(DecidePetition).decide(director, { id, way, direction: 'Đồng ý đề xuất của Văn thư.', chargedId });
  yield { minutes: dice.between(1, 2) * DAY };
  if (!isOwn) {
    const note = 'Đã chuyển đơn và báo cho người đứng đơn.';
    await office.get(CarryOutPetition).carryOut(clerk, { id, note });
    return;
  }
  await office.get(AcceptPetition).accept(clerk, id);
  yield { minutes: dice.between(8, 18) * DAY };
  const text = 'Quyết định giải quyết khiếu nại: nội dung khiếu nại đúng một phần, nhà trường sửa quyết định.';
  await office.get(SettlePetition).settle(director, { id, result: 'partlyRight', text });
  yield { minutes: dice.between(1, 3) * DAY };
  await office.get(ClosePetition).close(clerk, id);
}

const PAPERS = [
  ['Sở Nội vụ', 'SNV-CCHC', 'xây dựng kế hoạch cải cách hành chính', 'VP', 'thuyttl'],
  ['Sở Tài chính', 'STC-HCSN', 'rà soát các khoản thu dịch vụ giáo dục', 'KHTC', 'oanhlk'],
  ['Công an thành phố', 'CATP-PV05', 'phối hợp bảo đảm an toàn giao thông cổng trường', 'GDTrH', 'truongphong'],
  ['Sở Y tế', 'SYT-ATTP', 'kiểm tra an toàn thực phẩm bếp ăn bán trú', 'GDMNTH', 'sonnt'],
  ['Bộ Giáo dục và Đào tạo', 'BGDĐT-QLCL', 'chuẩn bị kỳ thi tốt nghiệp trung học phổ thông', 'QLCL', 'dungqt'],
] as const;

/** A paper of another agency comes by post, and needs no answer by letter. */
export async function* paper({ office, dice }: Telling): Story {
  const [clerk, director] = [await office.as('vanthu'), await office.as('giamdoc')];
  const today = civilDateOf(office.clock.now());
  const [senderName, symbol, subject, , headName] = dice.oneOf(PAPERS.slice(1));
  const documentId = await office.get(EnterPaper).enter(clerk, {
    key: newId(),
    paper: {
      ...{ senderCode: '', senderName, code: `${String(dice.between(20, 900))}/${symbol}`, subject },
      ...{ issuedDate: addDays(today, -3), typeName: 'Công văn', priority: 0, person: null },
    },
    files: [],
  });
  yield { minutes: dice.between(60, DAY) };
  const head = await office.as(headName);
  const rows = office.get(Database).reader.manager;
  const { version } = await rows.findOneByOrFail(DocumentHandlingEntity, { documentId });
  await office.get(RouteDocument).route(clerk, {
    ...{ documentId, version, directedById: director.id, direction: 'Giao đơn vị chủ trì thực hiện, báo cáo kết quả.' },
    ...{ directedOn: today, leadUnitId: head.unitId ?? '', coordinatingUnitIds: [], dueOn: addDays(today, 12) },
  });
  yield { minutes: dice.between(60, DAY) };
  const officer = { truongphong: 'havt', oanhlk: 'kientd', sonnt: 'lanpth', dungqt: 'tamnm', thuyttl: 'vanthu' }[
    headName
  ];
  const { id: officerId } = await office.as(officer);
  await office.get(AssignHandler).assign(head, documentId, { officerId, direction: 'Thực hiện trong tuần.' });
  yield { minutes: dice.between(2, 8) * DAY };
  const result = 'Đã thực hiện và báo cáo trong hội nghị giao ban.';
  await office.get(SettleDocument).settle(await office.as(officer), documentId, { settlement: 'handled', result });
}

/** Somebody asks what is kept of them. */
export async function* dataRequest({ office, dice }: Telling): Story {
  const [clerk, requests] = [await office.as('vanthu'), office.get(KeepDataRequest)];
  const { name, phone = '' } = citizen(dice);
  const id = await requests.record(clerk, {
    ...{ kind: 'access', channel: 'phone', personName: name, personPhone: phone, receivedAt: null },
    asked: 'Đề nghị cho biết Sở đang lưu những thông tin nào về tôi trong phản ánh đã gửi.',
    identityProof: 'Gọi từ số điện thoại đã ghi trên phiếu, đọc đúng mã tra cứu.',
  });
  yield { minutes: dice.between(60, DAY) };
  await requests.answer(clerk, {
    ...{ id, outcome: 'granted', basis: 'Luật Bảo vệ dữ liệu cá nhân' },
    answer: 'Đã thông báo các thông tin đang lưu: họ tên, số điện thoại và nội dung phản ánh.',
  });
}

const CHANGES = [
  [
    'fees',
    'Hướng dẫn thu, chi trong trường học',
    'amended',
    'sector',
    'Giúp bổ sung quy định công khai từng khoản thu trước khi thu.',
  ],
  [
    'fees',
    'Quy chế dạy thêm, học thêm',
    'supplemented',
    'department',
    'Giúp chấm dứt việc xếp giờ dạy thêm vào giờ chính khóa.',
  ],
  [
    'schoolSafety',
    'Nội quy đón trả học sinh',
    'practice',
    'unit',
    'Giúp lệch giờ tan học, giảm ùn tắc trước cổng trường.',
  ],
  [
    'procedures',
    'Quy trình trả học bạ',
    'issued',
    'department',
    'Giúp rút ngắn thời gian trả học bạ cho học sinh chuyển trường.',
  ],
] as const;

/** Feedback has changed something: it is noted, and who wrote it proposed for commendation. */
export async function* merits({ office, dice }: Telling): Story {
  const clerk = await office.as('vanthu');
  const rows = office.get(Database).reader.manager;
  const answered = await rows.findBy(TicketEntity, [
    { state: 'closed' },
    { state: 'answered' },
    { state: 'published' },
  ]);
  const meritIds: string[] = [];
  for (const [subject, documentTitle, effect, reach, achievement] of CHANGES) {
    const fit = answered.filter(({ category }) => category === subject);
    if (fit.length === 0) return;
    const id = await office.get(FlagMerit).flag(clerk, {
      ...{ ticket: dice.oneOf(fit).id, kind: 'unfit', effect, reach, documentTitle, achievement },
      ...{ documentSymbol: '', changedOn: addDays(civilDateOf(office.clock.now()), -2), link: '' },
      ...{ recipientKind: 'sender', recipientName: '' },
    });
    yield { minutes: dice.between(30, DAY) };
    const how = 'Hỏi qua Tổng đài 1022, người phản ánh đồng ý.';
    if (dice.chance(0.75)) await office.get(FlagMerit).consent(clerk, id, { consent: 'given', how });
    if (meritIds.length < 3) meritIds.push(id);
  }
  const proposals = office.get(WriteProposal);
  const proposalId = await proposals.begin(clerk, { title: 'Khen thưởng người có phản ánh hiệu quả', meritIds });
  for (const [at, meritId] of meritIds.entries()) {
    const achievement = CHANGES[at]?.[4] ?? '';
    await proposals.describe(clerk, { proposalId, meritId, form: at === 0 ? 'certificate' : 'letter', achievement });
  }
  yield { minutes: DAY };
  await proposals.submit(clerk, proposalId);
  yield { minutes: 6 * DAY };
  const decidedOn = civilDateOf(office.clock.now());
  const decision = {
    proposalId,
    number: `${String(dice.between(120, 960))}/QĐ-SGDĐT`,
    decidedOn,
    signer: 'Đặng Vĩnh Phúc',
  };
  await proposals.decide(clerk, { ...decision, granted: meritIds.slice(0, 2) });
  yield { minutes: 3 * DAY };
  for (const meritId of meritIds.slice(0, 2))
    await proposals.award(clerk, proposalId, { meritId, on: civilDateOf(office.clock.now()) });
}
