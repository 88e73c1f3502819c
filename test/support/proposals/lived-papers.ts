import type { Category } from '../../../src/law/index.js';
import type { DecidedPaper } from '../../../src/proposals/domain/model/decided-model.js';
import { termsWithout } from '../../../src/proposals/domain/model/terms.js';
import type { NameIndex } from '../../../src/routing-table/domain/names/name-index.js';
import { namedUnits, namesIn } from '../../../src/routing-table/domain/names/named-units.js';
import { routeOf } from '../../../src/routing-table/domain/routing-line.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import type { Dice } from '../dice.js';
import { modelOfficers, TABLE } from './judged-papers.js';
import { MODEL_UNITS } from './model-department.js';

/** What people write of each field in the simulated department: beginnings, and what they ask for. Other sentences than those of the papers to be judged. */
const SENTENCES: Readonly<Record<Exclude<Category, 'other'>, readonly string[]>> = {
  fees: [
    'nhà trường yêu cầu nộp khoản đóng góp ngoài quy định mà không có hóa đơn',
    'phải đóng tiền học bồi dưỡng buổi tối cho chính giáo viên của lớp',
    'thu quỹ hội cha mẹ học sinh theo đầu cháu, không bàn bạc',
    'mức thu tiền học hai buổi cao hơn nghị quyết của thành phố',
    'cháu không đi học thêm thì bị cho điểm thấp',
    'tiền nước uống, tiền vệ sinh tăng gấp đôi so với năm trước',
    'kêu gọi tài trợ nhưng ấn định mỗi gia đình một triệu đồng',
    'bắt mua sách tham khảo và đồng phục tại trường',
  ],
  admission: [
    'hỏi chỉ tiêu và cách tính điểm xét tuyển năm nay',
    'nộp hồ sơ dự tuyển bị báo sai khu vực tuyển sinh',
    'đề nghị chấm lại bài thi vì điểm thấp bất thường',
    'điểm thi trên cổng khác với giấy báo',
    'cán bộ coi thi gây ồn trong giờ làm bài',
    'không được cộng điểm ưu tiên khi thi tuyển',
    'xin cho cháu vào lớp đầu cấp đúng tuyến nơi đang ở',
    'lịch kiểm tra cuối kỳ trùng ngày thi học sinh giỏi',
  ],
  schoolSafety: [
    'cháu bị nhóm bạn đánh và quay lại bằng điện thoại',
    'bạn cùng lớp đe dọa, trấn lột tiền ăn sáng nhiều lần',
    'học sinh đánh nhau trước cổng, bảo vệ không can ngăn',
    'cô bảo mẫu đánh trẻ, có vết bầm trên người',
    'cháu ngã từ lan can do thiếu trông coi của nhà trường',
    'có người lạ vào trường bán đồ chơi nguy hiểm',
    'học sinh hút thuốc lá điện tử, uống bia trong giờ ra chơi',
    'xe đưa đón chở quá số người, không có người quản lý',
  ],
  boardingMeals: [
    'bữa trưa của các cháu có mùi lạ, ăn xong đau bụng',
    'thực phẩm đưa vào bếp không có nguồn gốc',
    'khẩu phần ăn ít, không đúng với thực đơn dán trên bảng',
    'nhà ăn bẩn, bát đĩa không rửa sạch',
    'đơn vị nấu ăn dùng thịt đông lạnh quá hạn',
    'nhiều cháu bị ngộ độc sau bữa phụ chiều',
  ],
  facilities: [
    'phòng học dột, tường nứt, chưa được sửa chữa',
    'khu vệ sinh của học sinh hỏng, không có nước',
    'thiếu quạt và đèn, lớp học nóng và tối',
    'bàn ghế gãy, không đủ chỗ ngồi',
    'sân trường lún, ngập nước mỗi khi mưa',
    'công trình lớp học xây chậm, học sinh phải học nhờ',
    'phòng thực hành thiếu máy tính và thiết bị',
  ],
  staffConduct: [
    'thầy chủ nhiệm mắng chửi, xúc phạm học sinh trước lớp',
    'cô giáo đối xử thiên vị, trù dập cháu',
    'hiệu trưởng có lời lẽ thiếu tôn trọng phụ huynh',
    'giáo viên đi muộn, bỏ giờ, không dạy hết bài',
    'nhân viên văn phòng quát tháo người dân',
    'thầy giáo có hành vi không đúng mực với học sinh nữ',
    'lãnh đạo nhà trường làm mất đoàn kết, thiếu dân chủ',
  ],
  procedures: [
    'hồ sơ nộp tại bộ phận một cửa quá hẹn chưa trả',
    'hướng dẫn giấy tờ mỗi lần một khác khi xin chuyển trường',
    'nộp trực tuyến trên cổng dịch vụ công không thành công',
    'hỏi thành phần hồ sơ và nơi nộp để xin học lại',
    'yêu cầu giấy tờ không có trong quy định của thủ tục',
  ],
  diplomas: [
    'xin cấp bản sao bằng tốt nghiệp từ sổ gốc',
    'bằng ghi sai họ tên, ngày sinh, đề nghị chỉnh sửa',
    'chưa nhận được bằng tốt nghiệp của năm trước',
    'đề nghị xác minh văn bằng của người lao động',
    'học bạ bị thất lạc, xin cấp lại',
    'công nhận văn bằng do nước ngoài cấp',
  ],
  policyBenefits: [
    'giáo viên chưa được trả tiền dạy thừa giờ',
    'chậm chi trả lương và phụ cấp cho nhân viên hợp đồng',
    'kết quả tuyển dụng viên chức không rõ ràng',
    'xin chuyển công tác vì hoàn cảnh gia đình',
    'không được xét nâng bậc lương trước thời hạn',
  ],
  privateCentres: [
    'trung tâm ngoại ngữ thu học phí rồi ngừng dạy, không hoàn tiền',
    'cơ sở dạy kỹ năng mở lớp không có giấy phép',
    'nhóm trẻ tư thục giữ trẻ quá đông trong phòng chật',
    'trung tâm tin học cấp chứng chỉ không qua thi',
    'công ty tư vấn du học nhận tiền mà không làm hồ sơ',
  ],
};

/** Papers of pupils' benefits: by the table they go to the division of staff; what the department really does is learnt. */
const PUPILS_BENEFITS = [
  'học sinh hộ nghèo chưa nhận tiền hỗ trợ chi phí học tập',
  'hỏi điều kiện miễn học phí cho con người khuyết tật',
  'cháu thuộc diện cận nghèo chưa được cấp học bổng chính sách',
  'học sinh nội trú chưa được cấp tiền ăn và gạo',
];

const OTHERS = [
  'góp ý về thời khóa biểu và lượng bài tập ở nhà',
  'đề nghị đưa thêm môn học kỹ năng vào chương trình',
  'cảm ơn thầy cô đã giúp đỡ cháu trong năm học',
  'đề nghị đổi giờ vào lớp cho phù hợp giờ làm của cha mẹ',
  'sách giáo khoa khó, đề nghị lựa chọn bộ sách khác',
];

const BEGINNINGS = [
  'Tôi xin phản ánh',
  'Gia đình tôi kiến nghị',
  'Kính gửi Sở',
  'Tôi là phụ huynh',
  'Cho tôi hỏi',
  'Đề nghị xem xét',
];
const ENDINGS = ['Mong sớm được trả lời.', 'Xin cảm ơn.', 'Đề nghị xử lý nghiêm.', 'Chúng tôi rất bức xúc.', ''];
const MISTAKEN = 0.05;
const DAY = civilDate('2026-11-30');
const SCHOOLS = MODEL_UNITS.filter(
  ({ kind, successor }) => ['school', 'centre'].includes(kind) && successor === undefined,
);
const FIELDS = [...(Object.keys(SENTENCES) as (keyof typeof SENTENCES)[]), 'other'] as const;

/** So many decided papers of the simulated department, the newest first; one in twenty was decided otherwise than the table says. */
export function livedPapers(many: number, names: NameIndex, dice: Dice): readonly DecidedPaper[] {
  return Array.from({ length: many }, (_none, at) => livedPaper(at, names, dice));
}

function livedPaper(at: number, names: NameIndex, dice: Dice): DecidedPaper {
  const field = dice.oneOf(FIELDS);
  const school = dice.chance(0.8) ? dice.oneOf(SCHOOLS) : null;
  const isOfPupils = field === 'policyBenefits' && dice.chance(0.5);
  const sentences = field === 'other' ? OTHERS : isOfPupils ? PUPILS_BENEFITS : SENTENCES[field];
  const text = [
    `${dice.oneOf(BEGINNINGS)}: ${dice.oneOf(sentences)}`,
    school === null ? '' : `tại ${school.name}`,
    dice.chance(0.3) ? `, ${dice.oneOf(sentences)}` : '',
    `. ${dice.oneOf(ENDINGS)}`,
  ].join(' ');
  const given = decided(text, field, isOfPupils, names);
  const unitId = dice.chance(MISTAKEN) ? dice.oneOf(['VP', 'TTr', 'KHTC']) : given.unitId;
  return {
    ...{
      ticketId: `lived-${String(at)}`,
      code: `PAKN.${String(at)}`,
      terms: termsWithout(text, namesIn(namedUnits(names, text))),
      category: field,
    },
    ...{ level: 'normal', agency: null, unitId, officerId: unitId === given.unitId ? given.officerId : null },
    isNamedUnit: given.isNamed && unitId === given.unitId,
  };
}

function decided(text: string, category: Category, isOfPupils: boolean, names: NameIndex) {
  const { sure, levels } = namedUnits(names, text);
  const namedUnitId = sure.length === 1 ? (sure[0]?.unitId ?? null) : null;
  const own = namedUnitId === null ? levels : (names.levelsOf.get(namedUnitId) ?? []);
  const route = routeOf(TABLE, { category, levels: own, place: '', namedUnitId }, DAY);
  const unitId = isOfPupils ? 'KHTC' : (route?.unitId ?? 'VP');
  const officerId = isOfPupils ? 'khtc1' : (route?.officerId ?? modelOfficers().get(unitId)?.[0] ?? null);
  return { unitId, officerId, isNamed: unitId === namedUnitId };
}
