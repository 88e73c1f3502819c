import { DraftPresence, WriteDraft } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { DraftPresenceEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { atOnce, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { officer, head, clerk, stranger } = PARTIES;
const MINUTE = 60_000;

let life: LifeOfATicket;
let id: string;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
  id = await life.beginLetter();
});
afterEach(() => life.end());

const announce = (actor = officer) => life.get(DraftPresence).announce(actor, id, true);
const names = async (actor = officer) => (await announce(actor)).map(({ staffName }) => staffName);

describe('who is changing a letter', () => {
  it('is told to the others, with the moment at which it was opened, and never to oneself', async () => {
    const opened = life.app.clock.now();
    expect(await names()).toEqual([]);
    life.app.clock.advance(MINUTE);
    expect(await names()).toEqual([]);
    expect(await announce(head)).toMatchObject([{ staffName: 'ngoc', since: opened }]);
    expect(await names()).toEqual(['thang']);
  });

  it('is forgotten two minutes after the page was last heard of', async () => {
    await announce();
    life.app.clock.advance(2 * MINUTE - 1);
    expect(await names(head)).toEqual(['ngoc']);
    life.app.clock.advance(1);
    expect(await names(head)).toEqual([]);
    expect(await life.rows.countBy(DraftPresenceEntity, { draftId: id })).toBe(1);
  });

  it('is nobody who may only read, though they are told', async () => {
    await announce();
    expect(await names(clerk)).toEqual(['ngoc']);
    expect(await names()).toEqual([]);
    await expect(announce(stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not named for reading, and no longer once the changes are saved', async () => {
    const presence = life.get(DraftPresence);
    expect(await presence.writers(officer, id)).toEqual([]);
    expect(await presence.announce(officer, id, false)).toEqual([]);
    expect(await presence.writers(head, id)).toEqual([]);
    await announce();
    expect(await presence.writers(head, id)).toMatchObject([{ staffName: 'ngoc' }]);
    await presence.announce(officer, id, false);
    expect(await presence.writers(head, id)).toEqual([]);
    await expect(presence.writers(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is named no longer once the letter is saved', async () => {
    await announce();
    const { fields, signerId, version } = await life.rows.findOneByOrFail(DraftEntity, { id });
    await life.get(WriteDraft).save(officer, id, { fields, signerId, version });
    expect(await life.get(DraftPresence).writers(head, id)).toEqual([]);
  });

  it('may open it twice at the same moment', async () => {
    expect(await atOnce(announce, announce, announce)).toEqual([3, []]);
  });
});
