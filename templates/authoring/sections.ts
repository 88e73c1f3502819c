import { EM_SPACE, initialsPlace } from './places.js';
import { lastLine } from './parts.js';
import { paragraph, run, twips } from './wordprocessing.js';

/** A4, 20 mm above, below and right, 30 mm left; pages count from 1 in every section, and the first bears no number. */
export function section(footers = ''): string {
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdTrangSau"/><w:headerReference w:type="first" r:id="rIdTrangDau"/>' +
    `${footers}<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>` +
    `<w:pgMar w:top="${twips(20)}" w:right="${twips(20)}" w:bottom="${twips(20)}" w:left="${twips(30)}" ` +
    `w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`
  );
}

/**
 * The end of the document proper, and an annex that follows it on pages of its own. Number and date of the document stay blank in an
 * electronic document.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1.
 */
export function withAnnex(document: string, ofWhat: string, content: string): string {
  const attached = `(Kèm theo ${ofWhat} số ${EM_SPACE.repeat(2)}/{ky_hieu} ngày ${EM_SPACE} tháng ${EM_SPACE} năm {nam} của {ten_co_quan})`;
  return (
    document +
    lastLine(section()) +
    paragraph('PhuLuc', 'Phụ lục') +
    paragraph('PhuLucTieuDe', '{tieu_de_phu_luc}') +
    paragraph('PhuLucKemTheo', attached) +
    content +
    paragraph('SauBang', run(EM_SPACE) + initialsPlace('ky_nhay_phu_luc', 5, 'Chỗ ký nháy ở phụ lục'))
  );
}
