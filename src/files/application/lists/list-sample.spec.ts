import PizZip from 'pizzip';
import { readListTable } from './list-table.js';
import { listSample } from './list-sample.js';

const COLUMNS = [
  { heading: 'Mã đơn vị', sample: '001' },
  { heading: 'Tên đơn vị', sample: 'Văn phòng' },
];

describe('the sample of a list', () => {
  it('reads as it was written, with the noughts of its codes', async () => {
    expect(await readListTable(await listSample(COLUMNS), 10)).toEqual([
      ['Mã đơn vị', 'Tên đơn vị'],
      ['001', 'Văn phòng'],
    ]);
  });

  it('keeps as text what is typed over its line', async () => {
    const parts = new PizZip(await listSample(COLUMNS));
    const partOf = (name: string): string => parts.file(`xl/${name}`)?.asText() ?? '';
    const styles = partOf('styles.xml');
    const text = /<numFmt numFmtId="(\d+)" formatCode="@"/u.exec(styles)?.[1];
    const formats = styles.slice(styles.indexOf('<cellXfs'), styles.indexOf('</cellXfs>')).split('<xf').slice(1);
    const line = [...partOf('worksheets/sheet1.xml').matchAll(/<c r="[A-Z]+2" s="(\d+)"/gu)];
    const used = line.map(([, style]) => /numFmtId="(\d+)"/u.exec(formats[Number(style)] ?? '')?.[1]);
    expect(used).toEqual([text, text]);
    expect(text).toEqual(expect.any(String));
  });
});
