import type { VNode } from 'preact';
import type { IssuedAnswerPage } from '../../tickets/index.js';
import { Code } from '../kit/code.js';
import { Facts } from '../kit/facts.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { dueMoment } from '../kit/words/time.js';

/** POST `/phieu/:id/trang-tra-loi`: the address of an answer page. It is shown only once. */
export interface IssuedAnswerPageView {
  readonly ticketHref: string;
  readonly code: string;
  readonly unit: string;
  readonly address: string;
  /** Text to copy into the letter. */
  readonly sentence: string;
  readonly until: string;
  /** `c3nuivoi@haiphong.edu.vn`; null where nothing is mailed. */
  readonly mailTo: string | null;
}

export function issuedAnswerPageView(ticketId: string, issued: IssuedAnswerPage): IssuedAnswerPageView {
  const { address, code, unitName, endsAt, mailTo } = issued;
  const until = dueMoment(endsAt);
  return {
    ticketHref: `/phieu/${ticketId}`,
    code,
    unit: unitName,
    address,
    until,
    mailTo,
    sentence: `Đề nghị ${unitName} trả lời về việc mã ${code} tại trang ${address} trước khi hết ${until}. Trang dành riêng cho đơn vị, không cần tài khoản, nhận một lần trả lời kèm tệp.`,
  };
}

export function IssuedAnswerPagePage({ frame, view }: { frame: PageFrame; view: IssuedAnswerPageView }): VNode {
  const { ticketHref, code, unit, address, sentence, until, mailTo } = view;
  return (
    <PageShell
      frame={frame}
      title="Trang trả lời vừa cấp"
      place="work"
      crumb={{ href: ticketHref, label: `Phiếu ${code}` }}
    >
      <PageHead heading="Trang trả lời vừa cấp" />
      <Panel id="t-trang" heading={unit}>
        <Field
          id="dia-chi"
          label="Địa chỉ trang"
          hint="Chép ngay vào công văn hoặc thư gửi đơn vị. Rời trang này thì không ai xem lại được; khi cần thì cấp trang khác."
        >
          <input id="dia-chi" class="form-control" type="text" readonly value={address} aria-describedby="dia-chi-h" />
        </Field>
        <Field id="cau-mau" label="Câu ghi vào công văn">
          <textarea id="cau-mau" class="form-control" rows={4} readonly>
            {sentence}
          </textarea>
        </Field>
        <Facts
          facts={[
            { label: 'Phiếu', value: <Code>{code}</Code> },
            { label: 'Trả lời được đến hết', value: until },
            { label: 'Thư điện tử', value: mailTo === null ? 'Không gửi' : `Đang gửi tới ${mailTo}` },
          ]}
        />
      </Panel>
    </PageShell>
  );
}
