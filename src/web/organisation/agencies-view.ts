import { latestWhole } from '../../exchange/domain/agency-directory.js';
import { mayTendExchange } from '../../exchange/domain/policy.js';
import type { AgencySyncEntity } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { AgenciesView, AgencyRunView } from './agencies-page.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';
import type { AgenciesReading } from './agencies-page-query.js';

export const AGENCIES = '/trao-doi/co-quan';

export function agenciesView(actor: Actor, reading: AgenciesReading): AgenciesView {
  const { question, found, parents, counts, runs } = reading;
  const tends = mayTendExchange(actor);
  const underWay = runs.find(({ state }) => state === 'asked' || state === 'running');
  const last = latestWhole(runs);
  const held = last?.state === 'held' ? last : undefined;
  return {
    summary: summaryOf(counts),
    question,
    isListKept: counts.active + counts.ended > 0,
    found: found.map(({ code, legacyCode, name, parentCode }) => ({
      name,
      codes: legacyCode === null ? code : `${code}, mã cũ ${legacyCode}`,
      parent: parentCode === null ? null : (parents.get(parentCode) ?? parentCode),
    })),
    progress: underWay === undefined ? null : progressWords(underWay, counts.active),
    held: held === undefined ? null : heldView(held, tends),
    runs: runs.map(runView),
    acts:
      tends && underWay === undefined
        ? [
            { action: `${AGENCIES}/dong-bo`, label: 'Đồng bộ phần thay đổi' },
            { action: `${AGENCIES}/dong-bo-toan-bo`, label: 'Đồng bộ toàn bộ' },
          ]
        : [],
  };
}

function summaryOf({ active, ended }: AgenciesReading['counts']): string {
  if (active + ended === 0) return 'Chưa có danh mục; lượt đồng bộ đầu tiên chạy trong ít phút.';
  const past = ended === 0 ? '' : `, ${count(ended)} đã ngừng`;
  return `${count(active)} cơ quan đang hoạt động${past}. Đồng bộ phần thay đổi mỗi ngày, toàn bộ mỗi tuần.`;
}

function progressWords({ state, kind, seen, changed }: AgencySyncEntity, active: number): string {
  if (state === 'asked') return 'Lượt đồng bộ sẽ chạy trong vòng một phút.';
  const total = kind === 'whole' && active > seen ? ` trên khoảng ${count(active)}` : '';
  return `Đang đồng bộ: đã đọc ${count(seen)}${total} cơ quan, ${count(changed)} có thay đổi. Tải lại trang để xem tiếp.`;
}

function heldView({ id, unseen, startedAt }: AgencySyncEntity, tends: boolean): AgenciesView['held'] {
  return {
    words: `Lượt toàn bộ lúc ${shortMoment(startedAt)} không thấy ${count(unseen)} cơ quan, nhiều hơn một phần mười danh mục. Có thể hệ thống quản lý văn bản trả về thiếu nên chưa cơ quan nào bị ngừng.`,
    act: tends ? { action: `${AGENCIES}/${id}/ngung`, label: `Ghi ${count(unseen)} cơ quan là đã ngừng` } : null,
  };
}

const STATES: Readonly<Record<AgencySyncEntity['state'], string>> = {
  asked: 'Chờ chạy',
  running: 'Đang chạy',
  done: 'Hoàn thành',
  failed: 'Không thành công',
  held: 'Chờ người quyết định',
};

function runView({
  id,
  kind,
  state,
  askedBy,
  startedAt,
  seen,
  changed,
  unseen,
  reason,
}: AgencySyncEntity): AgencyRunView {
  const ended = unseen === 0 ? '' : `, ${count(unseen)} không còn thấy`;
  return {
    id,
    at: isoInVietnam(startedAt),
    when: shortMoment(startedAt),
    kind: kind === 'whole' ? 'Toàn bộ' : 'Phần thay đổi',
    by: askedBy ?? 'Tự động',
    outcome: `${count(seen)} cơ quan, ${count(changed)} có thay đổi${ended}`,
    state: STATES[state],
    reason,
  };
}
