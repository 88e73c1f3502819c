import type { DraftEntity } from '../../../../src/drafting/index.js';
import type { ReportEntity } from '../../../../src/reports/index.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import type { Fact } from '../../../../src/reports/domain/fact.js';
import { figuresOf } from '../../../../src/reports/domain/figures.js';
import { CURRENT_INDICATORS } from '../../../../src/reports/domain/indicators.js';
import type { RecordedNames } from '../../../../src/reports/domain/record.js';
import { documentDraftsView } from '../../../../src/web/drafting/document-drafts-view.js';
import { reportView } from '../../../../src/web/reports/report-view.js';
import { reportCheckView, reportRowsView, reportsView } from '../../../../src/web/reports/reports-view.js';
import type { ReportView } from '../../../../src/web/reports/report-page.js';
import { Dice } from '../../dice.js';

const WINDOW = { from: '2026-02-28T17:00:00.000Z', until: '2026-03-31T17:00:00.000Z' };
const BEFORE = { from: '2026-01-31T17:00:00.000Z', until: WINDOW.from };

const names: RecordedNames = {
  units: {
    gdtrh: 'Phòng Giáo dục Trung học',
    'hoa-phuong': 'Trường PT nhiều cấp Hoa Phượng',
    'nui-voi': 'Trường THPT Núi Voi',
    'hon-dau': 'Trường THPT Hòn Dấu',
  },
  categories: { fees: 'Thu chi, dạy thêm', boardingMeals: 'Bếp ăn bán trú', facilities: 'Cơ sở vật chất' },
  ...{
    levels: { normal: 'Bình thường' },
    grounds: { noContact: 'Không có họ tên, số điện thoại để liên hệ' },
    channels: {},
  },
};

/** Feedback of a month, as its rows would be. */
function facts(count: number, seed: number, { from, until }: typeof WINDOW): Fact[] {
  const dice = new Dice(seed);
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  const iso = (at: number): string => new Date(at).toISOString();
  return Array.from({ length: count }, (_, index): Fact => {
    const opened = begin - 9 * 86_400_000 + dice.below(end - begin + 8 * 86_400_000);
    const at = Math.max(begin, opened) + dice.between(1, 12) * 86_400_000;
    const isOver = at < end;
    const outcome = isOver
      ? dice.oneOf(['answered', 'answered', 'answered', 'answered', 'returned', 'rejected', 'merged'] as const)
      : null;
    return {
      ...{
        kind: 'matter',
        ticketId: `t${index}`,
        code: `PAKN.20260318.${String(index + 1).padStart(4, '0')}`,
        cycle: 1,
      },
      ...{
        unitId: dice.oneOf([...Object.keys(names.units), null]),
        category: dice.oneOf(Object.keys(names.categories)),
      },
      ...{
        level: 'normal',
        channel: 'web',
        state: outcome ?? 'processing',
        entry: dice.chance(0.1) ? 'reopened' : 'new',
      },
      ...{
        openedAt: iso(opened),
        sinceAt: iso(opened),
        legalEndAt: iso(opened + 9 * 86_400_000),
        at: isOver ? iso(at) : null,
      },
      ...{
        outcome,
        ground: outcome === 'rejected' ? 'noContact' : null,
        answerMode: outcome === 'answered' ? 'letter' : null,
      },
      ...{ stars: null, policyVersion: 1 },
    };
  });
}

const rows = facts(128, 4, WINDOW);

const ABSTRACT = 'Kết quả tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022 tháng 3 năm 2026';

/** A report as its row has it. */
type Kept = Pick<ReportEntity, keyof ReportEntity>;

const draft: Kept = {
  ...{
    id: 'thang-3',
    kind: 'monthly',
    cutOff: 'calendar',
    firstDay: civilDate('2026-03-01'),
    lastDay: civilDate('2026-03-31'),
  },
  ...{ cutAt: new Date(WINDOW.until), state: 'draft', indicatorVersion: 1 },
  figures: figuresOf(CURRENT_INDICATORS, rows, WINDOW),
  figuresBefore: figuresOf(CURRENT_INDICATORS, facts(97, 5, BEFORE), BEFORE),
  ...{ names, rules: { indicators: 1, policy: 1, calendar: 2, policiesOfTickets: [1] } },
  snapshotSha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  ...{ addressee: 'Ủy ban nhân dân thành phố Hải Phòng', assessment: '', proposals: '' },
  ...{ createdById: 'system', createdByName: 'Hệ thống', createdAt: new Date('2026-04-01T01:00:00.000Z') },
  ...{ frozenById: null, frozenByName: null, frozenAt: null, frozenHash: null },
  ...{ docxSha256: null, pdfSha256: null, documentProblem: null, version: 1 },
};

const frozen: Kept = {
  ...draft,
  ...{ state: 'frozen', frozenById: 'giamsat', frozenByName: 'Hoàng Thị Minh Nguyệt' },
  ...{
    frozenAt: new Date('2026-04-02T02:15:00.000Z'),
    docxSha256: draft.snapshotSha256,
    pdfSha256: draft.snapshotSha256,
  },
  frozenHash: '9b74c9897bac770ffc029102a200c5de1f0b6f3b3f7a3c0b9c2f8e6a4d1e0f57',
  assessment: 'Phiếu quá hạn tập trung ở đơn vị phải phối hợp nhiều nơi và xin gia hạn muộn.',
  proposals: 'Nhắc đơn vị xin gia hạn trước khi đến hạn.\nCông khai kết quả xử lý theo quy định.',
};

const supervisor = {
  id: 'giamsat',
  name: 'Hoàng Thị Minh Nguyệt',
  unitId: 'van-phong',
  roles: ['supervisor' as const],
};
const reading = { actor: supervisor, dimension: 'unit' as const, unitId: null, letters: [] };

export const report: ReportView = reportView({ ...reading, report: draft }, null);

const underWay: Pick<DraftEntity, keyof DraftEntity> = {
  ...{ id: 'bc-3', caseKind: 'report', caseId: frozen.id, round: 1, amendment: null, amendsId: null },
  ...{
    template: 'bao-cao',
    templateVersion: '1',
    fields: { trich_yeu: ABSTRACT },
    revision: 2,
    state: 'contentReview',
  },
  ...{
    unitId: 'van-phong',
    authorId: 'giamsat',
    writerId: 'giamsat',
    writerIds: null,
    contentApproverId: null,
    signerId: 'khanh',
  },
  ...{ docxSha256: null, pdfSha256: draft.snapshotSha256, pdfProblem: null, returnReason: null, keptDetails: null },
  ...{ savedAt: new Date('2026-04-02T03:10:00.000Z'), version: 4 },
};

export const reportFrozen: ReportView = reportView(
  { ...reading, report: frozen, dimension: 'ground', letters: [{ draft: underWay, outgoing: null }] },
  null,
);

const unitNames = { units: new Map([['van-phong', 'Văn phòng']]), people: new Map() };

/** For a leader, who may approve what a report says. */
export const documents = documentDraftsView({
  actor: { id: 'khanh', name: 'Đỗ Quốc Khánh', unitId: 'lanh-dao', roles: ['leader'] },
  drafts: [{ ...underWay, id: 'bc-2', state: 'submitted' }, underWay],
  names: unitNames,
});

const FEBRUARY = { id: 'thang-2', firstDay: civilDate('2026-02-01'), lastDay: civilDate('2026-02-28') };

export const reports = reportsView(
  { actor: supervisor, today: civilDate('2026-04-02'), reports: [draft, { ...frozen, ...FEBRUARY }], more: false },
  null,
);

export const reportsNone = reportsView(
  { actor: { ...supervisor, roles: ['registryClerk'] }, today: civilDate('2026-04-02'), reports: [], more: false },
  null,
);

export const reportRows = reportRowsView(
  {
    ...{ report: draft, more: true },
    wish: {
      ...{ mark: 'carried', span: 'now', unitId: 'gdtrh', category: undefined, level: undefined },
      ...{ channel: undefined, ground: undefined },
    },
    rows: rows
      .filter(({ unitId }) => unitId === 'gdtrh')
      .slice(0, 6)
      .map((fact, index) => ({ no: index + 1, fact })),
  },
  '/bao-cao/thang-3/phieu?chi-tieu=carried&sau=6',
);

const holding = {
  ...{ snapshot: true, figures: true, balance: true, carried: true, rows: true, history: true, frozen: true },
};

export const reportChecked = reportCheckView(frozen, holding);

export const reportCheckFailed = reportCheckView(draft, { ...holding, history: false, frozen: null });
