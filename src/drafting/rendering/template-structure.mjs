/**
 * docxtemplater mends what an empty loop would break: a cell without paragraph, a row without cell, a table without row, a table without
 * paragraph behind it. The steps of template-steps.mjs do not; here it is found out beforehand where that could happen.
 *
 * An `edge` is the tag with which a stretch ends, and the loops that must have left nothing for it to be the last thing before the next one.
 *
 * @typedef {{ tag: string, over: object[] }} Edge
 */

const PARAGRAPH_END = /^(<\/w:p>|<w:p( [^>]*)?\/>)$/u;

/** What may stand right before the end of these; anything else is mended. */
const BEFORE_END = {
  '</w:tc>': PARAGRAPH_END,
  '</w:tr>': /^<\/w:tc>$/u,
  '</w:tbl>': /^<\/w:tr>$/u,
  '</w:sdtContent>': /^<\/w:(p|r|sdt)>$/u,
};
const AFTER_TABLE = /^(<w:(p|tbl|sectPr)|<\/w:(ftr|hdr)>)/u;
const DROPPED = /^<w:(sdtContent|tc|tr|tbl)( [^>]*)?\/>$/u;
/** Looked through when a table's successor is sought. */
const TRANSPARENT = /^\s*$|^<w:bookmarkEnd/u;

/**
 * @param {object[]} parts what docxtemplater calls `postparsed`
 * @returns {Set<object> | null} loops that may not come out empty; null when the part is mended whatever the data are
 */
export function loopsThatMustStay(parts) {
  const mustStay = new Set();
  return walk(parts, [{ tag: '', over: [] }], mustStay) ? mustStay : null;
}

/** @returns {Edge[] | null} the edges after the parts */
function walk(parts, before, mustStay) {
  let edges = before;
  for (const part of parts) {
    if (part.type !== 'placeholder') {
      if (TRANSPARENT.test(part.value)) continue;
      if (DROPPED.test(part.value) || !meets(edges, firstTag(part.value), mustStay)) return null;
      edges = [{ tag: lastTag(part.value), over: [] }];
    } else if (part.module === 'loop') {
      const inside = walk(part.subparsed, edges, mustStay);
      if (inside === null || walk(part.subparsed, inside, mustStay) === null) return null;
      edges = [...inside, ...edges.map(({ tag, over }) => ({ tag, over: [...over, part] }))];
    }
  }
  return edges;
}

/** Whether the next tag may follow every edge, now that the loops in between stay where they must. */
function meets(edges, tag, mustStay) {
  for (const edge of edges) {
    if (fits(edge.tag, tag)) continue;
    if (edge.over.length === 0) return false;
    for (const loop of edge.over) mustStay.add(loop);
  }
  return true;
}

function fits(last, next) {
  if (last === '</w:tbl>' && !AFTER_TABLE.test(next)) return false;
  return BEFORE_END[next]?.test(last) ?? true;
}

function firstTag(value) {
  return /^<[^<>]*>/u.exec(value)?.[0] ?? '';
}

function lastTag(value) {
  return /<[^<>]*>$/u.exec(value)?.[0] ?? '';
}
