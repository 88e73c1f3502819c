import { civilDate } from '../../kernel/civil-date.js';
import { courseWords, type CourseOfDocument } from './course-words.js';

const NOTHING: CourseOfDocument = {
  ...{ direction: null, directedByName: null, directedOn: null },
  ...{ unitDirection: null, unitDirectedByName: null, unitDirectedOn: null },
  ...{ settlement: null, result: null, settledByName: null, settledAt: null, opinions: [] },
};

describe('what was said of a document without a ticket, in its file', () => {
  it('is each direction, opinion and result with who said it and when', () => {
    const course: CourseOfDocument = {
      ...{ direction: 'Tham mưu trả lời.', directedByName: 'Đỗ Quốc Khánh', directedOn: civilDate('2026-03-17') },
      ...{ unitDirection: 'Rà soát.', unitDirectedByName: 'Vũ Đức Thắng', unitDirectedOn: civilDate('2026-03-19') },
      ...{ settlement: 'handled', result: 'Đã cung cấp.', settledByName: 'Nguyễn Thị Hồng Ngọc' },
      settledAt: new Date('2026-03-23T02:00:00Z'),
      opinions: [
        { unit: 'Văn phòng Sở', opinion: 'Thống nhất.', givenAt: new Date('2026-03-20T02:00:00Z') },
        { unit: 'Trường THPT Núi Voi', opinion: null, givenAt: null },
      ],
    };
    expect(courseWords(course)?.split('\n')).toEqual([
      'Ý kiến chỉ đạo (Đỗ Quốc Khánh, 17/03/2026): Tham mưu trả lời.',
      'Ý kiến của thủ trưởng đơn vị (Vũ Đức Thắng, 19/03/2026): Rà soát.',
      'Ý kiến phối hợp (Văn phòng Sở, 20/03/2026): Thống nhất.',
      'Kết quả giải quyết (Nguyễn Thị Hồng Ngọc, 23/03/2026): Đã cung cấp.',
    ]);
    expect(courseWords({ ...course, settlement: 'letter' })).not.toContain('Kết quả');
  });

  it('is nothing before anybody said something', () => expect(courseWords(NOTHING)).toBeNull());
});
