import { z } from 'zod';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { CATEGORIES, LEVEL_WORDS, LEVELS } from '../../law/index.js';
import { MAX_WORDS_LENGTH } from '../../tickets/domain/identity/citizen-words.js';
import { CHANNEL_WORDS, INTAKE_CHANNELS } from '../../tickets/domain/intake/intake-channel.js';
import type { ActField } from '../kit/acts/act-field.js';
import type { IntakeView } from './intake-page.js';
import { writtenMoment } from '../../kernel/written-time.js';
import {
  area,
  check,
  choice,
  choices,
  field,
  formKey,
  pickIfAny,
  postedFiles,
  radios,
  text,
} from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import { unitChoices } from '../kit/form/known-choices.js';
import type { IntakeReading } from './intake-page-query.js';

const ACTION = '/phieu-moi';

/** How old the reception may look in the control: a minute of the present day, without seconds. */
const MINUTE_LENGTH = 16;

const MAX_FILES = 10;

const realMoment = z.string('Ghi thời điểm nhận.').transform((given, context) => {
  const moment = writtenMoment(given);
  if (moment !== null) return moment;
  context.addIssue('Ghi thời điểm nhận có thật, như 18/03/2026 09:05.');
  return z.NEVER;
});

const MATTER = {
  words: area('Nội dung phản ánh, kiến nghị', {
    hint: 'Ghi nguyên văn; sau khi vào sổ không sửa được.',
    ...{ required: true, rows: 7, maxLength: MAX_WORDS_LENGTH },
  }),
  subject: text('Trích yếu', { hint: 'Bỏ trống thì lấy phần đầu của nội dung phản ánh.', maxLength: 500 }),
  place: text('Nơi xảy ra', { hint: 'Trường, lớp, phường, xã.', maxLength: 200 }),
};

const JUDGED = {
  category: field('choice', 'Lĩnh vực', z.enum(CATEGORIES, 'Chọn lĩnh vực.'), {
    required: true,
    blank: 'Chọn lĩnh vực',
  }),
  level: choice('Mức độ', choices(LEVELS, LEVEL_WORDS), { value: 'normal' }),
};

const ABOUT = {
  complainedUnitId: pickIfAny('Đơn vị bị phản ánh', {
    hint: 'Đơn vị này không biết được ai gửi. Chưa rõ thì để trống, ghi khi phân loại.',
    blank: 'Chưa xác định',
  }),
  files: field(
    'files',
    'Tệp kèm theo',
    postedFiles().refine((given) => given.length <= MAX_FILES, `Gửi nhiều nhất ${String(MAX_FILES)} tệp một lần.`),
    { several: true },
  ),
};

const RECEPTION = {
  channel: radios('Kênh', choices(INTAKE_CHANNELS, CHANNEL_WORDS), { needed: 'Chọn kênh nhận.', value: 'call' }),
  receivedAt: field('moment', 'Nhận lúc', realMoment, { hint: 'Thời hạn tính từ lúc này.', required: true }),
  kind: radios('Loại', choices(['feedback', 'petition'], { feedback: 'Phản ánh', petition: 'Kiến nghị' }), {
    needed: 'Chọn phản ánh hay kiến nghị.',
    value: 'feedback',
  }),
};

const SENDER = {
  senderName: text('Họ và tên', {
    hint: 'Không rõ người phản ánh thì để trống: phiếu được tiếp nhận hay không theo quy định của lĩnh vực, có ghi lý do.',
    maxLength: 100,
  }),
  senderPhone: text('Điện thoại', { kind: 'phone', maxLength: 30 }),
  senderEmail: text('Thư điện tử', { kind: 'email', maxLength: 200 }),
  senderAddress: text('Địa chỉ', { maxLength: 300 }),
  keepSecret: check('Người phản ánh yêu cầu giữ bí mật danh tính', {
    hint: 'Hỏi người phản ánh; chỉ chọn khi có yêu cầu. Đơn vị bị phản ánh không bao giờ được biết ai phản ánh; tố cáo thì giữ bí mật theo Luật Tố cáo, không cần yêu cầu.',
  }),
};

export const taking = defineForm({
  token: formKey('Mở lại trang Ghi phiếu mới rồi ghi lại.'),
  ...{ ...MATTER, ...JUDGED, ...ABOUT, ...RECEPTION, ...SENDER },
});

export function intakeView({ now, token, policy, units, refused }: IntakeReading): IntakeView {
  const frame = { id: 'phieu-moi', label: 'Ghi phiếu mới', action: ACTION, submit: 'Vào sổ và mở phiếu' };
  const form = taking.draw(frame, refused, {
    token,
    category: { options: CATEGORIES.map((one) => ({ value: one, label: policy.categories[one].name })) },
    complainedUnitId: { options: unitChoices(units) },
    files: {
      hint: refused === null ? 'Nhiều nhất 10 tệp, cả thảy 24 MB.' : 'Chọn lại tệp: trình duyệt không giữ tệp đã chọn.',
    },
    receivedAt: isoInVietnam(now).slice(0, MINUTE_LENGTH),
  });
  const part = (fields: object): readonly ActField[] => form.fields.filter(({ name }) => name in fields);
  return {
    token: form.fields.filter(({ kind }) => kind === 'hidden'),
    matter: part(MATTER),
    judged: part(JUDGED),
    about: part(ABOUT),
    reception: part(RECEPTION),
    sender: part(SENDER),
    error: form.error ?? null,
  };
}
