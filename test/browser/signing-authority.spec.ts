import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

const HOUR = 3_600_000;

/** A day from today, as a field of dates takes it. */
const vietnameseDay = (daysFromToday: number): string =>
  new Date(Date.now() + (7 + 24 * daysFromToday) * HOUR).toISOString().slice(0, 10);

/** The Office writes down who may sign, sees how the block will read, and ends it. */
describe('who may sign, in Chromium', () => {
  let app: AppInChromium;
  let office: Page;
  const step = stepsInOrder(60_000);

  beforeAll(async () => {
    app = await AppInChromium.open('var/browser/tham-quyen-ky');
  }, 120_000);
  afterAll(() => app.close());

  const seen = async (name: string): Promise<void> => {
    expect(await app.people.picture(office, name)).toEqual({ desk: 0, phone: 0 });
  };

  step('the Office finds the table from the templates', async () => {
    office = await app.people.at('vanthu', '/mau-van-ban');
    await office.getByRole('link', { name: 'Thẩm quyền ký' }).first().click();
    await office.getByRole('heading', { level: 1, name: 'Thẩm quyền ký' }).waitFor();
    await seen('bang');
  });

  step('sees what is missing, each at its field', async () => {
    await app.people.open(office, 'Thêm thẩm quyền ký');
    await office.getByLabel('Người ký').selectOption({ label: 'Trần Thị Lệ Thủy, Chánh Văn phòng' });
    await office.getByLabel('Hình thức ký').selectOption('TUQ');
    await app.people.press(office, 'Lưu thẩm quyền ký');
    await office.getByText('Ủy quyền ký phải có thời hạn').waitFor();
    await seen('con-thieu');
  });

  step('sees how the block will read, keeps it, and ends it', async () => {
    await office.getByLabel('Chức vụ ghi trong khối ký').fill('Chánh Văn phòng');
    await office.getByLabel('Công văn trả lời phản ánh, kiến nghị').check();
    await office.getByLabel('Lĩnh vực, nội dung được giao').fill('Trả lời phản ánh về tuyển sinh lớp 10');
    const today = vietnameseDay(0);
    for (const [label, day] of [
      ['Từ ngày', today],
      ['Đến hết ngày', vietnameseDay(1)],
      ['Ngày của văn bản giao ký', today],
    ] as const)
      await office.getByLabel(label, { exact: true }).fill(day);
    await office.getByLabel('Số, ký hiệu văn bản giao ký').fill('15/GUQ-SGDĐT');
    await app.people.press(office, 'Xem khối ký');
    await office.getByText('Khối ký sẽ in: TUQ. GIÁM ĐỐC / CHÁNH VĂN PHÒNG / Trần Thị Lệ Thủy').waitFor();
    const buffer = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
    await office
      .getByLabel('Tệp văn bản ủy quyền')
      .setInputFiles({ name: 'uy-quyen.pdf', mimeType: 'application/pdf', buffer });
    await app.people.press(office, 'Lưu thẩm quyền ký');
    await office.getByText('Sắp hết thẩm quyền trong 30 ngày tới').waitFor();
    await seen('da-luu');
    expect(app.people.complaints).toEqual([]);
  });
});
