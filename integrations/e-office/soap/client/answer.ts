import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { fieldsOf } from '../contract-schema.js';
import type { EOfficeFault } from '../contract.js';
import { openEnvelope } from '../envelope.js';
import type { EnvelopeRules, Intake, OpenEnvelope } from '../envelope.js';
import { FAULT_CODES, isFaultCode } from '../door/fault-codes.js';
import { readFault } from '../door/fault.js';
import type { ReceivedFault } from '../door/fault.js';
import { one, readSoapHead } from './http-head.js';
import type { HttpAnswer } from './http-post.js';
import { NotReadable, readMessage } from './read-wire.js';
import type { OperationTable, SoapContract } from '../soap-contract.js';
import { SoapRefusal } from '../door/soap-refusal.js';

/** A typed fault that means no; `fault` is what the e-office said. */
export class RefusedByFault extends OutsideRefused {
  constructor(readonly fault: EOfficeFault) {
    super(fault.code, fault.message === '' ? 'Hệ thống quản lý văn bản từ chối yêu cầu.' : fault.message);
    this.name = 'RefusedByFault';
  }
}

/** HTTP statuses that say, without SOAP, that our account is not let in. */
export const NOT_LET_IN_STATUS: readonly number[] = [401, 403];
const NOT_LET_IN =
  'Hệ thống quản lý văn bản không nhận tài khoản kết nối hoặc giờ gửi của phần mềm. Quản trị hệ thống kiểm tra tài khoản và đồng hồ máy chủ; phần mềm tự thử lại, không bỏ việc nào.';

/** A day; a longer Retry-After is cut to this. */
const MAX_PAUSE_SECONDS = 86_400;

/**
 * What an answer is worth. Only one thing is a success: status 200 and an envelope with exactly the response element expected, valid by the XSD. An empty
 * 200, a login page, two Bodies or half a message are none. The caller releases the files in it.
 *
 * @throws OutsideUnavailable · OutsideRefused
 */
export async function readAnswer<Ops extends OperationTable<Ops>, Name extends keyof Ops & string>(
  contract: SoapContract<Ops>,
  name: Name,
  answer: HttpAnswer,
  intake: Intake,
): Promise<Ops[Name]['response']> {
  const envelope = await openAnswer(answer, intake, contract);
  try {
    answer.keep?.(await envelope.withHashes(), envelope.isFault ? (readFault(envelope).detail?.code ?? null) : null);
    return judged(contract, name, { answer, envelope });
  } catch (error) {
    await envelope.release();
    throw error;
  }
}

function judged<Ops extends OperationTable<Ops>, Name extends keyof Ops & string>(
  contract: SoapContract<Ops>,
  name: Name,
  { answer, envelope }: { readonly answer: HttpAnswer; readonly envelope: OpenEnvelope },
): Ops[Name]['response'] {
  if (envelope.isFault) throw failureOf(readFault(envelope), answer);
  if (answer.status !== 200) throw withoutSoap(answer);
  const { message, objections } = envelope;
  if (message.name !== `${name}Response` || message.namespace !== contract.namespace) {
    throw new OutsideUnavailable(`câu trả lời cho ${name} không phải là của nghiệp vụ này.`);
  }
  if (objections.length > 0) {
    throw new OutsideUnavailable(`câu trả lời cho ${name} sai hợp đồng ở ${fieldsOf(objections).join(', ')}.`);
  }
  try {
    return readMessage(contract.responseShape(name), message);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    throw new OutsideUnavailable(`câu trả lời cho ${name} có giá trị không đọc được.`, { cause: error });
  }
}

async function openAnswer(answer: HttpAnswer, intake: Intake, rules: EnvelopeRules): Promise<OpenEnvelope> {
  try {
    const { xop } = readSoapHead(answer.headers);
    return await openEnvelope(answer.body, intake, rules, xop);
  } catch (error) {
    if (!(error instanceof SoapRefusal)) throw error;
    throw withoutSoap(answer);
  }
}

function withoutSoap(answer: HttpAnswer): OutsideUnavailable | OutsideRefused {
  if (answer.status === 413)
    return new OutsideRefused('EO-SIZE', 'Hệ thống quản lý văn bản không nhận thông điệp lớn như vậy.');
  if (NOT_LET_IN_STATUS.includes(answer.status))
    return notLetIn(`hệ thống quản lý văn bản trả mã HTTP ${answer.status}`);
  return new OutsideUnavailable(
    `hệ thống quản lý văn bản trả mã HTTP ${answer.status}, không kèm thông điệp SOAP đúng.`,
    {
      retryAfterSeconds: pauseAsked(answer),
    },
  );
}

function failureOf({ detail, blame }: ReceivedFault, answer: HttpAnswer): OutsideUnavailable | OutsideRefused {
  if (detail !== null) {
    if (detail.code === 'EO-AUTH') return notLetIn('hệ thống quản lý văn bản báo EO-AUTH');
    if (!isFinal(detail))
      return unavailable(`hệ thống quản lý văn bản báo lỗi tạm thời ${detail.code}.`, detail.retryAfterSeconds);
    return new RefusedByFault(detail);
  }
  if (blame === 'receiver' || answer.status === 429 || answer.status === 503) {
    return unavailable('hệ thống quản lý văn bản báo lỗi của chính nó.', pauseAsked(answer));
  }
  return new OutsideRefused('SOAP-FAULT', 'Hệ thống quản lý văn bản báo lỗi trong yêu cầu mà không nói rõ lỗi nào.');
}

/** Our table decides where it knows the code; EO-HASH counts as final here, because the client has its own second try. */
function isFinal({ code, retryable }: EOfficeFault): boolean {
  if (!isFaultCode(code)) return !retryable;
  return code === 'EO-HASH' || !FAULT_CODES[code].retryable;
}

/** A wrong account or clock says nothing about the message: it is not given up, and the circuit keeps calls rare. */
export function notLetIn(message: string): OutsideUnavailable {
  return new OutsideUnavailable(message, { reason: NOT_LET_IN });
}

function unavailable(message: string, seconds: number | undefined): OutsideUnavailable {
  const wanted = seconds !== undefined && seconds >= 0;
  return new OutsideUnavailable(message, {
    retryAfterSeconds: wanted ? Math.min(seconds, MAX_PAUSE_SECONDS) : undefined,
  });
}

/** `Retry-After` in seconds; a date in it is not worth a clock. */
function pauseAsked({ headers }: HttpAnswer): number | undefined {
  const written = one(headers, 'retry-after') ?? '';
  return /^\d{1,9}$/u.test(written) ? Math.min(Number(written), MAX_PAUSE_SECONDS) : undefined;
}
