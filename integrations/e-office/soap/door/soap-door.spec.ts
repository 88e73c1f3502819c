import { civilDate } from '../../../../src/kernel/civil-date.js';
import { NAMESPACE } from '../contract.js';
import { ENVELOPE_NAMESPACE } from '../envelope.js';
import { SoapRefusal } from './soap-refusal.js';
import { aDoor, auth, bodyOf, codeOf, envelope, EVENT, HEAD, HEAD12 } from './soap-door.fixture.js';

describe('the SOAP door', () => {
  it('answers a good call of SOAP 1.1 in kind', async () => {
    const { door, heard } = aDoor();
    const answer = await door.handle(Buffer.from(envelope(EVENT)), HEAD);
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml; charset=utf-8' });
    expect(bodyOf(answer)).toContain(ENVELOPE_NAMESPACE['1.1']);
    expect(bodyOf(answer)).toContain('<e:receiptId>r-event-0001</e:receiptId>');
    expect(heard).toEqual([
      { eventId: 'event-0001', occurredAt: new Date('2026-11-24T01:00:00Z'), pendingMessageId: 'm-1' },
    ]);
  });

  it('answers a good call of SOAP 1.2 in kind, with the action in the content type or nowhere', async () => {
    const { door } = aDoor();
    for (const head of [HEAD12, { 'content-type': 'application/soap+xml' }]) {
      const answer = await door.handle(Buffer.from(envelope(EVENT, auth(), '1.2')), head);
      expect(answer).toMatchObject({ status: 200, contentType: 'application/soap+xml; charset=utf-8' });
      expect(bodyOf(answer)).toContain(ENVELOPE_NAMESPACE['1.2']);
    }
  });

  it('reads a whole signature state', async () => {
    const { door, heard } = aDoor();
    const event = EVENT.replace(
      /<e:pendingMessageId>.*<\/e:pendingMessageId>/u,
      `<e:signatureState><e:signatureRequestId>s-1</e:signatureRequestId><e:clientRequestId>SGDDT-1-2-r1</e:clientRequestId>` +
        `<e:revision>3</e:revision><e:status> signed </e:status><e:changedAt>2026-11-24T01:00:00Z</e:changedAt>` +
        `<e:issuedDate>2026-11-24</e:issuedDate></e:signatureState>`,
    );
    expect(await door.handle(Buffer.from(envelope(event)), HEAD)).toMatchObject({ status: 200 });
    expect(heard[0]?.signatureState).toMatchObject({ status: 'signed', issuedDate: civilDate('2026-11-24'), step: [] });
  });

  it('takes UTF-16 with a byte order mark', async () => {
    const { door, heard } = aDoor();
    const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${envelope(EVENT)}`, 'utf16le');
    expect(await door.handle(wide, { ...HEAD, 'content-type': 'text/xml; charset=utf-16' })).toMatchObject({
      status: 200,
    });
    expect(heard).toHaveLength(1);
  });

  it.each<[string, '1.1' | '1.2', string]>([
    ['another actor', '1.1', 's:actor="urn:cong-trung-gian"'],
    ['another role', '1.2', 's:role="urn:cong-trung-gian"'],
  ])('takes a header block that %s must understand, and not we', async (_whose, version, whose) => {
    const { door } = aDoor();
    const foreign = `<x:T xmlns:x="urn:x" s:mustUnderstand="1" ${whose}/>`;
    const call = Buffer.from(envelope(EVENT, `${auth()}${foreign}`, version));
    expect(await door.handle(call, version === '1.2' ? HEAD12 : HEAD)).toMatchObject({ status: 200 });
  });

  it.each<[string, '1.1' | '1.2', string]>([
    ['another namespace says it must be understood', '1.1', 'x:mustUnderstand="1"'],
    ['no namespace says it must be understood', '1.2', 'mustUnderstand="1"'],
    [
      'it need not be understood, though another namespace says otherwise',
      '1.1',
      's:mustUnderstand="0" x:mustUnderstand="1"',
    ],
  ])('takes a header block where %s', async (_how, version, said) => {
    const { door } = aDoor();
    const call = Buffer.from(envelope(EVENT, `${auth()}<x:T xmlns:x="urn:x" ${said}/>`, version));
    expect(await door.handle(call, version === '1.2' ? HEAD12 : HEAD)).toMatchObject({ status: 200 });
  });

  it.each<[string, '1.1' | '1.2', string]>([
    ['the role of the other version', '1.1', 's:role="urn:cong-trung-gian"'],
    ['the actor of the other version', '1.2', 's:actor="urn:cong-trung-gian"'],
    ['an actor of another namespace', '1.1', 'x:actor="urn:cong-trung-gian"'],
    ['a role of no namespace', '1.2', 'role="urn:cong-trung-gian"'],
    ['the next role', '1.2', 's:role="http://www.w3.org/2003/05/soap-envelope/role/next"'],
    ['an attribute of another namespace besides', '1.1', 'x:mustUnderstand="0"'],
  ])('refuses one that must be understood and names its receiver by %s', async (_whose, version, said) => {
    const { door } = aDoor();
    const foreign = `<x:T xmlns:x="urn:x" s:mustUnderstand="1" ${said}/>`;
    const answer = await door.handle(
      Buffer.from(envelope(EVENT, `${auth()}${foreign}`, version)),
      version === '1.2' ? HEAD12 : HEAD,
    );
    expect(bodyOf(answer)).toContain('EO-VALIDATION');
  });

  it.each<[string, string]>([
    ['next', 's:actor="http://schemas.xmlsoap.org/soap/actor/next"'],
    ['nobody by name', 's:actor=""'],
  ])('refuses one that is for %s, and so for us', async (_whose, whose) => {
    const { door } = aDoor();
    const foreign = `<x:T xmlns:x="urn:x" s:mustUnderstand="1" ${whose}/>`;
    const answer = await door.handle(Buffer.from(envelope(EVENT, `${auth()}${foreign}`)), HEAD);
    expect(bodyOf(answer)).toContain('EO-VALIDATION');
  });

  it.each<[string, string, string, object?]>([
    ['nothing', 'EO-VALIDATION', ''],
    ['text that is no XML', 'EO-VALIDATION', 'xin chào'],
    ['XML cut short', 'EO-VALIDATION', envelope(EVENT).slice(0, -20)],
    ['a DOCTYPE', 'EO-VALIDATION', `<!DOCTYPE x>${envelope(EVENT)}`],
    ['an external entity', 'EO-VALIDATION', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${envelope(EVENT)}`],
    ['an entity nobody declared', 'EO-VALIDATION', envelope(EVENT.replace('m-1', '&mot;'))],
    ['two Bodies', 'EO-VALIDATION', envelope(`${EVENT}</s:Body><s:Body>${EVENT}`)],
    ['two messages in the Body', 'EO-VALIDATION', envelope(EVENT + EVENT)],
    ['an empty Body', 'EO-VALIDATION', envelope('')],
    ['words beside the message', 'EO-VALIDATION', envelope(`x${EVENT}`)],
    ['an envelope of no version', 'EO-UNSUPPORTED-VERSION', '<Envelope xmlns="urn:x"><Body/></Envelope>'],
    ['no envelope', 'EO-VALIDATION', EVENT],
    ['SOAP 1.2 under a content type of 1.1', 'EO-UNSUPPORTED-VERSION', envelope(EVENT, auth(), '1.2')],
    [
      'an operation of the contract that is not served here',
      'EO-VALIDATION',
      envelope(`<e:GetServiceInfo xmlns:e="${NAMESPACE}"/>`),
      { soapaction: `${NAMESPACE}/GetServiceInfo` },
    ],
    [
      'an operation nobody knows',
      'EO-VALIDATION',
      envelope(`<e:Xoa xmlns:e="${NAMESPACE}"/>`),
      { soapaction: `${NAMESPACE}/Xoa` },
    ],
    [
      'a name that every object has',
      'EO-VALIDATION',
      envelope(`<e:constructor xmlns:e="${NAMESPACE}"/>`),
      { soapaction: `${NAMESPACE}/constructor` },
    ],
    ['the right name in a foreign namespace', 'EO-VALIDATION', envelope(EVENT.replace(NAMESPACE, 'urn:khác'))],
    [
      'another action than the Body',
      'EO-VALIDATION',
      envelope(EVENT),
      { soapaction: `"${NAMESPACE}/CancelSignature"` },
    ],
    ['no action', 'EO-VALIDATION', envelope(EVENT), { soapaction: undefined }],
    ['an empty action', 'EO-VALIDATION', envelope(EVENT), { soapaction: '""' }],
    [
      'a foreign header that must be understood',
      'EO-VALIDATION',
      envelope(EVENT, `${auth()}<x:T xmlns:x="urn:x" s:mustUnderstand="1"/>`),
    ],
    ['an unknown element', 'EO-VALIDATION', envelope(EVENT.replace('</e:NotifyEvent>', '<e:extra/></e:NotifyEvent>'))],
    ['a missing element', 'EO-VALIDATION', envelope(EVENT.replace('<e:eventId>event-0001</e:eventId>', ''))],
    [
      'elements out of order',
      'EO-VALIDATION',
      envelope(EVENT.replace(/(<e:eventId>.*<\/e:eventId>)(<e:occurredAt>.*<\/e:occurredAt>)/u, '$2$1')),
    ],
    [
      'both sides of a choice',
      'EO-VALIDATION',
      envelope(EVENT.replace('</e:NotifyEvent>', '<e:pendingMessageId>m</e:pendingMessageId></e:NotifyEvent>')),
    ],
    ['an instant beyond our calendar', 'EO-VALIDATION', envelope(EVENT.replace('2026-11-24T08', '123456-11-24T08'))],
    ['JSON', 'EO-VALIDATION', '{}', { 'content-type': 'application/json' }],
    ['HTML by its content type', 'EO-VALIDATION', envelope(EVENT), { 'content-type': 'text/html' }],
    ['a Latin-1 character set', 'EO-VALIDATION', envelope(EVENT), { 'content-type': 'text/xml; charset=iso-8859-1' }],
    ['compressed bytes', 'EO-VALIDATION', envelope(EVENT), { 'content-encoding': 'gzip' }],
    [
      'parts without their boundary',
      'EO-VALIDATION',
      '--x',
      { 'content-type': 'multipart/related; type="application/xop+xml"' },
    ],
    ['more bytes than the cap', 'EO-SIZE', envelope(EVENT + ' '.repeat(64 * 1024))],
    ['elements without end', 'EO-VALIDATION', envelope('<a>'.repeat(1000) + '</a>'.repeat(1000))],
  ])('refuses %s', async (_what, code, message, head = {}) => {
    const { door, heard, refused, errors } = aDoor();
    const answer = await door.handle(Buffer.from(message), { ...HEAD, ...head });
    expect(codeOf(answer)).toBe(code);
    expect(answer.status).toBe(500);
    expect(answer.contentType).toBe('text/xml; charset=utf-8');
    expect(heard).toEqual([]);
    expect(refused).toMatchObject([{ code }]);
    expect(errors).toEqual([]);
  });

  it('refuses bytes that are no UTF-8', async () => {
    const { door } = aDoor();
    const bytes = Buffer.from(envelope(EVENT.replace('m-1', 'm\u00e9')), 'latin1');
    expect(codeOf(await door.handle(bytes, HEAD))).toBe('EO-VALIDATION');
  });

  it('names the elements at fault and never what stood in them', async () => {
    const { door } = aDoor();
    const answer = await door.handle(Buffer.from(envelope(EVENT.replace('event-0001', 'của Bùi Văn Khải'))), HEAD);
    expect(bodyOf(answer)).toContain('<e:field>NotifyEvent/eventId</e:field>');
    expect(bodyOf(answer)).not.toContain('Khải');
  });

  it('blames the sender with status 400 in SOAP 1.2', async () => {
    const { door } = aDoor();
    const answer = await door.handle(Buffer.from(envelope('<x/>', auth(), '1.2')), {
      'content-type': 'application/soap+xml',
    });
    expect(answer.status).toBe(400);
    expect(bodyOf(answer)).toContain('<soap:Value>soap:Sender</soap:Value>');
  });
});

describe('what goes wrong behind the door', () => {
  it('reaches the caller as the typed fault that was meant', async () => {
    const { door } = aDoor({
      operations: {
        NotifyEvent: () =>
          Promise.reject(
            new SoapRefusal('EO-THROTTLED', 'Gọi quá nhanh <chậm lại>', { retryAfterSeconds: 30, fields: ['a', 'b'] }),
          ),
      },
    });
    const answer = await door.handle(Buffer.from(envelope(EVENT)), HEAD);
    expect(answer.status).toBe(500);
    expect(bodyOf(answer)).toContain('<faultcode>soap:Client</faultcode>');
    expect(bodyOf(answer)).toContain(
      '<e:code>EO-THROTTLED</e:code><e:message>Gọi quá nhanh &lt;chậm lại&gt;</e:message><e:retryable>true</e:retryable>' +
        '<e:retryAfterSeconds>30</e:retryAfterSeconds><e:field>a</e:field><e:field>b</e:field>',
    );
  });

  it.each<[string, () => Promise<{ receiptId: string; duplicate: boolean }>]>([
    ['an error', () => Promise.reject(new Error('SELECT * FROM bí_mật at /srv/app.js:1'))],
    ['an answer that breaks the contract', () => Promise.resolve({ receiptId: '', duplicate: false })],
    ['an answer that XML cannot carry', () => Promise.resolve({ receiptId: 'a\u0001', duplicate: false })],
  ])('stays ours: %s becomes EO-INTERNAL with a number to ask for', async (_what, handler) => {
    const { door, errors } = aDoor({ operations: { NotifyEvent: handler } });
    const answer = await door.handle(Buffer.from(envelope(EVENT)), HEAD);
    expect(answer.status).toBe(500);
    expect(codeOf(answer)).toBe('EO-INTERNAL');
    expect(bodyOf(answer)).toMatch(/<faultcode>soap:Server<.*<e:retryable>true<.*<e:correlationId>[0-9a-f-]{36}</u);
    expect(bodyOf(answer)).not.toMatch(/SELECT|app\.js|Error/u);
    expect(errors).toHaveLength(1);
  });

  it('does not keep the answer back when the refusal cannot be recorded', async () => {
    const { door, errors } = aDoor({ onRefused: () => Promise.reject(new Error('database is down')) });
    expect(codeOf(await door.handle(Buffer.from('x'), HEAD))).toBe('EO-VALIDATION');
    expect(errors).toHaveLength(1);
  });
});
