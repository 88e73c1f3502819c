import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { securityHeader } from '../soap/door/username-token.js';

/** A message on its way in or out. */
export interface Passing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One way to break the contract, put between the suite and a server that keeps it. */
export interface Wrongness {
  readonly what: string;
  /** The checks that find it. */
  readonly found: readonly string[];
  /** What reaches the server; made again for each run, so that it may remember. */
  readonly inward?: () => (call: Passing) => Passing;
  /** What reaches the suite. */
  readonly outward?: () => (answer: Passing, call: Passing) => Passing;
}

const retold =
  (pattern: RegExp, by: string | ((...found: string[]) => string)) =>
  (passing: Passing): Passing => ({ ...passing, text: passing.text.replace(pattern, by as string) });

const isAbout = (call: Passing, operation: string): boolean => call.text.includes(`<e:${operation} `);
const isFault = (answer: Passing): boolean => answer.text.includes('Fault>');
const value = (text: string, element: string): string =>
  new RegExp(`<e:${element}>([^<]*)<`, 'u').exec(text)?.[1] ?? '';

const SECURITY = /<wsse:Security.*?<\/wsse:Security>/gsu;
/** Accepts every caller as the department. */
const trusting = (call: Passing, machineTime: Date): Passing => {
  const header = securityHeader('so-gddt', 'mat-khau-thu', machineTime);
  const text = call.text.replace(SECURITY, '').replace('<s:Header>', `<s:Header>${header}`);
  return { ...call, text };
};
const now = (): Date => new Date(performance.timeOrigin + performance.now());

export const WRONG_SERVERS: readonly Wrongness[] = [
  {
    what: 'asks nobody who they are',
    found: ['CALL-01', 'CALL-02', 'CALL-05'],
    inward: () => (call) => trusting(call, now()),
  },
  {
    what: 'takes old messages',
    found: ['CALL-03'],
    inward: () => (call) => {
      const created = /<wsu:Created>([^<]*)</u.exec(call.text)?.[1] ?? '';
      return Date.parse(created) < now().getTime() - 60_000 ? trusting(call, now()) : call;
    },
  },
  {
    what: 'hears a message twice',
    found: ['CALL-06'],
    inward: () => {
      const heard = new Set<string>();
      return (call) => {
        const nonce = /<wsse:Nonce[^>]*>([^<]*)</u.exec(call.text)?.[1] ?? '';
        const before = heard.has(nonce);
        heard.add(nonce);
        return before ? trusting(call, now()) : call;
      };
    },
  },
  {
    what: 'knows the operation by the SOAPAction alone',
    found: ['ENV-05'],
    inward: () => (call) => {
      const body = /<s:Body><e:(\w+)/u.exec(call.text)?.[1] ?? '';
      const soapaction = `"urn:vn:eoffice:integration:v1/${body}"`;
      return call.headers['soapaction'] === undefined ? call : { ...call, headers: { ...call.headers, soapaction } };
    },
  },
  { what: 'reads a DOCTYPE', found: ['ENV-07'], inward: () => retold(/<!DOCTYPE[^\]]*\]>/u, '') },
  { what: 'passes over elements that it does not know', found: ['ENV-08'], inward: () => retold(/<e:unknown\/>/u, '') },
  {
    what: 'reads the first of two messages',
    found: ['ENV-06'],
    inward: () => retold(/(<e:GetServiceInfo[^>]*\/>)<e:GetServiceInfo[^>]*\/>/u, '$1'),
  },
  {
    what: 'answers SOAP 1.2 in SOAP 1.1',
    found: ['ENV-02'],
    outward: () => (answer) => ({
      ...retold(/http:\/\/www\.w3\.org\/2003\/05\/soap-envelope/u, 'http://schemas.xmlsoap.org/soap/envelope/')(answer),
      headers: { ...answer.headers, 'content-type': 'text/xml; charset=utf-8' },
    }),
  },
  {
    what: 'refuses with status 200',
    found: ['ENV-05', 'REF-01'],
    outward: () => (answer) => ({ ...answer, status: 200 }),
  },
  {
    what: 'says nothing in the detail of a fault',
    found: ['REF-01', 'CALL-01'],
    outward: () => retold(/<detail>.*<\/detail>/su, '<detail/>'),
  },
  {
    what: 'lets its stack be seen',
    found: ['ENV-10', 'REF-01'],
    outward: () => retold(/<\/faultstring>/u, '\n\tat vn.vendor.Main.run(Main.java:7)</faultstring>'),
  },
  {
    what: 'calls hurt bytes final',
    found: ['REF-03', 'REF-12'],
    outward: () => retold(/(<e:code>EO-HASH<.*?<e:retryable>)true/su, '$1false'),
  },
  {
    what: 'has a clock an hour behind',
    found: ['ENV-03'],
    outward: () =>
      retold(/<e:serverTime>([^<]*)</u, (_all, time = '') => {
        return `<e:serverTime>${new Date(Date.parse(time) - 3_600_000).toISOString()}<`;
      }),
  },
  { what: 'lacks an operation in its WSDL', found: ['ENV-04'], outward: () => retold(/"SealFile"/gu, '"SealFiles"') },
  {
    what: 'gives a new receipt for the same message',
    found: ['LOOP-02'],
    outward: () => (answer, call) =>
      isAbout(call, 'SendMessage') ? retold(/<e:receiptId>[^<]*</u, `<e:receiptId>${randomUUID()}<`)(answer) : answer,
  },
  {
    what: 'knows no repetition of a message',
    found: ['LOOP-02', 'LOOP-04'],
    inward: () => {
      let count = 0;
      return (call) => retold(/<e:consignmentId>([^<]*)</u, `<e:consignmentId>$1-${(count += 1)}<`)(call);
    },
  },
  {
    what: 'takes other content under a known id',
    found: ['LOOP-03'],
    inward: () => (call) =>
      retold(/<e:consignmentId>([^<]*)</u, `<e:consignmentId>$1-${value(call.text, 'sha256').slice(0, 8)}<`)(call),
  },
  {
    what: 'gives the whole message when asked for a part',
    found: ['LOOP-06'],
    inward: () => retold(/<e:offset>\d+<\/e:offset>(?:<e:length>\d+<\/e:length>)?/u, ''),
  },
  {
    what: 'takes an acknowledgement of other bytes',
    found: ['LOOP-07'],
    inward: () => {
      let sent = '';
      return (call) => {
        if (isAbout(call, 'SendMessage') && sent === '') sent = value(call.text, 'sha256');
        return isAbout(call, 'AcknowledgeMessage') ? retold(/<e:sha256>[^<]*</u, `<e:sha256>${sent}<`)(call) : call;
      };
    },
  },
  {
    what: 'lists what was acknowledged',
    found: ['LOOP-08'],
    outward: () => {
      let last = '';
      return (answer, call) => {
        if (!isAbout(call, 'ListPending') || isFault(answer)) return answer;
        if (answer.text.length > last.length) last = answer.text;
        return { ...answer, text: last };
      };
    },
  },
  {
    what: 'takes out of the list what it has shown',
    found: ['LIST-A2'],
    outward: () => {
      let shown = false;
      return (answer, call) => {
        if (!isAbout(call, 'ListAgencies') || !call.text.includes('<e:maxItems>100<')) return answer;
        const emptied = shown ? retold(/<e:agency>.*<\/e:agency>/su, '')(answer) : answer;
        shown = true;
        return emptied;
      };
    },
  },
  {
    what: 'gives pages larger than asked for',
    found: ['LIST-A1'],
    inward: () => retold(/<e:maxItems>\d+<\/e:maxItems>/u, ''),
  },
  {
    what: 'leads its pages in a circle',
    found: ['LIST-A1'],
    inward: () => retold(/<e:cursor>[^<]*<\/e:cursor>/u, ''),
  },
  {
    what: 'takes any cursor',
    found: ['LIST-01'],
    inward: () => retold(/<e:cursor>không[^<]*<\/e:cursor>/u, ''),
  },
  {
    what: 'submits a letter again under a new id',
    found: ['SIGN-03'],
    outward: () => (answer, call) =>
      isAbout(call, 'SubmitForSignature')
        ? retold(/<e:signatureRequestId>[^<]*</u, `<e:signatureRequestId>${randomUUID()}<`)(answer)
        : answer,
  },
  {
    what: 'forgets to count the changes of a letter',
    found: ['SIGN-05'],
    outward: () => retold(/<e:revision>\d+</u, '<e:revision>1<'),
  },
];

export interface WrongServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Stands in front of a good server and is wrong in one thing. */
export async function standBefore(endpoint: string, { inward, outward }: Wrongness): Promise<WrongServer> {
  const [enter, leave] = [inward?.(), outward?.()];
  const server = createServer((request, response) => {
    void request.toArray().then(async (chunks: Buffer[]) => {
      const came = { status: 0, headers: kept(request.headers), text: Buffer.concat(chunks).toString('utf8') };
      const call = enter?.(came) ?? came;
      const target = `${endpoint}${new URL(request.url ?? '', 'http://x').search}`;
      const body = request.method === 'GET' ? undefined : call.text;
      const got = await fetch(target, { method: request.method, headers: call.headers, body });
      const honest = {
        status: got.status,
        headers: { 'content-type': got.headers.get('content-type') ?? '' },
        text: await got.text(),
      };
      const answer = leave?.(honest, call) ?? honest;
      response.writeHead(answer.status, answer.headers).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/eoffice/v1`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function kept(headers: IncomingHttpHeaders): Record<string, string> {
  const { 'content-type': type = '', soapaction } = headers;
  return { 'content-type': type, ...(typeof soapaction === 'string' ? { soapaction } : {}) };
}
