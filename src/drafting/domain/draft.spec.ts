import { DomainError, type DomainErrorCode } from '../../kernel/domain-error.js';
import { APPROVAL_KINDS, DRAFT_STATES, requireBothApprovals, requireDraftTransition, type Approval } from './draft.js';

const approval = (change: Partial<Approval> = {}): Approval => ({
  kind: 'content',
  revision: 3,
  contentSha256: 'a',
  ...change,
});

/** The code of the refusal, or null when the rule lets pass. */
function refusal(rule: () => void): DomainErrorCode | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('approvals of content and form (rule 40)', () => {
  it('lets pass what both kinds approved', () => {
    expect(refusal(() => requireBothApprovals([approval(), approval({ kind: 'format' })], 3, 'a'))).toBeNull();
  });

  it.each<[string, readonly Approval[]]>([
    ['nothing approved', []],
    ['only the content approved', [approval()]],
    ['an approval of an earlier revision', [approval(), approval({ kind: 'format', revision: 2 })]],
    ['an approval of another page', [approval({ contentSha256: 'b' }), approval({ kind: 'format' })]],
  ])('refuses %s', (_rule, approvals) => {
    expect(refusal(() => requireBothApprovals(approvals, 3, 'a'))).toBe('draft-approval-missing');
  });

  it('knows two kinds', () => expect(APPROVAL_KINDS).toEqual(['content', 'format']));
});

describe('the states of a draft', () => {
  it('done goes back to its author, when its signature turns out not to hold before it left', () => {
    expect(refusal(() => requireDraftTransition('done', 'editing'))).toBeNull();
  });

  it.each(DRAFT_STATES)('%s becomes done only when it was submitted', (state) => {
    expect(refusal(() => requireDraftTransition(state, 'done'))).toBe(
      state === 'submitted' ? null : 'draft-transition-refused',
    );
  });
});
