import { jest } from '@jest/globals';
import PizZip from 'pizzip';
import { In } from 'typeorm';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { WriteDraft } from '../../src/drafting/index.js';
import { RecallDocument, RecordHandDelivery } from '../../src/exchange/index.js';
import { HandDeliveryEntity } from '../../src/documents/persistence/hand-delivery.entity.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { KeepTokens, MakeToken } from '../../src/tokens/index.js';
import { BeginAmendment, ImportFeedback, MergeTicket, TakeFeedback, WorkOnTicket } from '../../src/tickets/index.js';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../src/tickets/domain/intake/intake-channel.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { reportOf } from '../support/hotline-app.js';
import { Open311Client } from '../support/open311-client.js';
import { HOTLINE } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const SENDER = { senderName: 'Bùi Văn Khải', senderPhone: '0900 000 142', senderEmail: '', senderAddress: '' };

/** How each letter says that the feedback came; what the hotline brought, by whichever road, it passed on. */
const SAID: Readonly<Record<string, string>> = {
  call: 'kiến nghị của tổ chức, cá nhân gửi qua điện thoại ngày 18/3/2026',
  visit: 'kiến nghị của tổ chức, cá nhân phản ánh trực tiếp tại Sở ngày 18/3/2026',
  letter: 'kiến nghị của tổ chức, cá nhân gửi bằng đơn, thư, nhận ngày 18/3/2026',
  mailbox: 'kiến nghị của tổ chức, cá nhân gửi qua thư điện tử, nhận ngày 18/3/2026',
  website: 'kiến nghị của tổ chức, cá nhân gửi qua trang thông tin điện tử của Sở, nhận ngày 18/3/2026',
  press: 'kiến nghị của tổ chức, cá nhân nêu trên báo chí, mạng xã hội, ghi nhận ngày 18/3/2026',
  'import of a letter': 'phản ánh của tổ chức, cá nhân gửi bằng đơn, thư, nhận ngày 17/3/2026',
  'import for the hotline': 'phản ánh của tổ chức, cá nhân do Tổng đài 1022 chuyển đến ngày 17/3/2026',
  'the e-office': 'kiến nghị của tổ chức, cá nhân do Tổng đài 1022 chuyển đến ngày 18/3/2026',
  Open311: 'phản ánh của tổ chức, cá nhân do Tổng đài 1022 chuyển đến ngày 18/3/2026',
};

const WAYS = ['post', 'inPerson', 'email', 'unreachable'] as const;
const COURSE = {
  post: 'Đã gửi văn bản trả lời qua bưu điện',
  inPerson: 'Đã trả trực tiếp văn bản trả lời cho người phản ánh',
  email: 'Đã gửi văn bản trả lời bằng thư điện tử',
  unreachable: 'Người phản ánh không để lại địa chỉ, văn bản trả lời lưu hồ sơ',
} as const;

let office: AppAtOffice;
beforeAll(async () => {
  office = await AppAtOffice.open();
  const desk = office.app.nest.get(SigningDesk);
  const submit = desk.submit.bind(desk);
  jest.spyOn(desk, 'submit').mockImplementation((submission) => {
    named.push(submission.recipients);
    return submit(submission);
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await office.close();
});

const rows = () => office.app.nest.get(Database).reader.manager;
const ticketOf = (id: string): Promise<TicketEntity> => rows().findOneByOrFail(TicketEntity, { id });
const person = (id: string): Promise<Actor> => office.letters.actor(id);

async function atTheDesk(channel: IntakeChannel): Promise<string> {
  const feedback = {
    ...{ ...SENDER, channel, receivedAt: office.app.clock.now(), subject: `Thu tiền học thêm, nhận qua ${channel}` },
    ...{ words: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.', place: 'Trường THPT Núi Voi' },
    ...{ category: 'fees' as const, level: 'normal' as const, kind: 'petition' as const },
    ...{ complainedUnitId: null, keepSecret: true },
  };
  const taken = { token: newId(), feedback, files: [] };
  return (await office.app.nest.get(TakeFeedback).take(await person('vanthu'), taken)).ticketId;
}

async function imported(channel: string, code: string): Promise<string> {
  const clerk = await person('vanthu');
  const line = `${code};${channel};17/03/2026 08:30;Nhà trường thu tiền học thêm, tệp ${code}.;Thu chi, dạy thêm;Lê Thị A;0900000143`;
  const head = 'Mã phản ánh;Kênh;Thời điểm nhận;Nội dung;Lĩnh vực;Họ và tên;Điện thoại';
  const file = { name: `${code}.csv`, content: Buffer.from(`${head}\n${line}`) };
  const imports = office.app.nest.get(ImportFeedback);
  await imports.confirm(clerk, await imports.bring(clerk, file));
  await office.app.work();
  const found = await rows().find(TicketEntity, { order: { code: 'DESC' } });
  return found.find(({ words }) => words.includes(code))?.id ?? '';
}

async function byOpen311(): Promise<string> {
  const wish = { name: HOTLINE.name, ownerId: 'vanthu', scopes: ['hotline.read', 'hotline.send'] as const, days: 30 };
  const made = await office.app.nest.get(MakeToken).make(await person('quantri'), wish);
  await office.app.nest.get(KeepTokens).confirm(await person('vanthu'), made.id);
  // A subject with a bracket in it would have to be put into other words first.
  const report = reportOf('HP-KENH-1', { description: 'Trường thu tiền học thêm chính khóa, không có biên lai.' });
  const answer = await new Open311Client(office.app, made.secret).post('requests', 'made', report);
  expect(answer.status).toBe(201);
  return (await rows().findOneByOrFail(TicketEntity, { hotlineCode: 'HP-KENH-1' })).id;
}

async function byTheEOffice(): Promise<string> {
  const hotlineCode = await office.received();
  await office.app.work();
  return (await rows().findOneByOrFail(TicketEntity, { hotlineCode })).id;
}

const ARRIVALS: readonly (readonly [string, () => Promise<string>])[] = [
  ...INTAKE_CHANNELS.map((channel) => [channel, () => atTheDesk(channel)] as const),
  ['import of a letter', () => imported('Đơn thư', 'DT-9')],
  ['import for the hotline', () => imported('Tổng đài 1022', 'TD-9')],
  ['the e-office', byTheEOffice],
  ['Open311', byOpen311],
];

/** The words of a letter's DOCX. */
async function wordsOf(draftId: string): Promise<string> {
  const { docxSha256 } = await office.letters.draftOf(draftId);
  const docx = new PizZip(await office.app.nest.get(FileStore).get(docxSha256 ?? ''));
  return (docx.file('word/document.xml')?.asText() ?? '').replaceAll(/<\/w:p>/gu, '\n').replaceAll(/<[^>]+>/gu, '');
}

const POSTED = {
  ...{ way: 'post', sentOn: civilDate('2026-03-18'), note: 'RR123456789VN' },
  ...{ envelopes: 1, receivedOn: null },
};

/** What the officer writes into a letter that sets another right; `{}`: it says the same anew. */
const AMENDED = {
  correction: { noi_dung_sai: 'Trường THPT Núi Vôi.', noi_dung_dung: 'Trường THPT Núi Voi.' },
  replacement: {},
} as const;

/** A ticket with the officer who will answer it. */
async function inHand(id: string): Promise<string> {
  await office.app.work();
  await office.letters.assign(id, 'gdtrh', 'ngoc');
  await office.app.nest.get(WorkOnTicket).accept(await person('ngoc'), id);
  return id;
}

/** An approved letter is signed, sealed and posted. */
async function sealedByHand(draftId: string): Promise<OutgoingDocumentEntity> {
  const request = await office.submitted(draftId);
  expect([request.state, request.comment]).toEqual(['submitted', null]);
  const { outgoingDocumentId } = await office.seals(await office.acts('sign', request));
  const letter = { outgoingDocumentId: outgoingDocumentId ?? '' };
  const owed = await rows().findOneByOrFail(HandDeliveryEntity, letter);
  await office.app.nest.get(RecordHandDelivery).record(await person('vanthu'), owed.id, POSTED);
  await office.app.work();
  return rows().findOneByOrFail(OutgoingDocumentEntity, { id: letter.outgoingDocumentId });
}

/** Whom each submission named to the e-office. */
const named: (readonly string[])[] = [];

describe('feedback of every channel', () => {
  it.each(ARRIVALS.map(([channel, arrive], at) => [channel, arrive, WAYS[at % WAYS.length] ?? 'post'] as const))(
    'that came by %s is answered by a letter that says so and reaches its sender',
    async (channel, arrive, way) => {
      const { letters, app } = office;
      const id = await arrive();
      await app.work();
      const isHotlines = (await ticketOf(id)).hotlineCode !== null;
      await inHand(id);
      await app.nest.get(WorkOnTicket).note(await person('ngoc'), id, {
        ...{ field: 'progress', audience: 'hotline', verbatim: false },
        text: 'Đã làm việc với nhà trường, đang đối chiếu sổ thu.',
      });
      const draftId = await letters.approved(id);
      const words = await wordsOf(draftId);
      expect(words).toContain(SAID[channel]);
      expect(words.includes('Tổng đài 1022')).toBe(isHotlines);

      const submitted = await office.submitted(draftId);
      expect([channel, submitted.state, submitted.comment]).toEqual([channel, 'submitted', null]);
      const sealed = await office.seals(await office.acts('sign', submitted));
      const letter = await rows().findOneByOrFail(OutgoingDocumentEntity, { id: sealed.outgoingDocumentId ?? '' });
      const [owed] = await rows().findBy(HandDeliveryEntity, { outgoingDocumentId: letter.id });
      if (isHotlines) {
        expect([sealed.state, owed]).toEqual(['released', undefined]);
      } else {
        expect([sealed.state, (await ticketOf(id)).open]).toEqual(['sealed', true]);
        const clerk = await app.browserOf('vanthu');
        const page = `/van-ban-di/${letter.id}`;
        expect(textOf((await clerk.get('/so-van-ban/di')).body)).toContain('Chờ văn thư gửi');
        expect(textOf((await clerk.get(page)).body)).toContain('Đã đóng dấu, chờ văn thư gửi');
        const form = {
          way,
          sentOn: '2026-03-18',
          note: way === 'unreachable' ? 'Không để lại địa chỉ.' : 'RR123456789VN',
        };
        const sent = await clerk.follow(await clerk.post(`${page}/gui/${owed?.id ?? ''}`, form));
        expect(textOf(sent.body)).toContain('Đã ghi việc gửi văn bản.');
        await app.work();
      }
      const answered = await ticketOf(id);
      expect([answered.state, answered.answerMode]).toEqual(['answered', 'letter']);
      expect((await letters.request(submitted.id)).state).toBe('released');

      const course = (await rows().findBy(TicketEntryEntity, { ticketId: id })).map(({ title }) => title);
      expect(course).toContain(isHotlines ? 'Tiến độ gửi Tổng đài 1022' : 'Tiến độ cho người phản ánh');
      expect(course).toContain(isHotlines ? 'Nơi nhận đã nhận văn bản trả lời' : COURSE[way]);
      expect(course.some((title) => title.includes('Tổng đài'))).toBe(isHotlines);
      const incoming = await rows().findOneByOrFail(IncomingDocumentEntity, { id: answered.incomingDocumentId });
      const messages = await rows().findBy(DispatchEntity, { aboutDocumentId: In([incoming.id, letter.id]) });
      expect(messages.some(({ kind }) => kind === 'document')).toBe(isHotlines);
      expect(messages.some(({ status }) => status === '06')).toBe(isHotlines);
      expect(named.at(-1)).toEqual(isHotlines ? [HOTLINE.id] : []);
    },
    120_000,
  );

  it('is set right by a correction and a replacement that are posted, too, and a letter that was posted is recalled', async () => {
    const { app, letters } = office;
    const id = await inHand(await atTheDesk('letter'));
    const first = await sealedByHand(await letters.approved(id));
    for (const as of ['correction', 'replacement'] as const) {
      const draftId = await app.nest.get(BeginAmendment).begin(await person('ngoc'), first.id, as);
      const { fields, signerId, version } = await letters.draftOf(draftId);
      const form = { fields: { ...fields, ...AMENDED[as] }, signerId, version };
      await app.nest.get(WriteDraft).save(await person('ngoc'), draftId, form);
      await app.work();
      await letters.sendOn(draftId);
      await letters.approveBoth(draftId);
      const amending = await sealedByHand(draftId);
      expect([as, amending.amendment, amending.state]).toEqual([as, as, 'released']);
    }
    const clerk = await person('vanthu');
    const [delivery] = await rows().findBy(HandDeliveryEntity, { outgoingDocumentId: first.id });
    const again = app.nest.get(RecordHandDelivery).record(clerk, delivery?.id ?? '', POSTED);
    await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await app.nest.get(RecallDocument).propose(clerk, first.id, 'Ghi nhầm tên trường ở phần kết quả.');
    await app.nest.get(RecallDocument).grant(await person('khanh'), first.id);
    await app.work();
    expect(await rows().findBy(DispatchEntity, { outgoingDocumentId: first.id })).toEqual([]);
  }, 180_000);

  it('owes the letter to others behind a ticket of the hotline who wrote by post', async () => {
    const { app, letters } = office;
    const [whole, part] = [await byTheEOffice(), await atTheDesk('letter')];
    const into = (await ticketOf(whole)).code;
    const merge = { ticketId: part, into, reason: 'Cùng một nội dung, cùng một trường.' };
    await app.nest.get(MergeTicket).merge(await person('vanthu'), merge);
    const request = await office.submitted(await letters.approved(await inHand(whole)));
    const { outgoingDocumentId } = await office.seals(await office.acts('sign', request));
    const [owed, ...more] = await rows().findBy(HandDeliveryEntity, { outgoingDocumentId: outgoingDocumentId ?? '' });
    const { incomingDocumentId } = await ticketOf(part);
    expect([owed?.incomingDocumentId, more]).toEqual([incomingDocumentId, []]);
    await app.nest.get(RecordHandDelivery).record(await person('vanthu'), owed?.id ?? '', POSTED);
    await app.work();
    const course = (await rows().findBy(TicketEntryEntity, { ticketId: whole })).map(({ title }) => title);
    expect(course).toContain(COURSE.post);
    const statuses = await rows().findBy(DispatchEntity, {
      aboutDocumentId: (await ticketOf(whole)).incomingDocumentId,
    });
    expect(statuses.filter(({ status }) => status === '06')).toHaveLength(1);
  }, 120_000);

  it('leaves nothing undone', async () => {
    await office.unfinishedJobs();
    expect(await rows().findBy(OutboxEntity, { outcome: 'givenUp' })).toEqual([]);
  });
});
