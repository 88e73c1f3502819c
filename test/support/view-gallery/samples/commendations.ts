import type { CommendationProposalEntity, MeritEntity, SeenMerit } from '../../../../src/commendations/index.js';
import { rankOf } from '../../../../src/commendations/domain/ranking.js';
import type { Actor } from '../../../../src/kernel/actor.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { flagForm } from '../../../../src/web/commendations/commendation-forms.js';
import { commendationsView, meritView, proposalView } from '../../../../src/web/commendations/commendations-view.js';

type Row<Entity> = { readonly [Field in keyof Entity]: Entity[Field] };

const tue: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };

const merit: Row<MeritEntity> = {
  ...{ id: 'kt-1', ticketId: '42', ticketCode: 'PAKN.20260312.0042', unitId: 'gdtrh' },
  ...{
    kind: 'unfit',
    effect: 'amended',
    reach: 'sector',
    changedOn: civilDate('2026-03-10'),
    link: 'https://hoi-am.example/vb/88',
  },
  ...{ documentTitle: 'Quy định về dạy thêm, học thêm trong nhà trường', documentSymbol: '88/QĐ-SGDĐT' },
  achievement: 'Giúp chấm dứt việc xếp giờ dạy thêm vào giờ chính khóa ở các trường trung học.',
  ...{ recipientKind: 'sender', recipientName: '', consent: 'unasked' },
  ...{ consentHow: null, consentAt: null, consentByName: null },
  ...{ flaggedById: 'ngoc', flaggedByName: 'Nguyễn Thị Hồng Ngọc', flaggedAt: new Date('2026-03-14T02:00:00Z') },
  ...{ proposalId: null, form: null, granted: null, awardedOn: null, version: 1 },
  ...{ withdrawnAt: null, withdrawnByName: null, withdrawnBecause: null },
};

const school: Row<MeritEntity> = {
  ...merit,
  ...{ id: 'kt-2', effect: 'practice', reach: 'unit', documentSymbol: '', kind: 'solution' },
  documentTitle: 'Phân luồng xe đưa đón trước cổng trường',
  achievement: 'Giảm ùn tắc giờ tan học, phụ huynh đón con an toàn hơn.',
  ...{ recipientKind: 'organisation', recipientName: 'Ban đại diện cha mẹ học sinh Trường THPT Núi Voi' },
};

const seen = (row: Row<MeritEntity>, rating: number | null): SeenMerit => ({
  merit: row,
  ticket: {
    ...{ id: row.ticketId, code: row.ticketCode, subject: 'Thu tiền học thêm môn Toán', keepSecret: true },
    sender: { masked: null, withheld: null },
  },
  ranked: rankOf({ ...row, isPetition: true, rating }),
});

const proposal: Row<CommendationProposalEntity> = {
  ...{ id: 'dn-1', title: 'Đề nghị khen thưởng tổ chức, cá nhân có phản ánh hiệu quả quý I năm 2026', state: 'draft' },
  ...{ createdById: 'vanthu', createdByName: 'Phạm Minh Tuệ', createdAt: new Date('2026-03-16T02:00:00Z') },
  ...{ submittedByName: null, submittedAt: null, decisionNumber: null, decidedOn: null, decidedByName: null },
  ...{ recordedByName: null, droppedBecause: null, version: 1 },
};

const decidedProposal: Row<CommendationProposalEntity> = {
  ...proposal,
  ...{ state: 'decided', submittedByName: 'Phạm Minh Tuệ', submittedAt: new Date('2026-03-16T07:00:00Z') },
  ...{ decisionNumber: '45/QĐ-SGDĐT', decidedOn: civilDate('2026-03-18'), decidedByName: 'Đặng Vĩnh Phúc' },
};

export const waiting = commendationsView(
  { actor: tue, waiting: [seen(merit, 5), seen(school, null)], proposals: [decidedProposal] },
  null,
);

export const nothing = commendationsView(
  { actor: { ...tue, roles: ['contactOfficer'] }, waiting: [], proposals: null },
  null,
);

export const one = meritView({ actor: tue, seen: seen(merit, 5) }, null);

export const form = flagForm('PAKN.20260312.0042', {
  ...{ action: '/khen-thuong/ghi-nhan', field: 'achievement' },
  sentence: 'Có thể lộ thông tin riêng: số điện thoại. Viết lại để không nhận ra người nào.',
  fields: { achievement: 'Nhờ người phản ánh, số 0900 000 142.' },
});

export const draft = proposalView(
  {
    ...{ actor: tue, today: '2026-03-18' },
    seen: {
      proposal,
      lines: [
        seen({ ...merit, proposalId: 'dn-1', form: 'certificate' }, 5),
        seen({ ...school, form: 'letter' }, null),
      ],
    },
  },
  null,
);

export const decided = proposalView(
  {
    ...{ actor: tue, today: '2026-03-18' },
    seen: {
      proposal: decidedProposal,
      lines: [
        seen({ ...merit, form: 'city', granted: true, consent: 'given' }, 5),
        seen({ ...school, form: 'letter', granted: false }, null),
      ],
    },
  },
  null,
);
