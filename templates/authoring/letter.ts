import { blank, floatingFrame, frame } from './places.js';
import { layoutTable, paragraph, repeated, rule, run } from './wordprocessing.js';

/** Width of a line of text: 210 mm of paper less 30 mm left and 20 mm right. */
const LEFT = { width: 66 };
const RIGHT = { width: 94 };

/** The motto's own width at 13 pt bold, which its line must equal; the agency's line is two fifths of the agency's name. */
const MOTTO_WIDTH = 56.1;
const AGENCY_LINE_WIDTH = 22.4;

/** Ô 1 to 5b: who writes, under which nation, number, place and date, about what. */
export function letterhead(): string {
  const agency =
    paragraph('CoQuanChuQuan', '{co_quan_chu_quan}') +
    paragraph('CoQuanBanHanh', '{co_quan_ban_hanh}') +
    rule(LEFT.width, AGENCY_LINE_WIDTH);
  const nation =
    paragraph('QuocHieu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
    paragraph('TieuNgu', 'Độc lập - Tự do - Hạnh phúc') +
    rule(RIGHT.width, MOTTO_WIDTH);
  const number = paragraph('SoKyHieu', run('Số: ') + blank('so', 4) + run('/{ky_hieu}'));
  const placeAndDate = paragraph(
    'DiaDanhNgay',
    run('{dia_danh}, ngày ') + blank('ngay', 1) + run(' tháng ') + blank('thang', 1) + run(' năm {nam}'),
  );
  return layoutTable(
    [LEFT, RIGHT],
    [
      [agency, nation],
      [number, placeAndDate],
      [paragraph('TrichYeu', 'V/v {trich_yeu}'), paragraph('Normal', '')],
    ],
  );
}

/** Ô 9a: one addressee on the line of `Kính gửi`, several under its colon. */
export function addressees(): string {
  return (
    repeated('kinh_gui_mot_noi', paragraph('KinhGuiMotNoi', 'Kính gửi: {.}')) +
    paragraph('DongLenh', '{#kinh_gui_nhieu_noi}') +
    paragraph('KinhGui', 'Kính gửi:') +
    repeated('noi_gui', paragraph('KinhGuiNoi', '- {.}')) +
    paragraph('DongLenh', '{/kinh_gui_nhieu_noi}')
  );
}

/** The last words of the body, kept with the signature; the unit head's initials float behind them. */
export function closing(): string {
  return paragraph('LoiKet', run('{loi_ket}') + floatingFrame('ky_nhay', 2, 'Chỗ ký nháy', { width: 12, height: 6 }));
}

/** Ô 7 and 9b side by side, never torn apart by the end of a page. */
export function signatureBlock(): string {
  const recipients = paragraph('NoiNhan', 'Nơi nhận:') + repeated('noi_nhan', paragraph('NoiNhanDong', '- {.}'));
  const signer =
    repeated('tham_quyen_ky', paragraph('QuyenHan', '{.}')) +
    paragraph('ChuKy', frame('chu_ky', 1, 'Chỗ cho chữ ký và dấu', { width: 50, height: 24 })) +
    paragraph('HoTen', '{nguoi_ky}');
  // Word wants a paragraph behind every table; this one is too low to start a page of its own.
  return layoutTable([{ width: 78 }, { width: 82 }], [[recipients, signer]]) + paragraph('CuoiVanBan', '');
}
