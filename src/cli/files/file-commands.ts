import type { CommandSpec } from '../command-spec.js';

export const JSON_LINES = { type: 'boolean', words: 'mỗi dòng của stdout là một đối tượng JSON, cho máy đọc' } as const;

/** Commands that know files alone: no database and no settings. */
export const FILE_COMMANDS = {
  verify: {
    words: 'kiểm tra chữ ký số của tệp PDF',
    acts: {
      '': {
        words: 'kiểm tra chữ ký số của tệp PDF',
        operand: { value: 'TỆP.pdf', many: true },
        options: {
          trust: { type: 'string', multiple: true, value: 'CHỨNG-THƯ.pem', words: 'chứng thư gốc được tin' },
          crl: { type: 'string', multiple: true, value: 'TỆP', words: 'danh sách thu hồi' },
          at: { type: 'string', value: 'THỜI-ĐIỂM', words: 'thời điểm xét, như 2026-03-18T09:30:00+07:00' },
          'integrity-only': { type: 'boolean', words: 'chỉ xét tệp có bị sửa không, không xét chứng thư' },
          json: JSON_LINES,
        },
        database: 'none',
      },
    },
  },
  inspect: {
    words: 'kiểm tra tệp từ ngoài vào',
    acts: {
      '': {
        words: 'kiểm tra tệp từ ngoài vào',
        operand: { value: 'TỆP', many: true },
        options: { json: JSON_LINES },
        database: 'none',
      },
    },
  },
  format: {
    words: 'kiểm tra thể thức của DOCX hoặc PDF theo Nghị định 30',
    acts: {
      check: {
        words: 'nêu từng chỗ sai thể thức',
        operand: { value: 'TỆP', many: true },
        options: { json: JSON_LINES },
        database: 'none',
      },
    },
  },
  template: {
    words: 'kiểm tra mẫu DOCX',
    acts: {
      lint: {
        words: 'nêu từng điều phải sửa của một mẫu',
        operand: { value: 'TỆP.docx' },
        options: { fields: { type: 'string', value: 'TÊN', words: 'loại văn bản của mẫu' }, json: JSON_LINES },
        database: 'none',
      },
    },
  },
  edxml: {
    words: 'đọc, kiểm tra, viết thông điệp edXML',
    acts: {
      read: {
        words: 'in thông điệp dạng JSON',
        operand: { value: 'TỆP' },
        options: { content: { type: 'boolean', words: 'kèm nội dung tệp, base64' }, json: JSON_LINES },
        database: 'none',
      },
      check: {
        words: 'nêu từng chỗ sai',
        operand: { value: 'TỆP', many: true },
        options: { json: JSON_LINES },
        database: 'none',
      },
      write: {
        words: 'lập thông điệp từ JSON',
        options: {
          data: { type: 'string', required: true, value: 'TỆP.json', words: 'nội dung, như read in ra' },
          out: { type: 'string', required: true, value: 'TỆP', words: 'nơi ghi thông điệp' },
          json: JSON_LINES,
        },
        database: 'none',
      },
    },
  },
  deadline: {
    words: 'tính một thời hạn và lời giải thích từng ngày',
    acts: {
      '': {
        words: 'tính một thời hạn và lời giải thích từng ngày',
        options: {
          received: {
            type: 'string',
            once: true,
            required: true,
            value: 'THỜI-ĐIỂM',
            words: 'lúc nhận, như 2026-03-12T16:52:00+07:00',
          },
          limit: { type: 'string', once: true, required: true, value: 'SỐ', words: 'độ dài thời hạn' },
          unit: {
            type: 'string',
            once: true,
            required: true,
            value: 'ĐƠN-VỊ',
            words: 'workingDays, workingHours, days hoặc hours',
          },
          calendar: { type: 'string', once: true, value: 'TỆP.json', words: 'lịch khác với lịch kèm theo' },
          pause: { type: 'string', multiple: true, value: 'BẮT-ĐẦU/KẾT-THÚC', words: 'khoảng tạm dừng' },
          json: JSON_LINES,
        },
        database: 'none',
      },
    },
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;
