import { bad, good, weak } from '../../safety/domain/safety-rule.js';
import { faultsView } from './administrators-home.js';

const seen = (check: string, judged: ReturnType<typeof bad>) => ({ check, subject: check, ...judged });

describe('what an administrator reads first', () => {
  it('is the gravest, in words, with the page where it is mended', () => {
    const working = [seen('disk', weak('Ổ đĩa gần đầy.', 'Dọn ổ đĩa.')), seen('inbox', good('Không có gì chờ.'))];
    const safety = [seen('directory', bad('Không đồng bộ được.', 'Xem lại kết nối.'))];
    expect(faultsView({ working, safety })).toEqual({
      summary: '1 điều phải sửa ngay, 1 điều cần khắc phục.',
      rows: [
        {
          subject: 'directory',
          found: 'Không đồng bộ được.',
          mend: 'Xem lại kết nối.',
          link: { href: '/dong-bo-nhan-su', label: 'Đồng bộ nhân sự' },
          isGrave: true,
        },
        { subject: 'disk', found: 'Ổ đĩa gần đầy.', mend: 'Dọn ổ đĩa.', link: null, isGrave: false },
      ],
      more: 0,
    });
  });

  it('says so where nothing is wrong, and how much is not shown', () => {
    expect(faultsView({ working: [], safety: [] })).toMatchObject({ summary: 'không có gì phải sửa.', rows: [] });
    const many = Array.from({ length: 11 }, (_, at) => seen(`weak-${String(at)}`, weak('Yếu.', 'Sửa.')));
    expect(faultsView({ working: [], safety: many })).toMatchObject({ more: 3 });
  });
});
