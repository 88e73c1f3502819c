import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';

/** GET `/doan-mau`: the texts of one's unit. POST the same (`heading`, `text`) · `…/:id/xoa`. */
export interface StandardTextsView {
  readonly texts: readonly StandardTextView[];
  readonly form: ActFormView;
}

export interface StandardTextView {
  readonly heading: string;
  readonly text: string;
  /** `Nguyễn Thị Hồng Ngọc, 18/03/2026` */
  readonly added: string;
  readonly removeAction: string;
}

export function StandardTextsPage({ frame, view }: { frame: PageFrame; view: StandardTextsView }): VNode {
  return (
    <PageShell frame={frame} title="Đoạn mẫu của đơn vị" place={null}>
      <PageHead heading="Đoạn mẫu của đơn vị">
        <p>Khi viết công văn, mở “Đoạn mẫu” bên cạnh trang in và bấm để chèn.</p>
      </PageHead>
      <Panel id="t-doan-mau" heading="Các đoạn mẫu" flush footer={<ActForm form={view.form} csrf={frame.csrf} />}>
        {view.texts.length === 0 ? (
          <Empty empty={NONE} />
        ) : (
          <CardTable
            caption="Đoạn mẫu của đơn vị, theo tên"
            columns={columns(frame.csrf)}
            rows={view.texts}
            keyOf={({ removeAction }) => removeAction}
          />
        )}
      </Panel>
    </PageShell>
  );
}

const NONE = {
  kind: 'done',
  heading: 'Đơn vị chưa có đoạn mẫu',
  text: 'Đoạn mẫu là câu, đoạn hay dùng trong công văn trả lời; ai soạn văn bản của đơn vị cũng dùng được.',
} as const;

function columns(csrf: string): readonly CardColumn<StandardTextView>[] {
  return [
    { heading: 'Tên', cell: ({ heading }) => heading },
    { heading: 'Nội dung', cell: ({ text }) => <Paragraphs text={text} /> },
    { heading: 'Người thêm', cell: ({ added }) => added },
    {
      heading: 'Xóa',
      cell: ({ removeAction, heading }) => (
        <ActButton action={removeAction} csrf={csrf} label="Xóa" about={heading} small />
      ),
    },
  ];
}
