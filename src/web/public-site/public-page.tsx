import type { ComponentChildren, VNode } from 'preact';
import { Document } from '../kit/shell/document.js';

export type PublicPlace = 'results' | 'contacts' | 'figures' | 'data' | 'lookUp';

/** Root of the public site. */
export const PUBLIC_SITE = '/cong-khai';

const PLACES: readonly { readonly place: PublicPlace; readonly href: string; readonly label: string }[] = [
  { place: 'results', href: `${PUBLIC_SITE}/ket-qua`, label: 'Kết quả' },
  { place: 'lookUp', href: `${PUBLIC_SITE}/tra-cuu`, label: 'Tra cứu phiếu' },
  { place: 'contacts', href: `${PUBLIC_SITE}/dau-moi`, label: 'Cán bộ đầu mối' },
  { place: 'figures', href: `${PUBLIC_SITE}/so-lieu`, label: 'Số liệu' },
  { place: 'data', href: `${PUBLIC_SITE}/du-lieu`, label: 'Dữ liệu mở' },
];

export interface PublicPageProps {
  readonly title: string;
  /** The department in full. */
  readonly agency: string;
  /** Null on a page that is not in the navigation. */
  readonly place: PublicPlace | null;
  /** Replaces the default text at the foot of the page. */
  readonly foot?: string;
  readonly children: ComponentChildren;
}

/** A public page: the department's name, the navigation of the public site, the contents. */
export function PublicPage({ title, agency, place, foot, children }: PublicPageProps): VNode {
  return (
    <Document title={title} bare>
      <header class="ha-public-h">
        <div>
          <div class="ha-org">
            <span>Phản ánh, kiến nghị về giáo dục</span>
            <b>{agency}</b>
          </div>
          <nav aria-label="Trang công khai">
            {PLACES.map((one) => (
              <a key={one.place} href={one.href} aria-current={one.place === place ? 'page' : undefined}>
                {one.label}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main class="ha-public" id="noi-dung" tabindex={-1}>
        <h1>{title}</h1>
        {children}
        <p class="ha-foot">{foot ?? <ForEverybody />}</p>
      </main>
    </Document>
  );
}

function ForEverybody(): VNode {
  return (
    <>
      Gửi phản ánh, kiến nghị: gọi <a href="tel:1022">1022</a>, Tổng đài của thành phố. Trang này không nêu tên, số điện
      thoại hay lời của người đã phản ánh.
    </>
  );
}
