import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';
import { Note } from '../kit/note.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';

/** GET `/xem/:kind/:id`: one file. With scripts on a desk it stands beside the page one came from (`document-beside.js`). */
export interface FilePageView {
  readonly name: string;
  /** `3 trang, 1,2 MB` */
  readonly facts: string;
  readonly downloadHref: string;
  /** The page that listed it. */
  readonly backHref: string;
  readonly shown: FilePicturesView | null;
  /** Why nothing of it is shown, or not all. */
  readonly words: string | null;
}

export interface FilePicturesView {
  readonly label: string;
  /** Of the first picture, in points; the others are mostly alike. */
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly { readonly src: string; readonly alt: string }[];
}

export function FilePage({ frame, view }: { frame: PageFrame; view: FilePageView }): VNode {
  const { name, facts, downloadHref, backHref, shown, words } = view;
  return (
    <PageShell frame={frame} title={name} place={null} crumb={{ href: backHref, label: 'Danh sách tệp' }}>
      <section class="ha-panel ha-viewed" id="tep-dang-xem" aria-labelledby="t-tep-dang-xem">
        <div class="ha-panel-h">
          <h1 id="t-tep-dang-xem">{name}</h1>
          <span class="ha-small ha-mute">{facts}</span>
          <a class="btn ha-no-print" href={downloadHref}>
            <Icon name="down" />
            Tải về
          </a>
        </div>
        {words !== null && <Note>{words}</Note>}
        {shown !== null && <Pictures shown={shown} />}
      </section>
    </PageShell>
  );
}

function Pictures({ shown: { label, width, height, pictures } }: { shown: FilePicturesView }): VNode {
  return (
    <div class="ha-viewed-b" tabindex={0} role="region" aria-label={label}>
      {pictures.map(({ src, alt }, at) => (
        <img key={src} class="ha-page" loading={at === 0 ? 'eager' : 'lazy'} {...{ src, alt, width, height }} />
      ))}
    </div>
  );
}
