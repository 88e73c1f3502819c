import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PublicPage } from './public-page.js';

/** GET, POST `/tra-loi/:token`: a unit without accounts answers what it was asked, by the address it was given. */
export interface AnswerPageView {
  readonly agency: string;
  readonly title: string;
  readonly lead: string;
  /** What is asked and what it is about; null where the page is no longer for reading. */
  readonly matter: AnswerPageMatter | null;
  /** Takes the answer; null where none is taken. */
  readonly form: ActFormView | null;
  /** What was answered; null where nothing was, or it is no longer for reading. */
  readonly answer: { readonly facts: readonly Fact[]; readonly reply: string } | null;
  /** What was typed and not taken, given back so that it is not lost. */
  readonly givenBack: { readonly why: string; readonly text: string } | null;
}

interface AnswerPageMatter {
  readonly question: string;
  readonly subject: string;
  readonly words: string;
}

const FOOT =
  'Trang dành riêng cho đơn vị được hỏi. Ai có địa chỉ trang đều trả lời được thay đơn vị: không chuyển địa chỉ ra ngoài đơn vị.';

export function AnswerPage({ view }: { view: AnswerPageView }): VNode {
  const { agency, title, lead, matter, form, answer, givenBack } = view;
  return (
    <PublicPage title={title} agency={agency} place={null} foot={FOOT}>
      <p class="ha-lead">{lead}</p>
      {givenBack !== null && (
        <Panel id="chua-ghi" heading="Nội dung vừa gửi chưa được ghi">
          <p>{givenBack.why}</p>
          <div class="ha-quote">
            <Paragraphs text={givenBack.text} />
          </div>
        </Panel>
      )}
      {matter !== null && <AskedMatter matter={matter} />}
      {answer !== null && (
        <Panel id="da-tra-loi" heading="Nội dung đã trả lời">
          <Facts facts={answer.facts} />
          <div class="ha-quote">
            <Paragraphs text={answer.reply} />
          </div>
        </Panel>
      )}
      {form !== null && (
        <Panel id="tra-loi" heading="Trả lời của đơn vị">
          <div class="ha-narrow">
            <ActFormBody form={form} />
          </div>
        </Panel>
      )}
    </PublicPage>
  );
}

function AskedMatter({ matter }: { matter: AnswerPageMatter }): VNode {
  return (
    <Panel id="noi-dung-hoi" heading="Sở đề nghị đơn vị">
      <Paragraphs text={matter.question} />
      <h3>Việc được phản ánh, đã che mọi tên người</h3>
      <div class="ha-quote">
        <p>
          <strong>{matter.subject}</strong>
        </p>
        <Paragraphs text={matter.words} />
      </div>
    </Panel>
  );
}
