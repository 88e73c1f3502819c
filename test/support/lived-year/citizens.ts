import type { FeedbackDraft } from '../../../integrations/e-office/simulator/feedback-ticket.js';
import type { Dice } from '../dice.js';

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Đoàn Mạc Lương Cao'.split(' ');
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Thu', 'Quốc', 'Thanh', 'Đức', 'Ngọc', 'Hồng', 'Xuân'];
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hương',
  'Khải',
  'Lan',
  'Long',
  'Nga',
  'Oanh',
];
const WARDS = [
  'Lê Chân',
  'Ngô Quyền',
  'Hải An',
  'Kiến An',
  'An Dương',
  'Đồ Sơn',
  'Thủy Nguyên',
  'Hồng Bàng',
  'Dương Kinh',
];
const CHANNELS = ['web', 'web', 'phone', 'phone', 'phone', 'app', 'sms'] as const;

/** An invented citizen; the number is of a block that nobody has. */
export function citizen(dice: Dice): FeedbackDraft['sender'] {
  const [family, middle, given] = [dice.oneOf(FAMILY), dice.oneOf(MIDDLE), dice.oneOf(GIVEN)];
  return {
    name: `${family} ${middle} ${given}`,
    phone: `0900 0${String(dice.between(10, 99))} ${String(dice.between(100, 999))}`,
    email: undefined,
    address: dice.chance(0.6) ? `Phường ${dice.oneOf(WARDS)}, thành phố Hải Phòng` : undefined,
    keepSecret: dice.chance(0.35),
  };
}

export const channel = (dice: Dice): FeedbackDraft['channel'] => dice.oneOf(CHANNELS);
