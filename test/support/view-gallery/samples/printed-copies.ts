import type { LookUpView } from '../../../../src/web/signing/look-up-page.js';
import type { PrintedCopiesView } from '../../../../src/web/registers/printed-copies-page.js';

const SHA = '41d07e5c2b9fa36e0d8814c5b7a2f1903e6cd5a487b1209f3c6de8a4517b9ab3';

export const printedCopies: PrintedCopiesView = {
  action: '/ban-in/van-ban-di/1',
  heading: 'Bản in chuyển đổi: Công văn 513/SGDĐT-GDTrH',
  subject: 'trả lời phản ánh về thu tiền học thêm tại Trường THPT Núi Voi',
  mayMake: true,
  certified: null,
  copies: [
    {
      code: 'k3f7h-9xw2m-pq4rs-5tv6y-7z8ab-c',
      fileHref: '/tep/ban-in/k3f7h9xw2mpq4rs5tv6y7z8abc.pdf',
      lookUpHref: '/tra-cuu/k3f7h9xw2mpq4rs5tv6y7z8abc',
      made: '18/03/2026, 09:15',
      by: 'Phạm Thị Mai, Văn phòng Sở',
    },
  ],
};

export const noPrintedCopies: PrintedCopiesView = { ...printedCopies, copies: [] };

export const lookedUp: LookUpView = {
  verdict: {
    tone: 'pass',
    heading: 'Bản in này do hệ thống in ra',
    text: 'Giấy đang cầm phải đúng số, ký hiệu, ngày và nơi ban hành dưới đây. Nếu khác dù một chỗ, đừng dùng giấy đó và báo cho nơi ban hành.',
  },
  facts: [
    { label: 'Nơi ban hành', value: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng' },
    { label: 'Số, ký hiệu', value: '513/SGDĐT-GDTrH' },
    { label: 'Ngày văn bản', value: '18/03/2026' },
    { label: 'Chữ ký số', value: 'Hợp lệ khi phát hành: 9 trên 9 mục đạt' },
    { label: 'SHA-256 bản điện tử', value: SHA },
  ],
};

export const lookedUpInVain: LookUpView = {
  verdict: {
    tone: 'fail',
    heading: 'Không tìm thấy văn bản nào theo mã này',
    text: 'So lại từng ký tự của mã rồi tra lại. Nếu đúng mã mà vẫn không có, văn bản không do hệ thống này phát hành hay in ra, hoặc tệp đã bị sửa; hỏi lại nơi đưa văn bản.',
  },
  facts: [],
};

export const notLookedUpYet: LookUpView = { verdict: null, facts: [] };
