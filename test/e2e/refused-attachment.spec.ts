import { RegisterQueries } from '../../src/documents/index.js';
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

describe('a file that came with feedback and does not pass the inspection', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.open();
  });
  afterAll(() => house.close());

  it('is kept with its message and named with its reason, and goes out to nobody; the feedback becomes a ticket all the same', async () => {
    const ticket = await house.receive({}, [FETCHING, PHOTO]);
    const files = await house.app.get(RegisterQueries).filesOf(ticket.incomingDocumentId);
    const [bad, good] = [FETCHING, PHOTO].map(({ name }) => files.find((file) => file.name === name));
    expect(good?.refusal).toBeNull();
    expect(bad?.refusal).toContain('Tệp kéo nội dung từ nơi khác khi mở');
    expect(await house.app.get(FileStore).get(bad?.sha256 ?? '')).toEqual(FETCHING.content);

    const clerk = await house.browserOf('vanthu');
    const page = (await clerk.get(`/phieu/${ticket.id}`)).body;
    expect(textOf(page)).toContain('Không mở được: Tệp kéo nội dung từ nơi khác khi mở');
    expect(page).toContain(`/tep/van-ban/${good?.id ?? ''}`);
    expect(page).not.toContain(`/tep/van-ban/${bad?.id ?? ''}`);
    expect((await clerk.get(`/tep/van-ban/${good?.id ?? ''}`)).statusCode).toBe(200);
    expect((await clerk.get(`/tep/van-ban/${bad?.id ?? ''}`)).statusCode).toBe(404);
  });
});
