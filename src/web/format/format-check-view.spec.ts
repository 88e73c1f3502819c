import type { FormatFinding } from '../../drafting/domain/format/rules/finding.js';
import { checkedFileView } from './format-check-view.js';

const finding = (rule: FormatFinding['rule'], severity: FormatFinding['severity'] = 'error'): FormatFinding => ({
  rule,
  severity,
  where: 'Nội dung, đoạn 3',
  message: `Sai ${rule}.`,
  source: 'Nghị định 30/2020/NĐ-CP',
});
const mended = (size: number) => ({ docx: new Uint8Array(size), rules: ['font'] as const, left: [] });

describe('what is said of a checked file', () => {
  it.each([
    ['nothing found', [], null, 'Đạt: không thấy chỗ nào sai thể thức.'],
    ['warnings alone', [finding('text-hidden', 'warning')], null, 'Đạt: 1 điều cần xem.'],
    ['errors', [finding('body-size'), finding('closing-mark')], null, 'Chưa đạt: 2 lỗi phải sửa.'],
    ['all mended', [finding('font')], mended(9), 'Không còn lỗi nào; 1 lỗi đã sửa trong bản tải về.'],
    [
      'some mended',
      [finding('font'), finding('body-size')],
      mended(9),
      'Chưa đạt: 1 lỗi phải sửa; 1 lỗi đã sửa trong bản tải về.',
    ],
  ] as const)('%s', (_what, findings, file, summary) => {
    expect(checkedFileView('a.docx', { kind: 'checked', findings, mended: file }).summary).toBe(summary);
  });

  it('gives no file that would make the page too heavy, and says so', () => {
    const view = checkedFileView('a.docx', {
      kind: 'checked',
      findings: [finding('font')],
      mended: mended(4_000_001),
    });
    expect(view).toMatchObject({ mended: null, summary: 'Chưa đạt: 1 lỗi phải sửa.' });
    expect(view.troubles).toHaveLength(1);
    expect(view.findings).toHaveLength(1);
  });
});
