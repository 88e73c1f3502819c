import {
  added,
  BODY,
  both,
  change,
  header,
  inBody,
  paragraph,
  put,
  relation,
  RELATIONS,
  W,
  withType,
  WORDML,
  type Seed,
} from './spoilt-template.fixture.js';

/** Mistakes in forgotten parts, in places, in what Word leaves, in the file, each with what must be said of it. */
export const FILE_MISTAKES: readonly Seed[] = [
  // parts that are forgotten
  [
    'a header',
    change('word/header2.xml', '</w:p>', `<w:r><w:t>{trich_yu}</w:t></w:r></w:p>`),
    { code: 'tag-unknown', part: 'word/header2.xml', tag: 'trich_yu' },
  ],
  [
    'a header of any name',
    both(put('word/dauTrangLe.xml', header('{nguoi_ki}')), withType('word/dauTrangLe.xml', `${WORDML}.header+xml`)),
    { code: 'tag-unknown', part: 'word/dauTrangLe.xml', tag: 'nguoi_ki', suggestion: '{nguoi_ky}' },
  ],
  [
    'a footer',
    change('word/footer1.xml', '{#lien_he}', '{#lien_hee}'),
    { code: 'tag-unknown', part: 'word/footer1.xml', tag: 'lien_hee', suggestion: '{#lien_he}' },
  ],
  [
    'a footnote',
    both(
      put('word/footnotes.xml', `<w:footnotes ${W}><w:footnote>${paragraph('{nguoi_ki}')}</w:footnote></w:footnotes>`),
      withType('word/footnotes.xml', `${WORDML}.footnotes+xml`),
    ),
    { code: 'tag-unknown', part: 'word/footnotes.xml', tag: 'nguoi_ki' },
  ],
  [
    'a comment',
    both(
      put('word/comments.xml', `<w:comments ${W}><w:comment>${paragraph('{nguoi_ki}')}</w:comment></w:comments>`),
      withType('word/comments.xml', `${WORDML}.comments+xml`),
    ),
    { code: 'tag-unknown', part: 'word/comments.xml', tag: 'nguoi_ki' },
  ],
  [
    'a text box',
    added(
      `</w:t></w:r><w:r><w:pict><w:txbxContent>${paragraph('{nguoi_ki}')}</w:txbxContent></w:pict></w:r><w:r><w:t>`,
    ),
    { code: 'tag-unknown', part: BODY, tag: 'nguoi_ki' },
  ],
  [
    'the title in the properties',
    change('docProps/core.xml', '{trich_yeu}', '{trich_yue}'),
    { code: 'tag-unknown', part: 'docProps/core.xml', tag: 'trich_yue', suggestion: '{trich_yeu}' },
  ],
  [
    'a property of one’s own',
    change('docProps/custom.xml', 'Công văn trả lời phản ánh, kiến nghị', '{nguoi_ki}'),
    { code: 'tag-unknown', part: 'docProps/custom.xml', tag: 'nguoi_ki' },
  ],
  [
    'an endnote, where nothing is filled',
    both(
      put('word/endnotes.xml', `<w:endnotes ${W}>${paragraph('{nguoi_ky}')}</w:endnotes>`),
      withType('word/endnotes.xml', `${WORDML}.endnotes+xml`),
    ),
    { code: 'part-not-filled', part: 'word/endnotes.xml', tag: 'nguoi_ky' },
  ],
  [
    'the description of a picture',
    inBody('descr="Chỗ cho chữ ký và dấu"', 'descr="{nguoi_ky}"'),
    { code: 'part-not-filled', tag: 'nguoi_ky' },
  ],
  [
    'the address of a link',
    relation('hyperlink', 'https://a.example/{ky_hieu}'),
    { code: 'part-not-filled', part: RELATIONS, tag: 'ky_hieu' },
  ],
  // places
  [
    'no place for the signature',
    change(RELATIONS, '/place/chu_ky"', '/trang"'),
    {
      code: 'place-missing',
      tag: 'chu_ky',
      suggestion: 'Đặt siêu liên kết https://hoi-am.local/place/chu_ky vào chỗ đó.',
    },
  ],
  [
    'no place for the number',
    inBody(/<w:hyperlink r:id="rId_so".*?<\/w:hyperlink>/u, ''),
    { code: 'place-missing', tag: 'so' },
  ],
  [
    'no place for the month',
    inBody(/<w:hyperlink r:id="rId_thang".*?<\/w:hyperlink>/u, ''),
    { code: 'place-missing', tag: 'thang' },
  ],
  [
    'two places for the day',
    inBody(/<w:hyperlink r:id="rId_ngay".*?<\/w:hyperlink>/u, '$&$&'),
    { code: 'place-twice', tag: 'ngay' },
  ],
  [
    'a misspelt place',
    change(RELATIONS, '/place/ky_nhay"', '/place/kynhay"'),
    { code: 'place-unknown', tag: 'kynhay', suggestion: 'https://hoi-am.local/place/ky_nhay' },
  ],
  // Word
  [
    'a font of TCVN3',
    change('word/styles.xml', 'w:ascii="Times New Roman"', 'w:ascii=".VnTime"'),
    { code: 'font-legacy', part: 'word/styles.xml', tag: '.VnTime' },
  ],
  [
    'a font of VNI in one run',
    added('</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>a'),
    { code: 'font-legacy', part: BODY, tag: 'VNI-Times' },
  ],
  [
    'decomposed letters',
    added('Kính gửi'.normalize('NFD')),
    { code: 'text-not-composed', part: BODY, suggestion: 'Kính gửi' },
  ],
  [
    'a letter that nobody sees',
    added('Kính\u200b gửi'),
    { code: 'text-hidden-character', part: BODY, suggestion: 'Xóa rồi gõ lại: Kính gửi' },
  ],
  [
    'a tracked insertion',
    added('</w:t></w:r><w:ins w:id="9" w:author="a"><w:r><w:t>thêm</w:t></w:r></w:ins><w:r><w:t>'),
    { code: 'change-tracked', part: BODY },
  ],
  [
    'a tracked deletion',
    added('</w:t></w:r><w:del w:id="9" w:author="a"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t>'),
    { code: 'change-tracked' },
  ],
  [
    'a comment left in',
    added('</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>'),
    { code: 'comment-left', part: BODY },
  ],
  [
    'letter paper',
    inBody('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    { code: 'page-setup', message: 'Khổ giấy 216 × 279 mm, không phải A4.' },
  ],
  [
    'a narrow left margin',
    inBody('w:left="1701"', 'w:left="1134"'),
    { code: 'page-setup', message: 'Lề trái 20 mm, quy định 30 – 35 mm.' },
  ],
  ['no page number', change('word/header1.xml', 'PAGE', 'DATE'), { code: 'page-number-missing' }],
  ['a number on the first page', inBody('<w:titlePg/>', ''), { code: 'page-number-missing' }],
  ['a line typed with underscores', added('__________'), { code: 'line-typed', part: BODY }],
  // the file
  ['macros', put('word/vbaProject.bin', 'x'), { code: 'macro', part: 'word/vbaProject.bin' }],
  [
    'a document with macros by its type',
    change(
      '[Content_Types].xml',
      `${WORDML}.document.main+xml`,
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    ),
    { code: 'macro', part: '[Content_Types].xml' },
  ],
  [
    'a template fetched from elsewhere',
    relation('attachedTemplate', 'https://evil.example/t.dotm'),
    { code: 'link-external', part: RELATIONS, tag: 'https://evil.example/t.dotm' },
  ],
  [
    'a picture fetched from elsewhere',
    relation('image', 'https://evil.example/p.png'),
    { code: 'link-external', part: RELATIONS, tag: 'https://evil.example/p.png' },
  ],
  [
    'a link to a page',
    relation('hyperlink', 'https://example.vn/trang'),
    { code: 'link-external', part: RELATIONS, tag: 'https://example.vn/trang' },
  ],
  [
    'a link to a file',
    relation('hyperlink', 'file:///etc/passwd'),
    { code: 'link-external', part: RELATIONS, tag: 'file:///etc/passwd' },
  ],
  [
    'a field that runs',
    added('</w:t></w:r><w:r><w:instrText> DDEAUTO c:\\\\cmd </w:instrText></w:r><w:r><w:t>'),
    { code: 'field-active', part: BODY, tag: 'DDEAUTO' },
  ],
  ['a part that is no XML', inBody('</w:body>', '</w:bod>'), { code: 'xml-broken', part: BODY }],
];
