import { NOTICE_CHOICES, type NoticeChoice, type QuietChoice } from '../../notices/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { check, checks, choices } from '../kit/form/field-kinds.js';
import { defineForm, type Posted } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

export const CHOICES_PATH = '/thong-bao/bao-chuong';

const WORDS: Readonly<Record<NoticeChoice, string>> = {
  arrivals: 'Văn bản mới đến, chờ chuyển xử lý',
  approvals: 'Văn bản chờ tôi duyệt, trình, ký, đóng dấu',
  released: 'Văn bản tôi soạn đã phát hành',
  coordination: 'Đơn vị phối hợp đã trả lời',
  circulars: 'Văn bản triển khai mới cần đọc',
  checks: 'Kết quả đối chiếu và đồng bộ danh bạ',
};

export const noticeChoices = defineForm({
  rung: checks('Báo chuông khi có', { options: choices(NOTICE_CHOICES, WORDS) }),
  mail: check('Gửi cho tôi thư tổng hợp mỗi ngày làm việc'),
});

/** What is not ticked is kept quiet. */
export function quietOf({ rung, mail }: Posted<typeof noticeChoices>): readonly QuietChoice[] {
  const quiet = NOTICE_CHOICES.filter((choice) => !rung.includes(choice));
  return mail ? quiet : [...quiet, 'dailyMail'];
}

export function choicesForm(
  { quiet, isMailed }: { readonly quiet: readonly QuietChoice[]; readonly isMailed: boolean },
  refused: RefusedAct | null,
): ActFormView {
  const frame = {
    id: 'bao-chuong',
    label: 'Chọn thông báo…',
    action: CHOICES_PATH,
    submit: 'Lưu lựa chọn',
    lead: 'Bỏ chọn thì thông báo vẫn có trong danh sách, coi như đã đọc. Việc được giao, bị trả lại, gặp lỗi, đến hạn và quá hạn luôn báo chuông.',
  };
  return noticeChoices.draw(frame, refused, {
    rung: NOTICE_CHOICES.filter((choice) => !quiet.includes(choice)),
    mail: { value: !quiet.includes('dailyMail'), hint: isMailed ? null : 'Hiện chưa có máy chủ thư nên chưa gửi thư.' },
  });
}
