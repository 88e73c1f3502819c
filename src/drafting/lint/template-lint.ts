import type { DocumentKind } from '../../../templates/catalogue.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import type { TemplateReport } from '../domain/template-lint/finding.js';
import type { TemplateRenderer } from '../rendering/template-renderer.js';
import { lintTemplate, type LintReport } from './lint-template.js';
import type { LintJob } from './lint.worker.js';
import type { TemplateLook } from './look-over.js';
import { stopped } from './render-findings.js';

const TIME_LIMIT_MS = 5_000;
const HEAP_MEGABYTES = 192;

/** The lint of templates, in threads: no file, whatever it holds, keeps the app waiting. */
export class TemplateLint {
  private readonly threads = new ThreadPool({
    script: new URL('./lint.worker.js', import.meta.url),
    threads: 1,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  constructor(private readonly renderer: Pick<TemplateRenderer, 'tryOut'>) {}

  /** @param wanted the kind that it shall be a template of; null = as the file says */
  lint(docx: Buffer, wanted: DocumentKind | null): Promise<LintReport> {
    return lintTemplate(docx, wanted, {
      lookOver: async (file, kind) =>
        ((await this.run({ step: 'look', docx: new Uint8Array(file), wanted: kind })) as TemplateLook | null) ?? {
          kind,
          findings: [stopped()],
          warnings: [],
        },
      tryOut: (kind, file) => this.renderer.tryOut(kind, file),
      formatFindings: async (file) =>
        ((await this.run({ step: 'format', docx: new Uint8Array(file) })) as TemplateReport | null) ?? {
          errors: [stopped()],
          warnings: [],
        },
    });
  }

  /** Ends the threads; Nest calls it when the application stops, commands when they end. */
  async onModuleDestroy(): Promise<void> {
    await this.threads.close();
  }

  /** Null when it took too long or too much. */
  private async run(job: LintJob): Promise<unknown> {
    const outcome = await this.threads.run(job, [job.docx.buffer as ArrayBuffer]);
    return outcome.kind === 'answered' ? outcome.answer : null;
  }
}
