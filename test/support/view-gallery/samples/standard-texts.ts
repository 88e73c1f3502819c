import type { StandardTextEntity } from '../../../../src/drafting/index.js';
import { standardTextsView } from '../../../../src/web/standard-texts/standard-texts-view.js';

const kept = (id: string, heading: string, text: string): StandardTextEntity => ({
  ...{ id, unitId: 'GDTrH', heading, text },
  ...{ addedByName: 'Nguyễn Thị Hồng Ngọc', addedAt: new Date('2026-03-18T02:10:00Z') },
});

export const standardTexts = standardTextsView(
  [
    kept(
      '1',
      'Cảm ơn, kết luận',
      'Sở Giáo dục và Đào tạo cảm ơn ý kiến phản ánh và sẽ tiếp tục theo dõi việc khắc phục.',
    ),
    kept(
      '2',
      'Yêu cầu trả lại tiền đã thu',
      'Sở yêu cầu nhà trường trả lại toàn bộ số tiền đã thu không đúng quy định.\nNhà trường báo cáo kết quả bằng văn bản.',
    ),
  ],
  null,
);

export const noStandardTexts = standardTextsView([], null);
