import type { INestApplicationContext } from '@nestjs/common';
import { WriteCircular } from '../../circulars/index.js';
import { addDays, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';

/** Days that the demonstration's people have for reading it. */
const READ_WITHIN = 7;

/** Sends the letter from which the agency's duties come as its first circular, to everybody; number and day are blank, as they are in the original. */
export async function sendSourceLetter(context: INestApplicationContext): Promise<void> {
  const { actor } = await context.get(StaffDirectory, { strict: false }).personNamed('vanthu');
  const today = civilDateOf(context.get(Clock, { strict: false }).now());
  const write = context.get(WriteCircular, { strict: false });
  const id = await write.draft(actor, {
    title: TITLE,
    symbol: 'SGDDĐT-VP',
    issuedOn: null,
    text: PARAGRAPHS.join('\n'),
    files: [],
    dueOn: addDays(today, READ_WITHIN),
    validTo: null,
    replacesId: null,
    audience: { everybody: true, unitKinds: [], unitIds: [], roles: [], staffIds: [] },
  });
  await write.send(actor, id);
}

const TITLE =
  'Triển khai thực hiện Quyết định số 587/QĐ-UBND ngày 05/3/2024 của UBND thành phố ban hành Quy chế phối hợp tạm thời tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân qua Tổng đài 1022';

const PARAGRAPHS: readonly string[] = [
  'Thực hiện Quyết định số 587/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân thành phố Hải Phòng về việc Ban hành Quy chế phối hợp tạm thời tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân trên địa bàn thành phố Hải Phòng qua Tổng đài 1022 (gửi kèm theo).',
  'Căn cứ nhiệm vụ được giao theo quy định tại Điều 17 Quy chế ban hành kèm theo Quyết định số 587/QĐ-UBND ngày 05/3/2024 của UBND thành phố, Sở Giáo dục và Đào tạo đề nghị Thủ trưởng các đơn vị chỉ đạo thực hiện một số nội dung sau:',
  '1. Phòng CMNV cơ quan Sở và các đơn vị giáo dục',
  '- Thực hiện tuyên truyền, phổ biến Quy chế ban hành kèm theo Quyết định số 587/QĐ-UBND ngày 05/3/2024 của UBND thành phố tới từng cán bộ, giáo viên, nhân viên và người lao động;',
  '- Tổ chức thực hiện việc tiếp nhận, xử lý và trả lời phản ánh, kiến nghị theo đúng quy trình quy định tại Điều 19 Quy chế.',
  '- Phân công cán bộ đầu mối để thực hiện tiếp nhận, xử lý và trả lời kịp thời nội dung phản ánh, kiến nghị của tổ chức, cá nhân được chuyển đến từ tổng đài viên trên Hệ thống phần mềm; cập nhật tiến độ, biện pháp và kết quả xử lý trên Hệ thống phần mềm.',
  '- Thực hiện sử dụng chữ ký số trong các văn bản điện tử để đảm bảo chuyển xử lý, trả lời phản ánh, kiến nghị của tổ chức, cá nhân đúng thời gian quy định đối với các phản ánh, kiến nghị cần ban hành văn bản chính thức.',
  '- Tuân thủ đúng quy trình, thời hạn tiếp nhận, xử lý, cập nhật, đăng tải kết quả xử lý phản ánh, kiến nghị.',
  '- Trường hợp có sự thay đổi về nhân sự, lãnh đạo, điều hành và cán bộ đầu mối tiếp nhận thông tin thì phải kịp thời thông báo về Văn phòng Sở để báo cáo Văn phòng Ủy ban nhân dân thành phố cập nhật.',
  '- Chỉ đạo cán bộ, công chức, viên chức, người lao động tích cực đóng góp phản ánh qua Tổng đài 1022, qua đó nêu gương và khuyến khích cá nhân, tổ chức đóng góp phản ánh để xây dựng Thành phố hiện đại, văn minh, sạch đẹp.',
  '2. Giao Thanh tra Sở chủ trì',
  '- Chỉ đạo, hướng dẫn, kiểm tra, giám sát các đơn vị trực thuộc liên quan đến lĩnh vực GDĐT kịp thời tiếp nhận, xác thực vụ việc, xử lý và phản hồi kết quả và chịu trách nhiệm về các nội dung phản hồi qua Tổng đài 1022 đúng thời gian quy định.',
  '- Thực hiện kiểm tra, giám sát việc tiếp nhận, xử lý và phản hồi thông tin qua Tổng đài 1022; bảo đảm tất cả các phản ánh, kiến nghị của tổ chức, cá nhân được gửi qua Tổng đài 1022 được xử lý và phản hồi.',
  '- Thực hiện báo cáo định kỳ hoặc đột xuất khi có yêu cầu của Ủy ban nhân dân thành phố.',
  '3. Giao Văn phòng Sở chủ trì',
  '- Thực hiện công bố công khai địa chỉ cơ quan, địa chỉ website, địa chỉ email, số điện thoại của cán bộ đầu mối; bố trí các trang thiết bị, đường truyền phù hợp tại Sở GDĐT để kết nối với hệ thống; quản lý tài khoản an toàn để phục vụ khai thác, sử dụng Hệ thống phần mềm theo đúng chỉ đạo của UBND thành phố.',
  '- Căn cứ kết quả thực hiện, đề xuất hình thức khen thưởng cho tổ chức, cá nhân có những phản ánh, kiến nghị tích cực, đem lại hiệu quả thiết thực giúp các đơn vị xử lý sửa đổi, bổ sung, bãi bỏ những nội dung được quy định tại Điều 5 của Quy chế.',
  'Sở Giáo dục và Đào tạo đề nghị Thủ trưởng các đơn vị quan tâm chỉ đạo thực hiện./.',
];
