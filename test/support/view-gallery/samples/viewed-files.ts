import { filePageView } from '../../../../src/web/file-view/file-view.js';

const of = (id: string) => ({
  href: `/xem/van-ban/${id}`,
  downloadHref: `/tep/van-ban/${id}`,
  backHref: '/phieu',
});

export const viewedPdf = filePageView({
  ...of('pdf'),
  name: 'giay-xac-nhan.pdf',
  bytes: 210_000,
  pages: { pages: 3, isPicture: false, width: 1131, height: 1600 },
});

export const viewedLongPdf = filePageView({
  ...of('pdf-dai'),
  name: 'Kế hoạch kiểm tra việc thu, chi đầu năm học kèm danh sách các trường được kiểm tra.pdf',
  bytes: 18_400_000,
  pages: { pages: 212, isPicture: false, width: 1131, height: 1600 },
});

export const viewedPhotograph = filePageView({
  ...of('anh'),
  name: 'giay-bao-thu.jpg',
  bytes: 4_200_000,
  pages: { pages: 1, isPicture: true, width: 1131, height: 1600 },
});

export const viewedHeic = filePageView({
  ...of('heic'),
  name: 'IMG_0412.HEIC',
  bytes: 2_600_000,
  pages: { notShown: 'heic' },
});
