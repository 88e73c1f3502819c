import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { rm } from 'node:fs/promises';
import { sha256Of } from '../../../src/kernel/sha256.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { printEntry } from '../../pdf-converter/print-entry.js';
import type { SubmitForSignatureRequest } from '../soap/signature-contract.js';
import { Increment } from './signer/increment.js';
import { aDirectory, aSimulator, aSubmission, post, type StartedSimulator } from './simulator.fixture.js';

const ISSUED = civilDate('2026-11-25');
const ENTRY = { documentNumber: '513', documentNotation: 'SGDĐT-GDTrH', issuedDate: ISSUED };

let directory: string;
let simulator: StartedSimulator;
beforeEach(async () => {
  directory = await aDirectory();
});
afterEach(async () => {
  await simulator.stop();
  await rm(directory, { recursive: true });
});

/** The same submission with another letter. */
function withLetter(submission: SubmitForSignatureRequest, content: Buffer): SubmitForSignatureRequest {
  const [file] = submission.file;
  if (!file) throw new Error('A submission has a letter');
  return {
    ...submission,
    file: [{ ...file, content: new MemoryBytes(content), size: content.length, sha256: sha256Of(content) }],
  };
}

async function printed(): Promise<SubmitForSignatureRequest> {
  const submission = await aSubmission();
  const content = await printEntry(await submission.file[0]!.content.read(), { so: '513', ngay: '25', thang: '11' });
  return { ...withLetter(submission, content), documentNumber: '513', issuedDate: ISSUED };
}

const act = (clientRequestId: string, what: 'sign' | 'seal') =>
  post(`${simulator.url}/api/signature-requests/${clientRequestId}/${what}`, {});

/** Signed by the leader; the order to seal what he signed, without number and date. */
async function signedLetter(submission: SubmitForSignatureRequest) {
  const { signatureRequestId } = await simulator.client.call('SubmitForSignature', submission);
  await act(submission.clientRequestId, 'sign');
  const [file] = (await stateOf(submission)).signedFile;
  return {
    clientRequestId: `${submission.clientRequestId}-dau`,
    signatureRequestId,
    fileId: file?.fileId ?? '',
    sha256: file?.sha256 ?? '',
  };
}

async function stateOf({ clientRequestId }: SubmitForSignatureRequest) {
  const { state } = await simulator.client.call('GetSignatureStates', { clientRequestId: [clientRequestId] });
  return state[0]!;
}

async function sealedFile(submission: SubmitForSignatureRequest, signatureRequestId: string): Promise<Buffer> {
  expect(await act(submission.clientRequestId, 'seal')).toMatchObject({ status: 200, body: { status: 'sealed' } });
  const fileId = (await stateOf(submission)).signedFile.at(-1)?.fileId ?? '';
  const { file } = await simulator.client.call('GetSignedFile', { signatureRequestId, fileId });
  return file.content.read();
}

const signatures = (pdf: Buffer): number => pdf.toString('latin1').match(/\/ByteRange/gu)?.length ?? 0;

describe('a letter in which number and date were printed before signing', () => {
  beforeEach(async () => {
    simulator = await aSimulator(directory);
  });

  it('is sealed alone, and keeps the number that it was submitted with', async () => {
    const submission = await printed();
    const order = await signedLetter(submission);
    await simulator.client.call('ApplySeal', order);
    const sealed = await sealedFile(submission, order.signatureRequestId);

    expect(await stateOf(submission)).toMatchObject({ documentNumber: '513', issuedDate: '2026-11-25' });
    const letter = await submission.file[0]!.content.read();
    expect([sealed.subarray(0, letter.length).equals(letter), signatures(sealed)]).toEqual([true, 2]);
    expect(sealed.toString('latin1')).not.toContain('/FieldMDP');
  });

  it('takes no number and no date with the order to seal it', async () => {
    const order = await signedLetter(await printed());
    const twice = simulator.client.call('ApplySeal', { ...order, ...ENTRY });
    await expect(twice).rejects.toMatchObject({ code: 'EO-VALIDATION' });
  });

  it('is not sealed before its leader signed', async () => {
    const submission = await printed();
    const { signatureRequestId } = await simulator.client.call('SubmitForSignature', submission);
    const [{ fileId, sha256: hash } = { fileId: '', sha256: '' }] = submission.file;
    const order = { clientRequestId: 'SGDDT-som', signatureRequestId, fileId, sha256: hash };
    await expect(simulator.client.call('ApplySeal', order)).rejects.toMatchObject({ code: 'EO-STATE' });
  });
});

describe('an e-office that writes number and date onto the page', () => {
  it('leaves the prepared fields empty and the old content whole', async () => {
    simulator = await aSimulator(directory, { entryOnto: 'page' });
    const submission = await aSubmission();
    const order = await signedLetter(submission);
    await simulator.client.call('ApplySeal', { ...order, ...ENTRY });
    const sealed = await sealedFile(submission, order.signatureRequestId);

    const increment = await Increment.open(sealed);
    const texts = ['so', 'ngay', 'thang'].map((name) =>
      increment.field(name).lookup(PDFName.of('V'), PDFString).asString(),
    );
    expect([texts, signatures(sealed)]).toEqual([['', '', ''], 2]);
    expect(increment.field('DauCoQuan').lookup(PDFName.of('V'), PDFDict).has(PDFName.of('Reference'))).toBe(false);
    const letter = await submission.file[0]!.content.read();
    expect(sealed.subarray(0, letter.length).equals(letter)).toBe(true);
  });
});
