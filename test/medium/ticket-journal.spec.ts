import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { ClassifyTicket, CompleteTicket, ReopenTicket, WithdrawTicket } from '../../src/tickets/index.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { tracesOf } from '../support/traces.js';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const { clerk } = PARTIES;
const lines = (action: string) => life.rows.findBy(JournalEntryEntity, { action, objectId: life.id });

describe('rule 54: the journal, which is kept for ever', () => {
  it('rule 54: says that a subject or a sender changed, not into what', async () => {
    await life.get(CompleteTicket).complete(clerk, life.id, {
      subject: 'Con tôi là Bảo Ngọc bị mắng, 142 Lạch Tray',
      place: '142 Lạch Tray',
      kind: 'petition',
      senderName: 'Lưu Thị Thắm',
      senderPhone: '0987 654 321',
      senderEmail: 'tham.lt@example.com',
      senderAddress: '142 Lạch Tray',
      keepSecret: true,
    });
    const [line] = await lines('ticket.complete');
    expect(line?.detail).toMatchObject({ kind: 'petition', keepSecret: true, complete: true });
    expect(line?.detail).toHaveProperty(
      'changed',
      expect.arrayContaining([
        'subject',
        'place',
        'senderName',
        'senderPhone',
        'senderEmail',
        'senderAddress',
        'folded',
      ]),
    );
    const planted = ['Bảo Ngọc', '142 Lạch Tray', 'Lưu Thị Thắm', 'Thắm', '0987 654 321', 'tham.lt@example.com'];
    expect(tracesOf(await life.rows.find(JournalEntryEntity), planted)).toEqual([]);
  });

  it('rule 54: keeps the facts of an act with their values', async () => {
    const judged = { nature: 'feedback', kind: 'feedback', level: 'complex', category: 'fees' } as const;
    await life.get(ClassifyTicket).classify(clerk, life.id, { ...judged, complainedUnitId: 'nui-voi' });
    const [line] = await lines('ticket.classify');
    expect(line?.detail).toMatchObject({ from: 'received', to: 'classified', ...judged, complainedUnitId: 'nui-voi' });
    expect(line?.detail).not.toHaveProperty('changed');
  });

  it('rule 54: holds no reason that a citizen gave', async () => {
    await life.answered();
    await life.get(ReopenTicket).reopen(clerk, life.id, 'Cháu Bảo Ngọc vẫn bị mắng, gọi 0987 654 321.');
    await life.get(WithdrawTicket).withdraw(clerk, life.id, 'Chị Thắm rút, không muốn lộ tên cháu Bảo Ngọc.');
    const planted = ['Bảo Ngọc', 'Thắm', '0987 654 321'];
    expect(tracesOf(await life.rows.find(JournalEntryEntity), planted)).toEqual([]);
  });
});
