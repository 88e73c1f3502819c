import {
  tokensView,
  madeTokenView,
  type ListedToken,
  type TokensReading,
} from '../../../../src/web/system/tokens-view.js';

const NOW = new Date('2026-03-18T02:00:00Z');

const hotline: ListedToken = {
  id: 'ma-1',
  name: 'Tổng đài 1022, đồng bộ phiếu',
  scopes: ['tickets.read', 'tickets.take', 'tickets.act.rate'],
  ownerId: 'vanthu',
  createdById: 'quantri',
  createdByName: 'Lê Văn An',
  createdAt: new Date('2026-02-02T01:30:00Z'),
  confirmedAt: new Date('2026-02-02T03:00:00Z'),
  expiresAt: new Date('2026-12-31T10:00:00Z'),
  lastUsedAt: new Date('2026-03-18T01:58:00Z'),
  revokedAt: null,
  revokedByName: null,
};

const report: ListedToken = {
  ...hotline,
  id: 'ma-2',
  name: 'Báo cáo tuần',
  scopes: ['tickets.read', 'rules.read', 'units.read'],
  confirmedAt: null,
  lastUsedAt: null,
  createdAt: new Date('2026-03-17T08:00:00Z'),
  expiresAt: new Date('2026-06-15T08:00:00Z'),
};

const lost: ListedToken = {
  ...report,
  id: 'ma-3',
  name: 'Máy cũ',
  confirmedAt: hotline.confirmedAt,
  lastUsedAt: new Date('2026-03-01T01:00:00Z'),
  revokedAt: new Date('2026-03-02T01:00:00Z'),
  revokedByName: 'Phạm Minh Tuệ',
};

const reading: TokensReading = {
  actor: { id: 'quantri', name: 'Lê Văn An', unitId: 'van-phong', roles: ['administrator'] },
  tokens: [report, hotline, lost],
  names: new Map([['vanthu', 'Phạm Minh Tuệ']]),
  people: [{ id: 'vanthu', fullName: 'Phạm Minh Tuệ', position: 'Văn thư' }],
  now: NOW,
};

const clerk = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] } as const;

export const tokens = tokensView(reading, {
  action: '/ma-truy-cap',
  fields: { name: 'Báo cáo tháng', ownerId: 'vanthu', days: '400', scopes: ['tickets.read'] },
  sentence: 'Thời hạn từ 1 đến 365 ngày.',
  field: 'days',
});

export const ownTokens = tokensView({ ...reading, actor: clerk, people: [] }, null);

export const noTokens = tokensView({ ...reading, actor: clerk, tokens: [], people: [] }, null);

export const madeToken = madeTokenView({
  id: 'ma-4',
  secret: 'hoiam_MauThuKhongDungDuocMauThuKhongDungDuocMauThu0',
  name: 'Báo cáo tháng',
  ownerName: 'Phạm Minh Tuệ',
  expiresAt: new Date('2026-06-16T02:00:00Z'),
  waits: true,
});
