/**
 * Making the reply letter from its template, as a draft pays for it: fields checked, the letter made in a thread with a time limit. The limit
 * is docxtemplater alone, with which ours are made, in the caller's own thread and with values that are taken as they come. Beside it other
 * programs, each used as its documentation says.
 */
import { readFileSync } from 'node:fs';
import { TemplateRenderer } from '../../dist/src/drafting/rendering/template-renderer.js';
import { replyLetter, sampleOf, templateFile } from '../../dist/templates/catalogue.js';
import { carboneRender, docxtemplater, easyTemplateX, wordsOf } from './docx-peers.mjs';
import { measure } from './measure.mjs';

const TEMPLATE = readFileSync(templateFile(replyLetter.name));
const FIELDS = sampleOf(replyLetter.name);
const { tags: TAGS } = replyLetter.fill(FIELDS);
const PEERS = { easyTemplateX, carbone: carboneRender };

export const docxRender = {
  name: 'docx-render',
  async run({ rounds }) {
    const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
    try {
      return await against(() => renderer.render(replyLetter.name, FIELDS), rounds);
    } finally {
      await renderer.onModuleDestroy();
    }
  },
};

async function against(ours, rounds) {
  const { docx } = await ours();
  const ways = { ours };
  for (const [name, way] of Object.entries({ limit: docxtemplater, ...PEERS })) {
    ways[name] = way(TEMPLATE, TAGS);
    if (wordsOf(await ways[name]()) !== wordsOf(docx)) throw new Error(`${name} makes another letter than ours`);
  }
  const taken = await measure(
    Object.entries(ways).map(([name, make]) => ({ name, run: (times) => repeat(times, make) })),
    rounds,
  );
  const peers = Object.keys(PEERS);
  return {
    ours: taken.cpuMs('ours'),
    limit: taken.cpuMs('limit'),
    ratio: taken.ratio('ours', 'limit'),
    beside: Object.fromEntries(
      peers.map((name) => [name, { cpuMs: taken.cpuMs(name), ratio: taken.ratio(name, 'limit') }]),
    ),
    detail: Object.fromEntries(peers.map((name) => [`${name}ToOurs`, taken.ratio(name, 'ours')])),
  };
}

async function repeat(times, make) {
  for (let at = 0; at < times; at += 1) await make();
}
