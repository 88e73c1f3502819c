import type { PageFrame } from '../../../../src/web/kit/shell/page-frame.js';

export const officer: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Nguyễn Thị Hồng Ngọc', place: 'Phòng Giáo dục Trung học', roles: ['contactOfficer'] },
  search: '',
  notice: null,
  unread: 3,
};

export const clerk: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Phạm Minh Tuệ', place: 'Văn thư, Văn phòng Sở', roles: ['registryClerk'] },
  search: '',
  notice: null,
  unread: 3,
};

export const head: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Vũ Đức Thắng', place: 'Trưởng phòng Giáo dục Trung học', roles: ['unitHead'] },
  search: '',
  notice: null,
  unread: 3,
};

export const leader: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Đỗ Quốc Khánh', place: 'Lãnh đạo Sở', roles: ['leader'] },
  search: '',
  notice: null,
  unread: 3,
};

export const administrator: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Lê Văn An', place: 'Quản trị, Văn phòng Sở', roles: ['administrator'] },
  search: '',
  notice: null,
  unread: 3,
};

export const supervisor: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Hoàng Thị Minh Nguyệt', place: 'Giám sát, Thanh tra Sở', roles: ['supervisor'] },
  search: '',
  notice: null,
  unread: 0,
};
