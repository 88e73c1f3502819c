/** What is said in sentences that are more than feedback, or only sound so. Written as the phrases of `Sign`. */

export const STORY = [
  'phòng( ,)? (chống|ngừa|tránh|cháy)',
  'tuyên truyền',
  'tập huấn',
  'diễn tập',
  'chuyên đề',
  'bài (giảng|báo)',
  '(bài|đoạn) (nó |con |em |cháu )?viết',
  '(đọc|xem|theo) (báo|tin|mạng)',
  'báo (chí|đăng|viết|đưa tin)',
  '(đoạn trích|ngữ liệu|(?<!(lộ|bán|mua|sửa) )đề (kiểm tra|thi|văn)|nhân vật|tác phẩm|truyện|phim|tiểu thuyết|tiểu luận|ví dụ|dự thảo)',
];

export const LESSON = [
  ...STORY,
  'bài học',
  'tiết (học|dạy)',
  'kỹ năng',
  'tư vấn tâm lý',
  'năm (ngoái|trước|học trước)',
  'trước đây',
  'đã (được )?(xử lý|giải quyết|ổn định|dập tắt|khắc phục)',
  '(tỷ lệ|thống kê|thực trạng|tình trạng|số (cháu|ca|vụ|em|học sinh|trường hợp))',
];

export const QUESTION = [
  '(hướng dẫn|thủ tục|quy trình|trình tự|cách|mẫu|mẫu đơn|văn bản|quy định|luật|thẩm quyền|thời hạn|thời hiệu) (về |của |nộp |gửi |làm |viết )?(đơn )?(giải quyết )?(khiếu nại|tố cáo|tố giác)',
  '(không|chưa) (phải là |phải |muốn |có ý (định )?|có |bị )?(đơn |thư |đơn thư )?(khiếu nại|tố cáo|tố giác|khiếu kiện)',
  '(cho|xin|muốn) ((em|tôi|mình|cháu|con|chúng tôi|được) )?hỏi',
  '(khiếu nại|tố cáo) … (gửi|nộp|làm) … (hay|ở đâu|cho ai|chỗ nào|đâu)',
  'mẫu đơn',
  'hỏi (về|cách|thủ tục|việc|chuyện) (việc |cách |thủ tục )?(làm |gửi |nộp |viết )?(đơn )?(khiếu nại|tố cáo|tố giác)',
  '(nếu|muốn|khi|giả sử) … (khiếu nại|tố cáo|tố giác) … (thì|phải|cần) … (không|gì|ai|đâu|nào|bao lâu|bao nhiêu|thế nào|hay)',
  '(khiếu nại|tố cáo|tố giác) (ở đâu|thế nào|như thế nào|với ai|cho ai)',
  '(chỉ|muốn) hỏi',
  '(sẽ|định|có thể|viết sẵn|suýt|toan) … (khiếu nại|tố cáo|khiếu kiện)',
  '(tiếp nhận|giải quyết|bộ phận|quyền|phòng|luật|công tác) (và giải quyết )?(đơn )?(thư )?(khiếu nại|tố cáo)',
];

export const CHILD = '(cháu|con|em|bé|học sinh|hs|bạn|nó|trẻ|các cháu|đứa|đứa trẻ)';

export const NOW =
  '(đang|hiện|hiện tại|ngay lúc này|bây giờ|lúc này|vừa mới|vừa|mới|sáng nay|trưa nay|chiều nay|tối nay|hôm nay|từ sáng)';
