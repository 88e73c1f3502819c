import type { Role } from '../../kernel/actor.js';

/** What each role is called. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  registryClerk: 'Văn thư',
  contactOfficer: 'Cán bộ đầu mối',
  unitHead: 'Thủ trưởng đơn vị',
  leader: 'Lãnh đạo Sở',
  supervisor: 'Giám sát',
  formatChecker: 'Kiểm tra thể thức',
  administrator: 'Quản trị hệ thống',
};
