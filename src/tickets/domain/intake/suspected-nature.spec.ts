import { MEASURING } from '../../../../test/support/petitions/labelled-texts.js';
import { fold } from '../../../kernel/vietnamese.js';
import { HAPPENING_SIGNS, SELF_HARM_SIGNS, SURE_SELF_HARM_SIGNS } from './danger-signs.js';
import { SECRET_SIGNS } from './nature-signs.js';
import { suspectedNature, suspectedOfFeedback, suspicionWords } from './suspected-nature.js';
import { cpuSeconds } from '../../../../test/support/cpu-seconds.js';

describe('what words may be in law', () => {
  it.each<[string, string | null, string]>([
    ['a wrong that is told is a denunciation', 'denunciation', 'Tôi làm đơn tố cáo ông hiệu trưởng nhận tiền'],
    [
      'a wrong needs no title',
      'denunciation',
      'Góp ý nhỏ: kế toán lập hai sổ, tiền về túi riêng, cả trường ai cũng biết',
    ],
    [
      'a decision that somebody wants undone is a complaint',
      'complaint',
      'KHIẾU NẠI QUYẾT ĐỊNH KỶ LUẬT'.normalize('NFD'),
    ],
    [
      'a request for protection is a denunciation',
      'denunciation',
      'Từ khi tôi viết đơn phản ánh hiệu trưởng, tôi liên tục bị trù dập, cắt giờ dạy, xin được bảo vệ',
    ],
    ['words without marks are read too', 'denunciation', 'Toi xin to cao ba hieu truong an chan tien hoc sinh ngheo'],
    ['danger goes before all', 'emergency', 'Tôi tố cáo, hiện cháu đang bị đánh'],
    [
      'of who may harm themselves one word is enough',
      'emergency',
      'Cháu viết thư tuyệt mệnh để trên bàn rồi đi đâu mất',
    ],
    ['also without marks', 'emergency', 'ban ay noi se nhay tu tang ba cua truong'],
    ['and in short words', 'emergency', 'e ko muon song nua'],
    ['a secret paper is told of', 'stateSecret', 'Gửi kèm văn bản mật của Bộ'],
    ['without marks it is not guessed', null, 'Dieu nay lam toi mat mot buoi, con chau thi dau mat do'],
    ['what only sounds like it is none', null, 'Cô giáo dạy rất mật thiết với học sinh'],
    [
      'what is taught of danger is none',
      null,
      'Đề nghị nhà trường tổ chức chuyên đề phòng chống bạo lực học đường và kỹ năng phòng ngừa tự tử',
    ],
    [
      'a farewell that everything else speaks against is none',
      null,
      'Nhà trường mua sách chậm không phải lỗi của ai, xin hỏi bao giờ có sách Ngữ văn lớp 7?',
    ],
    [
      'what somebody at risk leaves behind goes before the title',
      'emergency',
      'Đơn khiếu nại. Xin hủy quyết định kỷ luật. Đêm qua trong cặp cháu có tờ giấy viết "con xin lỗi bố mẹ", cháu khóa cửa phòng.',
    ],
    [
      'a title is told, and what the paper tells decides',
      'feedback',
      'Đơn tố cáo. Tôi tố cáo lớp con tôi nóng như lò, có hai cái quạt',
    ],
    ['a denial is no title', null, 'Tôi không khiếu nại gì, chỉ góp ý căn tin bán nước ngọt nhiều quá'],
    ['nothing is nothing', null, ''],
  ])('rule 7: %s', (_rule, expected, words) => {
    expect(suspectedNature(words)?.nature ?? null).toBe(expected);
  });

  it('judges the same words once, and remembers the last hundred texts', () => {
    const words = 'Đơn khiếu nại. Con tôi bị nhà trường kỷ luật buộc thôi học.';
    const found = suspectedNature(words);
    expect(suspectedNature(words)).toBe(found);
    for (let other = 0; other < 100; other += 1) suspectedNature(`Cổng trường hỏng lần thứ ${other}.`);
    const anew = suspectedNature(words);
    expect(anew).not.toBe(found);
    expect(anew).toEqual(found);
  });

  it('remembers of a long text no more than what is read of it', () => {
    const around = (middle: string): string =>
      `Đơn khiếu nại. ${'Cổng trường hỏng. '.repeat(400)}${middle}${' Kính mong xem xét.'.repeat(400)}`;
    expect(suspectedNature(around('a'.repeat(9000)))).toBe(suspectedNature(around('b'.repeat(9000))));
  });

  it('has signs whose phrases end with a word: where a space were the end, no word could follow', () => {
    const phrases = [...SURE_SELF_HARM_SIGNS, ...SELF_HARM_SIGNS, ...HAPPENING_SIGNS, ...SECRET_SIGNS].flatMap(
      (sign) => [...sign.phrases, ...(sign.beside ?? []).flat(), ...(sign.unless ?? [])],
    );
    expect(phrases.filter((phrase) => / [)|+?]+$/u.test(phrase))).toEqual([]);
  });

  it('rule 7: a clerk is told which words weigh most, as they are written, and in which sentence they stand', () => {
    const words = 'Kính gửi Sở. Con tôi bị nhà trường kỷ luật buộc thôi học. Mong Sở xem xét lại.';
    const found = suspectedNature(words);
    expect(found).toMatchObject({ nature: 'complaint', quote: 'Con tôi bị nhà trường kỷ luật buộc thôi học' });
    expect(found?.shows).toMatch(/^những chữ (“[^”]+”, ){2}“[^”]+” thường gặp trong đơn khiếu nại$/u);
    const told = [...(found?.shows ?? '').matchAll(/“([^”]+)”/gu)].map(([, told]) => told ?? '');
    expect(told.filter((one) => !words.includes(one))).toEqual([]);
  });

  it.each([
    'Con muốn chết.',
    'Cháu nói không muốn sống nữa.',
    'Em hông mún sống nữa.',
    'Con tôi đã uống thuốc sâu đêm qua.',
    'Nếu không đỗ cháu bảo sẽ nhảy cầu.',
    'Em sẽ không đến lớp nữa, tạm biệt mọi người.',
  ])('rule 7: no other words of a paper outweigh “%s”', (sentence) => {
    const asked = 'Xin hỏi lịch học thêm của trường có thay đổi không ạ? '.repeat(5);
    const title = 'Đơn khiếu nại. Đề nghị hủy quyết định kỷ luật, vì quyết định sai về trình tự. ';
    const natures = [asked, title].flatMap((other) =>
      [`${other}${sentence}`, `${sentence} ${other}`, fold(other) + fold(sentence)].map(
        (text) => suspectedNature(text)?.nature,
      ),
    );
    expect(natures).toEqual(natures.map(() => 'emergency'));
  });

  it('rule 7: danger that only the subject names is told, and a subject that the words say again changes nothing', () => {
    const words = 'Gia đình mong nhà trường liên hệ lại sớm qua số điện thoại đã đăng ký.';
    expect(suspectedOfFeedback({ subject: 'Cháu nói không muốn sống nữa', words })).toMatchObject({
      nature: 'emergency',
      quote: 'Cháu nói không muốn sống nữa',
    });
    expect(suspectedOfFeedback({ subject: 'Liên hệ lại', words })).toBeNull();
    const complaint = 'Đơn khiếu nại. Sân bóng cỏ mọc cao, xin cắt cỏ.';
    expect(suspectedOfFeedback({ subject: 'Đơn khiếu nại', words: complaint })).toEqual(suspectedNature(complaint));
  });

  it('rule 7: a request for protection is proposed as a denunciation by what is met in such requests', () => {
    const found = suspectedNature('Từ ngày làm chứng, cháu bị bám theo, nhắn tin dọa, xin cho cháu được giữ kín tên.');
    expect(found?.nature).toBe('denunciation');
    expect(found?.shows).toMatch(/ thường gặp trong đề nghị bảo vệ người tố cáo$/u);
  });

  it('rule 7: a clerk is told what a paper calls itself, and that its content does not show it', () => {
    const found = suspectedNature('Đơn khiếu nại. Sân bóng cỏ mọc cao, xin cắt cỏ.');
    expect(found && suspicionWords(found)).toBe(
      'Có thể là phản ánh, kiến nghị: tự gọi là khiếu nại, chưa thấy quyết định, việc làm nào đối với người viết (“Đơn khiếu nại”). Đọc kỹ rồi chọn.',
    );
  });

  it('rule 7: a clerk is told of every matter in a paper that brings several', () => {
    const found = suspectedNature(
      'Kế toán lập hai sổ, tiền về túi riêng, hiệu trưởng bao che. Vì biết việc ấy tôi bị cho thôi việc, đề nghị hủy quyết định.',
    );
    expect(found && suspicionWords(found)).toMatch(/ Trong đơn cũng có dấu hiệu tố cáo\. Đọc kỹ rồi chọn\.$/u);
  });

  it('rule 7: of feedback that is not clearly feedback a clerk is told what else it may be', () => {
    const doubtful = MEASURING.everyday
      .map(({ text }) => suspectedNature(text))
      .filter((found) => found?.shows.startsWith('chưa rõ hẳn, '));
    expect(doubtful.length).toBeGreaterThan(0);
    expect(doubtful.filter((found) => found?.nature !== 'feedback' || found.besides.length === 0)).toEqual([]);
  });

  it.each([
    'Có thanh niên cầm dao vào trường.',
    'Cô giáo đang nhốt cháu trong kho, cháu khóc.',
    'Em bị thầy sờ mó, tối nay thầy lại hẹn.',
  ])('rule 7: a clerk is told of a danger that stands behind harmless questions: %s', (danger) => {
    const questions =
      'Trường mấy giờ mở cửa? Đồng phục mua ở đâu? Học phí tháng này bao nhiêu? Lịch nghỉ Tết thế nào? Xe đưa đón có chạy thứ Bảy không? ';
    const found = suspectedNature(questions + danger);
    expect(found?.quote).toBe(danger.slice(0, -1));
    expect(found?.nature === 'emergency' || found?.besides.includes('emergency')).toBe(true);
  });

  it('answers soon, however long the text and whatever it repeats', () => {
    const long = 'tố cáo ông hiệu trưởng bị đánh, '.repeat(20_000);
    expect(cpuSeconds(() => suspectedNature(long))).toBeLessThan(2);
    expect(suspectedNature(long)?.nature).toBe('denunciation');
  });
});
