import { REFUSAL_REASONS } from '../../law/index.js';
import { DIVERSIONS } from './intake/intake-nature.js';
import { groundWords, rejectionWords, requireRejection, requireReturn, returnWords, type Return } from './refusal.js';

const policy = { shortestRefusal: 30 };
const text = 'Nội dung thuộc vụ án đã có bản án của Tòa án nhân dân thành phố.';

function refusalOf(given: Return): unknown {
  try {
    return requireReturn(given);
  } catch (error) {
    return error;
  }
}

describe('a refusal', () => {
  it.each(REFUSAL_REASONS)('rule 6: %s is said with the article that gives it', (reason) => {
    expect(rejectionWords(requireRejection({ reason, text }, policy))).toMatch(/Điều \d+.*Nội dung thuộc vụ án/u);
    expect(groundWords(reason).length).toBeGreaterThanOrEqual(policy.shortestRefusal);
  });

  it.each([
    ['shorter than the policy demands', 'x'.repeat(29), 'Viết thêm: cần từ 30 ký tự, hiện có 29.'],
    ['of blanks', ' '.repeat(40), 'Viết thêm: cần từ 30 ký tự, hiện có 0.'],
    ['longer than anybody reads', 'x'.repeat(2001), 'Viết gọn lại: nhiều nhất 2000 ký tự, hiện có 2001.'],
  ])('rule 6: a text %s does not go out', (_rule, words, message) => {
    expect(() => requireRejection({ reason: 'outOfScope', text: words }, policy)).toThrow(message);
  });
});

describe('a return', () => {
  it('rule 5: names the reason and the competent agency', () => {
    const sound = requireReturn({ agency: ' UBND phường Lê Chân ', text: 'Thuộc quản lý vỉa hè, lòng đường.' });
    expect(returnWords(sound, 'feedback')).toBe(
      'Chuyển trả vì không thuộc thẩm quyền của Sở. Cơ quan có thẩm quyền: UBND phường Lê Chân. Lý do: Thuộc quản lý vỉa hè, lòng đường.',
    );
  });

  it.each(['complaint', 'denunciation', 'stateSecret', 'emergency'] as const)(
    'rule 7: of what is %s never says that the department is not competent, which may be false',
    (nature) => {
      const said = returnWords({ agency: 'Sở Giáo dục và Đào tạo', text: DIVERSIONS[nature].text }, nature);
      expect(said).not.toContain('không thuộc thẩm quyền');
      expect(said).toMatch(/^Nội dung [^.]+\. Cơ quan có thẩm quyền: Sở Giáo dục và Đào tạo\. Lý do: /u);
    },
  );

  it.each([
    ['without an agency', { agency: ' ', text: 'Thuộc quản lý vỉa hè.' }, 'cơ quan có thẩm quyền'],
    ['without a reason', { agency: 'UBND phường Lê Chân', text: 'không' }, 'Viết thêm'],
  ])('rule 5: %s does not go out', (_rule, given, message) => {
    expect(() => requireReturn(given)).toThrow(message);
  });

  it('rule 20: an agency that leads to a person is held back, and goes when somebody has looked', () => {
    const given = { agency: 'Công an phường, gặp anh Bùi Văn Khải 0912 345 678', text: 'Thuộc quản lý vỉa hè.' };
    expect(refusalOf(given)).toMatchObject({ code: 'text-held-back', details: { field: 'agency' } });
    expect(requireReturn({ ...given, verbatim: true }).agency).toBe(given.agency);
  });

  it.each([
    'UBND phường Lê Chân',
    'Ủy ban nhân dân đặc khu Cát Hải',
    'Công an thành phố Hải Phòng',
    'Sở Nông nghiệp và Môi trường',
    'Trường THPT Trần Nguyên Hãn',
    'Bảo hiểm xã hội quận Ngô Quyền',
    'Tòa án nhân dân huyện Vĩnh Bảo',
    'UBND phường Trần Hưng Đạo',
    'Thanh tra thành phố',
    ...Object.values(DIVERSIONS).map(({ agency }) => agency),
  ])('rule 20: an agency that bears a name goes by itself: %s', (agency) => {
    expect(requireReturn({ agency, text: 'Thuộc quản lý vỉa hè.' }).agency).toBe(agency);
  });
});
