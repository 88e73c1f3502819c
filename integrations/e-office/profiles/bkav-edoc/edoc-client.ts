import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { NOT_LET_IN_STATUS, notLetIn } from '../../soap/client/answer.js';
import { one } from '../../soap/client/http-head.js';
import { HttpPost, type HttpAnswer } from '../../soap/client/http-post.js';
import type { XmlNode } from '../../xml/xml-node.js';
import type { EOfficeLine } from '../connection.js';
import type { EOfficeProfile } from '../profile.js';
import { EdocUnreadable, packed, unpacked, withHashes, type OpenEdoc } from './edoc-message.js';
import { judgeReport } from './edoc-report.js';
import { EDOC_NAMESPACE, type EdocAction, type EdocMessage } from './wire.js';

export interface EdocAnswer extends OpenEdoc {
  /** `edXML:{Action}Response`. */
  readonly response: XmlNode;
  readonly outcome: 'done' | 'duplicate';
  /** Its clock, where it tells. */
  readonly at: Date | null;
  readonly raw: Buffer;
}

type WholeAnswer = Omit<HttpAnswer, 'body' | 'keep'> & { readonly body: Buffer };

/** Calls an e-office that speaks Bkav eDoc. Which operation is meant, only the SOAPAction says. */
export class EdocClient {
  private readonly post: HttpPost;

  constructor(
    line: Pick<EOfficeLine, 'endpoint' | 'timeoutMs' | 'security' | 'watch'>,
    private readonly profile: EOfficeProfile,
  ) {
    const { answerBytes: maxResponseBytes, parallelCalls } = profile.limits;
    const { timeoutMs, security, watch } = line;
    this.post = new HttpPost({
      endpoint: new URL(line.endpoint),
      timeoutMs,
      maxResponseBytes,
      parallelCalls,
      security,
      watch,
    });
  }

  /**
   * @param keep is given the answer's bytes before anything reads them
   * @throws OutsideUnavailable the same request may be made again later · OutsideRefused when its report says no
   */
  async call(action: EdocAction, message: EdocMessage, keep?: (raw: Buffer) => Promise<void>): Promise<EdocAnswer> {
    const [version = '1.1'] = this.profile.protocol.versions;
    const { body, contentType } = packed(version, message);
    const headers = { 'Content-Type': contentType, SOAPAction: `"${action}"` };
    const sent = new MemoryBytes(body);
    const kept = (): Promise<Buffer> => Promise.resolve(withHashes(body, contentType));
    const answer = await this.post.exchange(
      { operation: action, body: { length: sent.size, pieces: () => sent.pieces(), withHashes: kept }, headers },
      whole,
    );
    if (answer.status !== 200) throw refusedBefore(answer.status);
    await keep?.(answer.body);
    return this.read(action, answer);
  }

  /** Reads an answer, now or as it was kept. @throws as `call` does */
  read(action: EdocAction, { body: raw, headers }: Omit<WholeAnswer, 'status'>): EdocAnswer {
    const open = openAnswer(raw, headers);
    const [response, second] = open.body;
    if (response?.name !== `${action}Response` || response.namespace !== EDOC_NAMESPACE || second !== undefined) {
      throw new OutsideUnavailable(`câu trả lời cho ${action} không phải là của nghiệp vụ này.`);
    }
    const { results = { success: ['true'], duplicate: [], retryable: [] } } = this.profile.codes;
    const report = response.children.find(({ name }) => name === 'Report') ?? null;
    const outcome = judgeReport(report, results);
    const at = Date.parse(one(headers, 'date') ?? '');
    return { ...open, response, outcome, raw, at: Number.isNaN(at) ? null : new Date(at) };
  }

  /** Gives the kept connections back; calls under way break off. */
  close(): void {
    this.post.close();
  }
}

function refusedBefore(status: number): OutsideUnavailable | OutsideRefused {
  const said = `hệ thống quản lý văn bản trả mã HTTP ${String(status)}.`;
  if (NOT_LET_IN_STATUS.includes(status)) return notLetIn(said);
  if (status !== 413) return new OutsideUnavailable(said);
  return new OutsideRefused('EO-SIZE', 'Hệ thống quản lý văn bản không nhận thông điệp lớn như vậy.');
}

async function whole({ body, keep, ...head }: HttpAnswer): Promise<WholeAnswer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  const raw = Buffer.concat(pieces);
  keep?.(withHashes(raw, one(head.headers, 'content-type') ?? ''), null);
  return { ...head, body: raw };
}

function openAnswer(raw: Buffer, headers: HttpAnswer['headers']): OpenEdoc {
  try {
    return unpacked(raw, headers);
  } catch (error) {
    if (!(error instanceof EdocUnreadable)) throw error;
    throw new OutsideUnavailable('hệ thống quản lý văn bản trả lời không đúng dạng thông điệp.', { cause: error });
  }
}
