import { type CivilDate, civilDate } from '../kernel/civil-date.js';
import type { LimitUnit } from './limit.js';
import {
  type Category,
  type CategoryRule,
  type Level,
  LEVELS,
  type LimitSource,
  type PolicySet,
  policyInForce,
  type SourcedLimit,
} from './policy.js';

const law = (text: string): LimitSource => ({ standing: 'law', text });
const precedent = (text: string): LimitSource => ({ standing: 'precedent', text });
const assumed = (text: string): LimitSource => ({ standing: 'assumed', text });

const of = (amount: number, unit: LimitUnit, source: LimitSource): SourcedLimit => ({ amount, unit, source });

/** The same limit for every level, but for those named. */
function everyLevel(
  usual: SourcedLimit,
  except: Partial<Record<Level, SourcedLimit>> = {},
): Readonly<Record<Level, SourcedLimit>> {
  const same = Object.fromEntries(LEVELS.map((level) => [level, usual])) as Record<Level, SourcedLimit>;
  return { ...same, ...except };
}

const RECEIPT = assumed(
  'Sở chưa ban hành; gần nhất là Hà Nội, Quyết định 1207/QĐ-UBND ngày 28/02/2025: tiếp nhận, kể cả xác minh, trong 8 giờ làm việc',
);
const NOT_ISSUED = assumed('Sở chưa ban hành');

/**
 * Feedback without name, address and phone is not accepted (Nghị định 20/2008/NĐ-CP, Điều 7, Điều 9 khoản 1), except
 * where a child may be in danger. A sender who writes about somebody's conduct is hidden from the unit complained about, and so is
 * everyone whose matter is not yet known (cf. Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2).
 */
const CATEGORIES_PROPOSED: Readonly<Record<Category, CategoryRule>> = {
  fees: { name: 'Thu chi, dạy thêm', aboutConduct: true, aboutChildren: false, anonymous: 'reject' },
  admission: { name: 'Tuyển sinh, thi', aboutConduct: true, aboutChildren: true, anonymous: 'reject' },
  schoolSafety: {
    name: 'Bạo lực, an toàn trường học',
    aboutConduct: true,
    aboutChildren: true,
    anonymous: 'accept',
  },
  boardingMeals: { name: 'Bếp ăn bán trú', aboutConduct: true, aboutChildren: true, anonymous: 'accept' },
  facilities: { name: 'Cơ sở vật chất', aboutConduct: false, aboutChildren: false, anonymous: 'reject' },
  staffConduct: {
    name: 'Thái độ giáo viên, cán bộ',
    aboutConduct: true,
    aboutChildren: true,
    anonymous: 'reject',
  },
  procedures: { name: 'Thủ tục hành chính', aboutConduct: false, aboutChildren: false, anonymous: 'reject' },
  diplomas: { name: 'Văn bằng, chứng chỉ', aboutConduct: false, aboutChildren: false, anonymous: 'reject' },
  policyBenefits: { name: 'Chế độ, chính sách', aboutConduct: false, aboutChildren: true, anonymous: 'reject' },
  privateCentres: {
    name: 'Trung tâm ngoại ngữ, cơ sở tư thục',
    aboutConduct: true,
    aboutChildren: false,
    anonymous: 'reject',
  },
  other: { name: 'Khác', aboutConduct: true, aboutChildren: true, anonymous: 'reject' },
};

/**
 * The limits with which the software starts. They are proposals, not law: the text of the city's regulation fixes
 * none that we could read, so each is assumed, unless a rule found elsewhere gives that very limit. The department replaces them by a
 * version of its own.
 */
const PROPOSED: PolicySet = {
  version: 1,
  name: 'Bộ thời hạn mặc định',
  citation: 'Quy chế phối hợp tạm thời kèm theo Quyết định 587/QĐ-UBND ngày 05/3/2024 của UBND thành phố Hải Phòng',
  validFrom: civilDate('2024-01-01'),
  validTo: null,
  limits: {
    acknowledge: everyLevel(of(4, 'workingHours', RECEIPT), { urgent: of(1, 'workingHours', RECEIPT) }),
    returnNotCompetent: everyLevel(
      of(
        1,
        'workingDays',
        assumed(
          'Sở chưa ban hành; gần nhất là Thông tư 21/2016/TT-BGTVT: 2 ngày làm việc; Nghị định 20/2008/NĐ-CP, Điều 9: chậm nhất 5 ngày làm việc',
        ),
      ),
    ),
    assign: everyLevel(of(4, 'workingHours', NOT_ISSUED), { urgent: of(1, 'workingHours', NOT_ISSUED) }),
    unitAcknowledge: everyLevel(of(4, 'workingHours', NOT_ISSUED)),
    coordinationReply: everyLevel(of(3, 'workingDays', NOT_ISSUED)),
    informationPause: everyLevel(
      of(
        5,
        'workingDays',
        assumed(
          'Sở chưa ban hành; Nghị định 20/2008/NĐ-CP, Điều 14 nói về phản ánh chưa đủ cơ sở, không ấn định thời hạn',
        ),
      ),
    ),
    process: {
      urgent: of(
        1,
        'workingDays',
        precedent('Đà Nẵng, Quyết định 960/QĐ-UBND ngày 25/3/2021: không quá 1 ngày làm việc'),
      ),
      simple: of(
        3,
        'workingDays',
        precedent('Đà Nẵng, Quyết định 960/QĐ-UBND ngày 25/3/2021: không quá 3 ngày làm việc'),
      ),
      normal: of(5, 'workingDays', precedent('Thông tư 11/2014/TT-BCT: 5 ngày làm việc')),
      complex: of(10, 'workingDays', precedent('Thông tư 11/2014/TT-BCT: vụ việc phức tạp 10 ngày làm việc')),
      multiAgency: of(
        15,
        'workingDays',
        assumed(
          'Sở chưa ban hành; gần nhất là TP. Hồ Chí Minh, quy chế 1022 tháng 9/2025: 15 ngày khi có nhiều cơ quan',
        ),
      ),
    },
    writtenStatus: everyLevel(of(10, 'workingDays', law('Luật Tiếp công dân 2013, Điều 28 khoản 1'))),
    extension: everyLevel(
      of(
        5,
        'workingDays',
        assumed(
          'Sở chưa ban hành; TP. Hồ Chí Minh, Quyết định 1478/QĐ-UBND ngày 04/5/2020 yêu cầu báo cáo tiến độ và cam kết ngày xong, không ấn định số ngày',
        ),
      ),
    ),
    releaseReply: everyLevel(
      of(
        1,
        'workingDays',
        law('Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1: trong ngày, chậm nhất ngày làm việc tiếp theo'),
      ),
    ),
    publish: everyLevel(
      of(
        1,
        'workingDays',
        assumed('Sở chưa ban hành; Nghị định 20/2008/NĐ-CP, Điều 19 nêu cách công khai, không ấn định thời hạn'),
      ),
    ),
    ratingWindow: everyLevel(of(7, 'days', NOT_ISSUED)),
    reopenWindow: everyLevel(of(15, 'days', NOT_ISSUED)),
  },
  extensionsAllowed: 1,
  reopeningsAllowed: 2,
  categories: CATEGORIES_PROPOSED,
  reminders: { percents: [50, 80, 100], overdueAt: 8 * 60 },
  escalation: [
    { to: 'officer', from: { percent: 50 } },
    { to: 'unitHead', from: { percent: 100 } },
    { to: 'supervisor', from: { overdueWorkingDays: 1 } },
    { to: 'director', from: { overdueWorkingDays: 3 } },
  ],
  shortestRefusal: 30,
  duplicateWindowDays: 30,
};

/** Every version that ships with the software, oldest first. */
export const POLICY_SETS: readonly PolicySet[] = [PROPOSED];

/**
 * The shipped set in force on a day: what a ticket received on that day is measured by.
 *
 * @throws DomainError `policy-missing` before the first set
 */
export function policyAt(day: CivilDate): PolicySet {
  return policyInForce(POLICY_SETS, day);
}
