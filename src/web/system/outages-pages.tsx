import type { VNode } from 'preact';
import type { ServiceState } from '../../outages/domain/service-state.js';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Brand } from '../kit/shell/brand.js';
import { Document } from '../kit/shell/document.js';
import { Empty } from '../kit/empty.js';
import { Facts } from '../kit/facts.js';
import { Icon, type IconName } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';

/** GET `/thong-bao-gian-doan`: announced interruptions, the last to end first. */
export interface OutagesView {
  readonly outages: readonly OutageView[];
  /** Null for those who may only read. */
  readonly add: ActFormView | null;
}

export interface OutageView {
  readonly id: string;
  readonly summary: string;
  readonly state: string;
  readonly isAhead: boolean;
  readonly span: string;
  readonly affected: string;
  readonly reason: string;
  readonly urgentReason: string | null;
  readonly announced: string;
  readonly cancelled: string | null;
  readonly letterHref: string | null;
  readonly letterProblem: string | null;
  readonly cancelAction: string | null;
}

/** GET `/tinh-trang`: how the service is, for anybody. */
export interface StatusView {
  readonly whole: string;
  readonly isWell: boolean;
  readonly at: { readonly iso: string; readonly words: string };
  readonly parts: readonly { readonly name: string; readonly state: ServiceState; readonly words: string }[];
  readonly ahead: readonly StatusLineView[];
  readonly past: readonly StatusLineView[];
}

export interface StatusLineView {
  readonly id: string;
  readonly summary: string;
  readonly span: string;
}

const NONE = {
  kind: 'done',
  heading: 'Chưa có thông báo gián đoạn nào',
  text: 'Thông báo tạm ngừng phần mềm sẽ hiện ở đây và ở trang Tình trạng dịch vụ.',
} as const;

export function OutagesPage({ frame, view }: { frame: PageFrame; view: OutagesView }): VNode {
  return (
    <PageShell frame={frame} title="Thông báo gián đoạn" place={null}>
      <PageHead
        heading="Thông báo gián đoạn"
        acts={
          <a class="btn" href="/tinh-trang">
            Trang Tình trạng dịch vụ
          </a>
        }
      >
        <p>Khi nào phần mềm tạm ngừng, vì sao, ai đã báo.</p>
      </PageHead>
      <div class="ha-stack">
        {view.add !== null && (
          <Panel id="t-moi" heading="Thông báo mới">
            <ActForm form={view.add} csrf={frame.csrf} />
          </Panel>
        )}
        {view.outages.length === 0 && (
          <Panel id="t-chua-co" heading="Các thông báo" flush>
            <Empty empty={NONE} />
          </Panel>
        )}
        {view.outages.map((outage) => (
          <Outage key={outage.id} outage={outage} csrf={frame.csrf} />
        ))}
      </div>
    </PageShell>
  );
}

function Outage({ outage, csrf }: { outage: OutageView; csrf: string }): VNode {
  const { id, summary, state, span, affected, reason, urgentReason, announced, cancelled } = outage;
  const { letterHref, letterProblem, cancelAction } = outage;
  return (
    <Panel id={`t-${id}`} heading={summary} aside={<span class="ha-small">{state}</span>}>
      <Facts
        facts={[
          { label: 'Thời gian', value: span },
          { label: 'Tạm ngừng', value: <Paragraphs text={affected} /> },
          { label: 'Lý do', value: reason },
          ...(urgentReason === null ? [] : [{ label: 'Ngừng gấp vì', value: urgentReason }]),
          { label: 'Thông báo', value: announced },
          ...(cancelled === null ? [] : [{ label: 'Hủy', value: cancelled }]),
          ...(letterProblem === null ? [] : [{ label: 'Bản Word', value: `Chưa lập được: ${letterProblem}` }]),
        ]}
      />
      <div class="ha-acts">
        {letterHref !== null && (
          <a class="btn" href={letterHref}>
            Tải thông báo (Word)<span class="ha-vh"> {summary}</span>
          </a>
        )}
        {cancelAction !== null && <ActButton action={cancelAction} csrf={csrf} label="Hủy thông báo" about={summary} />}
      </div>
    </Panel>
  );
}

const MARKS: Readonly<Record<ServiceState, IconName>> = { works: 'check', planned: 'info', interrupted: 'alert' };

export function StatusPage({ view }: { view: StatusView }): VNode {
  const { whole, isWell, at, parts, ahead, past } = view;
  return (
    <Document title="Tình trạng dịch vụ" bare>
      <main class="ha-main ha-refusal ha-look-up" id="noi-dung" tabindex={-1}>
        <Brand href="/" />
        <h1>Tình trạng dịch vụ</h1>
        <Note tone={isWell ? 'pass' : 'fail'}>
          <p>
            <strong>{whole}</strong>, lúc <time datetime={at.iso}>{at.words}</time>.
          </p>
        </Note>
        <Panel id="t-phan" heading="Từng phần" class="ha-panel-gap">
          <ul class="ha-rows">
            {parts.map(({ name, state, words }) => (
              <li key={name}>
                <Icon name={MARKS[state]} tone={state === 'interrupted' ? 'bad' : 'ok'} />
                <div>
                  {name}
                  <small>{words}</small>
                </div>
                <span />
              </li>
            ))}
          </ul>
        </Panel>
        <Panel id="t-sap-toi" heading="Tạm ngừng theo kế hoạch" class="ha-panel-gap">
          <Lines lines={ahead} none="Không có lần tạm ngừng nào được thông báo." />
        </Panel>
        <Panel id="t-da-qua" heading="Đã qua">
          <Lines lines={past} none="Chưa có lần tạm ngừng nào." />
        </Panel>
        <p class="ha-small ha-mute">
          Khi dịch vụ gián đoạn, phản ánh, kiến nghị vẫn gửi được qua Tổng đài 1022; không phản ánh nào bị mất.
        </p>
      </main>
    </Document>
  );
}

function Lines({ lines, none }: { lines: readonly StatusLineView[]; none: string }): VNode {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul class="ha-rows">
      {lines.map(({ id, summary, span }) => (
        <li key={id}>
          <Icon name="clock" />
          <div>
            {summary}
            <small>{span}</small>
          </div>
          <span />
        </li>
      ))}
    </ul>
  );
}
