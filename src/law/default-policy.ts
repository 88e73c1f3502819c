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
const choice = (text: string): LimitSource => ({ standing: 'choice', text });

const of = (amount: number, unit: LimitUnit, source: LimitSource): SourcedLimit => ({ amount, unit, source });

/** The same limit for every level, but for those named. */
function everyLevel(
  usual: SourcedLimit,
  except: Partial<Record<Level, SourcedLimit>> = {},
): Readonly<Record<Level, SourcedLimit>> {
  const same = Object.fromEntries(LEVELS.map((level) => [level, usual])) as Record<Level, SourcedLimit>;
  return { ...same, ...except };
}

const HA_NOI = precedent(
  'Hà Nội, Quyết định 1207/QĐ-UBND ngày 28/02/2025: tiếp nhận, kể cả xác minh, trong 8 giờ làm việc',
);
const OFFICE = choice('Đề xuất của phần mềm, Văn phòng Sở quyết định');

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
 * none that we could read, so each names the closest rule found elsewhere. The department replaces them by a
 * version of its own.
 */
const PROPOSED: PolicySet = {
  version: 1,
  name: 'Bộ thời hạn mặc định',
  citation: 'Quy chế phối hợp tạm thời kèm theo Quyết định 587/QĐ-UBND ngày 05/3/2024 của UBND thành phố Hải Phòng',
  validFrom: civilDate('2024-01-01'),
  validTo: null,
  limits: {
    acknowledge: everyLevel(of(4, 'workingHours', HA_NOI), { urgent: of(1, 'workingHours', HA_NOI) }),
    returnNotCompetent: everyLevel(
      of(
        1,
        'workingDays',
        precedent(
          'Thông tư 21/2016/TT-BGTVT: 2 ngày làm việc; trần 5 ngày làm việc theo Nghị định 20/2008/NĐ-CP, Điều 9',
        ),
      ),
    ),
    assign: everyLevel(of(4, 'workingHours', OFFICE), { urgent: of(1, 'workingHours', OFFICE) }),
    unitAcknowledge: everyLevel(of(4, 'workingHours', OFFICE)),
    coordinationReply: everyLevel(of(3, 'workingDays', OFFICE)),
    informationPause: everyLevel(
      of(5, 'workingDays', precedent('Nghị định 20/2008/NĐ-CP, Điều 14: phản ánh chưa đủ cơ sở xem xét')),
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
      normal: of(
        5,
        'workingDays',
        precedent('Thông tư 11/2014/TT-BCT: 5 ngày làm việc; TP. Hồ Chí Minh, Quyết định 1478/QĐ-UBND: 5 ngày'),
      ),
      complex: of(10, 'workingDays', precedent('Thông tư 11/2014/TT-BCT: vụ việc phức tạp 10 ngày làm việc')),
      multiAgency: of(
        15,
        'workingDays',
        precedent('TP. Hồ Chí Minh, quy chế 1022 tháng 9/2025: 15 ngày khi có nhiều cơ quan'),
      ),
    },
    writtenStatus: everyLevel(of(10, 'workingDays', law('Luật Tiếp công dân 2013, Điều 28 khoản 1'))),
    extension: everyLevel(
      of(
        5,
        'workingDays',
        precedent('TP. Hồ Chí Minh, Quyết định 1478/QĐ-UBND ngày 04/5/2020: báo cáo tiến độ và cam kết ngày xong'),
      ),
    ),
    releaseReply: everyLevel(
      of(
        1,
        'workingDays',
        law('Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1: trong ngày, chậm nhất ngày làm việc tiếp theo'),
      ),
    ),
    publish: everyLevel(of(1, 'workingDays', precedent('Nghị định 20/2008/NĐ-CP, Điều 19'))),
    ratingWindow: everyLevel(of(7, 'days', choice('Đề xuất của phần mềm'))),
    reopenWindow: everyLevel(
      of(15, 'days', precedent('TP. Hồ Chí Minh: công dân được phản ánh lại khi chưa thỏa đáng')),
    ),
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
