import { kindsBegunFrom } from '../../drafting/domain/begun-from.js';
import { withoutAddress } from '../../drafting/domain/letter/person-addressed.js';
import { DomainError } from '../../kernel/domain-error.js';

/** What is given to begin a document that stands by itself. */
export interface GivenDocument {
  readonly template: string;
  readonly subject: string;
  /** To whom it goes: `Kính gửi` of letters, submissions and reports; `Nơi nhận` of others, where nobody's address stands. */
  readonly receivers: readonly string[];
}

/** With what the last sentence of each kind begins; who drafts may write another. */
const CLOSINGS: Readonly<Record<string, string>> = {
  'cong-van-trien-khai': 'Trân trọng./.',
  'bao-cao': 'Trân trọng báo cáo./.',
  'to-trinh': 'Kính đề nghị xem xét, quyết định./.',
  'thong-bao': 'Đề nghị các đơn vị, cá nhân có liên quan thực hiện./.',
  'ke-hoach': 'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Sở để được hướng dẫn./.',
  'bien-ban': 'Biên bản đã đọc cho mọi người dự họp nghe và thống nhất./.',
};

const ANNEX_TITLES: Readonly<Record<string, string>> = { 'ke-hoach': 'Phân công nhiệm vụ' };

/** @throws DomainError `input-invalid` for a kind that is begun elsewhere */
export function requireKindFrom(place: 'nothing' | 'incoming', template: string): void {
  if (kindsBegunFrom(place).includes(template)) return;
  throw new DomainError('input-invalid', { field: 'template', message: 'Chọn loại văn bản.' });
}

/**
 * The parts that a document begins with.
 *
 * @param parts names of the parts that its kind has
 * @param filing the line of the copy that stays
 */
export function beginningParts(
  { template, subject, receivers }: GivenDocument,
  { parts, filing, opening }: { readonly parts: readonly string[]; readonly filing: string; readonly opening: string },
): Readonly<Record<string, unknown>> {
  const isAddressed = parts.includes('kinh_gui');
  const all: Readonly<Record<string, unknown>> = {
    trich_yeu: subject,
    kinh_gui: receivers,
    noi_nhan: isAddressed ? ['Như trên', filing] : [...receivers.map(withoutAddress), filing],
    mo_dau: opening === '' ? [] : [opening],
    muc: [],
    loi_ket: CLOSINGS[template] ?? './.',
    tieu_de_phu_luc: ANNEX_TITLES[template] ?? '',
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => parts.includes(name)));
}
