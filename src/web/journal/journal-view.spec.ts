import type { JournalEntryEntity } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { journalView } from './journal-view.js';

const reader: Actor = { id: 'giamsat', name: 'Hoàng Thị Minh Nguyệt', unitId: null, roles: ['supervisor'] };
const asked = { nguoi: '', viec: '', loai: '', ma: '', 'dia-chi': '', tu: null, den: null, trang: '' };

const line = (seq: number, of: Partial<JournalEntryEntity>): JournalEntryEntity =>
  ({
    seq,
    at: new Date('2026-03-18T02:00:00Z'),
    actorId: 'quantri',
    actorName: 'Lê Văn An',
    principalName: null,
    ...{
      action: 'staff.giveRole',
      objectKind: 'staff',
      objectId: 'a16cf4f2',
      detail: {},
      address: null,
      actorRoles: null,
    },
    ...of,
  }) as JournalEntryEntity;

describe('the journal', () => {
  it('names whom a change of rights is about, and the role, in place of an id', () => {
    const waiting = [line(1, { detail: { role: 'registryClerk' } }), line(2, { objectId: 'ai-do' })];
    const people = new Map([['a16cf4f2', { fullName: 'Phạm Minh Tuệ' }]]);
    const { changes, confirmAll } = journalView({ actor: reader, asked, lines: [], waiting, people, next: null });
    expect(changes.map(({ object, objectId }) => `${object} ${objectId}`)).toEqual([
      'Cán bộ Phạm Minh Tuệ, Văn thư',
      'Cán bộ ai-do',
    ]);
    expect(confirmAll).toBe('/nhat-ky/xac-nhan');
  });

  it('offers to confirm several only where one may be confirmed', () => {
    const waiting = [line(1, { actorId: reader.id })];
    const view = journalView({ actor: reader, asked, lines: [], waiting, people: new Map(), next: null });
    expect(view.confirmAll).toBeNull();
  });
});
