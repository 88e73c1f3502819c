import type { Category } from '../../../law/index.js';
import type { Agency } from '../competent-agencies.js';

/**
 * By what a field is known before the department has decided anything: phrases as they stand in papers, folded. Each counts as a few papers, so that what
 * is decided soon weighs more.
 */
export const FIELD_PHRASES: Readonly<Record<Category, readonly string[]>> = {
  fees: listed(
    'thu tien, khoan thu, lam thu, hoc phi, dong tien, nop tien, tien quy, quy lop, quy phu huynh, day them, hoc them, xa hoi hoa, tu ' +
      'nguyen, tien hoc, phieu thu, hoa don, trung binh moi chau, ban dai dien cha me, van dong tai tro, ung ho tien, dong phuc, bao hiem ' +
      'than the, ep hoc, mien hoc phi, thu chi, cong khai tai chinh, thu sai quy dinh, bat dong, bat nop, muc thu, tien, nghin dong, ' +
      'trieu dong, lop hoc them, hoc tang cuong, hoc lien ket, thu qua, quy hoi phu huynh, mua ti vi, mua dieu hoa',
  ),
  admission: listed(
    'tuyen sinh, vao lop, thi vao, thi tot nghiep, diem chuan, nguyen vong, trung tuyen, phuc khao, chi tieu, trai tuyen, dung tuyen, ' +
      'phan tuyen, ky thi, du thi, thi sinh, diem thi, coi thi, giam thi, de thi, cham thi, hoc sinh gioi, nhap hoc, chay truong, dang ky ' +
      'vao, tuyen sinh truc tuyen, lich thi, cong diem, uu tien, ma dinh danh, khong nhan, het cho, xet tuyen, du tuyen, thi thu, mon ' +
      'thi, bai thi, truot',
  ),
  schoolSafety: listed(
    'bao luc, danh nhau, bi danh, bi ban danh, bat nat, danh hoi dong, danh dap, hanh hung, an toan, bao hanh, xam hai, duoi nuoc, tai ' +
      'nan, cong truong, bao ve, xe dua don, thuoc la dien tu, ma tuy, mang dao, co lap, boi nho, quay clip, tung len mang, tran lot, xin ' +
      'deu, doa nat, de doa, vet bam, bi thuong, camera, danh chau, tat chau, nhot, nguy hiem, mat an toan, chan danh, nhap vien, hut ' +
      'thuoc, be boi, mu bao hiem, xe may, hung khi, tam ly, phan luong, nga, di lac, bat coc',
  ),
  boardingMeals: listed(
    'ban tru, bep an, suat an, bua an, bua trua, bua phu, thuc don, thuc pham, com, thit, rau, sua, ngo doc, dau bung, ruoi, moc, oi ' +
      'thiu, het han su dung, nau an, nha bep, an trua, tien an, cang tin, cung cap suat an, ve sinh an toan thuc pham, khau phan, doi, ' +
      'nguon goc thuc pham, thuc an, an uong, nha an',
  ),
  facilities: listed(
    'co so vat chat, phong hoc, nha ve sinh, xuong cap, ban ghe, san truong, mai ton, dot, ngap, quat, may chieu, tran nha, bong troc, ' +
      'sua chua, xay dung truong, xay moi, thiet bi day hoc, nha da nang, phong may, dien chieu sang, thieu phong, nha xe, de xe, ky tuc ' +
      'xa, tuong nut, dau tu, hu hong, hong, bang den, den, chap chay, o cam, thieu ban ghe, dieu hoa, cau thang, lan can, do dang, thoat ' +
      'nuoc, nong, san choi, thu vien, diem truong',
  ),
  staffConduct: listed(
    'thai do, xuc pham, mat sat, chui, quat mang, thieu ton trong, vo trach nhiem, hach dich, dao duc nha giao, trach phat, thien vi, ' +
      'tru dap, cham diem khong cong bang, noi nang, tho lo, khong dung muc, ung xu, bo tiet, di muon, vo le, danh gia, phat hoc sinh, cu ' +
      'xu, coi thuong, lam viec rieng, noi xau, gay kho de, quay roi, bo nhiem, mat doan ket, khong tiep, say ruou, uong ruou, lang ma, ' +
      'boi xau, dun day, nhan tin, kiem diem, dien thoai trong gio, ban hang',
  ),
  procedures: listed(
    'thu tuc, ho so, mot cua, dich vu cong, giay hen, tra ket qua, chuyen truong, tiep nhan ho so, nop ho so, thieu giay to, bo phan ' +
      'tiep nhan, cham tra, truc tuyen bao loi, cong chung, huong dan thu tuc, giay to gi, thoi han giai quyet, hoc lai, nop o dau, tre ' +
      'hen, xac nhan, bieu mau, thanh phan ho so, xin hoc lai, bao luu, don xin',
  ),
  diplomas: listed(
    'van bang, chung chi, bang tot nghiep, cap lai bang, ban sao bang, so goc, sai ngay sinh, cai chinh, mat bang, hoc ba, cong nhan ' +
      'van bang, xac minh van bang, giay chung nhan tot nghiep, phat bang, chinh sua bang, sai ten, cap bang, nhan bang, bang cap ba, ' +
      'bang bo tuc, sai nam sinh, cap ban sao, bang bi rach, chung nhan tam thoi',
  ),
  policyBenefits: listed(
    'che do, phu cap, luong, nang luong, thua gio, bien che, hop dong, tham nien, vien chuc, thi tuyen vien chuc, ho ngheo, can ngheo, ' +
      'ho tro chi phi hoc tap, mien giam, hoc bong, khuyet tat, tro cap, luan chuyen, bien phai, dieu dong, thoi viec, nghi huu, thai ' +
      'san, cham luong, thi dua khen thuong, chinh sach, dan toc, noi tru, giao vien hop dong, bao hiem xa hoi, tuyen dung giao vien, uu ' +
      'dai, thang hang, nghi dinh, cap gao',
  ),
  privateCentres: listed(
    'trung tam ngoai ngu, trung tam tieng anh, trung tam tin hoc, ky nang song, nhom tre, tu thuc, giay phep, khong phep, ielts, hoan ' +
      'tien, khoa hoc, hoc vien, du hoc, tu van du hoc, cam ket dau ra, luyen thi, gia su, trung tam gia su, dong cua, cap phep, giao ' +
      'vien nuoc ngoai, giao vien tay, trung tam day, bao tho, co so tu thuc, chieu sinh, ban chung chi, lop nang khieu',
  ),
  other: listed(
    'sach giao khoa, chuong trinh, thoi khoa bieu, bai tap ve nha, qua tai, giam tai, nghi hoc, lich nghi, gio don tre, gop y, cam on, ' +
      'bieu duong, day boi, lich hoc, hoc truc tuyen, mon hoc, gio vao lop, gio tan hoc, loa phat thanh, nhiet do, ret dam, hoc hai buoi, ' +
      'de xuat, sang kien, thong tin, giao duc gioi tinh, on thi, thoi gian hoc',
  ),
};

/** By what the work of other agencies is known. */
export const AGENCY_PHRASES: Readonly<Record<Agency, readonly string[]>> = {
  police: listed(
    'cong an, lua dao, trom cap, cuop, danh bac, ma tuy, dua xe, net po, can cuoc, ho khau, tam tru, gay roi, hung thu, ke gian, doi ' +
      'tuong, chiem doat, cho vay nang lai, tin dung den, mat trom, ho chieu, bien so xe, dinh danh dien tu, toi pham',
  ),
  health: listed(
    'benh vien, bac si, y ta, kham benh, tram y te, phong kham, nha thuoc, thuoc gia, tiem chung, dich benh, sot xuat huyet, benh nhan, ' +
      'vien phi, dieu duong',
  ),
  construction: listed(
    'duong hong, o ga, sua duong, den tin hieu, den giao thong, xe buyt, ben xe, giao thong, vach ke duong, bien bao, cau duong, via ' +
      'he, nha tro xay dung, xe tai, un tac, mat duong, ngap duong, den duong, cay xanh do thi, lai xe, tuyen xe, nhan vien ban ve, chung ' +
      'cu, cap phep xay dung, duong xau, nga tu',
  ),
  agriculture: listed(
    'dat dai, so do, so hong, cap doi, quyen su dung dat, dang ky dat dai, o nhiem, khoi bui, khet, xa thai, nuoc thai, thu hoi dat, ' +
      'den bu, khai thac cat, chan nuoi, lua, thuy loi, de dieu, nong nghiep, mui hoa chat, nha may xa, thu y, tai dinh cu, giai phong ' +
      'mat bang, giay chung nhan quyen su dung',
  ),
  homeAffairs: listed(
    'no luong, cong nhan, hop dong lao dong, khu cong nghiep, tro cap that nghiep, nguoi co cong, thuong binh, liet si, xuat khau lao ' +
      'dong, tai nan lao dong, nguoi lao dong, cong ty no',
  ),
  industryTrade: listed(
    'sieu thi, hang gia, hang nhai, can dieu, quan ly thi truong, gia xang, cua hang, hang het han, ban hang gia, cho truyen thong, da ' +
      'cap, nguoi tieu dung, cay xang',
  ),
  science: listed(
    'song dien thoai, cot song, mang internet, cap quang, tram phat song, tin nhan rac, sim rac, nha mang, cuoc vien thong, buu chinh, ' +
      'bts, wifi cham',
  ),
  socialInsurance: listed(
    'bao hiem xa hoi, bao hiem y te, the bao hiem, luong huu, chot so bao hiem, so bao hiem, huong bao hiem, om dau, dong bao hiem xa ' +
      'hoi, bhxh, bhyt',
  ),
  electricity: listed(
    'mat dien, cat dien, tien dien, dien luc, dien yeu, cong to, day dien, cot dien, tram bien ap, hoa don tien dien',
  ),
  ministry: listed(
    'dai hoc, cao dang, sinh vien, hoc vien cao hoc, tuyen sinh dai hoc, giang vien, nghien cuu sinh, truong dai hoc, diem san dai hoc, ' +
      'thac si',
  ),
  commune: listed(
    'rac thai, thu gom rac, do rac, karaoke, tieng on, hang xom, lan chiem, xay dung trai phep, trat tu do thi, nuoc may, cap nuoc, cho ' +
      'coc, nuoi cho tha rong, to dan pho, khu dan cu, ngo, hem, mat ve sinh, thoat nuoc ngo, dot rac, tranh chap, loa keo, hat, uy ban ' +
      'phuong, vat nuoi, nuoc ban',
  ),
};

function listed(phrases: string): readonly string[] {
  return phrases.split(', ');
}
