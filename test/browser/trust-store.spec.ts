import type { Page } from 'playwright-core';
import { openTestAuthority } from '../support/test-authority/authority.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

/** An administrator looks at an authority's certificate and proposes it; a leader confirms. */
describe('the trust store, in Chromium', () => {
  let app: AppInChromium;
  let administrator: Page;
  const step = stepsInOrder(90_000);

  beforeAll(async () => {
    app = await AppInChromium.open('var/browser/kho-tin-cay');
  }, 180_000);
  afterAll(() => app.close());

  const seen = async (page: Page, name: string): Promise<void> => {
    expect(await app.people.picture(page, name)).toEqual({ desk: 0, phone: 0 });
  };

  step('the administrator sees what the server was given', async () => {
    administrator = await app.people.at('quantri', '/kho-tin-cay');
    await administrator.getByRole('heading', { level: 1, name: 'Chứng thư số tin cậy' }).waitFor();
    await administrator.getByText('Từ cấu hình').first().waitFor();
    await seen(administrator, 'kho');
  });

  step('sees what a certificate says, and proposes it', async () => {
    await administrator.getByRole('link', { name: 'Thêm chứng thư' }).click();
    await administrator.getByLabel('Chứng thư của ai').selectOption('anchor');
    const buffer = openTestAuthority().root.der;
    await administrator
      .getByLabel('Tệp chứng thư')
      .setInputFiles({ name: 'goc.cer', mimeType: 'application/pkix-cert', buffer });
    await app.people.press(administrator, 'Xem chứng thư');
    await administrator.getByText('Giá trị băm của chứng thư (SHA-256)', { exact: true }).waitFor();
    await seen(administrator, 'xem-chung-thu');
    await administrator.getByLabel('Căn cứ').fill('Đã so giá trị băm với trang của tổ chức chứng thực ngày 18/3/2026.');
    await app.people.press(administrator, 'Đề nghị thêm vào danh sách tin cậy');
    await administrator.getByRole('heading', { name: 'Chờ xác nhận' }).waitFor();
    await seen(administrator, 'cho-xac-nhan');
  });

  step('a leader confirms it', async () => {
    const leader = await app.people.at('lanhdao', '/kho-tin-cay');
    await leader.getByRole('link', { name: 'Thêm vào kho: Gốc thử nghiệm' }).click();
    await leader.getByRole('heading', { level: 1, name: 'Thêm vào kho' }).waitFor();
    await seen(leader, 'de-nghi');
    await app.people.press(leader, 'Xác nhận đề nghị');
    await leader.getByText('thay đổi có hiệu lực từ bây giờ').waitFor();
    await seen(leader, 'da-xac-nhan');
    expect(app.people.complaints).toEqual([]);
  });
});
