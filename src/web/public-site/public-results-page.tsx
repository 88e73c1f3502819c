import type { VNode } from 'preact';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PUBLIC_SITE, PublicPage } from './public-page.js';

/** GET `/cong-khai/ket-qua` (`truoc`): results that were approved for everybody, newest first. */
export interface PublicResultsView {
  readonly agency: string;
  readonly results: readonly PublicResultRowView[];
  /** The page of those before; null on the last. */
  readonly olderHref: string | null;
}

export interface PublicResultRowView {
  readonly href: string;
  readonly title: string;
  /** `17/03/2026 · Thu chi, dạy thêm · Phòng Giáo dục Trung học` */
  readonly detail: string;
  /** The text as far as it goes into a list. */
  readonly beginning: string;
}

/** GET `/cong-khai/ket-qua/:number` */
export interface PublicResultView {
  readonly agency: string;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly Fact[];
}

const NONE_YET = {
  kind: 'done',
  heading: 'Chưa có kết quả nào được công khai',
  isPublic: true,
  text: 'Kết quả được đăng sau khi có người duyệt và che thông tin riêng.',
} as const;

export function PublicResultsPage({ view: { agency, results, olderHref } }: { view: PublicResultsView }): VNode {
  return (
    <PublicPage title="Kết quả giải quyết" agency={agency} place="results">
      <p class="ha-lead">
        Việc đã giải quyết, viết lại cho mọi người đọc. Theo dõi bằng <a href={`${PUBLIC_SITE}/rss.xml`}>RSS</a>.
      </p>
      <section class="ha-panel ha-results" aria-label="Kết quả đã công khai">
        {results.length === 0 ? <Empty empty={NONE_YET} /> : results.map((row) => <Row key={row.href} row={row} />)}
        {olderHref !== null && (
          <p class="ha-more-rows">
            <a href={olderHref}>Xem kết quả cũ hơn</a>
          </p>
        )}
      </section>
    </PublicPage>
  );
}

function Row({ row: { href, title, detail, beginning } }: { row: PublicResultRowView }): VNode {
  return (
    <article>
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p class="ha-small ha-mute">{detail}</p>
      <p>{beginning}</p>
    </article>
  );
}

export function PublicResultPage({ view: { agency, title, text, facts } }: { view: PublicResultView }): VNode {
  return (
    <PublicPage title={title} agency={agency} place="results">
      <article class="ha-panel ha-results">
        <div class="ha-panel-b ha-result-text">
          <Paragraphs text={text} />
        </div>
        <div class="ha-panel-f">
          <Facts facts={facts} />
        </div>
      </article>
      <p>
        <a href={`${PUBLIC_SITE}/ket-qua`}>Xem các kết quả khác</a>
      </p>
    </PublicPage>
  );
}

/** 410: what stood here was taken back. The page says neither what it was nor why. */
export function PublicResultGonePage({ agency }: { agency: string }): VNode {
  return (
    <PublicPage title="Nội dung này đã được gỡ" agency={agency} place="results">
      <p class="ha-lead">
        Sở đã gỡ nội dung từng đăng ở địa chỉ này. Nơi nào còn giữ bản sao thì đề nghị không dùng tiếp.
      </p>
      <p>
        <a class="btn btn-primary" href={`${PUBLIC_SITE}/ket-qua`}>
          Xem các kết quả đang đăng
        </a>
      </p>
    </PublicPage>
  );
}
