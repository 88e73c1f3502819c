import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import type { DecidedMatter } from '../../src/delegation/domain/decision-authority.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { cutLists, withCutLists, type CutList } from '../../src/platform/cut-lists.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DecisionQueue, type WaitingItem } from '../../src/tickets/index.js';
import type { ProposedWish } from '../../src/tickets/domain/decisions/proposed-decision.js';
import { ProposedDecisionEntity } from '../../src/tickets/persistence/proposed-decision.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { AwaitingPageQuery } from '../../src/web/supervision/awaiting-page-query.js';
import { aTicket } from '../support/a-ticket.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { anAuthorisedOffice } from '../support/short-way.js';

const { clerk, leader, officer, supervisor } = PARTIES;
const RETURN = { agency: 'Sở Y tế thành phố Hải Phòng', text: 'Việc tiêm chủng thuộc ngành y tế giải quyết.' };
const REJECT = {
  reason: 'insufficientInformation',
  text: 'Phản ánh không nêu thời gian, địa điểm, người liên quan nên chưa có căn cứ để kiểm tra.',
} as const;

let life: LifeOfATicket;

const write = <T>(insert: (tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0]) => Promise<T>): Promise<T> =>
  life.get(UnitOfWork).run(insert);
const authorise = (personId: string, ...matters: DecidedMatter[]) =>
  write((tx) =>
    tx.insert(
      DecisionAuthorityEntity,
      Object.assign(anAuthorisedOffice('supervisor'), {
        ...{ id: `by-name-${personId}`, office: null, personId, matters, basis: '41/UQ-SGDĐT' },
        validTo: civilDate('2026-12-31'),
      }),
    ),
  );
const queue = () => life.get(DecisionQueue);

/** What the page shows to somebody, and what it says of the rest. */
function pageFor(actor: Actor): Promise<{ readonly items: readonly WaitingItem[]; readonly cut: readonly CutList[] }> {
  return new Promise((answer, fail) => {
    withCutLists(() => {
      queue()
        .of(actor)
        .then((items) => {
          answer({ items, cut: cutLists() });
        })
        .catch(fail);
    });
  });
}

/** Proposals, each about a ticket of its own, the first the longest waiting. */
const propose = (wish: ProposedWish, howMany: number, from: string) =>
  write(async (tx) => {
    for (let at = 0; at < howMany; at += 1) {
      const id = `${wish.act}-${String(at)}`;
      await tx.insert(TicketEntity, aTicket({ id, state: 'accepted', category: 'fees' }));
      await tx.insert(ProposedDecisionEntity, {
        ...{ id, ticketId: id, act: wish.act, wish, state: 'proposed', reason: null },
        ...{ proposedById: 'vanthu', proposedByName: 'Phạm Minh Tuệ', proposedAt: new Date(Date.parse(from) + at) },
        ...{ decidedById: null, decidedByName: null, decidedAt: null },
      });
    }
  });

beforeEach(async () => {
  life = await LifeOfATicket.begin();
  // As a department that has handed nothing on.
  await write((tx) => tx.deleteAll(DecisionAuthorityEntity));
});
afterEach(() => life.end());

describe('what waits for a person authorised by name', () => {
  it('is counted as the page shows it, and a page that nobody else has is linked for nobody else', async () => {
    await authorise('giamsat', 'return');
    await propose({ act: 'reject', given: REJECT }, 2, '2026-03-16T02:00:00Z');
    await propose({ act: 'return', given: RETURN }, 3, '2026-03-17T02:00:00Z');
    const linked = async (actor: Actor) => (await life.get(AwaitingPageQuery).read(actor)).decisions;
    expect(await linked(supervisor)).toBe(3);
    expect(await linked(leader)).toBe(5);
    expect(await linked(clerk)).toBeNull();
    await authorise('ngoc', 'return');
    expect(await linked(officer)).toBeNull();
    expect((await pageFor(supervisor)).items).toHaveLength(3);
  });

  it('is found behind more than a page of what others decide', async () => {
    await authorise('giamsat', 'return');
    await propose({ act: 'reject', given: REJECT }, 55, '2026-03-16T02:00:00Z');
    await propose({ act: 'return', given: RETURN }, 2, '2026-03-17T02:00:00Z');
    const { items, cut } = await pageFor(supervisor);
    expect(items.map(({ id }) => id)).toEqual(['return-0', 'return-1']);
    expect(cut).toEqual([]);
  });

  it('is cut to a page of the longest waiting, which is said', async () => {
    await propose({ act: 'reject', given: REJECT }, 55, '2026-03-16T02:00:00Z');
    const { items, cut } = await pageFor(leader);
    expect([items.length, items[0]?.id, items.at(-1)?.id]).toEqual([50, 'reject-0', 'reject-49']);
    expect(cut).toMatchObject([{ shown: 50, left: 5 }]);
    expect(await queue().countOf(leader)).toBe(55);
  });

  it('leaves out what that person proposed before', async () => {
    await propose({ act: 'return', given: RETURN }, 1, '2026-03-16T02:00:00Z');
    await authorise('vanthu', 'return');
    expect(await queue().of(clerk)).toEqual([]);
    expect(await queue().of(leader)).toHaveLength(1);
  });
});
