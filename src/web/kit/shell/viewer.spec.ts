import type { Role } from '../../../kernel/actor.js';
import { viewerOf } from './viewer.js';

describe('who is at the desk', () => {
  it.each<[string, Role, string | null, string]>([
    ['role and unit', 'registryClerk', 'Văn phòng Sở', 'Văn thư, Văn phòng Sở'],
    ['a name that both have, once', 'leader', 'Lãnh đạo Sở', 'Lãnh đạo Sở'],
    ['a role without a unit', 'administrator', null, 'Quản trị hệ thống'],
  ])('is told by %s', (_what, role, unit, place) => {
    expect(viewerOf({ id: 'a', name: 'A', unitId: null, roles: [role] }, unit).place).toBe(place);
  });
});
