import writeExcelFile from 'write-excel-file/node';
import { TAKE_OVER_COLUMNS } from '../../src/documents/domain/take-over/take-over-columns.js';
import type { TakenOverBook } from '../../src/documents/domain/take-over/taken-over.js';
import type { TestApp } from './test-app.js';
import { textOf } from './web-visitor.js';

interface Plan {
  readonly from: number;
  readonly to: number;
  readonly without?: readonly number[];
  readonly voided?: readonly number[];
  /** Further rows, as they stand. */
  /** Whether a cell computes. */
  readonly formula?: boolean;
  readonly also?: readonly (readonly string[])[];
}

/** A day of each number, four or so a day from the 2nd of January on, none after the 17th of March. */
function dayOf(number: number, { from, to }: Plan): string {
  const at = new Date(Date.UTC(2026, 0, 2) + Math.floor(((number - from) / (to - from + 1)) * 74) * 86_400_000);
  return at.toISOString().slice(0, 10).split('-').toReversed().join('/');
}

/** A register in a workbook, with different days in every column. */
export async function takeOverFile(book: TakenOverBook, plan: Plan): Promise<Uint8Array<ArrayBuffer>> {
  const { from, to, without = [], voided = [], also = [] } = plan;
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((one) => !without.includes(one));
  const rows = numbers.map((number): readonly string[] => {
    const day = dayOf(number, plan);
    const later = dayOf(number + 1, { ...plan, to: to + 1 });
    return book === 'outgoing'
      ? [
          ...[`${number}/SGDĐT-VP`, day, `Công văn: trả lời kiến nghị thứ ${number}`, 'Đỗ Quốc Khánh', 'A; B', 'VT'],
          ...['02', number === from ? '03/01/2026' : later, 'Bưu tá 2'],
          voided.includes(number) ? 'Hủy: ghi nhầm' : 'gửi bưu điện',
        ]
      : [
          ...[day, String(number), 'UBND phường Kiến An', `${number}/UBND-VHXH`, '30/12/2025'],
          ...[`Công văn: phối hợp lần ${number}`, 'Phòng GDTrH', later, 'Lê Thị Ngọc', ''],
        ];
  });
  const head = TAKE_OVER_COLUMNS[book].map(({ heading }) => ({ value: heading, type: String }));
  const body = [...rows, ...also].map((row) => row.map((value) => ({ value, type: String })));
  const computed = plan.formula === true ? [[{ value: '=1+1', type: 'Formula' as const }]] : [];
  return new Uint8Array(await writeExcelFile([head, ...body, ...computed]).toBuffer());
}

/** A clerk brings and proposes it, a leader confirms. @returns what the page says then */
export async function takeOver(app: TestApp, book: 'di' | 'den', content: Uint8Array<ArrayBuffer>): Promise<string> {
  const start = `/so-van-ban/${book}/bat-dau`;
  const clerk = await app.browserOf('vanthu');
  await clerk.get(start);
  const file = { field: 'file', name: 'so-cu.xlsx', content };
  const brought = await clerk.postFile(`/so-van-ban/${book}/tiep-quan`, { source: 'sổ giấy 2026' }, file);
  const review = String(brought.headers['location']);
  await clerk.get(review);
  await clerk.post(`${review}/de-nghi`, { basis: 'Biên bản bàn giao 03/BB-VP' });
  const leader = await app.browserOf('khanh');
  const [, act = ''] = /action="([^"]+\/xac-nhan)"/u.exec((await leader.get(start)).body) ?? [];
  return textOf((await leader.follow(await leader.post(act))).body);
}
