import { readdir } from 'node:fs/promises';
import { docxRelatedTo } from '../support/office-writer.js';
import { openTestFiles, type TestFiles } from '../support/test-files.js';

const FETCHING = { name: 'đơn.docx', content: docxRelatedTo('attachedTemplate', 'http://a.vn/t.dotm') };
const SOUND = { name: 'ghi chú.txt', content: Buffer.from('Đã gọi lại cho người phản ánh.') };
const RUNNING = { name: 'anh.jpg.exe', content: Buffer.from('MZ\u0090\u0000') };

describe('the door of files', () => {
  let files: TestFiles;
  beforeEach(async () => {
    files = await openTestFiles();
  });
  afterEach(() => files.close());

  it('keeps what passes, in its order, with its place', async () => {
    const [kept, again] = await files.incoming.keep([SOUND, SOUND], 'files');
    expect(kept).toMatchObject({ name: SOUND.name, size: SOUND.content.length });
    expect(again?.sha256).toBe(kept?.sha256);
    expect(await files.store.get(kept?.sha256 ?? '')).toEqual(SOUND.content);
  });

  it('looks at the name alone, without the folders that some browsers send along', async () => {
    await files.incoming.require([{ ...SOUND, name: 'C:\\Users\\ngoc\\ghi chú.txt' }], 'files');
  });

  it.each([
    ['fetches from elsewhere', FETCHING],
    ['runs', RUNNING],
  ])('keeps nothing of several when one of them %s, and names it', async (_what, bad) => {
    await expect(files.incoming.keep([SOUND, bad], 'files')).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'files', message: expect.stringContaining(`Chưa nhận tệp “${bad.name}”.`) as string },
    });
    expect(await readdir(files.directory)).toEqual([]);
  });

  it('keeps what came within a message whatever it is, and says why nobody may open it', async () => {
    expect(await files.incoming.keepArrived(SOUND, { mayWait: true })).toMatchObject({ refusal: null });
    const { sha256, refusal } = await files.incoming.keepArrived(FETCHING, { mayWait: true });
    expect(refusal).toContain('Tệp kéo nội dung từ nơi khác khi mở');
    expect(await files.store.get(sha256)).toEqual(FETCHING.content);
  });
});
