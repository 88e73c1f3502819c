import { isForSupervision, nextCycle } from './cycle.js';

const POLICY = { extensionsAllowed: 1 };
const UNIT = { leadUnitId: 'u', officerId: 'o' };

describe('rule 16: the next cycle of a ticket', () => {
  it.each([
    ['the first time', 2, 1, 'u'],
    ['the second time', 1, 0, 'u'],
    ['the third time, which is supervision’s', 0, -1, null],
    ['and every time after', -1, -2, null],
  ])('proposes the unit that answered as long as reopenings are left: %s', (_time, left, leftAfter, unit) => {
    const next = nextCycle({ ...UNIT, cycle: 5, reopeningsLeft: left }, POLICY);
    expect(next).toMatchObject({ cycle: 6, reopeningsLeft: leftAfter, leadUnitId: unit });
    expect(next.officerId).toBe(unit === null ? null : 'o');
    expect(isForSupervision(next)).toBe(unit === null);
  });

  it('asked, answered, judged and published nothing yet, and may be extended again', () => {
    expect(nextCycle({ ...UNIT, cycle: 1, reopeningsLeft: 2 }, POLICY)).toMatchObject({
      coordinators: [],
      acceptBy: null,
      extensionsLeft: 1,
      extensionAskedById: null,
      informationAsked: false,
      informationLapsed: false,
      pausedAt: null,
      answerProposedById: null,
      evidence: null,
      answerMode: null,
      answeredAt: null,
      publicationAskedById: null,
      publishedAt: null,
      rating: null,
      ratingEndsAt: null,
      reopenEndsAt: null,
      closedAt: null,
    });
  });
});
