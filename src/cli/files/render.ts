import { readFile, writeFile } from 'node:fs/promises';
import type { TemplateFile, TemplateRenderer } from '../../drafting/index.js';
import type { PdfMaker } from '../../drafting/ports/pdf-maker.port.js';
import { DomainError, type DomainErrorCode } from '../../kernel/domain-error.js';
import { readArguments, type Asked } from '../command-line.js';
import { UnusableArguments } from '../unusable-arguments.js';

/** What a command leaves behind: its status, JSON lines for stdout, and Vietnamese sentences for stderr. */
export interface RenderRun {
  readonly exitCode: 0 | 2 | 3;
  readonly lines: string[];
  readonly messages: string[];
}

export interface RenderTools {
  readonly renderer: Pick<TemplateRenderer, 'render'>;
  /** The agency's own template of a kind: of a version, or the one in force today; undefined where what ships serves. */
  readonly templateOf: (kind: string, version: string | undefined) => Promise<TemplateFile | undefined>;
  readonly pdfMaker: PdfMaker;
  /** The sentence of a refusal. */
  readonly say: (error: DomainError) => string;
}

/** Refusals that another data file or another name would correct. */
const ASKERS_MATTER: ReadonlySet<DomainErrorCode> = new Set([
  'template-unknown',
  'template-field-unknown',
  'template-field-missing',
  'input-invalid',
]);

class OutsideFailed extends Error {}

/**
 * `hoi-am render`: a document from a template and a JSON file: the agency's own where it has one in force, the one that ships otherwise, or the version
 * that is named; with `--pdf` also the page as it would be put before the
 * signer. The DOCX is written even where the PDF cannot be made; the status is then 3.
 */
export async function runRender(args: readonly string[], tools: RenderTools): Promise<RenderRun> {
  try {
    const { template = '', data = '', out = '', ...rest } = readArguments('render', args).values;
    return await render({ template, data, out, ...rest }, tools);
  } catch (error) {
    if (error instanceof UnusableArguments) return { exitCode: 2, lines: [], messages: error.message.split('\n') };
    if (error instanceof OutsideFailed) return { exitCode: 3, lines: [], messages: [error.message] };
    if (!(error instanceof DomainError)) throw error;
    return { exitCode: ASKERS_MATTER.has(error.code) ? 2 : 3, lines: [], messages: [tools.say(error)] };
  }
}

type Wanted = Asked<'render'>['values'] & Readonly<Record<'template' | 'data' | 'out', string>>;

async function render({ template, data, out, pdf, version: wanted }: Wanted, tools: RenderTools): Promise<RenderRun> {
  const fields = await fieldsOf(data);
  const file = await tools.templateOf(template, wanted);
  const { docx, version, isSigned, ms } = await tools.renderer.render(template, fields, file);
  await write(out, docx);
  const page = pdf === undefined ? null : { file: pdf, problem: await writePdf(pdf, { docx, isSigned }, tools) };
  const isWritten = page !== null && page.problem === null;
  return {
    exitCode: page === null || isWritten ? 0 : 3,
    lines: [JSON.stringify({ template, version, docx: out, pdf: isWritten ? page.file : null, ms })],
    messages: [`Đã ghi ${out}.`, ...(page ? [page.problem ?? `Đã ghi ${page.file}.`] : [])],
  };
}

/** @returns why there is no PDF, or null when it is written */
async function writePdf(
  file: string,
  { docx, isSigned }: { readonly docx: Buffer; readonly isSigned: boolean },
  { pdfMaker, say }: RenderTools,
): Promise<string | null> {
  // The template may be one that somebody brought.
  const [conversion] = await pdfMaker.convert([docx], 'outside');
  if (conversion?.status !== 'done') return conversion?.reason ?? 'Bộ chuyển PDF không trả lời.';
  try {
    const { pdf } = isSigned ? await pdfMaker.prepare(conversion.pdf) : conversion;
    await write(file, pdf);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return say(error);
    if (error instanceof OutsideFailed) return error.message;
    throw error;
  }
}

async function fieldsOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableArguments(`Không đọc được tệp "${file}": xem lại đường dẫn và quyền đọc.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableArguments(`Tệp "${file}" không phải JSON.`);
  }
}

async function write(file: string, content: Buffer): Promise<void> {
  await writeFile(file, content).catch(() => {
    throw new OutsideFailed(`Không ghi được tệp "${file}".`);
  });
}
