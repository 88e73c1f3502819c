import type { Browser } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { IMPORT_COLUMNS } from '../../src/tickets/domain/intake/import-columns.js';
import { SCOPE_WORDS } from '../../src/tokens/domain/scopes.js';
import type { Installation } from './installation.js';
import { fillIn, type InstallationPeople } from './installation-people.js';
import { answered } from './answered.js';

interface Desk {
  readonly installation: Installation;
  readonly people: InstallationPeople;
  readonly browser: Browser;
  readonly clerk: string;
}

/** How feedback comes, each way as people or programs use it. All give the subject by which the clerk finds the ticket. */
export const ARRIVALS = {
  hotline: async ({ browser, installation }: Desk): Promise<string> => {
    const page = await browser.newPage();
    await page.goto(`${installation.eOffice.url}/tong-dai`);
    const subject = await page.getByLabel('Trích yếu').inputValue();
    await answered(page, () => page.getByRole('button', { name: 'Gửi sang Sở' }).click());
    await page.close();
    return subject;
  },
  post: (desk: Desk): Promise<string> => atTheDesk(desk, 'Đơn thư'),
  phone: (desk: Desk): Promise<string> => atTheDesk(desk, 'Điện thoại đến Sở'),
  import: fromWorkbook,
  Open311: byOpen311,
} as const;

export type Arrival = keyof typeof ARRIVALS;

async function atTheDesk({ people, clerk }: Desk, channel: string): Promise<string> {
  const subject = `Thu tiền học thêm, nhận qua ${channel}`;
  const page = await people.at(clerk, '/phieu-moi');
  await fillIn(page, {
    'Nội dung phản ánh, kiến nghị': `Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng (${channel}).`,
    ...{ 'Trích yếu': subject, 'Nơi xảy ra': 'Trường THPT Núi Voi', 'Lĩnh vực': 'Thu chi, dạy thêm', [channel]: true },
    ...{ 'Họ và tên': 'Bùi Văn Khải', 'Điện thoại': '0900 000 142', 'Địa chỉ': 'Phường Lê Chân' },
  });
  await people.press(page, 'Vào sổ và mở phiếu');
  return subject;
}

async function fromWorkbook({ people, clerk }: Desk): Promise<string> {
  const subject = 'Thu tiền học thêm, nhận từ tệp';
  const ours = new Map([
    ['externalId', 'DT.1'],
    ['words', 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng (tệp).'],
    ['subject', subject],
    ['receivedAt', anHourAgo()],
  ]);
  const text = (value: string) => ({ value, type: String, format: '@' });
  const head = IMPORT_COLUMNS.map(({ heading }) => text(heading));
  const row = IMPORT_COLUMNS.map(({ field, sample }) => text(ours.get(field) ?? sample));
  const buffer = await writeExcelFile([head, row]).toBuffer();
  const page = await people.at(clerk, '/nhap-phieu');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Tệp Excel (.xlsx) hoặc CSV').setInputFiles({ name: 'phieu.xlsx', mimeType, buffer });
  await people.press(page, 'Xem trước');
  await people.press(page, 'Vào sổ 1 phiếu');
  await people.until(page, 'Đã vào sổ');
  return subject;
}

async function byOpen311({ installation, people, clerk }: Desk): Promise<string> {
  const administrator = await people.at('quantri', '/ma-truy-cap');
  await people.act(administrator, {
    ...{ under: 'Tạo mã truy cập…', press: 'Tạo mã truy cập', says: 'Mã vừa tạo' },
    answers: {
      'Chương trình dùng mã': 'Tổng đài 1022',
      'Người chịu trách nhiệm': 'Phạm Minh Tuệ, Văn thư',
      ...{ [SCOPE_WORDS.get('hotline.read') ?? '']: true, [SCOPE_WORDS.get('hotline.send') ?? '']: true },
    },
  });
  const key = await administrator.getByLabel('Mã', { exact: true }).inputValue();
  await people.press(await people.at(clerk, '/ma-truy-cap'), /^Đồng ý cho dùng/u);
  const description = 'Trường thu tiền học thêm trong giờ chính khóa và không có biên lai.';
  const answer = await installation.post('/open311/v2/requests.json', {
    ...{ api_key: key, service_code: 'fees', description, address_string: 'Trường THPT Núi Voi' },
    ...{ first_name: 'Khải', last_name: 'Bùi Văn', phone: '0900 000 142' },
    ...{ 'attribute[hotline_code]': 'HP-NGAY-DAU-1', 'attribute[received_at]': new Date().toISOString() },
  });
  if (answer.status !== 201) throw new Error(`${String(answer.status)} ${answer.body}`);
  return description.slice(0, 40);
}

/** `18/03/2026 08:30`, here */
function anHourAgo(): string {
  const [day = '', time = ''] = new Date(Date.now() + 6 * 3_600_000).toISOString().split('T');
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 5)}`;
}
