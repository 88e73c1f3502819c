import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { QrCode } from '../account/qr-code.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { Timeline, type TimelineEntry } from '../tickets/timeline.js';

/**
 * GET `/van-ban-di/:id`.
 *
 * POST `/van-ban-di/:id/thu-hoi` (`reason`) proposes a recall · `/thu-hoi/dong-y` (nothing) | `/thu-hoi/khong` (`reason`) decides.
 * POST `/van-ban-di/:id/dua-lai` (`file`, `typeName`, `subject`, `recipients`, `ticketCode`) brings a letter back that left before a restore.
 * POST `/van-ban-di/:id/gui/:delivery` (`way`, `sentOn`, `note`) says how it left for somebody outside the exchange.
 * POST `/van-ban-di/:id/ho-so` (`place`) puts it into a file · `/so-ban` (`copies.0`, `copies.1`, …) says how many copies left.
 * POST `/van-ban-di/:id/dinh-chinh` | `/thay-the` (nothing) begins the draft that sets it right.
 */
export interface OutgoingDocumentView {
  /** `513/SGDĐT-GDTrH` */
  readonly code: string;
  /** `Công văn số 513/SGDĐT-GDTrH` */
  readonly heading: string;
  readonly subject: string;
  readonly state: string;
  /** Why nobody may do anything with it any more; null while it stands. */
  readonly frozen: string | null;
  /** Its line in the register. */
  readonly registerHref: string;
  readonly facts: readonly Fact[];
  /** Empty where they are not for this person. */
  readonly files: readonly FileView[];
  readonly proof: readonly RowView[];
  /** The incoming half of the pair. */
  readonly pair: readonly RowView[];
  /** What was sent of it, and whether it came. */
  readonly deliveries: readonly RowView[];
  /** How anybody who holds it looks it up; null before its release. */
  readonly lookUp: LookUpHint | null;
  /** Newest first. */
  readonly history: readonly TimelineEntry[];
  readonly acts: readonly ActFormView[];
}

export interface LookUpHint {
  /** `k3f7h-9xw2m-…` */
  readonly code: string;
  readonly href: string;
  /** What the QR code holds. */
  readonly address: string;
}

export function OutgoingDocumentPage({ frame, view }: { frame: PageFrame; view: OutgoingDocumentView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.code}
      place="registers"
      crumb={{ href: view.registerHref, label: 'Sổ văn bản đi' }}
    >
      <PageHead heading={view.heading}>
        <p>
          {view.subject} · <strong>{view.state}</strong>
        </p>
      </PageHead>
      {view.frozen !== null && <Note tone="fail">{view.frozen}</Note>}
      <div class="ha-two">
        <div>
          <Panel
            id="v-thong-tin"
            heading="Thông tin văn bản"
            footer={view.files.length === 0 ? null : <Files files={view.files} />}
          >
            <Facts facts={view.facts} columns={2} />
          </Panel>
          {view.acts.length > 0 && (
            <Panel id="v-viec" class="ha-no-print" heading="Việc với văn bản">
              {view.acts.map((form) => (
                <ActForm key={form.id} form={form} csrf={frame.csrf} />
              ))}
            </Panel>
          )}
          <Panel id="v-qua-trinh" class="ha-last" heading="Quá trình">
            <Timeline entries={view.history} />
          </Panel>
        </div>
        <DocumentSide view={view} />
      </div>
    </PageShell>
  );
}

function DocumentSide({ view }: { view: OutgoingDocumentView }): VNode {
  return (
    <aside aria-label="Chữ ký, văn bản đến – văn bản trả lời, gửi đi">
      <Rows id="v-chu-ky" heading="Chữ ký và dấu" rows={view.proof} />
      <Rows id="v-cap" heading="Văn bản đến – văn bản trả lời" rows={view.pair} />
      <Rows id="v-gui" heading="Gửi đi" rows={view.deliveries} />
      {view.lookUp !== null && <PublicLookUp hint={view.lookUp} />}
    </aside>
  );
}

function PublicLookUp({ hint: { code, href, address } }: { hint: LookUpHint }): VNode {
  return (
    <Panel id="v-tra-cuu" heading="Tra cứu công khai">
      <div class="ha-look-up-hint">
        <QrCode text={address} label="Mã QR dẫn tới trang tra cứu văn bản này" />
        <div>
          <p>
            Mã tra cứu: <a href={href}>{code}</a>
          </p>
          <p class="ha-small ha-mute">
            Người có mã xem được văn bản có thật, còn hiệu lực hay không; không xem được trích yếu, nội dung.
          </p>
        </div>
      </div>
    </Panel>
  );
}

function Rows({ id, heading, rows }: { id: string; heading: string; rows: readonly RowView[] }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <Panel id={id} heading={heading}>
      <RowList rows={rows} />
    </Panel>
  );
}
