import type { ComponentChildren, VNode } from 'preact';

export interface DocumentProps {
  /** The page's own title, without the name of the product; never a citizen's name. */
  readonly title: string;
  /** A page without the frame of the app: sign-in, a refusal to somebody unknown. */
  readonly bare?: boolean;
  readonly children: ComponentChildren;
}

/** Those of each page: asked for first, they are there before the first line is drawn, and nothing moves afterwards. */
const FONTS = ['source-sans-3-vietnamese-wght-normal', 'source-sans-3-latin-wght-normal'];

/** The HTML document: served styles and scripts only, nothing inline. */
export function Document({ title, bare = false, children }: DocumentProps): VNode {
  return (
    <html lang="vi" data-bs-theme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Hồi Âm`}</title>
        <link rel="icon" href="/assets/app/img/app-icon.svg" type="image/svg+xml" />
        {FONTS.map((name) => (
          <link
            key={name}
            rel="preload"
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
            href={`/assets/app/fonts/${name}.woff2`}
          />
        ))}
        <link rel="stylesheet" href="/assets/tabler/tabler.min.css" />
        <link rel="stylesheet" href="/assets/app/css/tokens.css" />
        <link rel="stylesheet" href="/assets/app/css/theme.css" />
        <script src="/assets/app/js/theme.js" />
        <script type="module" src="/assets/app/js/app.js" />
      </head>
      <body class={bare ? 'ha-bare' : undefined}>
        <a class="ha-skip" href="#noi-dung">
          Tới nội dung chính
        </a>
        {children}
      </body>
    </html>
  );
}
