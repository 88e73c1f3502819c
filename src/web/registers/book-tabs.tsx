import type { VNode } from 'preact';

const BOOKS = [
  { code: 'di', label: 'Văn bản đi' },
  { code: 'den', label: 'Văn bản đến' },
  { code: 'theo-doi', label: 'Theo dõi giải quyết' },
  { code: 'sao', label: 'Văn bản sao' },
  { code: 'buu-dien', label: 'Gửi bưu điện' },
] as const;

/** The ways between the registers of a year. */
export function BookTabs({ current, year }: { current: (typeof BOOKS)[number]['code']; year: number }): VNode {
  return (
    <nav aria-label="Các sổ">
      <ul class="ha-views">
        {BOOKS.map(({ code, label }) => (
          <li key={code}>
            <a href={`/so-van-ban/${code}?nam=${year}`} aria-current={code === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
