const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A page without styles, for where nothing of the app can be asked: who came by a browser reads a sentence instead of JSON. */
export function plainPage(heading: string, sentence: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(heading)} – Hồi Âm</title></head><body><main><h1>${escaped(heading)}</h1><p>${escaped(sentence)}</p><p><a href="/">Về trang đầu</a></p></main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
}
