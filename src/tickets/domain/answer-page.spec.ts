import { answerPageAddress, answerPageStanding, mayAnswerByPage, type AnswerPageInView } from './answer-page.js';
import { isLinkSecret, newLinkSecret } from './link-secret.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const EARLIER = new Date('2026-03-17T02:00:00Z');
const LATER = new Date('2026-03-19T02:00:00Z');
const OPEN: AnswerPageInView = {
  endsAt: LATER,
  answeredAt: null,
  revokedAt: null,
  requestEndedAt: null,
  ofPresentCycle: true,
  ticketState: 'waitingCoordination',
  nature: 'feedback',
};
const ANSWERED = { answeredAt: EARLIER, requestEndedAt: EARLIER };

describe('what an answer page is to whoever opens it', () => {
  it.each<[string, Partial<AnswerPageInView>, string]>([
    ['takes the answer until its end', {}, 'open'],
    ['takes it also when the lead unit no longer waits', { ticketState: 'processing' }, 'open'],
    ['shows what was answered', ANSWERED, 'answered'],
    ['shows nothing after its end', { ...ANSWERED, endsAt: NOW }, 'past'],
    ['shows nothing once it turned out to be a petition', { ...ANSWERED, nature: 'denunciation' }, 'past'],
    ['is late from its end on', { endsAt: NOW }, 'late'],
    ['is late, whatever ended the request then', { endsAt: EARLIER, requestEndedAt: EARLIER }, 'late'],
    ['is revoked', { revokedAt: EARLIER }, 'revoked'],
    ['stays revoked after its end', { revokedAt: EARLIER, endsAt: EARLIER }, 'revoked'],
    ['is settled when the request ended otherwise', { requestEndedAt: EARLIER }, 'settled'],
    ['is settled when the ticket was taken up anew', { ofPresentCycle: false }, 'settled'],
    ['is settled when it turned out to be a petition', { nature: 'denunciation' }, 'settled'],
    ['is settled when the ticket has ended', { ticketState: 'answered' }, 'settled'],
  ])('%s', (_rule, change, standing) => {
    expect(answerPageStanding({ ...OPEN, ...change }, NOW)).toBe(standing);
  });
});

describe('who may be asked without an account', () => {
  it.each([
    ['school', true],
    ['centre', true],
    ['communeDivision', true],
    ['division', false],
    ['office', false],
    ['leadership', false],
  ] as const)('%s: %s', (kind, may) => {
    expect(mayAnswerByPage(kind)).toBe(may);
  });
});

describe('the address of a page', () => {
  it('ends with a secret of its own each time', () => {
    const [one, other] = [newLinkSecret(), newLinkSecret()];
    expect([isLinkSecret(one), isLinkSecret(`${one}a`), isLinkSecret('../../etc'), one === other]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(answerPageAddress('https://hoi-am.example/', one)).toBe(`https://hoi-am.example/tra-loi/${one}`);
  });
});
