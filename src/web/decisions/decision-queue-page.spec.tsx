import { builtInCalendar } from '../../calendar/index.js';
import type { Actor } from '../../kernel/actor.js';
import { OPEN_TEXT, SEALED_TEXT, textFor, type TextFor } from '../../tickets/domain/identity/secrecy.js';
import { NO_SENDER } from '../../tickets/domain/identity/sender.js';
import type { ProposedWish } from '../../tickets/domain/decisions/proposed-decision.js';
import { waitingProposal } from '../../../test/support/waiting-proposal.js';
import { renderPage } from '../kit/render-page.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { DecisionQueuePage, type DecisionCardView } from './decision-queue-page.js';
import { decisionQueueView } from './decision-queue-view.js';

const LEADER: Actor = { id: 'khanh', name: 'Đỗ Quốc Khánh', unitId: 'lanh-dao', roles: ['leader'] };
const today = { now: new Date('2026-03-18T03:00:00Z'), calendar: builtInCalendar() };
const DIRECTIVE = 'Gọi lại Nguyễn Thị Hạnh, số 0912345678.';
const ASSIGN: ProposedWish = { act: 'assign', given: { unitId: 'gdtrh', officerId: 'ngoc', directive: DIRECTIVE } };
const RETURN: ProposedWish = { act: 'return', given: { agency: 'Sở Y tế', text: 'Việc của ngành y tế.' } };

const frame: PageFrame = {
  csrf: 'token-1',
  search: null,
  notice: null,
  unread: 0,
  viewer: { name: LEADER.name, place: 'Lãnh đạo Sở', roles: LEADER.roles },
};
const pageOf = (...cards: readonly DecisionCardView[]): string =>
  renderPage(<DecisionQueuePage frame={frame} view={{ back: null, cards }} />);

/** The card of a proposal whose ticket reads so. */
function cardOf(text: TextFor, wish: ProposedWish): DecisionCardView {
  const reading = { items: [waitingProposal(LEADER, text, wish)], names: { units: new Map(), people: new Map() } };
  const [card] = decisionQueueView(reading, today, null).cards;
  if (card === undefined) throw new Error('no card');
  return card;
}

describe('what waits for a leader', () => {
  it('has a box to mark and a button only where the leader may agree to it', () => {
    const [open, sealed] = [pageOf(cardOf(OPEN_TEXT, ASSIGN)), pageOf(cardOf(SEALED_TEXT, ASSIGN))];
    for (const part of ['type="checkbox" name="items"', 'action="/quyet-dinh/dong-y"', DIRECTIVE]) {
      expect(open).toContain(part);
      expect(sealed).not.toContain(part);
    }
    expect(sealed).toContain('href="/phieu/t-1"');
    expect(sealed).toContain('action="/quyet-dinh/khong-dong-y"');
  });

  it('is agreed to with the draft of the words, which the leader may change', () => {
    expect(cardOf(OPEN_TEXT, ASSIGN)).toMatchObject({ mayAgree: true, directive: DIRECTIVE });
    expect(cardOf(OPEN_TEXT, RETURN)).toMatchObject({ mayAgree: true, directive: null });
  });

  it.each([
    ['the sender is hidden', textFor('complainedUnit', NO_SENDER)],
    ['a sender of a merged ticket is', textFor(null, NO_SENDER, [NO_SENDER])],
    ['all is sealed', SEALED_TEXT],
  ])('is opened, and not agreed to unread, where %s', (_why, text) => {
    for (const wish of [ASSIGN, RETURN])
      expect(cardOf(text, wish)).toMatchObject({
        mayAgree: false,
        directive: null,
        wording: 'Mở phiếu để xem nội dung và quyết định tại phiếu.',
      });
  });
});
