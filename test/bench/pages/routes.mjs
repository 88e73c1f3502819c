/**
 * What is asked of a department: each page and each answer of the API that reads what grows with the tickets, by the person who reads it most,
<<<<<<< HEAD
 * with the statements that it may ask of the database. The figures are what holds, none above `AIM` but those of a search. That no other route walks a
=======
 * with the statements that it may ask of the database. The figures are what holds, none above `AIM` but those of a search and of the first pages of clerk and administrator. That no other route walks a
>>>>>>> aa378280 (test(bench): Hold the statements of an administrator's first page)
 * table which grows is held by `test/e2e/access-matrix.spec.ts`.
 */

/** The most that a list and a page about one thing may ask. */
export const AIM = { list: 12, one: 20 };

const list = (who, path, statements) => ({ who, path, statements, kind: 'list' });
/** Reads nothing of tickets: what it costs more at another time is the machine's. */
const fixed = (who, path, statements) => ({ ...list(who, path, statements), isFixed: true });
const one = (who, path, statements) => ({ who, path, statements, kind: 'one' });

const ROUTES = [
  list('vanthu', '/', 12),
  // A search goes in steps, between which others have their turn; each is one statement (ADR 0015).
  list('vanthu', '/tim-kiem?tim=học+thêm', 22),
  list('vanthu', '/tim-kiem?kenh=web&han-tu=2026-03-01', 22),
  list('vanthu', '/tim-kiem?tim=học+thêm&muc=urgent&xep=han-gan', 22),
  list('vanthu', '/?danh-sach=toan-so.moi-nhan', 12),
  list('vanthu', '/tim-kiem/da-luu', 3),
  list('vanthu', '/tim-nhanh?tim=học+thêm', 12),
  list('vanthu', '/so-tiep-nhan', 9),
  list('vanthu', '/so-tiep-nhan-don', 5),
  list('vanthu', '/so-van-ban/den', 11),
  list('vanthu', '/so-van-ban/di', 11),
  list('vanthu', '/so-van-ban/theo-doi', 11),
  list('vanthu', '/du-thao', 4),
  list('vanthu', '/trinh-ky', 12),
  list('vanthu', '/trao-doi', 12),
  list('vanthu', '/trao-doi/ban-ghi', 4),
  list('vanthu', '/trao-doi/viec', 6),
  list('vanthu', '/ho-so', 4),
  list('vanthu', '/thong-bao', 6),
  list('vanthu', '/cong-bo', 4),
  list('vanthu', '/quyet-dinh', 4),
  list('vanthu', '/van-ban-den', 7),
  list('vanthu', '/giao-theo-de-xuat', 3),
  list('chuyenvien', '/nhieu-phieu/ghi-tien-do', 3),
  list('vanthu', '/nhieu-phieu/nhac', 3),
  list('vanthu', '/gui-tiep', 3),
  list('vanthu', '/quan-triet', 5),
  list('vanthu', '/quan-triet/da-gui', 5),
  list('vanthu', '/yeu-cau-du-lieu', 5),
  list('vanthu', '/khen-thuong', 5),
  list('vanthu', '/so-van-ban/sao', 9),
  list('vanthu', '/so-van-ban/buu-dien', 6),
  list('vanthu', '/so-van-ban/den/bat-dau', 6),
  list('vanthu', '/so-van-ban/den/in', 4),
  list('vanthu', '/tin-loi', 8),
  list('vanthu', '/trao-doi/doi-chieu', 10),
  list('vanthu', '/so-van-ban/den/cho-so', 6),
  list('vanthu', '/trao-doi/ghi-so', 6),
  list('vanthu', '/trao-doi/co-quan', 7),
  list('vanthu', '/danh-muc-ho-so', 7),
  list('vanthu', '/bang-phan-cong', 4),
  list('vanthu', '/nhap-phieu', 4),
  list('vanthu', '/lam-thay', 6),
  one('vanthu', '/phieu/{open}/tach', 4),
  one('vanthu', '/phieu/{open}/han.json', 5),
  one('vanthu', '/du-thao/{draft}/noi-nhan', 15),
  one('vanthu', '/du-thao/{draft}/so-sanh', 8),
  one('vanthu', '/phieu/{open}', 20),
  one('vanthu', '/phieu/{closed}', 16),
  one('vanthu', '/van-ban-di/{outgoing}', 20),
  one('vanthu', '/trinh-ky/{request}', 14),
  one('vanthu', '/du-thao/{draft}', 18),
  one('vanthu', '/don/{petition}', 19),
  one('vanthu', '/trao-doi/tin/{message}', 5),
  list('chuyenvien', '/', 11),
  list('chuyenvien', '/tim-kiem?tim=học+thêm', 22),
  list('chuyenvien', '/du-thao', 4),
  list('chuyenvien', '/thong-bao', 6),
  one('chuyenvien', '/phieu/{open}', 18),
  one('chuyenvien', '/phieu/{closed}', 16),
  one('chuyenvien', '/du-thao/{draft}', 18),
  list('truongphong', '/', 11),
  list('truongphong', '/du-thao', 4),
  list('lanhdao', '/', 6),
  list('lanhdao', '/giam-sat', 8),
  list('lanhdao', '/bao-cao', 4),
  list('thanhtra', '/', 6),
  list('thanhtra', '/giam-sat', 8),
  list('thanhtra', '/giam-sat/chi-dao', 6),
  list('thanhtra', '/giam-sat/danh-sach?so=qua-han', 6),
  list('thanhtra', '/giam-sat/danh-sach?so=im-lang', 6),
  list('thanhtra', '/giam-sat/danh-sach?so=tra-loi-dung-han', 6),
  list('thanhtra', '/giam-sat/mau', 4),
  one('thanhtra', '/giam-sat/phieu/{open}', 7),
  list('thanhtra', '/giam-sat/don-doc', 5),
  list('thanhtra', '/nhat-ky', 12),
  list('quantri', '/', 13),
  list('quantri', '/nhat-ky', 12),
  list('quantri', '/an-toan', 12),
  fixed('quantri', '/to-chuc/nguoi', 5),
  fixed('quantri', '/to-chuc', 6),
  one('quantri', '/to-chuc/nguoi/{officer}', 10),
  one('quantri', '/to-chuc/{unit}', 9),
  list('quantri', '/tich-hop/webhook', 6),
  list('quantri', '/thong-bao', 6),
  fixed('quantri', '/lich-lam-viec', 5),
  fixed('quantri', '/mau-van-ban', 4),
  fixed('quantri', '/tai-khoan', 6),
  fixed('quantri', '/can-bo-dau-moi', 7),
  list('quantri', '/trao-doi', 12),
  list('chuyenvien', '/api/v1/tickets', 5),
  one('chuyenvien', '/api/v1/tickets/{open}', 3),
  one('chuyenvien', '/api/v1/tickets/{open}/course', 4),
  one('chuyenvien', '/api/v1/tickets/{open}/life', 4),
  list('chuyenvien', '/api/v1/notices', 4),
  list('chuyenvien', '/api/v1/search?words=học+thêm', 16),
  one('chuyenvien', '/api/v1/tickets/{open}/deadlines', 4),
  one('chuyenvien', '/api/v1/tickets/{open}/proof', 6),
  list('vanthu', '/api/v1/documents', 3),
  list('vanthu', '/api/v1/incoming-documents', 6),
  list('vanthu', '/api/v1/registers/incoming?year=2026', 5),
  list('vanthu', '/api/v1/registers/outgoing?year=2026', 3),
  list('vanthu', '/api/v1/registers/search?words=học+thêm', 3),
  list('máy giám sát', '/metrics', 9),
  list('người dân', '/tra-cuu', 0),
  list('người dân', '/cong-khai/ket-qua', 0),
  list('người dân', '/cong-khai/so-lieu', 0),
  list('người dân', '/tinh-trang', 2),
];

/** @param {Record<string, string>} ids of one ticket that is open, one that is over, and what is beside them */
export function routesOf(ids) {
  return ROUTES.map((route) => ({
    ...route,
    url: route.path.replace(/\{(\w+)\}/gu, (_all, name) => {
      if (!ids[name]) throw new Error(`The department has no ${name}`);
      return ids[name];
    }),
  }));
}
