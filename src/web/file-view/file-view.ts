import type { NotShown } from '../../files/domain/pictures/shown-file.js';
import { count, fileSize } from '../kit/words/numbers.js';
import type { FilePageView } from './file-page.js';
import type { FilePagesReading } from './file-pages.js';

/** Pages of one file that are shown; the rest of a longer one is read in its download. */
const MAX_SHOWN_PAGES = 60;

const WHY_NOT: Readonly<Record<NotShown, string>> = {
  heic: 'Ảnh HEIC của điện thoại chưa xem được ở đây. Tải về rồi mở bằng phần mềm xem ảnh.',
  video: 'Đoạn phim không xem được ở đây. Tải về để xem.',
  recording: 'Tệp ghi âm không nghe được ở đây. Tải về để nghe.',
  office: 'Tệp Word, Excel không xem được ở đây. Tải về để đọc.',
  otherPicture: 'Loại ảnh này chưa xem được ở đây. Tải về để xem.',
  tooLarge: 'Ảnh quá lớn (trên 40 triệu điểm ảnh) nên không thu nhỏ ở đây. Tải về để xem.',
  other: 'Loại tệp này không xem được ở đây. Tải về để mở.',
  undrawable: 'Chưa tạo được hình của tệp này: tệp có thể bị hỏng hoặc đặt mật khẩu. Tải về để mở.',
};

interface FileReading {
  readonly href: string;
  readonly downloadHref: string;
  readonly name: string;
  readonly bytes: number;
  readonly pages: FilePagesReading;
  readonly backHref: string;
}

export function filePageView({ href, downloadHref, name, bytes, pages, backHref }: FileReading): FilePageView {
  const size = fileSize(bytes);
  if ('notShown' in pages) {
    return { name, facts: size, downloadHref, backHref, shown: null, words: WHY_NOT[pages.notShown] };
  }
  const { isPicture, width, height } = pages;
  const shown = Math.min(pages.pages, MAX_SHOWN_PAGES);
  return {
    name,
    facts: isPicture ? `ảnh thu nhỏ, tệp gốc ${size}` : `${count(pages.pages)} trang, ${size}`,
    downloadHref,
    backHref,
    shown: {
      label: isPicture ? `Ảnh ${name}` : `${name}, ${count(pages.pages)} trang`,
      width,
      height,
      pictures: Array.from({ length: shown }, (_, at) => ({
        src: `${href}/trang/${String(at + 1)}.jpg`,
        alt: isPicture ? `Ảnh ${name}` : `Trang ${count(at + 1)} trên ${count(pages.pages)}`,
      })),
    },
    words:
      pages.pages > shown
        ? `Đang xem ${count(shown)} trang đầu trong ${count(pages.pages)} trang. Tải về để đọc hết.`
        : null,
  };
}
