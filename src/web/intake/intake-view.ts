import { isoInVietnam } from '../../kernel/civil-date.js';
import { CATEGORIES, LEVEL_WORDS, LEVELS, type PolicySet } from '../../law/index.js';
import type { Unit } from '../../organisation/index.js';
import { MAX_WORDS_LENGTH } from '../../tickets/domain/identity/citizen-words.js';
import { CHANNEL_WORDS, INTAKE_CHANNELS } from '../../tickets/domain/intake/intake-channel.js';
import type { ActField } from '../kit/act-form.js';
import type { IntakeView } from './intake-page.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

/** The data for the form of new feedback. */
export interface IntakeReading {
  readonly now: Date;
  /** A new name for the form. */
  readonly token: string;
  readonly policy: PolicySet;
  readonly units: readonly Unit[];
  readonly refused: RefusedAct | null;
}

const ACTION = '/phieu-moi';

/** How old the reception may look in the control: a minute of the present day, without seconds. */
const MINUTE_LENGTH = 16;

export function intakeView({ now, token, policy, units, refused }: IntakeReading): IntakeView {
  const posted = refusedValues(refused, ACTION);
  const line = (name: string, usual = '') => ({ name, value: posted.value(name) ?? usual, error: posted.error(name) });
  const matter: readonly ActField[] = [
    {
      kind: 'area',
      label: 'Nội dung phản ánh, kiến nghị',
      hint: 'Ghi nguyên văn; sau khi vào sổ không sửa được.',
      required: true,
      rows: 7,
      maxLength: MAX_WORDS_LENGTH,
      ...line('words'),
    },
    {
      kind: 'text',
      label: 'Trích yếu',
      hint: 'Bỏ trống thì lấy phần đầu của nội dung phản ánh.',
      maxLength: 500,
      ...line('subject'),
    },
    { kind: 'text', label: 'Nơi xảy ra', hint: 'Trường, lớp, phường, xã.', maxLength: 200, ...line('place') },
  ];
  const judged: readonly ActField[] = [
    {
      kind: 'choice',
      label: 'Lĩnh vực',
      required: true,
      options: [
        { value: '', label: 'Chọn lĩnh vực' },
        ...CATEGORIES.map((category) => ({ value: category, label: policy.categories[category].name })),
      ],
      ...line('category'),
    },
    {
      kind: 'choice',
      label: 'Mức độ',
      options: LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] })),
      ...line('level', 'normal'),
    },
  ];
  const about: readonly ActField[] = [
    {
      kind: 'choice',
      label: 'Đơn vị bị phản ánh',
      hint: 'Đơn vị này không biết được ai gửi. Chưa rõ thì để trống, ghi khi phân loại.',
      options: [{ value: '', label: 'Chưa xác định' }, ...units.map(({ id, name }) => ({ value: id, label: name }))],
      ...line('complainedUnitId'),
    },
    {
      kind: 'files',
      name: 'files',
      label: 'Tệp kèm theo',
      hint: posted.refused ? 'Chọn lại tệp: trình duyệt không giữ tệp đã chọn.' : 'Nhiều nhất 10 tệp, cả thảy 24 MB.',
      several: true,
      error: posted.error('files'),
    },
  ];
  const reception: readonly ActField[] = [
    {
      kind: 'radios',
      label: 'Kênh',
      options: INTAKE_CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_WORDS[channel] })),
      ...line('channel', 'call'),
    },
    {
      kind: 'moment',
      label: 'Nhận lúc',
      hint: 'Thời hạn tính từ lúc này.',
      required: true,
      ...line('receivedAt', isoInVietnam(now).slice(0, MINUTE_LENGTH)),
    },
    {
      kind: 'radios',
      label: 'Loại',
      options: [
        { value: 'feedback', label: 'Phản ánh' },
        { value: 'petition', label: 'Kiến nghị' },
      ],
      ...line('kind', 'feedback'),
    },
  ];
  const sender: readonly ActField[] = [
    {
      kind: 'text',
      label: 'Họ và tên',
      hint: 'Không rõ người phản ánh thì để trống: phiếu được tiếp nhận hay không theo quy định của lĩnh vực, có ghi lý do.',
      maxLength: 100,
      ...line('senderName'),
    },
    { kind: 'phone', label: 'Điện thoại', maxLength: 30, ...line('senderPhone') },
    { kind: 'email', label: 'Thư điện tử', maxLength: 200, ...line('senderEmail') },
    { kind: 'text', label: 'Địa chỉ', maxLength: 300, ...line('senderAddress') },
    {
      kind: 'check',
      name: 'keepSecret',
      label: 'Người phản ánh yêu cầu giữ bí mật danh tính',
      hint: 'Hỏi người phản ánh; chỉ chọn khi có yêu cầu. Đơn vị bị phản ánh không bao giờ được biết ai phản ánh; tố cáo thì giữ bí mật theo Luật Tố cáo, không cần yêu cầu.',
      checked: posted.value('keepSecret') !== undefined,
    },
  ];
  const names = [...matter, ...judged, ...about, ...reception, ...sender].map(({ name }) => name);
  return {
    token: posted.value('token') ?? token,
    matter,
    judged,
    about,
    reception,
    sender,
    error: posted.whole(...names),
  };
}
