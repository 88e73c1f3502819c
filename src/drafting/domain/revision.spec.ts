import { changeReason, MAX_REASON_LENGTH, type ChangedDraft } from './revision.js';

const draft = (change: Partial<ChangedDraft> = {}): ChangedDraft => ({
  state: 'editing',
  returnReason: null,
  ...change,
});

describe('why a letter is changed', () => {
  it('need not be said while it is written for the first time', () => {
    expect(changeReason(draft(), '  ')).toBeNull();
  });

  it.each<[string, ChangedDraft]>([
    ['came back from somebody', draft({ returnReason: 'Bổ sung mức thu.' })],
    ['loses its approvals by it', draft({ state: 'approved' })],
  ])('is said where it %s', (_what, changed) => {
    expect(() => changeReason(changed, ' ')).toThrow(/Viết lý do sửa/u);
    expect(changeReason(changed, ' Đã bổ sung mức thu. ')).toBe('Đã bổ sung mức thu.');
  });

  it('is short', () => {
    expect(changeReason(draft(), 'a'.repeat(MAX_REASON_LENGTH))).toHaveLength(MAX_REASON_LENGTH);
    expect(() => changeReason(draft(), 'a'.repeat(MAX_REASON_LENGTH + 1))).toThrow(/dài quá 500 ký tự/u);
  });
});
