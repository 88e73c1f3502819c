import { EVIDENCE } from './nature-evidence.js';
import { SIGNS } from './nature-signs.js';
import { suspectedNature, suspicionWords } from './suspected-nature.js';

describe('what words may be in law', () => {
  it.each<[string, string | null]>([
    ['Tôi làm đơn tố cáo ông hiệu trưởng nhận tiền', 'denunciation'],
    ['Tôi khiếu nại quyết định kỷ luật số 12', 'complaint'],
    ['KHIẾU NẠI QUYẾT ĐỊNH KỶ LUẬT'.normalize('NFD'), 'complaint'],
    ['Gửi kèm văn bản mật của Bộ', 'stateSecret'],
    ['Có cháu đang bị đánh trong nhà vệ sinh', 'emergency'],
    ['Bếp ăn đang cháy', 'emergency'],
    ['Tôi tố cáo, hiện cháu đang bị đánh', 'emergency'],
    ['Đề nghị kiểm tra việc dạy thêm', null],
    ['Cô giáo dạy rất mật thiết với học sinh', null],
    ['Con tôi bị đánh giá hạnh kiểm trung bình', null],
    ['Nhà trường đang đánh giá lại, đề nghị công khai', null],
    ['Đề nghị lắp thiết bị phòng cháy', null],
    ['Hai cháu đang chạy trong sân', null],
    ['', null],
    [
      'Con tôi học lớp 11 bị nhà trường ra quyết định kỷ luật buộc thôi học một năm chỉ vì đánh nhau một lần, tôi thấy quá nặng, đề nghị Sở xem xét lại',
      'complaint',
    ],
    [
      'Tôi là giáo viên 20 năm, nay hiệu trưởng ký quyết định điều động tôi sang trường khác không có lý do, tôi không đồng ý',
      'complaint',
    ],
    [
      'Trường không nhận hồ sơ tuyển sinh lớp 10 của cháu vì nộp muộn 1 ngày, gia đình mong Sở cho cháu được nhập học',
      'complaint',
    ],
    ['Toi bi cat hop dong lao dong khong bao truoc, de nghi xem xet lai va khoi phuc quyen loi cho toi', 'complaint'],
    [
      'Tôi không được xét nâng hạng chức danh nghề nghiệp dù đủ điều kiện, làm đơn này mong được giải quyết đúng quy định, quyền lợi của tôi bị ảnh hưởng',
      'complaint',
    ],
    ['Đơn khiếu nại về việc chấm phúc khảo bài thi môn Toán', 'complaint'],
    ['Cháu bị hạ hạnh kiểm xuống trung bình oan, mong các bác xem lại', 'complaint'],
    [
      'Hiệu trưởng trường tôi kê khống tiền ăn bán trú của học sinh suốt 2 năm, số tiền hàng trăm triệu, đề nghị làm rõ',
      'denunciation',
    ],
    ['Cô giáo chủ nhiệm nhận tiền của phụ huynh để nâng điểm, ai không đưa phong bì thì bị trù dập', 'denunciation'],
    ['Ông Trần Văn B kế toán trường dùng bằng đại học giả để được bổ nhiệm', 'denunciation'],
    ['Thầy dạy thể dục hay gạ gẫm, sờ soạng nữ sinh trong phòng dụng cụ', 'denunciation'],
    ['Toi xin to cao ba hieu truong an chan tien hoc sinh ngheo', 'denunciation'],
    ['Từ khi tôi viết đơn phản ánh hiệu trưởng, tôi liên tục bị trù dập, cắt giờ dạy, xin được bảo vệ', 'denunciation'],
    ['Sau khi tôi làm đơn thì có người chặn đường dọa, xin Sở bảo vệ gia đình tôi', 'denunciation'],
    ['con em sáng nay đi học giờ này 9h tối rồi chưa thấy về, gọi không ai nghe', 'emergency'],
    ['em mệt lắm rồi, em không muốn sống nữa, cô giáo và các bạn đều ghét em', 'emergency'],
    ['Các cháu lớp 3A ăn trưa xong nôn ói, mấy chục cháu đang ở trạm y tế', 'emergency'],
    ['trong nhà vệ sinh tầng 2 có bạn đang bị đánh hội đồng các bác tới ngay', 'emergency'],
    ['chay bep truong mam non, khoi mu mit', 'emergency'],
    ['Bạn ấy nói sẽ nhảy từ tầng ba của trường', 'emergency'],
    ['ban ay noi se nhay tu tang ba cua truong', 'emergency'],
    ['Cháu bảo là sẽ nhảy xuống sông', 'emergency'],
    ['Cháu đòi gieo mình xuống hồ', 'emergency'],
    ['Học phí nhảy từ 500 nghìn lên một triệu', null],
    ['Các cháu nhảy xuống hồ bơi khi chưa khởi động', null],
    ['Con tôi bị xếp nhầm lớp, đề nghị xem xét lại', 'complaint'],
    ['Cháu viết thư tuyệt mệnh để trên bàn rồi đi đâu mất', 'emergency'],
    ['chắc em biến mất thì mọi người sẽ vui hơn, mai em không đến lớp nữa đâu, em để lại con mèo cho Lan', 'emergency'],
    ['Thủ kho bán 20 bộ bàn ghế thanh lý, không đấu giá, không vào sổ. Tôi là kế toán của trường', 'denunciation'],
    ['Thầy Ng. V. B. dạy Lý bán đáp án cho lớp học thêm, lộ đề kiểm tra nhiều lần', 'denunciation'],
    ['Tôi khiếu nại việc phó chủ tịch hội đồng thi nhận quà của thí sinh, tôi không liên quan', 'denunciation'],
    ['Mẹ tôi đã làm chứng vụ kế toán lấy quỹ, nay trường cho mẹ nghỉ. Xin các bác bảo vệ', 'denunciation'],
    ['Tôi tố cáo hiệu trưởng ra quyết định điều động tôi đi xa. Đề nghị hủy quyết định đó', 'complaint'],
    [
      'Tôi tố cáo hiệu trưởng trù dập, ra quyết định điều động tôi vì tôi báo chuyện quỹ. Đề nghị hủy quyết định đó',
      'denunciation',
    ],
    ['Con tôi lớp 8 từ chiều chưa về, có người chở đi, điện thoại tắt máy', 'emergency'],
    ['Tôi nhặt được công văn đóng dấu mật của Sở trên bàn photocopy', 'stateSecret'],
    ['Cho hỏi thủ tục khiếu nại điểm thi tốt nghiệp như thế nào', null],
    ['Đề nghị nhà trường tổ chức chuyên đề phòng chống bạo lực học đường và kỹ năng phòng ngừa tự tử', null],
    ['Con tôi bị đánh giá chưa hoàn thành môn Toán, xin hỏi thông tư nào quy định', null],
    ['Nhà trường lắp hệ thống phòng cháy chưa đạt, đề nghị kiểm tra', null],
    ['Trường thu tiền điều hòa 300 nghìn mỗi cháu, phụ huynh không đồng tình', null],
    ['Hôm nay sân trường đang sửa nên bụi quá, các cháu không có chỗ chơi', null],
    ['Đề nghị cho biết lịch thi vào lớp 10 năm nay', null],
    ['Năm ngoái trường có vụ đánh nhau đã được xử lý, nay tôi mong camera được lắp thêm', null],
    ['Tôi không khiếu nại gì, chỉ góp ý căn tin bán nước ngọt nhiều quá', null],
    ['Cô giáo rất thân mật với học sinh, xin khen', null],
    ['Bao giờ có quyết định tuyển dụng giáo viên năm 2026 ạ', null],
    ['Giáo viên dạy thêm tại nhà trái quy định, đề nghị kiểm tra', null],
    ['Cô giáo hay quát mắng học sinh', null],
    ['Xe đưa đón học sinh hay về muộn, các cháu 6h chưa về đến nhà', null],
    ['Xe buýt hôm nay chạy muộn, 7 giờ tối rồi cháu chưa về đến nhà', null],
    ['Tôi muốn xin cấp lại bản sao bằng tốt nghiệp do bị cháy nhà', null],
    ['Xin hỏi về việc tố cáo', null],
    ['Nếu tôi tố cáo thì tên tôi có bị lộ không, gửi bản chính hay bản chụp', null],
    ['nop ho so tren mang co mat phi khong', null],
    ['Đề thi văn cho cháu lớp 9 nói về một nhân vật muốn chết', null],
  ])('rule 7: %j suggests %s', (words, expected) => {
    expect(suspectedNature(words)?.nature ?? null).toBe(expected);
  });

  it('has signs whose phrases end with a word: where a space were the end, no word could follow', () => {
    const phrases = SIGNS.flatMap((sign) => [
      ...sign.phrases,
      ...(sign.beside ?? []).flat(),
      ...(sign.unless ?? []),
      ...(sign.without ?? []),
    ]);
    const elements = EVIDENCE.flatMap(({ needed, others }) => [...needed, ...others]).flatMap((one) => one.phrases);
    expect([...phrases, ...elements].filter((phrase) => / [)|+?]+$/u.test(phrase))).toEqual([]);
  });

  it('rule 7: a clerk is told what the words show, and in which of them', () => {
    const words = 'Kính gửi Sở. Con tôi bị nhà trường kỷ luật buộc thôi học. Mong Sở xem xét lại.';
    expect(suspectedNature(words)).toEqual({
      nature: 'complaint',
      shows: 'một quyết định, việc làm đối với người viết hoặc con họ, và muốn được xem lại',
      quote: 'Con tôi bị nhà trường kỷ luật buộc thôi học',
      besides: [],
    });
  });

  it.each<[string, string | null, string]>([
    [
      'a title is told, and what the paper tells decides',
      'feedback',
      'Đơn tố cáo. Tôi tố cáo lớp con tôi nóng như lò, có hai cái quạt',
    ],
    ['of complaints too', 'feedback', 'KHIẾU NẠI!!! Xe buýt số 14 ngày nào cũng muộn 20 phút'],
    [
      'also in letters without marks',
      'feedback',
      'don khieu nai: mang phong may yeu, thi thu bi vang ra. lap mang moi di',
    ],
    ['a wrong under that title is one', 'denunciation', 'Đơn tố cáo. Tôi tố cáo kế toán lập hai sổ, tiền về túi riêng'],
    ['a wrong needs no title', 'denunciation', 'Góp ý nhỏ: kế toán lập hai sổ, tiền về túi riêng'],
    [
      'another title does not hide a complaint',
      'complaint',
      'Góp ý. Tôi bị trường kỷ luật cảnh cáo sai trình tự, đề nghị hủy quyết định',
    ],
    [
      'who reports for others complains of nothing',
      'denunciation',
      'Khiếu nại. Tôi không có con học ở đây. Hiệu trưởng bán bàn ghế không qua đấu giá',
    ],
    [
      'what others said is nobody’s report',
      null,
      'Báo viết có thầy giáo ở tỉnh khác nhận tiền nâng điểm. Mong ngành giáo dục đạo đức nhà giáo',
    ],
    ['a denial is none', null, 'Đây không phải là đơn khiếu nại, tôi chỉ có ý kiến về áo khoác mùa rét'],
    [
      'what is over is over',
      null,
      'Hồi tháng 3 cháu bị bạn đánh, hai gia đình đã làm lành rồi. Tôi góp ý nên có giáo viên tâm lý',
    ],
    [
      'a name and a number are no end of a sentence',
      'denunciation',
      'Thầy Ng. V. A. nhận 1.500.000 đồng của phụ huynh để nâng điểm',
    ],
    [
      'shortened words are read in full',
      'denunciation',
      'hp trg em lm giả chữ kí ph, con e k đk học thêm mà vẫn có đơn',
    ],
    [
      'enough elements together are enough',
      'denunciation',
      'Tôi từng làm ở phòng tài vụ. Khi có đoàn kiểm tra, kế toán in lại toàn bộ phiếu, đốt phiếu cũ sau bếp',
    ],
  ])('rule 7: %s', (_rule, expected, words) => {
    expect(suspectedNature(words)?.nature ?? null).toBe(expected);
  });

  it('rule 7: a clerk is told what a paper calls itself, and that its content does not show it', () => {
    const found = suspectedNature('Đơn khiếu nại. Sân bóng cỏ mọc cao, xin cắt cỏ.');
    expect(found && suspicionWords(found)).toBe(
      'Có thể là phản ánh, kiến nghị: tự gọi là khiếu nại, chưa thấy quyết định, việc làm nào đối với người viết (“Đơn khiếu nại”). Đọc kỹ rồi chọn.',
    );
  });

  it('rule 7: a clerk is told of every matter in a paper that brings several', () => {
    const found = suspectedNature(
      'Kế toán lập hai sổ, tiền về túi riêng. Vì biết việc ấy tôi bị cho thôi việc, đề nghị hủy quyết định.',
    );
    expect(found && suspicionWords(found)).toMatch(
      /^Có thể là tố cáo: .*\. Trong đơn cũng có dấu hiệu khiếu nại\. Đọc kỹ rồi chọn\.$/u,
    );
  });

  it('rule 7: a clerk is told of each element where several decide together', () => {
    const found = suspectedNature('Bé lớp lá nuốt phải viên bi, mặt tím, cô vỗ lưng mãi không ra');
    expect(found?.shows).toBe('cùng có người bị nạn; có người gặp nạn; việc đang xảy ra');
  });
});
