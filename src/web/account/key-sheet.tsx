import { Fragment, type VNode } from 'preact';
import { Dialog } from '../kit/dialog.js';

interface KeyGroup {
  readonly heading: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}

const GROUPS: readonly KeyGroup[] = [
  {
    heading: 'Di chuyển',
    keys: [
      [['j', 'k'], 'Xuống, lên một hàng'],
      [['Shift', 'J', 'K'], 'Xuống, lên mười hàng'],
      [['Enter'], 'Mở phiếu đang chọn'],
      [['v'], 'Về Việc của tôi'],
      [['[', ']'], 'Phiếu trước, phiếu sau'],
      [['Esc'], 'Đóng'],
    ],
  },
  {
    heading: 'Xử lý phiếu',
    keys: [
      [['a'], 'Tiếp nhận'],
      [['g'], 'Giao việc'],
      [['p'], 'Giao theo đề xuất'],
      [['e'], 'Ghi tiến độ'],
      [['d'], 'Dự thảo văn bản trả lời'],
      [['x'], 'Chọn phiếu đang ở'],
      [['Shift', 'X'], 'Chọn cả dãy từ phiếu chọn trước'],
      [['Shift', 'G'], 'Giao các phiếu đã chọn theo đề xuất'],
      [['Shift', 'V'], 'Giao các phiếu đã chọn cho đơn vị chọn ở trang sau'],
      [['Shift', 'E'], 'Ghi tiến độ các phiếu đã chọn'],
      [['Shift', 'N'], 'Nhắc đơn vị của các phiếu đã chọn'],
      [['Shift', 'D'], 'Duyệt việc chờ ở các phiếu đã chọn'],
      [['u'], 'Hoàn tác việc vừa làm, khi có nút Hoàn tác'],
      [['y'], 'Ở trang Chờ quyết định: đồng ý các việc đã chọn, hoặc việc đang ở khi chưa chọn việc nào'],
    ],
  },
  {
    heading: 'Văn bản',
    keys: [
      [['Ctrl', 'S'], 'Lưu bản thảo'],
      [['F8'], 'Tới chỗ phải sửa tiếp theo; Shift F8 về chỗ trước'],
    ],
  },
  {
    heading: 'Mọi nơi',
    keys: [
      [['Ctrl', 'Enter'], 'Gửi nội dung đang ghi; ở bản thảo là trình hoặc duyệt'],
      [['/'], 'Tìm'],
      [['Ctrl', 'K'], 'Tìm mọi nơi: phiếu, văn bản, người, đơn vị, trang, việc'],
      [['?'], 'Bảng phím này'],
    ],
  },
];

/** The sheet of keys, opened by `?`. */
export function KeySheet(): VNode {
  return (
    <Dialog id="bang-phim" heading="Bảng phím" wide closable>
      <div class="ha-keysheet">
        {GROUPS.map((group) => (
          <section key={group.heading}>
            <h3>{group.heading}</h3>
            <dl>
              {group.keys.map(([keys, meaning]) => (
                <Fragment key={meaning}>
                  <dt>
                    {keys.map((key, at) => (
                      <Fragment key={key}>
                        {at > 0 && ' '}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="form-check">
        <input class="form-check-input" type="checkbox" checked data-single-keys />
        <span>Dùng phím một ký tự, như j, a, /. Bỏ dấu thì chỉ còn dùng Enter, Esc, F8 và các phím đi cùng Ctrl.</span>
      </label>
      <p>
        Cách làm việc hằng ngày của từng vai trò: <a href="/huong-dan">Hướng dẫn</a>.
      </p>
    </Dialog>
  );
}
