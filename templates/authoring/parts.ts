import { ABSTRACT_LINES } from '../abstract-line.js';
import { blank, initialsPlace, signaturePlace } from './places.js';
import { layoutTable, paragraph, repeated, rule, run } from './wordprocessing.js';

/** Width of a line of text: 210 mm of paper less 30 mm left and 20 mm right. */
export const TEXT_WIDTH = 160;
const LEFT = { width: 66 };
const RIGHT = { width: 94 };

/** The motto's own width at 13 pt bold, which its line must equal; the agency's line is two fifths of the agency's name. */
const MOTTO_WIDTH = 56.1;
const AGENCY_LINE_WIDTH = 22.4;

/** Under the short name of a unit, `VĂN PHÒNG`. */
export const UNIT_LINE_WIDTH = 11;

function agency(line = AGENCY_LINE_WIDTH): string {
  return (
    paragraph('CoQuanChuQuan', '{co_quan_chu_quan}') +
    paragraph('CoQuanBanHanh', '{co_quan_ban_hanh}') +
    rule(LEFT.width, line)
  );
}

function nation(): string {
  return (
    paragraph('QuocHieu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
    paragraph('TieuNgu', 'Độc lập - Tự do - Hạnh phúc') +
    rule(RIGHT.width, MOTTO_WIDTH)
  );
}

function numberAndDate(): readonly string[] {
  return [
    paragraph('SoKyHieu', run('Số: ') + blank('so', 4) + run('/{ky_hieu}')),
    paragraph(
      'DiaDanhNgay',
      run('{dia_danh}, ngày ') + blank('ngay', 1) + run(' tháng ') + blank('thang', 1) + run(' năm {nam}'),
    ),
  ];
}

/** Ô 1 to 4 and 5b: who writes, under which nation, number, place and date, about what. */
export function letterhead(): string {
  return layoutTable(
    [LEFT, RIGHT],
    [[agency(), nation()], numberAndDate(), [paragraph('TrichYeu', 'V/v {trich_yeu}'), paragraph('Normal', '')]],
  );
}

/** Ô 1 to 5a: as above, then the type in capitals, the abstract and one of three lines under it, by the abstract's length. */
export function typedHead(type: string, agencyLine = AGENCY_LINE_WIDTH): string {
  const line = ([flag, width]: readonly [string, number]): string =>
    repeated(flag, rule(TEXT_WIDTH, width, 'KeTrichYeu'));
  return (
    layoutTable([LEFT, RIGHT], [[agency(agencyLine), nation()], numberAndDate()]) +
    paragraph('TenLoai', type) +
    paragraph('TrichYeuTenLoai', '{trich_yeu}') +
    Object.entries(ABSTRACT_LINES).map(line).join('')
  );
}

/** Ô 1, 2 and the name of a slip that has no number. */
export function slipHead(name: string): string {
  return layoutTable([LEFT, RIGHT], [[agency(), nation()]]) + paragraph('TenLoai', name);
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

/** Why: one paragraph each. */
export function opening(): string {
  return repeated('mo_dau', paragraph('NoiDung', '{.}'));
}

/** Numbered heads, under each its paragraphs; duties stand behind dashes. */
export function sections(dash: '- ' | '' = ''): string {
  return (
    paragraph('DongLenh', '{#muc}') +
    paragraph('DeMuc', run('{stt}. {tieu_de}')) +
    repeated('viec', paragraph('NoiDung', `${dash}{.}`)) +
    paragraph('DongLenh', '{/muc}')
  );
}

/** A matter with its number, over as many paragraphs as it takes; the first carries the number. */
export function numbered(number: number, field: string): string {
  return repeated(field, paragraph('NoiDung', run(`{#doan_dau}${number}. {/doan_dau}{van_ban}`)));
}

/** Who answers for the content initials behind the last words. */
export function contentInitials(): string {
  return initialsPlace('ky_nhay', 2, 'Chỗ ký nháy về nội dung');
}

/** The last words of the body, kept with the signature. */
export function closing(): string {
  return paragraph('LoiKet', run('{loi_ket}') + contentInitials());
}

/** Ô 9b, and who answers for the form initials under it. */
function recipients(): string {
  return (
    paragraph('NoiNhan', 'Nơi nhận:') +
    repeated('noi_nhan', paragraph('NoiNhanDong', '- {.}')) +
    paragraph('NoiNhanDong', initialsPlace('ky_nhay_the_thuc', 3, 'Chỗ ký nháy về thể thức'))
  );
}

function signer(): string {
  return (
    repeated('tham_quyen_ky', paragraph('QuyenHan', '{.}')) +
    paragraph('ChuKy', signaturePlace('chu_ky', 1, 'Chỗ cho chữ ký và dấu')) +
    paragraph('HoTen', '{nguoi_ky}')
  );
}

/** Ô 7 and 9b side by side, never torn apart by the end of a page. */
export function signatureBlock(): string {
  return layoutTable([{ width: 78 }, { width: 82 }], [[recipients(), signer()]]);
}

/** Minutes are signed by who took them and by who presided (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9). */
export function minutesSignatures(): string {
  const taker =
    paragraph('QuyenHan', 'THƯ KÝ') +
    paragraph('ChuKy', signaturePlace('chu_ky_thu_ky', 4, 'Chỗ cho chữ ký của thư ký')) +
    paragraph('HoTen', '{nguoi_ghi}');
  const representatives =
    paragraph('DongLenh', '{#dai_dien}') +
    paragraph('SauBang', '') +
    paragraph('QuyenHan', '{chuc_danh}') +
    paragraph('ChuKy', '', '<w:spacing w:before="60" w:after="1200"/>') +
    paragraph('HoTen', '{ho_ten}') +
    paragraph('DongLenh', '{/dai_dien}');
  return layoutTable(
    [{ width: 78 }, { width: 82 }],
    [
      [taker, signer()],
      [representatives, paragraph('Normal', '')],
      [paragraph('SauBang', '') + recipients(), paragraph('Normal', '')],
    ],
  );
}

/** Word wants a paragraph behind every table; this one is too low to start a page of its own. */
export function lastLine(properties = ''): string {
  return paragraph('CuoiVanBan', '', properties);
}
