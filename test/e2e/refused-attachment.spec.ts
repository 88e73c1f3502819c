import { jest } from '@jest/globals';
import { IsNull } from 'typeorm';
import { ClamdVirusScanner } from '../../integrations/antivirus/clamd-virus-scanner.js';
import { DocumentFileEntity, RegisterQueries } from '../../src/documents/index.js';
import { inspectionOf, UNKNOWN_TYPE } from '../../src/files/domain/inspection/inspection.js';
import { reasonOf, type ReasonCode } from '../../src/files/domain/inspection/reasons.js';
import { FileInspector } from '../../src/files/index.js';
import { VirusScanner } from '../../src/files/ports/virus-scanner.port.js';
import { Database } from '../../src/platform/database/database.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { Clamd, EICAR } from '../support/clamd.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { docxRelatedTo } from '../support/office-writer.js';
import { jpegOf } from '../support/picture-writer.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const FETCHING = {
  name: 'đơn của lớp.docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  content: docxRelatedTo('attachedTemplate', 'http://a.vn/t.dotm'),
};
const PHOTO = { name: 'ảnh sân trường.jpg', contentType: 'image/jpeg', content: jpegOf() };

const INFECTED = { name: 'đơn của tổ.txt', contentType: 'text/plain', content: EICAR };

describe('a file that came with feedback and does not pass the inspection', () => {
  let app: TestApp;
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await Clamd.start();
    app = await TestApp.open({}, { adapters: new Map([[VirusScanner, new ClamdVirusScanner(clamd.address, 10_000)]]) });
  });
  afterAll(async () => {
    await app.close();
    await clamd.close();
  });

  it('is kept with its message and named with its reason, and goes out to nobody; the feedback becomes a ticket all the same', async () => {
    const ticket = await app.receive({}, [FETCHING, PHOTO]);
    const files = await app.nest.get(RegisterQueries).filesOf(ticket.incomingDocumentId);
    const [bad, good] = [FETCHING, PHOTO].map(({ name }) => files.find((file) => file.name === name));
    expect(good?.refusal).toBeNull();
    expect(bad?.refusal).toContain('Tệp kéo nội dung từ nơi khác khi mở');
    expect(await app.nest.get(FileStore).get(bad?.sha256 ?? '')).toEqual(FETCHING.content);

    const clerk = await app.browserOf('vanthu');
    const page = (await clerk.get(`/phieu/${ticket.id}`)).body;
    expect(textOf(page)).toContain('Không mở được: Tệp kéo nội dung từ nơi khác khi mở');
    expect(page).toContain(`/tep/van-ban/${good?.id ?? ''}`);
    expect(page).not.toContain(`/tep/van-ban/${bad?.id ?? ''}`);
    expect((await clerk.get(`/tep/van-ban/${good?.id ?? ''}`)).statusCode).toBe(200);
    expect((await clerk.get(`/tep/van-ban/${bad?.id ?? ''}`)).statusCode).toBe(404);
  });

  describe('where the machine is too busy to look at it in time', () => {
    const outOfTime = (code: ReasonCode = 'inspection-timeout') =>
      jest
        .spyOn(app.nest.get(FileInspector), 'inspectKept')
        .mockResolvedValue(inspectionOf(UNKNOWN_TYPE, [reasonOf(code)]));
    const refusalOf = async (name: string) => {
      const rows = app.nest.get(Database).reader.getRepository(DocumentFileEntity);
      return (await rows.findOneByOrFail({ name })).refusal;
    };
    afterEach(() => {
      jest.restoreAllMocks();
    });

    it('waits with its message, and nothing stands against it once it was looked at', async () => {
      const photo = { ...PHOTO, name: 'ảnh nhà xe.jpg' };
      outOfTime();
      await expect(app.receive({}, [photo])).rejects.toThrow('No ticket grew');
      jest.restoreAllMocks();
      app.clock.advance(60_000);
      await app.work();
      expect(await refusalOf(photo.name)).toBeNull();
    });

    it('is refused at once where its own content is too much for the processor', async () => {
      const endless = { ...PHOTO, name: 'ảnh cầu thang.jpg' };
      outOfTime('inspection-endless');
      await app.receive({}, [endless]);
      expect(await refusalOf(endless.name)).toContain('quá phức tạp');
    });

    it('is refused where it still takes too long after an hour, and its message goes on', async () => {
      const slow = { ...PHOTO, name: 'ảnh cổng trường.jpg' };
      outOfTime();
      await expect(app.receive({}, [slow])).rejects.toThrow('No ticket grew');
      app.clock.advance(61 * 60_000);
      await app.work();
      expect(await refusalOf(slow.name)).toContain('Kiểm tra tệp quá lâu');
    });
  });

  it('waits with its message while the virus scanner is away, and is refused by name once it is back', async () => {
    await clamd.stop();
    await expect(app.receive({}, [INFECTED])).rejects.toThrow('No ticket grew');
    const job = { kind: 'exchange.register', finishedAt: IsNull() };
    const [waiting] = await app.nest.get(Database).reader.getRepository(OutboxEntity).findBy(job);
    expect(waiting?.lastError).toContain('Máy quét mã độc chưa trả lời');

    await clamd.restart();
    app.clock.advance(60_000);
    await app.work();
    const found = await app.nest
      .get(Database)
      .reader.getRepository(DocumentFileEntity)
      .findOneByOrFail({ name: INFECTED.name });
    expect(found.refusal).toContain('Tệp chứa mã độc (Eicar-Test');
  });
});
