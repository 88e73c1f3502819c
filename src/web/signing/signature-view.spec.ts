import { builtInCalendar } from '../../calendar/index.js';
import type { SignatureRequestEntity, SignatureStepEntity } from '../../signing/index.js';
import type { SignatureState } from '../../signing/domain/signature-request.js';
import { proofCount, proofLines, proofOf } from './letter-proof.js';
import { mayRelease } from '../../signing/domain/policy.js';
import { inOrderOfGroups } from './signature-groups.js';
import { signatureSteps } from './signature-view.js';
import { verdictOf } from './signature-verdict.js';

const today = { now: new Date('2026-03-18T03:00:00Z'), calendar: builtInCalendar() };
const line = (result: string): object => ({ code: 'x', title: `Mục ${result}`, result, detail: 'Chi tiết.' });
const proof = (passed: boolean, ...results: string[]): object => ({ lines: results.map(line), passed, verdict: 'x' });

const request = (state: SignatureState, change: Partial<SignatureRequestEntity> = {}): SignatureRequestEntity => ({
  id: state,
  state,
  clientRequestId: 'SGDDT-1',
  remoteId: 'KS-1',
  remoteRevision: 1,
  numberThere: null,
  draftId: 'd',
  draftRevision: 1,
  caseKind: 'ticket',
  caseId: 't',
  replyToId: null,
  subject: 'trả lời kiến nghị',
  notation: 'SGDĐT-GDTrH',
  recipients: [],
  keeper: 'VT',
  leaderId: 'khanh',
  leaderName: 'Đỗ Quốc Khánh',
  leaderCode: 'khanh',
  submittedById: 'ngoc',
  submittedSha256: 'a',
  fileId: null,
  signedSha256: null,
  sealedSha256: null,
  proof: null,
  comment: null,
  outgoingDocumentId: null,
  createdAt: new Date('2026-03-18T02:18:00Z'),
  lastLookAt: null,
  nextLookAt: null,
  failedLooks: 0,
  lookFailure: null,
  withdrawal: null,
  withdrawalRefusal: null,
  lateSha256: null,
  version: 1,
  ...change,
});

describe('what is said of a letter as a whole', () => {
  it.each<[string, SignatureRequestEntity, string, string]>([
    ['waiting', request('submitted'), 'wait', 'Chờ lãnh đạo ký'],
    [
      'signed as submitted, what is not due yet aside',
      request('verified', { proof: proof(true, 'pass', 'pass', 'notChecked') }),
      'pass',
      'Bản ký đúng là bản đã trình: 2 trên 2 mục đạt',
    ],
    [
      'sealed as submitted',
      request('released', { proof: proof(true, 'pass'), sealedSha256: 's' }),
      'pass',
      'Bản đóng dấu đúng là bản đã trình: 1 trên 1 mục đạt',
    ],
    [
      'changed after signing',
      request('proofFailed', { proof: proof(false, 'pass', 'fail', 'unknown') }),
      'fail',
      'Không được phát hành: 1 trên 3 mục không đạt',
    ],
    [
      'not enough evidence blocks as well',
      request('proofFailed', { proof: proof(false, 'pass', 'unknown') }),
      'unknown',
      'Không được phát hành: 1 trên 2 mục chưa đủ căn cứ',
    ],
    [
      'a seal that was refused, though the signature was proved',
      request('sealFailed', { proof: proof(true, 'pass'), comment: 'Sai số' }),
      'fail',
      'Không được phát hành: Sai số',
    ],
    [
      'a seal that came to nothing after one that did not prove itself',
      request('sealFailed', { proof: proof(false, 'pass', 'unknown'), comment: 'Không tìm thấy tệp.' }),
      'fail',
      'Không được phát hành: Không tìm thấy tệp.',
    ],
    ['given back', request('returned', { comment: 'Sửa mục 2.' }), 'unknown', 'Lãnh đạo trả lại'],
  ])('%s', (_rule, given, tone, heading) => {
    expect(verdictOf(given, today)).toMatchObject({ tone, heading });
  });

  it('gives the leader’s words when he gave it back', () => {
    expect(verdictOf(request('returned', { comment: 'Sửa mục 2.' }), today).text).toContain('Sửa mục 2.');
    expect(verdictOf(request('rejected'), today).text).toContain('Không ghi ý kiến.');
  });
});

describe('a proof that was kept', () => {
  it('shows the worst first', () => {
    const kept = proofOf(request('proofFailed', { proof: proof(false, 'notChecked', 'pass', 'unknown', 'fail') }))!;
    expect(proofLines(kept).map(({ result }) => result)).toEqual(['fail', 'unknown', 'pass', 'skip']);
  });

  it('proves nothing when it cannot be read', () => {
    const kept = proofOf(request('verified', { proof: { passed: true } }))!;
    expect([kept.passed, proofCount(kept)]).toEqual([false, '0 trên 0 mục đạt']);
  });
});

describe('letters in signing', () => {
  it('stand by whose turn it is: ours, the leader’s, nobody’s for a fault, nobody’s any more', () => {
    const states: SignatureState[] = ['released', 'submitted', 'verified', 'proofFailed', 'returned', 'sealFailed'];
    expect(inOrderOfGroups(states.map((state) => request(state))).map(({ state }) => state)).toEqual([
      ...['verified', 'sealFailed', 'submitted', 'proofFailed', 'released', 'returned'],
    ]);
  });

  it.each([
    ['the registry may release', 'tue', ['registryClerk'], true],
    ['never what it signed itself', 'khanh', ['registryClerk'], false],
    ['a leader may not', 'nguyet', ['leader'], false],
  ] as const)('%s', (_rule, id, roles, expected) => {
    expect(mayRelease({ id, name: '', unitId: null, roles }, { leaderId: 'khanh' })).toBe(expected);
  });

  it.each<[string, SignatureState, string[]]>([
    ['waits for the leader', 'submitted', ['done', 'now', 'ahead', 'ahead', 'ahead']],
    ['stopped at the check', 'proofFailed', ['done', 'done', 'stop', 'ahead', 'ahead']],
    ['waits for the registry', 'verified', ['done', 'done', 'done', 'now', 'ahead']],
    ['stopped at the seal', 'sealFailed', ['done', 'done', 'done', 'stop', 'ahead']],
    ['has passed all', 'released', ['done', 'done', 'done', 'done', 'done']],
  ])('%s', (_rule, state, expected) => {
    const at = new Date('2026-03-18T02:30:00Z');
    const heard = { source: 'eOffice' as const, remoteRevision: 2, comment: null };
    const step: SignatureStepEntity = { id: 's', requestId: state, state: 'signed', at, actorName: 'Khánh', ...heard };
    const selected = {
      request: request(state),
      steps: [step],
      draft: null,
      approvals: [],
      author: '',
      ticket: null,
      annexes: [],
      route: [],
      evidence: [],
      refused: null,
      there: null,
    };
    const steps = signatureSteps({ ...selected, pollSeconds: 60, byHand: { awaited: null, isAsked: true } }, today);
    expect(steps.map((one) => one.state)).toEqual(expected);
    expect(steps[1]?.fact).toBe('Khánh, 09:30');
  });
});
