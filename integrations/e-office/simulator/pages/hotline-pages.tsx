import type { VNode } from 'preact';
import type { Returned } from '../desks/hotline-desk.js';
import { FEEDBACK_CHANNELS, FEEDBACK_KINDS, type FeedbackDraft } from '../feedback-ticket.js';
import { FEEDBACK_SAMPLES } from '../samples.js';
import type { SentFeedback } from '../store/feedback-book.js';
import { ActForm, Empty, Frame, type PageContext } from './frame.js';
import { SAMPLE_FILES } from './sample-files.js';
import { CHANNEL_WORDS, KIND_WORDS, moment, size, STATUS_WORDS } from './wording.js';

/** What was sent from here: how many, and the last of them, newest first. */
export interface SentList {
  readonly count: number;
  readonly newest: readonly { readonly feedback: SentFeedback; readonly lastWord: string }[];
}

export interface HotlineDeskPageProps {
  readonly context: PageContext;
  readonly draft: FeedbackDraft;
  readonly sent: SentList;
}

/** The operator's table: a form for a citizen's words, and what was sent. */
export function HotlineDeskPage({ context, draft, sent }: HotlineDeskPageProps): VNode {
  return (
    <Frame title="Tổng đài 1022" room="hotline" context={context}>
      <div class="hai-cot">
        <section class="the" aria-labelledby="gui">
          <h2 id="gui">Gửi phản ánh, kiến nghị sang Sở</h2>
          <SampleChooser chosen={draft.subject} />
          <FeedbackForm context={context} draft={draft} />
        </section>
        <aside>
          <h2>Đã gửi: {sent.count}</h2>
          {sent.count === 0 ? <Empty>Chưa gửi phiếu nào.</Empty> : null}
          {sent.count > sent.newest.length ? <p>{sent.newest.length} phiếu gửi gần đây nhất:</p> : null}
          <ul class="phieu">
            {sent.newest.map(({ feedback, lastWord }) => (
              <li key={feedback.hotlineCode}>
                <a href={`/tong-dai/${feedback.hotlineCode}`}>{feedback.ticket.subject}</a>
                <small>
                  <span class="ma">{feedback.hotlineCode}</span> · {moment(feedback.sentAt)} · {lastWord}
                </small>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Frame>
  );
}

function SampleChooser({ chosen }: { readonly chosen: string }): VNode {
  return (
    <form method="get" action="/tong-dai" class="hang">
      <label for="mau">Phiếu mẫu</label>
      <select id="mau" name="mau">
        {FEEDBACK_SAMPLES.map((sample, index) => (
          <option key={sample.subject} value={`${index}`} selected={sample.subject === chosen}>
            {sample.subject}
          </option>
        ))}
      </select>
      <button>Điền mẫu</button>
    </form>
  );
}

function FeedbackForm({ context, draft }: { readonly context: PageContext; readonly draft: FeedbackDraft }): VNode {
  return (
    <ActForm action="/tong-dai" context={context}>
      <div class="luoi">
        <Choice name="kind" label="Loại" words={KIND_WORDS} options={FEEDBACK_KINDS} chosen={draft.kind} />
        <Choice name="channel" label="Kênh" words={CHANNEL_WORDS} options={FEEDBACK_CHANNELS} chosen={draft.channel} />
        <Line name="category" label="Lĩnh vực" value={draft.category} />
        <Line name="place" label="Nơi xảy ra" value={draft.place} />
      </div>
      <Line name="subject" label="Trích yếu" value={draft.subject} />
      <label for="text">Nội dung phản ánh, kiến nghị, nguyên văn</label>
      <textarea id="text" name="text" rows={9} required>
        {draft.text}
      </textarea>
      <div class="luoi">
        <Line name="name" label="Tổ chức, cá nhân phản ánh" value={draft.sender.name} />
        <Line name="phone" label="Điện thoại" value={draft.sender.phone} optional />
        <Line name="email" label="Thư điện tử" value={draft.sender.email} optional />
        <Line name="address" label="Địa chỉ" value={draft.sender.address} optional />
      </div>
      <label class="chon">
        <input type="checkbox" name="keepSecret" value="1" checked={draft.sender.keepSecret} /> Người phản ánh đề nghị
        giữ bí mật họ tên
      </label>
      <fieldset>
        <legend>Tệp kèm theo (tệp mẫu)</legend>
        {SAMPLE_FILES.map((file) => (
          <label key={file} class="chon">
            <input type="checkbox" name="files" value={file} /> {file}
          </label>
        ))}
      </fieldset>
      <button class="chinh">Gửi sang Sở</button>
    </ActForm>
  );
}

function Line({
  name,
  label,
  value,
  optional = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly optional?: boolean;
}): VNode {
  return (
    <div>
      <label for={name}>{optional ? `${label} (nếu có)` : label}</label>
      <input id={name} name={name} value={value ?? ''} required={!optional} maxlength={300} autocomplete="off" />
    </div>
  );
}

function Choice<Option extends string>({
  name,
  label,
  words,
  options,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly words: Readonly<Record<Option, string>>;
  readonly options: readonly Option[];
  readonly chosen: Option;
}): VNode {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map((option) => (
          <option key={option} value={option} selected={option === chosen}>
            {words[option]}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface SentFeedbackPageProps {
  readonly context: PageContext;
  readonly sent: SentFeedback;
  readonly returned: readonly Returned[];
}

/** One citizen's feedback, and everything that came back about it, newest first. */
export function SentFeedbackPage({ context, sent, returned }: SentFeedbackPageProps): VNode {
  const { ticket } = sent;
  return (
    <Frame title={ticket.subject} room="hotline" context={context} refresh={5}>
      <p class="phu">
        <span class="ma">{sent.hotlineCode}</span> · {KIND_WORDS[ticket.kind]} · {CHANNEL_WORDS[ticket.channel]} ·{' '}
        {ticket.place} · gửi {moment(sent.sentAt)}
      </p>
      <div class="hai-cot">
        <section class="the">
          <h2>Nội dung phản ánh, kiến nghị</h2>
          <p class="loi">{ticket.text}</p>
          <dl>
            <dt>Người phản ánh</dt>
            <dd>
              {ticket.sender.name}
              {ticket.sender.keepSecret ? ', đề nghị giữ bí mật họ tên' : ''}
            </dd>
            <dt>Lĩnh vực</dt>
            <dd>{ticket.category}</dd>
            <dt>Tệp</dt>
            <dd>{ticket.files.length === 0 ? 'không có' : ticket.files.join(', ')}</dd>
            <dt>Mã văn bản</dt>
            <dd class="ma">{sent.documentId}</dd>
          </dl>
        </section>
        <aside>
          <h2>Sở trả về: {returned.length}</h2>
          {returned.length === 0 ? <Empty>Chưa có gì trả về. Trang tự xem lại sau mỗi 5 giây.</Empty> : null}
          <ol class="dong-thoi-gian">
            {[...returned].reverse().map((item) => (
              <ReturnedItem key={item.consignment.id} {...item} />
            ))}
          </ol>
        </aside>
      </div>
    </Frame>
  );
}

function ReturnedItem({ consignment, letter, recalled }: Returned): VNode {
  const { status, id, acceptedAt, summary, attempts } = consignment;
  return (
    <li>
      <strong>{status === null ? 'Văn bản trả lời' : `${status} ${STATUS_WORDS[status] ?? ''}`}</strong>
      <small>
        {moment(acceptedAt)}
        {attempts > 1 ? ` · nhận ${attempts} lần, ghi một lần` : ''}
      </small>
      {recalled && <strong>ĐÃ THU HỒI</strong>}
      {letter ? (
        <p>
          Số {letter.codeNumber}/{letter.codeNotation}: {letter.subject}
        </p>
      ) : summary === '' ? null : (
        <p>{summary}</p>
      )}
      {letter ? (
        <ul>
          {letter.attachments.map((file, index) => (
            <li key={file.name}>
              <a href={`/tong-dai/tep/${encodeURIComponent(id)}/${index}`}>{file.name}</a>, {size(file.content.length)}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
