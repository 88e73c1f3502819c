import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { PublicResultEntity } from '../../src/publication/persistence/publication.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PDF } from '../support/life-of-a-ticket.js';
import { KeepEvidence } from '../../src/tickets/index.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
let ticketId: string;
let here: string;
const letters = new LettersOf(() => app);

beforeEach(async () => {
  app = await TestApp.open();
  ticketId = await letters.ticketInHand();
  here = `/du-thao/${await letters.begin(ticketId)}`;
});
afterEach(() => app.close());

const rows = () => app.nest.get(Database).writer.manager;

const beside = async (username: string): Promise<string> => {
  const { body } = await (await app.browserOf(username)).get(here);
  return body.slice(body.indexOf('ha-draft-beside'));
};

describe('beside a letter stand', () => {
  it('what it answers, with the files it rests on, and every revision', async () => {
    const { words } = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    await app.nest
      .get(KeepEvidence)
      .add(await letters.actor('ngoc'), ticketId, [{ name: 'bien-ban.pdf', content: PDF }]);
    const shown = await beside('ngoc');
    expect(textOf(shown)).toContain(textOf(words.split('\n')[0]!));
    expect(shown).toMatch(/href="\/(tep|xem)\/tai-lieu\/[^]*bien-ban\.pdf/u);
    expect(textOf(shown)).toMatch(/Các bản thảo Bản 1/u);
  });

  it('published results of the same category that stand, the newest first, for those who write it', async () => {
    const { category } = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    const publish = (title: string, more: Partial<PublicResultEntity> = {}) =>
      rows().insert(PublicResultEntity, {
        ...{ publicationId: newId(), ticketId: newId(), category, categoryName: 'Thu chi', unitName: 'Phòng GDTrH' },
        ...{ title, text: `Lời của ${title}.`, publishedAt: app.clock.now(), withdrawnAt: null },
        ...{ withdrawnById: null, withdrawnByName: null, withdrawReason: null },
        ...more,
      });
    await publish('Kết quả cũ');
    await publish('Kết quả đã rút', { withdrawnAt: app.clock.now() });
    await publish('Kết quả lĩnh vực khác', { category: category === 'fees' ? 'other' : 'fees' });
    for (let at = 1; at <= 5; at += 1) await publish(`Kết quả ${String(at)}`);
    const shown = textOf(await beside('ngoc'));
    expect([...shown.matchAll(/Lời của ([^.]+)\./gu)].map(([, title]) => title)).toEqual(
      [5, 4, 3, 2, 1].map((at) => `Kết quả ${String(at)}`),
    );
  });
});

describe('the standard texts of a unit', () => {
  const text = 'Sở yêu cầu nhà trường trả lại toàn bộ số tiền đã thu.';
  const add = async (heading: string, words = text) => {
    const officer = await app.browserOf('ngoc');
    await officer.get('/doan-mau');
    return officer.follow(await officer.post('/doan-mau', { heading, text: words }));
  };

  it('are added once, offered beside the letters of the unit alone, and removed', async () => {
    expect(textOf((await add('Trả lại tiền')).body)).toContain('Đã thêm đoạn mẫu.');
    expect(textOf(await beside('ngoc'))).toContain(text);
    const stranger = await app.browserOf('luc');
    expect(textOf((await stranger.get('/doan-mau')).body)).not.toContain(text);
    const officer = await app.browserOf('ngoc');
    const remove = /action="(\/doan-mau\/[^"]+\/xoa)"/u.exec((await officer.get('/doan-mau')).body)![1]!;
    await stranger.get('/doan-mau');
    expect((await stranger.post(remove, {})).statusCode).not.toBe(200);
    expect(textOf(await beside('ngoc'))).toContain(text);
    await officer.post(remove, {});
    expect(textOf(await beside('ngoc'))).not.toContain(text);
  });

  it('hold no private detail; what was typed stays', async () => {
    const { body } = await add('Liên hệ', 'Người phản ánh gọi số 0912 345 678 để được trả lời.');
    expect(textOf(body)).toContain('không được có thông tin riêng: số điện thoại “0912 345 678”');
    expect(body).toContain('Người phản ánh gọi số');
  });

  it('are so many at most', async () => {
    const officer = await app.browserOf('ngoc');
    await officer.get('/doan-mau');
    for (let at = 1; at <= 100; at += 1) await officer.post('/doan-mau', { heading: `Đoạn ${String(at)}`, text });
    expect(textOf((await add('Đoạn nữa')).body)).toContain(
      'Đơn vị đã có đủ 100 đoạn mẫu. Xóa bớt một đoạn cũ rồi thêm lại.',
    );
  });
});
