import { PDFDocument } from '@cantoo/pdf-lib';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../src/journal/index.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { CheckSignatures } from '../../src/signing/index.js';
import { KeepEvidence } from '../../src/signing/application/evidence/keep-evidence.js';
import { ProveLetter } from '../../src/signing/application/proof/prove-letter.js';
import { VerifyNow } from '../../src/signing/application/evidence/verify-now.js';
import { verifyPdf } from '../../src/signing/domain/verification/verify-pdf.js';
import { FixedClock } from '../support/fixed-clock.js';
import { attacked, CONTAINERS, type SharedContainer } from '../support/signed-files/shared-containers.js';
import { testAuthority, NOW, REVOCATION_LISTS, sealed, signed } from '../support/signed-files/signing-authority.js';
import { LEADER_NAME } from '../support/test-authority/authority.js';
import { preparedLetter } from '../support/test-authority/letter.js';
import { ToolAuthority } from '../support/tool-authority.js';

const options = { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW };

/** Letters that other programs wrote before they were signed; both leave the numbers of objects as they are. */
describe('letters in which one object serves two, written by other programs', () => {
  let tools: ToolAuthority;
  beforeAll(() => {
    tools = new ToolAuthority();
  });
  afterAll(() => {
    tools.close();
  });

  const mupdf = (letter: Buffer): Buffer => {
    tools.write('letter.pdf', letter);
    tools.run('mutool', 'clean', 'letter.pdf', 'written.pdf');
    return tools.read('written.pdf');
  };
  const pdfLib = async (letter: Buffer): Promise<Buffer> => {
    const document = await PDFDocument.load(letter, { updateMetadata: false });
    const wish = { addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: true };
    return Buffer.from(await document.save(wish));
  };
  const verdicts = (one: SharedContainer, letter: Buffer): readonly [string, string] => {
    const { verdict } = verifyPdf(
      attacked(one, () => letter),
      options,
    );
    return [one.name, verdict];
  };
  // These programs write lengths themselves, so that nothing else can serve as one.
  const containers = CONTAINERS.filter(({ name }) => !name.includes('the length of the content'));
  const refused = containers.map(({ name }) => [name, 'changedAfterSigning']);

  it('refuses every second that MuPDF wrote', () => {
    const some = containers.filter((_, at) => at % 2 === 0);
    expect(some.map((one) => verdicts(one, mupdf(preparedLetter(one.objects))))).toEqual(
      some.map(({ name }) => [name, 'changedAfterSigning']),
    );
  });

  it('refuses each that pdf-lib packed into streams of objects', async () => {
    const letters = await Promise.all(containers.map((one) => pdfLib(preparedLetter(one.objects))));
    expect(containers.map((one, at) => verdicts(one, letters[at] ?? Buffer.alloc(0)))).toEqual(refused);
  });

  it('takes the same letters, sealed and not attacked', async () => {
    const letters = [mupdf(preparedLetter()), await pdfLib(preparedLetter())];
    expect(letters.map((letter) => verifyPdf(sealed(signed(letter)), options).verdict)).toEqual(['valid', 'valid']);
  });
});

describe('a letter in which one object serves two, wherever its signatures are judged', () => {
  let directory: string;
  let verify: VerifyNow;
  let doors: { readonly checkSignatures: CheckSignatures; readonly proveLetter: ProveLetter };
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-chung-'));
    const files = new FolderFileStore(directory);
    const anchors = [testAuthority.root.der];
    const trust = { today: () => Promise.resolve({ anchors, timestampAnchors: anchors, intermediates: [] }) };
    const refusal = () => Promise.reject(new OutsideRefused('CRL-HOST', 'Không hỏi ở đây.'));
    const clock = new FixedClock('2026-03-18T04:00:00Z');
    verify = new VerifyNow(trust, { fetch: refusal }, { ask: refusal }, files, clock);
    const kept = new KeepEvidence(files, new Journal(clock));
    doors = { checkSignatures: new CheckSignatures(verify, kept), proveLetter: new ProveLetter(verify, kept) };
    put = (pdf) => files.put(pdf);
  });
  afterAll(async () => {
    await verify.onApplicationShutdown();
    await rm(directory, { recursive: true, force: true });
  });
  let put: (pdf: Buffer) => Promise<string>;

  const expectation = {
    stage: 'sealed',
    leader: { userCode: 'khanh.dq', name: LEADER_NAME },
    agency: { code: 'H24.3', name: 'Sở' },
  } as const;
  const everywhere = async (submitted: Buffer, pdf: Buffer): Promise<readonly unknown[]> => {
    const asked = await verify.ask(await verify.forThread(pdf), { kind: 'verification' }, 'judge');
    const { note } = await doors.checkSignatures.check(await put(pdf));
    const { proof } = await doors.proveLetter.prove(submitted, pdf, expectation);
    return [asked.verdict, note.verdict, proof.lines.find(({ code }) => code === 'unchanged')?.result];
  };

  it.each(
    [
      'the look of the number is also that of a stamp',
      'the look of an empty field is also the look of a stamp, its dictionary shared',
      'the resources of fields are those of the page, and are written anew',
    ].map((name) => [name]),
  )('is called changed by the look-up, at the arrival and by our proof: %s', async (name) => {
    const one = CONTAINERS.find((container) => container.name === name);
    if (!one) throw new Error(`No such letter: ${name}.`);
    const submitted = preparedLetter(one.objects);
    const changed = ['changedAfterSigning', 'changedAfterSigning', 'fail'];
    expect(
      await everywhere(
        submitted,
        attacked(one, () => submitted),
      ),
    ).toEqual(changed);
  });

  it('is called sound by all three where nothing was exchanged', async () => {
    expect(await everywhere(preparedLetter(), sealed(signed()))).toEqual(['valid', 'valid', 'pass']);
  });
});
