import {
  isAddressedByName,
  personAddressed,
  personNamed,
  titleAddressed,
} from '../../../drafting/domain/letter/person-addressed.js';
import { senderByCode } from '../../../drafting/domain/letter/addressees.js';
import type { Nature } from '../ticket-state.js';
import type { Sender } from '../identity/sender.js';

/** Why no reply to feedback that the hotline brought names its sender; who may not know the sender is told this, too. */
export const HANDED_ON = 'Tổng đài 1022 chuyển công văn cho người phản ánh; công văn chỉ ghi mã phản ánh.';

/** What decides whether a reply may be addressed to its sender by name. */
export interface NamedReply extends Pick<Sender, 'senderName'> {
  readonly keepSecret: boolean;
  /** Of the ticket: a denunciation names no sender. */
  readonly nature: Nature;
  /** How many senders get the letter. */
  readonly senders: number;
}

/**
 * Why a reply is not addressed to its sender by name; null where it may be. What several people read names no sender: those who sent the same get the same
 * letter. A unit that must not know who sent it opens no letter that is addressed by name.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.a; Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function whyNotNamed({ keepSecret, nature, senders, senderName }: NamedReply): string | null {
  if (senderName.trim() === '') return 'Người phản ánh không ghi họ tên.';
  if (keepSecret) return 'Người phản ánh đề nghị giữ bí mật họ tên; công văn chỉ ghi mã phản ánh.';
  if (nature === 'denunciation') return 'Danh tính người tố cáo được giữ bí mật; công văn chỉ ghi mã phản ánh.';
  return senders > 1 ? 'Công văn này gửi nhiều người phản ánh; mỗi người chỉ được biết mã của mình.' : null;
}

const THANKS = /^(Trân trọng cảm ơn )tổ chức, cá nhân(?= )/u;

interface AddressedParts {
  readonly kinh_gui: readonly string[];
  readonly loi_ket: string;
}

/** Whether a reply is addressed by a code still. */
export function isAddressedByCode(kinh_gui: readonly string[], code: string): boolean {
  return kinh_gui.includes(senderByCode(code)) && !kinh_gui.some((line) => isAddressedByName(line));
}

/** The parts of a reply that name its sender, with the name in the place of the code, and thanks to that person. */
export function addressedByName(
  { kinh_gui, loi_ket }: AddressedParts,
  { code, senderName, senderAddress }: { readonly code: string } & Pick<Sender, 'senderName' | 'senderAddress'>,
): AddressedParts {
  const named = personAddressed(senderName, { address: senderAddress });
  const title = titleAddressed([named]) ?? personNamed(senderName);
  return {
    kinh_gui: kinh_gui.map((line) => (line === senderByCode(code) ? named : line)),
    loi_ket: loi_ket.replace(THANKS, (_whole, thanks: string) => thanks + title),
  };
}
