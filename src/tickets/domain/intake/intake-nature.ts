import { clean, fold } from '../../../kernel/vietnamese.js';
import type { Nature } from '../ticket-state.js';

export type OtherNature = Exclude<Nature, 'feedback'>;

export const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  feedback: 'Phản ánh, kiến nghị',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  stateSecret: 'Bí mật nhà nước',
  emergency: 'Việc khẩn cấp',
};

/** Where words that are no feedback go, and what their sender is told. */
export interface Diversion {
  readonly agency: string;
  readonly text: string;
}

/**
 * The way out for what is no feedback: a prepared text, which the clerk reads and changes before sending it.
 *
 * Sources: Luật Khiếu nại 2011, Điều 7 and 8; Luật Tố cáo 2018, Điều 22; Luật Bảo vệ bí mật nhà nước; Luật Tiếp công dân 2013.
 */
export const DIVERSIONS: Readonly<Record<OtherNature, Diversion>> = {
  complaint: {
    agency: 'Cơ quan, người có thẩm quyền giải quyết khiếu nại lần đầu',
    text: 'Nội dung là khiếu nại quyết định hoặc hành vi hành chính, được giải quyết theo Luật Khiếu nại, không theo quy chế phản ánh, kiến nghị. Đề nghị ông/bà gửi đơn khiếu nại đến người đã ra quyết định hoặc cơ quan có người bị khiếu nại; có thể đến trụ sở tiếp công dân để được hướng dẫn.',
  },
  denunciation: {
    agency: 'Cơ quan có thẩm quyền giải quyết tố cáo',
    text: 'Nội dung là tố cáo, được tiếp nhận và giải quyết theo Luật Tố cáo, có bảo vệ người tố cáo. Đề nghị ông/bà gửi đơn tố cáo hoặc đến trình bày trực tiếp tại bộ phận tiếp công dân của cơ quan có thẩm quyền; thông tin về người tố cáo được giữ bí mật.',
  },
  stateSecret: {
    agency: 'Cơ quan Công an có thẩm quyền về bảo vệ bí mật nhà nước',
    text: 'Nội dung có thể thuộc phạm vi bí mật nhà nước nên không tiếp nhận, trao đổi qua kênh này. Đề nghị ông/bà không gửi tiếp qua điện thoại, thư điện tử hoặc mạng; liên hệ trực tiếp cơ quan có thẩm quyền.',
  },
  emergency: {
    agency: 'Công an 113, Cứu hỏa 114, Cấp cứu 115 và Tổng đài bảo vệ trẻ em 111',
    text: 'Nội dung là việc đang xảy ra, cần cứu giúp ngay. Đề nghị ông/bà gọi ngay 113 (công an), 114 (cứu hỏa, cứu nạn), 115 (cấp cứu) hoặc 111 (bảo vệ trẻ em). Việc cần xem xét sau đó có thể gửi lại thành phản ánh.',
  },
};

/** Signs of danger with their marks: without them `cháy` is `chạy`, and `đánh` is any list. */
const DANGER =
  /đang (bị )?(cháy|đuối nước)|đang (đánh nhau|chém|ngất)|bị (bắt cóc|ngộ độc hàng loạt)|đòi tự tử|đang tự tử|cháy (trường|lớp|bếp)|cấp cứu ngay|có bom/u;

/** Signs by which words may be something other than feedback; what endangers people goes before what is merely formal. */
const SIGNS: readonly (readonly [OtherNature, RegExp])[] = [
  ['emergency', /\bdang bi (danh(?! gia)|chem|dam|giu|hanh hung|bat coc)|can cuu giup|keu cuu/u],
  ['stateSecret', /bi mat nha nuoc|(tai lieu|van ban) mat\b|\b(tuyet|toi) mat\b|\b(dau|do) mat\b/u],
  ['denunciation', /\bto cao\b|\bto giac\b/u],
  ['complaint', /khieu nai|khieu kien/u],
];

/**
 * What the words may be in law, other than feedback; null where nothing hints at it. A suggestion to a clerk, never a decision: the clerk who classifies
 * reads the words.
 */
export function suspectedNature(words: string): OtherNature | null {
  if (DANGER.test(clean(words).toLowerCase())) return 'emergency';
  const folded = fold(words);
  return SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? null;
}
