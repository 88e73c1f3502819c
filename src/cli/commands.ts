import type { CommandSpec } from './command-spec.js';
import { FILE_COMMANDS, JSON_LINES } from './files/file-commands.js';

const ANCHORS = {
  anchor: { type: 'string', value: 'MỐC', words: 'tệp mốc, tệp ngày, hoặc thư mục giữ chúng' },
  key: { type: 'string', value: 'KHÓA', words: 'khóa công khai đã ký mốc; bỏ trống thì là khóa ghi trong mốc' },
} as const;

/** Every command, in the order in which the help lists them: parsing, help and what is said before acting come from here. */
export const COMMANDS = {
  serve: {
    words: 'trang web, cửa SOAP và việc nền trong một tiến trình',
    acts: {
      '': {
        words: 'trang web, cửa SOAP và việc nền trong một tiến trình',
        options: {
          host: {
            type: 'string',
            value: 'ĐỊA-CHỈ',
            words: 'địa chỉ lắng nghe, thay cho HOI_AM_HOST',
            sets: 'HOI_AM_HOST',
          },
          port: { type: 'string', value: 'CỔNG', words: 'cổng lắng nghe, thay cho HOI_AM_PORT', sets: 'HOI_AM_PORT' },
        },
        database: 'createsInTrial',
      },
    },
  },
  worker: {
    words: 'chỉ việc nền',
    acts: { '': { words: 'chỉ việc nền', options: {}, database: 'writes' } },
  },
  migrate: {
    words: 'tạo hoặc cập nhật bảng của cơ sở dữ liệu',
    acts: { '': { words: 'tạo hoặc cập nhật bảng của cơ sở dữ liệu', options: {}, database: 'creates' } },
  },
  demo: {
    words: 'dựng bản trình diễn với hệ thống quản lý văn bản mô phỏng',
    acts: {
      '': {
        words: 'dựng bản trình diễn với hệ thống quản lý văn bản mô phỏng, trong thư mục riêng',
        options: {
          once: { type: 'boolean', words: 'đi hết một phiếu rồi dừng' },
          out: { type: 'string', value: 'THƯ-MỤC', words: 'thư mục của bản trình diễn' },
          json: JSON_LINES,
        },
        database: 'own',
      },
    },
  },
  render: {
    words: 'dựng văn bản từ mẫu và dữ liệu',
    acts: {
      '': {
        words: 'dựng văn bản từ mẫu và dữ liệu',
        options: {
          template: { type: 'string', required: true, value: 'TÊN', words: 'loại văn bản' },
          data: { type: 'string', required: true, value: 'TỆP.json', words: 'giá trị của các trường' },
          out: { type: 'string', required: true, value: 'TỆP.docx', words: 'nơi ghi DOCX' },
          pdf: { type: 'string', value: 'TỆP.pdf', words: 'nơi ghi PDF' },
          version: { type: 'string', value: 'BẢN', words: 'bản của mẫu; bỏ trống thì bản đang dùng' },
          json: JSON_LINES,
        },
        database: 'looks',
      },
    },
  },
  ...FILE_COMMANDS,
  register: {
    words: 'kiểm tra sổ văn bản: số, chuỗi, tệp',
    acts: {
      check: {
        words: 'mỗi sổ của mỗi năm tự chứng minh',
        options: {
          book: { type: 'string', value: 'SỔ', words: 'incoming, outgoing hoặc copies' },
          year: { type: 'string', value: 'NĂM', words: 'năm, bốn chữ số' },
          ...ANCHORS,
          json: JSON_LINES,
        },
        database: 'reads',
      },
    },
  },
  journal: {
    words: 'kiểm tra nhật ký',
    acts: {
      verify: { words: 'chuỗi nhật ký tự chứng minh', options: { ...ANCHORS, json: JSON_LINES }, database: 'reads' },
      key: { words: 'in khóa công khai dùng để ký mốc', options: { json: JSON_LINES }, database: 'reads' },
    },
  },
  exchange: {
    words: 'việc chờ gửi, thử lại, đối chiếu với hệ thống quản lý văn bản',
    acts: {
      queue: { words: 'kê giao dịch đang chờ, tạm giữ, đã dừng', options: { json: JSON_LINES }, database: 'reads' },
      retry: {
        words: 'cho thử lại một việc đã dừng',
        operand: { value: 'MÃ-VIỆC' },
        options: { json: JSON_LINES },
        database: 'writes',
      },
      reconcile: {
        words: 'đối chiếu tin của hai bên',
        options: {
          from: { type: 'string', value: 'NĂM-THÁNG-NGÀY', words: 'đối chiếu từ ngày này' },
          json: JSON_LINES,
        },
        database: 'writes',
      },
      numbers: {
        words: 'có đang cấp số không sau khi phục hồi; --go-on: cấp số tiếp dù chưa đối chiếu được',
        options: {
          'go-on': { type: 'boolean', words: 'cấp số tiếp; nhật ký ghi tài khoản trên máy' },
          reason: { type: 'string', value: 'LÝ-DO', words: 'lý do, bắt buộc cùng --go-on' },
        },
        database: 'writes',
      },
    },
  },
  account: {
    words: 'tài khoản tại chỗ: thêm quản trị, đặt mật khẩu, bỏ xác thực hai lớp',
    acts: {
      add: {
        words: 'thêm một quản trị; mật khẩu hỏi trên màn hình, hoặc đọc một dòng từ stdin',
        operand: { value: 'TÀI-KHOẢN' },
        options: {
          name: { type: 'string', required: true, value: '"HỌ TÊN"', words: 'họ và tên' },
          unit: { type: 'string', value: 'MÃ-ĐƠN-VỊ', words: 'đơn vị; bỏ trống thì là văn phòng' },
        },
        database: 'writes',
      },
      password: {
        words: 'đặt mật khẩu mới; hỏi trên màn hình, hoặc đọc một dòng từ stdin',
        operand: { value: 'TÀI-KHOẢN' },
        options: {},
        database: 'writes',
      },
      'second-factor': {
        words: 'bỏ xác thực hai lớp của một tài khoản',
        operand: { value: 'TÀI-KHOẢN' },
        options: { reset: { type: 'boolean', required: true, words: 'bỏ, để người đó cài lại' } },
        database: 'writes',
      },
    },
  },
  directory: {
    words: 'đồng bộ nhân sự với thư mục LDAP, Active Directory',
    acts: {
      sync: {
        words: 'đồng bộ nhân sự với thư mục',
        options: {
          'dry-run': { type: 'boolean', words: 'chỉ xem trước' },
          delta: { type: 'boolean', words: 'chỉ phần đổi từ lần trước' },
          approve: { type: 'string', value: 'MÃ-KẾ-HOẠCH', words: 'đồng ý đúng kế hoạch mang mã này' },
          json: JSON_LINES,
        },
        database: 'writes',
      },
    },
  },
  token: {
    words: 'mã truy cập của chương trình dùng API: tạo, liệt kê, thu hồi',
    acts: {
      create: {
        words: 'tạo một mã, chỉ hiện một lần',
        options: {
          name: { type: 'string', required: true, value: 'TÊN', words: 'tên chương trình' },
          owner: { type: 'string', required: true, value: 'TÀI-KHOẢN', words: 'người chịu trách nhiệm' },
          scope: { type: 'string', required: true, multiple: true, value: 'VIỆC', words: 'việc được làm' },
          days: { type: 'string', value: 'SỐ', words: 'số ngày dùng được' },
          json: JSON_LINES,
        },
        database: 'writes',
      },
      list: { words: 'kê mọi mã', options: { json: JSON_LINES }, database: 'reads' },
      scopes: { words: 'kê các việc có thể cho', options: {}, database: 'none' },
      revoke: { words: 'thu hồi một mã', operand: { value: 'MÃ-SỐ' }, options: {}, database: 'writes' },
    },
  },
  init: {
    words: 'cấu hình lần đầu: hỏi, thử từng phần, ghi .env, lập cơ sở dữ liệu và quản trị đầu tiên',
    acts: {
      '': {
        words: 'hỏi từng phần và thử ngay; ghi .env, tệp cho systemd, nginx, cron; chạy lại được',
        options: {
          answers: { type: 'string', value: 'TỆP.json', words: 'lấy câu trả lời từ tệp, không hỏi (trừ mật khẩu)' },
          untried: { type: 'boolean', words: 'cùng --answers: không thử kết nối' },
        },
        database: 'none',
      },
    },
  },
  backup: {
    words: 'sao lưu cơ sở dữ liệu, khóa và mọi tệp, khi phần mềm đang chạy',
    acts: {
      '': {
        words: 'sao lưu cơ sở dữ liệu, khóa và mọi tệp; tệp đã có trong thư mục thì không chép lại',
        options: {
          out: { type: 'string', required: true, once: true, value: 'THƯ-MỤC', words: 'nơi giữ các bản sao lưu' },
          keep: { type: 'string', value: 'SỐ', words: 'giữ bấy nhiêu bản mới nhất, xóa bản cũ hơn' },
          json: JSON_LINES,
        },
        database: 'reads',
      },
    },
  },
  files: {
    words: 'chép tệp văn bản và bằng chứng sang thư mục khác hoặc kho S3, khi phần mềm đang chạy',
    acts: {
      copy: {
        words:
          'chép mọi tệp sang thư mục hoặc kho khác, kiểm tra từng tệp; chạy lại thì chỉ chép phần chưa có, không xóa gì',
        options: {
          to: {
            type: 'string',
            required: true,
            once: true,
            value: 'ĐÍCH',
            words: 'một thư mục, hoặc s3://tên-kho/tiền-tố',
          },
          json: JSON_LINES,
        },
        database: 'none',
      },
    },
  },
  restore: {
    words: 'phục hồi từ bản sao lưu trên máy chưa có dữ liệu',
    acts: {
      '': {
        words: 'kiểm tra từng tệp của bản sao lưu, rồi phục hồi trên máy chưa có dữ liệu',
        options: {
          from: {
            type: 'string',
            required: true,
            once: true,
            value: 'THƯ-MỤC',
            words: 'thư mục đã sao lưu vào (lấy bản mới nhất), hoặc một bản trong đó',
          },
          check: { type: 'boolean', words: 'chỉ kiểm tra bản sao lưu' },
          identity: { type: 'string', value: 'TỆP', words: 'tệp khóa riêng mở bản sao lưu đã mã hóa' },
          rehearse: { type: 'boolean', words: 'phục hồi thử vào một thư mục tạm, kiểm chứng các sổ, nhật ký, rồi xóa' },
          json: JSON_LINES,
        },
        database: 'restores',
      },
    },
  },
  move: {
    words: 'chuyển cơ sở dữ liệu SQLite sang SQL Server',
    acts: {
      '': {
        words: 'chuyển mọi bảng sang SQL Server khi phần mềm đã dừng; bị cắt ngang thì chạy lại để làm tiếp',
        options: {
          to: {
            type: 'string',
            required: true,
            once: true,
            value: 'ĐỊA-CHỈ',
            words: 'cơ sở dữ liệu đích, mssql://…, hoặc tệp chứa địa chỉ ấy',
          },
          'dry-run': { type: 'boolean', words: 'chỉ đọc nguồn và xem đích; không ghi gì' },
          json: JSON_LINES,
        },
        database: 'moves',
      },
    },
  },
  doctor: {
    words:
      'kiểm tra cấu hình, tệp, cơ sở dữ liệu, ổ đĩa, máy và các kết nối; --security: những gì giữ người lạ ở ngoài',
    acts: {
      '': {
        words: 'kiểm tra cấu hình, tệp lưu trữ, cơ sở dữ liệu, ổ đĩa, máy và các kết nối',
        options: {
          security: { type: 'boolean', words: 'thay vào đó xem những gì giữ người lạ ở ngoài' },
          json: JSON_LINES,
        },
        database: 'examines',
      },
    },
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
