import { APPROVAL_KINDS, DRAFT_STATES, requireBothApprovals, requireDraftTransition, type Approval } from './draft.js';

const approval = (change: Partial<Approval> = {}): Approval => ({
  kind: 'content',
  revision: 3,
  contentSha256: 'a',
  ...change,
});

describe('approvals of content and form (rule 40)', () => {
  it('lets pass what both kinds approved', () => {
    expect(() => requireBothApprovals([approval(), approval({ kind: 'format' })], 3, 'a')).not.toThrow();
  });

  it.each<[string, readonly Approval[]]>([
    ['nothing approved', []],
    ['only the content approved', [approval()]],
    ['an approval of an earlier revision', [approval(), approval({ kind: 'format', revision: 2 })]],
    ['an approval of another page', [approval({ contentSha256: 'b' }), approval({ kind: 'format' })]],
  ])('refuses %s', (_rule, approvals) => {
    expect(() => requireBothApprovals(approvals, 3, 'a')).toThrow(
      expect.objectContaining({ code: 'draft-approval-missing' }),
    );
  });

  it('knows two kinds', () => expect(APPROVAL_KINDS).toEqual(['content', 'format']));
});

describe('the states of a draft', () => {
  it.each(DRAFT_STATES)('never lets %s jump to done but from submitted', (state) => {
    if (state === 'submitted') return expect(() => requireDraftTransition(state, 'done')).not.toThrow();
    expect(() => requireDraftTransition(state, 'done')).toThrow(
      expect.objectContaining({ code: 'draft-transition-refused' }),
    );
  });
});
