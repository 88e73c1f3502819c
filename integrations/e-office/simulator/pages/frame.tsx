import type { ComponentChildren, VNode } from 'preact';
import { NOTICES, type NoticeKey } from './wording.js';

export type Room = 'overview' | 'leader' | 'registry' | 'hotline' | 'rehearsal';

const ROOMS: readonly { readonly room: Room; readonly href: string; readonly name: string }[] = [
  { room: 'overview', href: '/', name: 'Tổng quan' },
  { room: 'leader', href: '/ky', name: 'Bàn lãnh đạo' },
  { room: 'registry', href: '/van-thu', name: 'Bàn văn thư' },
  { room: 'hotline', href: '/tong-dai', name: 'Tổng đài 1022' },
  { room: 'rehearsal', href: '/dien-tap', name: 'Diễn tập sai' },
];

/** What a controller gives to every page. */
export interface PageContext {
  /** Goes back with each form, so that no other site can act here. */
  readonly token: string;
  readonly notice?: NoticeKey;
  /** A refusal of the last act, in Vietnamese. */
  readonly refusal?: string;
}

export interface FrameProps {
  readonly title: string;
  readonly room: Room;
  readonly context: PageContext;
  /** Seconds after which the page looks again by itself; only for pages without a form to lose. */
  readonly refresh?: number;
  readonly children: ComponentChildren;
}

/** The frame of every page; that nothing here has legal force stands on top of each. */
export function Frame({ title, room, context, refresh, children }: FrameProps): VNode {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refresh === undefined ? null : <meta http-equiv="refresh" content={`${refresh}`} />}
        <title>{`${title} · Hệ thống văn bản mô phỏng`}</title>
        <link rel="icon" type="image/svg+xml" href="/tep-tinh/bieu-tuong.svg" />
        <link rel="stylesheet" href="/tep-tinh/simulator.css" />
      </head>
      <body>
        <p class="mo-phong">Mô phỏng – không có giá trị pháp lý. Chữ ký và dấu là MẪU THỬ NGHIỆM.</p>
        <header class="dau-trang">
          <span class="ten">Hệ thống văn bản mô phỏng</span>
          <nav aria-label="Các bàn làm việc">
            {ROOMS.map(({ room: id, href, name }) => (
              <a key={id} href={href} aria-current={id === room ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
        </header>
        <main>
          {context.notice ? (
            <p class="bao" role="status">
              {NOTICES[context.notice]}
            </p>
          ) : null}
          {context.refusal === undefined ? null : (
            <p class="bao tu-choi" role="alert">
              {context.refusal}
            </p>
          )}
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** A form that changes something. */
export function ActForm({
  action,
  context,
  children,
}: {
  readonly action: string;
  readonly context: PageContext;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="token" value={context.token} />
      {children}
    </form>
  );
}

/** Why a list is empty, and what fills it. */
export function Empty({ children }: { readonly children: ComponentChildren }): VNode {
  return <p class="trong">{children}</p>;
}

/** Something that is not there, or cannot be done; the sentence stands in the context. */
export function RefusalPage({ context }: { readonly context: PageContext }): VNode {
  return (
    <Frame title="Không thực hiện được" room="overview" context={context}>
      <p>
        <a href="/">Về trang tổng quan</a>
      </p>
    </Frame>
  );
}
